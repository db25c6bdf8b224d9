// *Share…* and *Look Back on a Quarter…* A bundle of its own: most windows never ask for them.
import * as vscode from 'vscode';
import { quarterWords } from '../../core/incident/quarter';
import type { Incident } from '../../core/journal/schema';
import { CARD_CHOICE, FIRST_CHOICE } from '../../core/share/choice';
import { isIn, quartersIn, type Quarter } from '../../core/share/quarter';
import { Share } from '../../core/share/shareState';
import type { Journal } from '../../store/journal';
import { locale } from '../place';
import { chooseRecords, countWords } from './chooseRecords';
import { SharePage } from './sharePage';

/** Where what leaves comes from. */
export interface From {
  readonly journal: Journal;
  /** The journal's own. */
  readonly folder: vscode.Uri;
  readonly extension: vscode.Uri;
}

export interface Given {
  /** The card of a conversation alone, to be printed. */
  readonly card?: boolean;
  /** What was chosen in the history. Where nothing was, the person is asked. */
  readonly ids: readonly string[];
  /** The incident of the panel in front. */
  readonly current: string | undefined;
}

/** Shows what would leave of some reflections, to be cut down and then written. */
export async function share(from: From, { ids, current, card }: Given): Promise<void> {
  const { journal } = from;
  await journal.load();
  await journal.whenLoaded;
  if (journal.records().length === 0) return void vscode.window.showInformationMessage(vscode.l10n.t('There is no incident yet.'));
  const chosen = ids.length > 0 ? recordsOf(journal, ids) : await chooseRecords(journal.records(), current);
  if (chosen === 'quarter') return lookBack(from);
  if (chosen && chosen.length > 0) show(from, chosen, undefined, card ? CARD_CHOICE : FIRST_CHOICE);
}

/** Shows what the record says of a quarter. */
export async function lookBack(from: From): Promise<void> {
  const { journal } = from;
  await journal.load();
  await journal.whenLoaded;
  const [records, where] = [journal.records(), locale()];
  const quarters = quartersIn(records, where);
  if (quarters.length === 0) return void vscode.window.showInformationMessage(vscode.l10n.t('There is no incident yet.'));
  const count = (quarter: Quarter): number => records.filter(({ window }) => isIn(quarter, window.start)).length;
  const rows = quarters.map((quarter) => ({ label: quarterWords(quarter.month, where.language), description: countWords(count(quarter)), quarter }));
  const title = vscode.l10n.t('Look Back on a Quarter');
  const chosen = await vscode.window.showQuickPick(rows, { title, placeHolder: vscode.l10n.t('What you led, whom you thanked, which plans were acted on. Which quarter?') });
  if (chosen) show(from, [], chosen.quarter);
}

function recordsOf(journal: Journal, ids: readonly string[]): readonly Incident[] {
  return ids.flatMap((id) => {
    const entry = journal.get(id);
    return entry?.state === 'ok' ? [entry.record] : [];
  });
}

let open: SharePage | undefined;

/** One page at a time: nobody is to write a preview that they do not look at. */
function show({ journal, folder, extension }: From, records: readonly Incident[], quarter?: Quarter, choice = FIRST_CHOICE): void {
  const ids = new Set(records.map(({ id }) => id));
  const absorbed = journal.absorbed().filter((each) => ids.has(each.absorbed?.into ?? ''));
  const subject = new Share({ people: journal.people(), records, absorbed, all: [...journal.records(), ...absorbed], ...(quarter && { quarter }) });
  open?.panel.dispose();
  const page = new SharePage({ share: subject, folder, extension, locale: locale(), now: Date.now(), choice });
  open = page;
  page.panel.onDidDispose(() => {
    if (open === page) open = undefined;
  });
}
