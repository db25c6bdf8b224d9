import * as vscode from 'vscode';
import type { Link } from '../../core/identity/assemble';
import { linkReason } from '../../core/identity/linkWords';
import { dayWords, momentWords } from '../../core/incident/times';
import type { Claim, Incident } from '../../core/journal/schema';
import type { ToldDocument } from '../../core/found/documentClaim';
import { DOCUMENT } from '../../core/found/listing';
import { sourceName } from '../../core/found/sourceWords';
import { locale } from '../place';
import { plain } from '../plain';
import type { Dialogue } from '../dialogue';
import type { Pick, Row } from '../prompting/pick';
import { openDocument } from './documentPlace';
import type { Finding } from './finding';
import { join } from './joining';
import { part } from './parting';
import { absorbedIn, chooseSubject, claimsIn, linksIn, subjectOf } from './subject';
import { readToldDocuments } from './toldDocuments';

/** *Why Is This Here?*: what each source says, with its line, why several are one, and what can be done about that. Choosing a line of a document opens it there. */
export async function sayWhyHere(finding: Finding, dialogue: Dialogue, id: string | undefined): Promise<void> {
  const title = vscode.l10n.t('Why Is This Here?');
  const subject = id === undefined ? await chooseSubject(finding, dialogue, { title, placeHolder: vscode.l10n.t('Which incident?') }) : subjectOf(finding, id);
  if (!subject) return;
  const { incident } = subject;
  const claims = claimsIn(subject).map(({ claim }) => claim);
  const told = new Map((await readToldDocuments(claims)).map((each) => [each.ref, each]));
  const absorbed = absorbedIn(finding, incident.id);
  const rows: AskingRow[] = [
    ...claims.flatMap((claim) => [heading(sourceName(claim.source)), ...rowsOf(claim, told)]),
    ...group(vscode.l10n.t('Why these are one incident'), linksIn(subject).map(linkRow)),
    ...group(vscode.l10n.t('Joined with it'), absorbed.map(absorbedRow)),
    heading(''),
    ...(claims.length > 1 || absorbed.length > 0 ? [{ label: `$(split-horizontal) ${vscode.l10n.t('Part from an Incident…')}`, run: () => part(finding, dialogue, incident.id), asks: true }] : []),
    { label: `$(merge) ${vscode.l10n.t('Join with Another Incident…')}`, run: () => join(finding, dialogue, [incident.id]), asks: true },
  ];
  const chosen = await dialogue.pick(rows, { title: vscode.l10n.t('Why Is This Here? {0}', plain(incident.title)), placeholder: vscode.l10n.t('Choose a line of a document to open it there.'), matchOnDetail: true });
  if (!chosen?.asks) dialogue.dispose();
  await chosen?.run?.();
}

/** `asks`: the next question follows in the same dialogue. */
type AskingRow = Row & { readonly asks?: boolean };

function rowsOf(claim: Claim, told: ReadonlyMap<string, ToldDocument>): readonly Row[] {
  if (claim.source === DOCUMENT) return documentRows(claim, told.get(claim.ref ?? ''));
  return claim.source === 'person' ? [line(vscode.l10n.t('You said on {0} that this was one.', dayWords(claim.seen, locale(), Date.now())))] : signalRows(claim);
}

function documentRows(claim: Claim, told: ToldDocument | undefined): readonly Row[] {
  const { ref = '' } = claim;
  if (!told) return [{ label: plain(ref), detail: vscode.l10n.t('The document is not in an open folder, or is no incident document any more.'), run: async () => undefined }];
  const at = (label: string, lineNumber: number): Pick => ({ label: plain(label), detail: vscode.l10n.t('from {0}, line {1}', plain(ref), lineNumber), run: () => openDocument(claim, lineNumber) });
  const words = ({ at: time, isDay }: { readonly at: string; readonly isDay: boolean }): string => (isDay ? vscode.l10n.t('{0}, only the day is known', momentWords(time, locale(), Date.now())) : momentWords(time, locale(), Date.now()));
  return [
    at(told.title.value, told.title.line),
    ...(told.start ? [at(vscode.l10n.t('It began: {0}', words(told.start)), told.start.line)] : []),
    ...(told.end ? [at(vscode.l10n.t('It was over: {0}', words(told.end)), told.end.line)] : []),
    ...(told.timeline.length > 0 ? [at(told.timeline.length === 1 ? vscode.l10n.t('1 entry of its timeline') : vscode.l10n.t('{0} entries of its timeline', told.timeline.length), told.timeline[0]?.line ?? 1)] : []),
  ];
}

/** An incident that goes on in another: what was written about it is read and changed as before. */
function absorbedRow({ id, title, absorbed, reflection }: Incident): Pick {
  const day = dayWords(absorbed?.at ?? '', locale(), Date.now());
  const detail = reflection ? vscode.l10n.t('You joined it on {0}. Choose this line to read what you wrote about it.', day) : vscode.l10n.t('You joined it on {0}.', day);
  return { label: plain(title), detail, run: async () => reflection && vscode.commands.executeCommand('leadDebrief.openReflection', id) };
}

function linkRow(link: Link): Pick {
  const { reason, which } = linkReason(link);
  return { ...line(reason), detail: plain(which) };
}

const signalRows = ({ title = '', ref = '', why = [], urls = [] }: Claim): readonly Row[] => [line(title || ref), ...why.map((each) => line(each)), ...urls.map((url) => line(url))];
const line = (label: string): Pick => ({ label: plain(label), run: async () => undefined });
const group = (label: string, rows: readonly Row[]): readonly Row[] => (rows.length > 0 ? [heading(label), ...rows] : []);
const heading = (label: string): Row => ({ label, kind: vscode.QuickPickItemKind.Separator });
