import * as vscode from 'vscode';
import type { FoundIncident } from '../../core/found/findings';
import { linkSentence } from '../../core/identity/linkWords';
import { momentWords } from '../../core/incident/times';
import type { Claim } from '../../core/journal/schema';
import type { ToldDocument } from '../../core/found/documentClaim';
import { DOCUMENT } from '../../core/found/listing';
import { sourceName } from '../../core/found/sourceWords';
import { locale } from '../place';
import { plain } from '../plain';
import { pick, type Pick, type Row } from '../prompting/pick';
import { openDocument } from './documentPlace';
import { readToldDocuments } from './toldDocuments';

/** *Why Is This Here?*: what each source says, with its line, and why several became one. Choosing a line of a document opens it there. */
export async function sayWhyHere({ incident, assembled }: FoundIncident): Promise<void> {
  const claims = assembled.claims.map(({ claim }) => claim);
  const told = new Map((await readToldDocuments(claims)).map((each) => [each.ref, each]));
  const rows: Row[] = claims.flatMap((claim) => [heading(sourceName(claim.source)), ...(claim.source === DOCUMENT ? documentRows(claim, told.get(claim.ref ?? '')) : signalRows(claim))]);
  const links = assembled.links.map((link): Pick => line(linkSentence(link)));
  const whole: Row[] = [...rows, ...(links.length > 0 ? [heading(vscode.l10n.t('Why these are one incident')), ...links] : [])];
  await pick(whole, { title: vscode.l10n.t('Why Is This Here? {0}', plain(incident.title)), placeHolder: vscode.l10n.t('Choose a line of a document to open it there.'), matchOnDetail: true });
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

const signalRows = ({ title = '', why = [] }: Claim): readonly Row[] => [line(title), ...why.map((each) => line(each))];
const line = (label: string): Pick => ({ label: plain(label), run: async () => undefined });
const heading = (label: string): Row => ({ label, kind: vscode.QuickPickItemKind.Separator });
