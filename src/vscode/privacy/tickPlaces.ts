import * as vscode from 'vscode';
import type { NamedIncident, NamedText, Replacing } from '../../core/privacy/replaceName';
import { placeOf } from '../../core/privacy/texts';
import { placeWords } from '../../core/search/texts';
import { dayWords } from '../../core/incident/times';
import type { ReplacingIn } from '../../store/nameReplacement';
import { inDialogue } from '../dialogue';
import { locale } from '../place';
import { plain } from '../plain';
import { countWords } from '../share/chooseRecords';

/** What is to be replaced. */
export interface Ticked {
  readonly texts: readonly NamedText[];
  /** The name in the list of people as well. */
  readonly person: boolean;
  /** How many places stay. */
  readonly unticked: number;
}

type Row = vscode.QuickPickItem & { readonly text?: NamedText; readonly isPerson?: true };

/** Shows every place, in its incident and with what is around it, all ticked but those that point at something. Undefined where the person leaves. */
export async function tickPlaces(replacing: Replacing, incidents: readonly NamedIncident[], others: readonly ReplacingIn[], isListed: boolean): Promise<Ticked | undefined> {
  const rows: readonly Row[] = [...(isListed ? listRows(replacing) : []), ...others.flatMap(({ target, seen }) => rowsOf(target.title, seen, () => '')), ...incidents.flatMap(incidentRows)];
  const texts = rows.flatMap(({ text }) => text ?? []);
  const places = texts.reduce((sum, { count }) => sum + count, isListed ? 1 : 0);
  const inAll = places === 1 ? vscode.l10n.t('1 place') : vscode.l10n.t('{0} places', places);
  const title = vscode.l10n.t('{0} → {1}: {2} in {3}', replacing.person.name ?? '', replacing.alias, inAll, countWords(incidents.length));
  const placeholder = vscode.l10n.t('Untick what shall stay. Nothing is replaced yet.');
  const ticked = await inDialogue((dialogue) => dialogue.pickSome(rows, { title, placeholder, matchOnDescription: true, matchOnDetail: true }));
  if (!ticked || ticked.length === 0) return undefined;
  const chosen = ticked.flatMap(({ text }) => text ?? []);
  const person = ticked.some(({ isPerson }) => isPerson);
  return { texts: chosen, person, unticked: texts.length - chosen.length + (isListed && !person ? 1 : 0) };
}

function listRows({ person, alias }: Replacing): readonly Row[] {
  const mails = person.mails.length > 0 ? vscode.l10n.t('{0} → no address', person.mails.join(', ')) : '';
  return [separator(vscode.l10n.t('The list of people')), { label: plain(`${person.name ?? ''} → ${alias}`), description: plain(mails), picked: true, isPerson: true }];
}

function incidentRows({ title, start, texts }: NamedIncident): readonly Row[] {
  const words = placeWords();
  return rowsOf(`${title}, ${dayWords(start, locale(), Date.now())}`, texts, ({ path }) => words[placeOf(path) ?? 'source'] ?? '');
}

function rowsOf(title: string, texts: readonly NamedText[], where: (text: NamedText) => string): readonly Row[] {
  if (texts.length === 0) return [];
  const rows = texts.map((text): Row => {
    const often = text.count > 1 ? vscode.l10n.t('{0} times', text.count) : '';
    const points = text.points ? vscode.l10n.t('points at something that is called so') : '';
    return { label: plain(text.excerpt), description: plain([where(text), often, points].filter(Boolean).join(' · ')), picked: !text.points, text };
  });
  return [separator(plain(title)), ...rows];
}

const separator = (label: string): Row => ({ label, kind: vscode.QuickPickItemKind.Separator });
