import * as vscode from 'vscode';
import { judgeNote } from '../../core/evidence/foresight';
import { addByHand, hideEntry, markMoment, removeByHand, showEntry } from '../../core/evidence/marks';
import type { EvidenceEntry } from '../../core/evidence/entry';
import { DOCUMENT } from '../../core/found/listing';
import { windowProblem } from '../../core/incident/window';
import { settleValue, type ClashFile, type Keep } from '../../core/journal/clash';
import { takeBackPromise } from '../../core/plan/promise';
import { withCue, withWeekly } from '../../core/plan/planCues';
import type { ReflectionMessage } from '../../core/protocol';
import { choose, setWindow } from '../../core/reflection/choices';
import { settle, settleClash } from '../../core/reflection/clashes';
import { markPerson, promiseToTell } from '../../core/reflection/person';
import { openScreen } from '../../core/reflection/progress';
import { pick, rate } from '../../core/reflection/ratings';
import { inPlan } from '../../core/reflection/texts';
import { openDocument } from '../found/documentPlace';
import { openCommit } from '../openCommit';
import { part } from '../parts';
import { back, changePlan, end, keepPart, next, nextFromPlan, skip, takeTypedWords } from './leaving';
import { namePerson, noteLastPlan, settleLastPlan } from './naming';
import type { ReflectionSession } from './session';
import { backToScreens, deepen, edit, leadsNowhere, read } from './turning';

/** What only the page of the deep path asks for. */
export type DeepOnly = 'decision' | 'member' | 'coach' | 'askWhom' | 'askAbout' | 'request' | 'seekNext' | 'shareCard';

/** What only the page of a drill asks for. */
export type DrillOnly = 'drillOn' | 'drillPage' | 'sure' | 'same' | 'right';

type Elsewhere = DeepOnly | DrillOnly;
type Handlers = {
  readonly [Type in Exclude<ReflectionMessage['type'], Elsewhere>]: (session: ReflectionSession, message: Extract<ReflectionMessage, { type: Type }>) => unknown;
};

/** What each intent of the page does: one change each. A message that nobody handles does not compile. */
const handlers: Handlers = {
  ready: (session) => session.show(),
  answer: (session, { field, text, base }) => session.unsaved.type(field, text, base),
  choose: (session, message) => {
    if (message.field === 'ledger') return noteLastPlan(session, message.value);
    return session.change((record, step) => choose(record, message, step));
  },
  window: (session, { start, end }) => {
    if (windowProblem(start, end, Date.now()) !== undefined) return undefined;
    return session.change((record, step) => setWindow(record, start, end, step));
  },
  pick: (session, { behaviour, on }) => session.change((record, step) => pick(record, behaviour, on, step)),
  rate: (session, { behaviour, anchor }) => session.change((record, step) => rate(record, behaviour, anchor ?? undefined, step)),
  open: (session, { screen }) => session.go((record, step) => openScreen(record, screen, step)),
  next,
  back,
  skip,
  changeGuess: (session) => session.remember({ guessOpen: true }),
  keepAsIs: (session, { part }) => keepPart(session, part),
  cue: (session, { cue, on }) => session.change((record, step) => inPlan(record, step, (plan) => withCue(plan, cue, on ? {} : undefined))),
  weekly: (session, { day, time }) => session.change((record, step) => inPlan(record, step, (plan) => withWeekly(plan, day, time))),
  changePlan,
  takeTyped: takeTypedWords,
  moment: (session, { key }) => {
    const entry = key === null ? undefined : session.entry(key);
    if (key !== null && !entry) return undefined;
    return session.change((record, step) => markMoment(record, entry, step));
  },
  hide: (session, { key, hidden }) =>
    withEntry(session, key, (entry) =>
      session.change((record, step) => (hidden ? hideEntry : showEntry)(record, entry, step)),
    ),
  addMoment: (session, { at, title }) => session.change((record, step) => addByHand(record, { at, title }, step)),
  removeMoment: (session, { key }) => withEntry(session, key, (entry) => session.change((record, step) => removeByHand(record, entry, step))),
  judge: (session, { key, judged }) =>
    withEntry(session, key, ({ ref }) => session.change((record, step) => judgeNote(record, ref, judged ?? undefined, step))),
  openCommit: (session, { key }) => withEntry(session, key, (entry) => openCommit(entry, session.rootOf(entry))),
  openLine: (session, { document, line }) => {
    const claim = session.record?.claims?.find(({ source, ref }) => source === DOCUMENT && ref === document);
    return claim && openDocument(claim, line);
  },
  person: (session, { name }) => namePerson(session, name),
  mark: (session, { mark, on }) => session.change((record, step) => markPerson(record, mark, on, step)),
  remind: (session, { on }) => session.change((record, step) => promiseToTell(record, on, step)),
  makePromise: async (session) => {
    await session.unsaved.flush();
    await part('promises').makePromise(session.journal, session.id);
  },
  takeBackPromise: (session, { promise }) => session.change((record) => takeBackPromise(record, promise)),
  settle: (session, { field, keep }) => {
    if (field === 'person.name') return undefined; // asked in the list above: the other name waits in the people file
    if (field === 'ledger.why') return settleLastPlan(session, keep);
    return session.change((record, step) => settle(record, field, keep, step));
  },
  settleValue: (session, { of, path, keep }) => settleIn(session, of, path, keep),
  tieLesson: async (session) => {
    await session.unsaved.flush(); // the lesson may have been typed a moment ago
    await part('lessons').tieLesson(session);
  },
  retry: (session) => session.unsaved.flush(),
  copy: (_, { text }) => vscode.env.clipboard.writeText(text),
  close: (session) => session.close(),
  edit,
  read,
  share: ({ id }) => vscode.commands.executeCommand('leadDebrief.share', id),
  deepen,
  screens: backToScreens,
  insertLessons: ({ id }) => vscode.commands.executeCommand('leadDebrief.insertLessons', id),
};

/** What opens something beside the page, or asks there: the page goes on meanwhile, however long that stays open. */
export const BESIDE: readonly ReflectionMessage['type'][] = ['makePromise', 'tieLesson', 'insertLessons', 'share', 'shareCard', 'openCommit', 'openLine'];

/** The lead chose between two values. */
function settleIn(session: ReflectionSession, of: ClashFile, path: string, keep: Keep): unknown {
  if (of === 'incident') return session.change((record, step) => settleClash(record, path, keep, step));
  const { journal } = session;
  const save = () => (of === 'people' ? journal.updatePeople((all) => settleValue(all, path, keep)) : journal.updateFacts((facts) => settleValue(facts, path, keep)));
  return session.unsaved.add({ save });
}

function withEntry(session: ReflectionSession, key: string, work: (entry: EvidenceEntry) => unknown): unknown {
  const entry = session.entry(key);
  return entry && work(entry);
}

/** Does what one intent asks for. */
export async function handle(session: ReflectionSession, message: ReflectionMessage): Promise<void> {
  if (leadsNowhere(session, message)) return;
  if (session.view === 'deep' && (await part('deep').handleDeep(session, message))) return;
  if (session.view === 'drill' && (await part('drill').handleDrill(session, message, { end, nextFromPlan }))) return;
  const handler = handlers[message.type as Exclude<ReflectionMessage['type'], Elsewhere>] as ((session: ReflectionSession, message: ReflectionMessage) => unknown) | undefined;
  await handler?.(session, message);
}
