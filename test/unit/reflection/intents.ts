import fc from 'fast-check';
import type { Anchor, Incident } from '../../../src/core/journal/schema';
import { KINDS, MARKS, NO_OCCASION, OUTCOMES, ROLES, SEVERITIES } from '../../../src/core/journal/values';
import { keepAsIs, makePlan, takeTyped, unmakePlan } from '../../../src/core/plan/commit';
import { PARTS } from '../../../src/core/plan/turnBack';
import { SCREENS } from '../../../src/core/protocol';
import { behaviours } from '../../../src/core/reflection/behaviours';
import { choose, setWindow, type OwnChoice } from '../../../src/core/reflection/choices';
import { settle, typeText } from '../../../src/core/reflection/clashes';
import { markPerson, missPerson, promiseToTell } from '../../../src/core/reflection/person';
import { finish, leaveScreen, openScreen } from '../../../src/core/reflection/progress';
import { pick, rate } from '../../../src/core/reflection/ratings';
import type { Step } from '../../../src/core/reflection/step';
import { writeText, type OwnTextField } from '../../../src/core/reflection/texts';

/** One thing that a lead does, as data, so that a failing sequence can be read. */
export interface Intent {
  readonly does: string;
  readonly args: readonly unknown[];
  readonly apply: (record: Incident, step: Step) => Incident;
  /** The texts that it may overwrite. */
  readonly overwrites: readonly OwnTextField[];
}

const ids = behaviours().map(({ id }) => id);
export const FIELDS: readonly OwnTextField[] = [
  'stakes', 'moment', 'person.note', 'plan.cue', 'plan.act', 'cue.branch', 'cue.file', 'typed.cue', 'typed.act', 'answer.luck', 'answer.said.goal', ...ids.map((id) => `evidence.${id}` as const),
];

const behaviour = fc.constantFrom(...ids, 'X9');
const field = fc.constantFrom(...FIELDS);
const text = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('', 'a', 'the log', 'in future') }, fc.string({ unit: 'grapheme', maxLength: 12 }));
const person = fc.constantFrom('p-mei', 'p-omar', undefined);
const anchor = fc.constantFrom<Anchor | undefined>(1, 2, 3, 4, 5, NO_OCCASION, undefined);
const time = fc.integer({ min: 0, max: 200 }).map((minutes) => new Date(Date.parse('2026-05-14T12:00:00Z') + minutes * 60_000).toISOString());

const orNull = <T>(values: readonly T[]): fc.Arbitrary<T | null> => fc.constantFrom(...values, null);
const choice: fc.Arbitrary<OwnChoice> = fc.oneof(
  fc.record({ type: fc.constant('choose' as const), field: fc.constant('role' as const), value: orNull(ROLES) }),
  fc.record({ type: fc.constant('choose' as const), field: fc.constant('kind' as const), value: orNull(KINDS) }),
  fc.record({ type: fc.constant('choose' as const), field: fc.constant('outcome' as const), value: orNull(OUTCOMES) }),
  fc.record({ type: fc.constant('choose' as const), field: fc.constant('severity' as const), value: orNull(SEVERITIES) }),
  fc.record({ type: fc.constant('choose' as const), field: fc.constantFrom('best' as const, 'costly' as const), value: orNull([...ids, 'X9']) }),
  fc.record({ type: fc.constant('choose' as const), field: fc.constant('lastPlan' as const), value: orNull(['keep', 'replace'] as const) }),
);

function intent<Args extends readonly unknown[]>(
  does: string,
  args: fc.Arbitrary<Args>,
  apply: (record: Incident, step: Step, ...args: Args) => Incident,
  overwrites: (...args: Args) => readonly OwnTextField[] = () => [],
): fc.Arbitrary<Intent> {
  return args.map((all) => ({ does, args: all, apply: (record, step) => apply(record, step, ...all), overwrites: overwrites(...all) }));
}

/** Everything that changes a record from the reflection page, with any arguments that a page could send. */
export const intents = {
  choose: intent('choose', fc.tuple(choice), (record, step, chosen) => choose(record, chosen, step)),
  window: intent('window', fc.tuple(time, time), (record, step, start, end) => setWindow(record, start, end, step)),
  pick: intent('pick', fc.tuple(behaviour, fc.boolean()), (record, step, id, on) => pick(record, id, on, step)),
  rate: intent('rate', fc.tuple(behaviour, anchor), (record, step, id, act) => rate(record, id, act, step)),
  write: intent('write', fc.tuple(field, text), (record, step, at, words) => writeText(record, at, words, step), (at) => [at]),
  type: intent('type', fc.tuple(field, text, text), (record, step, at, words, base) => typeText(record, { field: at, text: words, base }, step), (at) => [at]),
  settle: intent('settle', fc.tuple(field, fc.constantFrom('mine' as const, 'theirs' as const, 'both' as const)), (record, step, at, keep) => settle(record, at, keep, step), (at) => [at]),
  open: intent('open', fc.tuple(fc.constantFrom(...SCREENS)), (record, step, screen) => openScreen(record, screen, step)),
  leave: intent('leave', fc.tuple(fc.constantFrom(...SCREENS)), (record, step, screen) => leaveScreen(record, screen, undefined, step)),
  finish: intent('finish', fc.tuple(), (record, step) => finish(record, step)),
  keepAsIs: intent('keepAsIs', fc.tuple(fc.constantFrom(...PARTS)), (record, step, part) => keepAsIs(record, [part], step)),
  makePlan: intent('makePlan', fc.tuple(), (record, step) => makePlan(record, step)),
  unmakePlan: intent('unmakePlan', fc.tuple(), (record, step) => unmakePlan(record, step), () => ['typed.cue', 'typed.act']),
  takeTyped: intent('takeTyped', fc.tuple(), (record, step) => takeTyped(record, step), () => ['plan.cue', 'plan.act']),
  person: intent('person', fc.tuple(person), (record, step, who) => missPerson(record, who, step)),
  mark: intent('mark', fc.tuple(fc.constantFrom(...MARKS), fc.boolean()), (record, step, mark, on) => markPerson(record, mark, on, step)),
  promise: intent('promise', fc.tuple(fc.boolean()), (record, step, on) => promiseToTell(record, on, step)),
};

export const anyIntent = fc.oneof(...Object.values(intents));
