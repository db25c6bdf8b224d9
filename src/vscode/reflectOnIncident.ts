import * as vscode from 'vscode';
import { windowWords } from '../core/incident/times';
import type { FoundIncident } from '../core/found/findings';
import { incidentState, newestFirst } from '../core/incident/state';
import type { Incident } from '../core/journal/schema';
import type { Journal } from '../store/journal';
import { askTitle, askWindow, newIncident } from './newIncident';
import { locale } from './place';
import { plain } from './plain';
import { saveOrSay } from './saving';

interface IncidentItem extends vscode.QuickPickItem {
  readonly incident?: Incident;
  readonly isNew?: true;
}

/** Asks which incident to look back at: waiting ones, drafts, or a new one. Resolves to its id, or undefined where the person leaves. */
export async function chooseIncident(journal: Journal, found: readonly FoundIncident[]): Promise<string | undefined> {
  await journal.load();
  const items = listed([...journal.records(), ...found.map(({ incident }) => incident)]);
  const chosen = items.length > 1 ? await pickIncident(items) : { isNew: true as const, title: '' };
  if (!chosen) return undefined;
  return 'incident' in chosen ? chosen.incident.id : createIncident(journal, chosen.title);
}

function listed(records: readonly Incident[]): IncidentItem[] {
  const now = Date.now();
  const item = (incident: Incident): IncidentItem => ({ label: plain(incident.title), description: windowWords(incident.window, locale(), now), incident });
  const group = (label: string, state: ReturnType<typeof incidentState>): IncidentItem[] => {
    const rows = records.filter((record) => incidentState(record) === state).sort(newestFirst);
    return rows.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows.map(item)] : [];
  };
  const fresh: IncidentItem = { label: `$(add) ${vscode.l10n.t('New incident…')}`, alwaysShow: true, isNew: true };
  return [...group(vscode.l10n.t('Waiting'), 'waiting'), ...group(vscode.l10n.t('Drafts'), 'draft'), fresh];
}

type Chosen = { readonly incident: Incident } | { readonly isNew: true; readonly title: string };

/** What is typed filters the list; on *New incident…* it becomes the title. */
function pickIncident(items: readonly IncidentItem[]): Promise<Chosen | undefined> {
  const picker = vscode.window.createQuickPick<IncidentItem>();
  picker.title = vscode.l10n.t('Reflect on an Incident');
  picker.placeholder = vscode.l10n.t('Choose an incident, or type the title of a new one');
  picker.matchOnDescription = true;
  picker.items = items;
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const [item] = picker.selectedItems;
      if (item?.incident) resolve({ incident: item.incident });
      else if (item?.isNew) resolve({ isNew: true, title: picker.value.trim() });
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

async function createIncident(journal: Journal, typed: string): Promise<string | undefined> {
  const title = typed === '' ? await askTitle() : typed;
  const window = title === undefined ? undefined : await askWindow(Date.now());
  if (title === undefined || !window) return undefined;
  const created = await saveOrSay(() => journal.create(newIncident(title, window, Date.now())), title);
  return created?.id;
}
