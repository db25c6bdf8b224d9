import * as vscode from 'vscode';
import { sourceNames } from '../../core/found/sourceWords';
import { isWorkedOn } from '../../core/identity/decisions';
import { joinIncidents, partAbsorbed, writtenTwice, type WrittenOnce } from '../../core/identity/partAndJoin';
import { isReplay } from '../../core/incident/state';
import { absorb, release } from '../../core/journal/absorbed';
import type { Incident } from '../../core/journal/schema';
import { isSameJson } from '../../core/share/sameJson';
import { shownTitle } from '../hiding';
import { offer } from '../offer';
import { newId } from '../place';
import { plain } from '../plain';
import type { Dialogue } from '../dialogue';
import { saveOrSay } from '../saving';
import type { Finding } from './finding';
import { chooseSubject, subjectOf, type Subject } from './subject';

/** *Join with Another Incident…*: makes one of two, after saying what becomes of either. @param dialogue what has led here @param ids those that were chosen in the history */
export async function join(finding: Finding, dialogue: Dialogue, ids: readonly string[]): Promise<void> {
  const title = vscode.l10n.t('Join with Another Incident');
  const [first, second, ...more] = ids;
  if (more.length > 0) return void vscode.window.showInformationMessage(vscode.l10n.t('Two at a time can be joined. Choose two.'));
  const one = first === undefined ? await chooseSubject(finding, dialogue, { title: vscode.l10n.t('{0} (1 of 2)', title), placeHolder: vscode.l10n.t('Which two are one? Choose the first.') }) : subjectOf(finding, first);
  if (!one) return;
  const drill = [first, second].flatMap((id) => (id === undefined ? [] : (subjectOf(finding, id) ?? []))).some(({ incident }) => isReplay(incident));
  if (drill) return void vscode.window.showInformationMessage(vscode.l10n.t('A drill is no incident: it stays what it is.'));
  const { id, title: name, window } = one.incident;
  const distance = (each: Incident): number => Math.abs(Date.parse(each.window.start) - Date.parse(window.start));
  const asking = { title, placeHolder: vscode.l10n.t('Which one is the same incident as {0}? Nearest in time first.', plain(name)), order: (a: Incident, b: Incident) => distance(a) - distance(b), isOffered: (each: Subject) => each.incident.id !== id };
  const other = second === undefined ? await chooseSubject(finding, dialogue, asking) : subjectOf(finding, second);
  dialogue.dispose();
  const order = other && (await askOrder(one, other));
  if (order) await joinTwo(finding, ...order);
}

type Order = readonly [goesOn: Subject, other: Subject];

/** Says what becomes of both, and asks; where something was written for both, which of the two goes on. */
async function askOrder(one: Subject, other: Subject): Promise<Order | undefined> {
  const [goesOn, joined]: Order = weightOf(other) > weightOf(one) ? [other, one] : [one, other];
  const twice = writtenTwice(goesOn.incident, joined.incident);
  const [a, b] = [goesOn.incident.title, joined.incident.title];
  const detail = [
    twice.length === 0 ? vscode.l10n.t('“{0}” goes on, with what was noted about either.', a) : vscode.l10n.t('One of the two goes on, with what was noted about either. Choose which.'),
    ...twice.map((each) => twiceWords()[each]),
    joined.isRecord ? vscode.l10n.t('The other is not listed by itself any more. Nothing of it is deleted: its file stays as it is, and Part from an Incident… lists it again.') : vscode.l10n.t('What was found about “{0}” ({1}) belongs to it from now on. Part from an Incident… takes it out again.', b, sourceNames(joined.incident.claims ?? [])),
  ].join('\n\n');
  const choices = new Map<string, Order>(
    twice.length === 0 ? [[vscode.l10n.t('Join'), [goesOn, joined]]] : [[vscode.l10n.t('“{0}” Goes On', short(a)), [goesOn, joined]], [vscode.l10n.t('“{0}” Goes On', short(b)) + (short(a) === short(b) ? ' (2)' : ''), [joined, goesOn]]],
  );
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Join “{0}” and “{1}”?', a, b), { modal: true, detail }, ...choices.keys());
  return answer === undefined ? undefined : choices.get(answer);
}

const SHORT = 40;
const short = (title: string): string => (title.length > SHORT ? `${title.slice(0, SHORT - 1)}…` : title);

const twiceWords = (): Readonly<Record<WrittenOnce, string>> => ({
  reflection: vscode.l10n.t('There is a reflection on both. That of the one that goes on is counted; the other stays as you wrote it, is not counted, and can be read in Why Is This Here?'),
  plan: vscode.l10n.t('There is a plan in both. That of the one that goes on comes up at its moment; the other is kept and no longer comes up.'),
  lesson: vscode.l10n.t('There is a lesson in both. That of the one that goes on comes back when it is due; the other is kept and no longer comes back.'),
});

/** Which of two goes on: where more was written. */
function weightOf({ incident, isRecord }: Subject): number {
  const { reflection, plan, lesson } = incident;
  const weights = [reflection?.finished !== undefined, reflection !== undefined, plan !== undefined || lesson !== undefined, isWorkedOn(incident), isRecord];
  const first = weights.indexOf(true);
  return first < 0 ? 0 : weights.length - first;
}

async function joinTwo(finding: Finding, { incident: { id, title }, isRecord }: Subject, other: Subject): Promise<void> {
  const { journal } = finding.options;
  const moment = { now: new Date().toISOString(), newId };
  const done: { before?: Incident; absorbed?: Incident } = {};
  const change = (record: Incident): Incident => {
    const joined = joinIncidents(record, other.incident, moment);
    if (!joined.ok) return record;
    [done.before, done.absorbed] = [record, joined.absorbed];
    return joined.record;
  };
  const saved = await (isRecord ? saveOrSay(() => journal.update(id, change)) : finding.adopt(id, change));
  const { before, absorbed } = done;
  const trace = absorbed?.absorbed;
  if (!saved || !absorbed || !trace) return;
  if (other.isRecord && !(await saveOrSay(() => journal.update(absorbed.id, (record) => absorb(record, trace))))) return;
  await offer(vscode.l10n.t('{0} and {1} are one incident now.', shownTitle(title), shownTitle(other.incident.title)), {
    [vscode.l10n.t('Undo')]: async () => {
      const back = await saveOrSay(() => journal.update(id, (record) => (before && isSameJson(record, saved) ? before : partAbsorbed(record, absorbed, moment)[0])));
      if (back && other.isRecord) await saveOrSay(() => journal.update(absorbed.id, release));
    },
  });
}
