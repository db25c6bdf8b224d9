// *Search Reflections…* A bundle of its own: most windows never ask for it.
import * as vscode from 'vscode';
import type { Incident } from '../../core/journal/schema';
import { excerpts } from '../../core/search/excerpt';
import { filters } from '../../core/search/filters';
import { parseQuery } from '../../core/search/query';
import type { Journal } from '../../store/journal';
import { onContentsHidden } from '../hiding';
import { locale } from '../place';
import { plain } from '../plain';
import { factWords, iconOf } from '../sidebar/incidentLook';
import { indexOf } from './journalIndex';

/** As many as can be looked through. */
const LIMIT = 50;

interface Row extends vscode.QuickPickItem {
  /** Opens it. */
  readonly id?: string;
  /** Goes into the field. */
  readonly typed?: string;
}

/** Asks for words and filters, and lists what has all of them while they are typed. What is chosen is opened. */
export async function search(journal: Journal): Promise<void> {
  const index = indexOf(journal);
  const pick = vscode.window.createQuickPick<Row>();
  pick.placeholder = vscode.l10n.t('Words, people, tags, paths, or a filter like person:ana');
  // What is listed was found by our own rules, in our order.
  [pick.matchOnDescription, pick.matchOnDetail] = [false, false];
  const show = (): void => {
    const typed = pick.value.trim();
    const listing = typed === '' ? { title: '', rows: hints() } : index.isBuilt ? found(journal, typed) : { title: '', rows: [] };
    pick.title = [vscode.l10n.t('Search Reflections'), listing.title].filter(Boolean).join(': ');
    pick.items = listing.rows;
  };
  const follow = async (): Promise<void> => {
    if (index.isCurrent) return show();
    pick.busy = true;
    await index.follow();
    pick.busy = false;
    show();
  };
  const listening = [onContentsHidden(() => pick.hide()), pick.onDidChangeValue(() => void follow()), journal.onDidChange(() => void (pick.value.trim() !== '' && follow()))];
  pick.onDidAccept(() => {
    const [row] = pick.selectedItems;
    if (row?.id !== undefined) {
      pick.hide();
      void vscode.commands.executeCommand('leadDebrief.openReflection', row.id);
    } else if (row?.typed !== undefined) {
      pick.value = row.typed;
      void follow();
    }
  });
  pick.onDidHide(() => {
    for (const each of listening) each.dispose();
    pick.dispose();
  });
  show();
  pick.show();
  await follow();
}

/** The filters, each with what it does. Choosing one begins it. */
function hints(): readonly Row[] {
  const draft = { label: 'draft', description: vscode.l10n.t('not finished'), typed: 'draft' };
  const rows = filters().map(({ key, example, about }) => ({ label: example, description: about, typed: `${key}:` }));
  return [{ label: vscode.l10n.t('Filters'), kind: vscode.QuickPickItemKind.Separator }, ...rows, draft];
}

interface Listing {
  readonly title: string;
  readonly rows: readonly Row[];
}

function found(journal: Journal, typed: string): Listing {
  const { people } = journal.people();
  const query = parseQuery(typed, { locale: locale(), people });
  const problems = query.problems.map((problem) => row({ iconPath: new vscode.ThemeIcon('warning'), description: plain(problem) }));
  if (query.words.length === 0 && query.tests.length === 0) return { title: '', rows: problems };
  const { incidents, total } = indexOf(journal).search(query, LIMIT);
  const byId = new Map(people.map((person) => [person.id, person]));
  const title = total > incidents.length ? vscode.l10n.t('{0} of {1}', incidents.length, total) : total === 0 ? vscode.l10n.t('nothing has all of this') : vscode.l10n.t('{0} found', total);
  return { title, rows: [...problems, ...incidents.map((incident) => hit(incident, excerpts(incident, byId, query.words)))] };
}

function hit(incident: Incident, where: ReturnType<typeof excerpts>): Row {
  return row({ iconPath: iconOf(incident), description: plain(incident.title), detail: plain([factWords(incident), ...(incident.absorbed ? [vscode.l10n.t('joined with another')] : []), ...where].join(' · ')), id: incident.id });
}

/**
 * A row that stays where it is put. The editor filters rows and sorts those whose label matches what is typed, and an extension cannot turn
 * that off: a row without a label matches nothing, so it stays in our order, and `alwaysShow` keeps it in the list.
 */
function row(parts: Omit<Row, 'label'>): Row {
  return { ...parts, label: '', alwaysShow: true };
}

