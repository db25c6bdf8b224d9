// *Tags…* and *Rename…* A bundle of its own: most windows never ask for them.
import * as vscode from 'vscode';
import { knownTags, renameIncident, retag, tagsProblem, titleProblem, typedTags } from '../../core/incident/tidy';
import type { Incident } from '../../core/journal/schema';
import type { Journal } from '../../store/journal';
import { inDialogue } from '../dialogue';
import { plain } from '../plain';
import { saveOrSay } from '../saving';
import { factWords, iconOf } from '../sidebar/incidentLook';

/** Gives an incident another title. Asks which, where none is given. */
export async function rename(journal: Journal, given: string | undefined): Promise<void> {
  const heading = vscode.l10n.t('Rename');
  const incident = await choose(journal, heading, given);
  const title = incident && (await vscode.window.showInputBox({
    title: heading,
    prompt: vscode.l10n.t('What do people call it? Its file keeps its name.'),
    value: incident.title,
    ignoreFocusOut: true,
    validateInput: titleProblem,
  }));
  if (title !== undefined) await saveOrSay(() => journal.update(incident?.id ?? '', (record) => renameIncident(record, title)), title);
}

/** Gives an incident other tags: known ones to tick, and new ones. Asks which incident, where none is given. */
export async function chooseTags(journal: Journal, given: string | undefined): Promise<void> {
  const incident = await choose(journal, vscode.l10n.t('Tags'), given);
  if (!incident) return;
  const before = incident.tags ?? [];
  const known = knownTags(journal.records());
  const ticked = known.length === 0 ? { tags: [], wantsNew: true } : await tick(incident, known);
  const typed = ticked?.wantsNew ? await askNew(incident, ticked.tags) : '';
  if (!ticked || typed === undefined) return;
  const tags = [...ticked.tags, ...typedTags(typed)];
  await saveOrSay(() => journal.update(incident.id, (record) => retag(record, before, tags)), typed);
}

interface Ticked {
  readonly tags: readonly string[];
  readonly wantsNew: boolean;
}

async function tick({ title, tags = [] }: Incident, known: readonly string[]): Promise<Ticked | undefined> {
  const rows: readonly (vscode.QuickPickItem & { readonly tag?: string })[] = [
    ...known.map((tag) => ({ label: plain(tag), tag, picked: tags.includes(tag) })),
    { label: vscode.l10n.t('New tags…'), iconPath: new vscode.ThemeIcon('add'), alwaysShow: true },
  ];
  const heading = vscode.l10n.t('Tags of {0}', plain(title));
  const chosen = await inDialogue((dialogue) => dialogue.pickSome(rows, { title: heading, placeholder: vscode.l10n.t('Tick what fits. New ones are typed next.'), ignoreFocusOut: false }));
  return chosen && { tags: chosen.flatMap(({ tag }) => tag ?? []), wantsNew: chosen.some(({ tag }) => tag === undefined) };
}

function askNew({ title }: Incident, tags: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Tags of {0}', title),
    prompt: vscode.l10n.t('New tags, with commas between them.'),
    placeHolder: vscode.l10n.t('checkout, third party'),
    ignoreFocusOut: true,
    validateInput: (text) => tagsProblem([...tags, ...typedTags(text)]),
  });
}

/** The incident that is given, else the one that is chosen from all, newest first. */
async function choose(journal: Journal, title: string, given: string | undefined): Promise<Incident | undefined> {
  await journal.load();
  if (given === undefined) await journal.whenLoaded;
  const entry = given === undefined ? undefined : journal.get(given);
  if (entry?.state === 'ok') return entry.record;
  const records = given === undefined ? journal.records() : [];
  if (records.length === 0) return void vscode.window.showInformationMessage(vscode.l10n.t('There is no incident yet.'));
  const rows = records.map((incident) => ({ label: plain(incident.title), description: factWords(incident), iconPath: iconOf(incident), incident }));
  return (await vscode.window.showQuickPick(rows, { title, placeHolder: vscode.l10n.t('Which incident?'), matchOnDescription: true }))?.incident;
}
