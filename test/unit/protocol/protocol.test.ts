import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { BEHAVIOUR_ID, TIME } from '../../../src/core/journal/schema';
import { JUDGED, KINDS, LEDGER, LONGEST_ANSWER, MARKS, NO_OCCASION, OUTCOMES, ROLES, SEVERITIES } from '../../../src/core/journal/values';
import { DEEP_PLACES } from '../../../src/core/deep/places';
import { LISTS } from '../../../src/core/growth/lists';
import { REMEDIES } from '../../../src/core/growth/remedies';
import { PRIVACY_ACTIONS } from '../../../src/core/privacy/state';
import { dashboardMessage, privacyMessage, reflectionMessage, SCREENS, shareMessage, tableMessage } from '../../../src/core/protocol';
import { mutated, type Json } from '../journal/records';
import { dashboardExamples, privacyExamples, reflectionExamples, shareExamples, tableExamples } from './messages';
import { FIELDS } from '../../../src/core/tableImport/fields';
import { DAY_ORDERS } from '../../../src/core/tableImport/readTime';
import { TABLE_SOURCES } from '../../../src/core/tableImport/sourceNames';
import { MOST_COLUMNS } from '../../../src/core/tableImport/table';
import { FORMS, QUARTER_SECTIONS, SECTIONS, SHOWN } from '../../../src/core/share/choice';

type Test = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Test>>;

const LONGEST = 5_000_000;
const isFlag: Test = (value) => typeof value === 'boolean';
const isText = (most: number): Test => (value) => typeof value === 'string' && value.length <= most;
const isIn = (values: readonly unknown[]): Test => (value) => values.includes(value);
const isForm = (form: RegExp): Test => (value) => typeof value === 'string' && form.test(value);
const isUpTo = (most: number): Test => (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;
const orNull = (test: Test): Test => (value) => value === null || test(value);
const [short, long, behaviour, time] = [isText(200), isText(LONGEST), isForm(BEHAVIOUR_ID), isForm(TIME)];
const NAMED = ['stakes', 'ledger.why', 'moment', 'person.name', 'person.note', 'plan.cue', 'plan.act', 'cue.branch', 'cue.file', 'typed.cue', 'typed.act'];
const textField: Test = (value) => isIn(NAMED)(value) || isForm(/^(evidence\.[A-Z][0-9]{1,2}|answer\.[a-zA-Z]{1,24}(\.[0-9a-zA-Z-]{1,64})?|(note|outside)\.[0-9a-z][0-9a-z-]{1,63})$/)(value);

/** What may be chosen, by field: said once more here, by hand, to find a schema that lets something else pass. */
const chosen: Shape = {
  role: isIn(ROLES), kind: isIn(KINDS), outcome: isIn(OUTCOMES), severity: isIn(SEVERITIES), ledger: isIn(LEDGER),
  best: behaviour, costly: behaviour, lastPlan: isIn(['keep', 'replace']),
};

const reflectionShapes: Readonly<Record<keyof typeof reflectionExamples, Shape>> = {
  ready: {}, next: {}, back: {}, skip: {}, changeGuess: {}, changePlan: {}, takeTyped: {}, retry: {}, close: {}, edit: {}, read: {}, share: {}, insertLessons: {}, tieLesson: {},
  answer: { field: textField, text: long, base: long },
  choose: {}, // its value depends on its field: see isChoice
  window: { start: time, end: time },
  pick: { behaviour, on: isFlag },
  rate: { behaviour, anchor: orNull(isIn([1, 2, 3, 4, 5, NO_OCCASION])) },
  open: { screen: isIn(SCREENS) },
  keepAsIs: { part: isIn(['cue', 'act']) },
  cue: { cue: isIn(['declared', 'resolved', 'revert']), on: isFlag },
  weekly: { day: orNull(isIn([1, 2, 3, 4, 5, 6, 7])), time: isForm(/^([01][0-9]|2[0-3]):[0-5][0-9]$/) },
  moment: { key: orNull(short) },
  hide: { key: short, hidden: isFlag },
  addMoment: { at: time, title: short },
  removeMoment: { key: short },
  judge: { key: short, judged: orNull(isIn(JUDGED)) },
  openCommit: { key: short },
  openLine: { document: isText(4_096), line: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 1_000_000 },
  person: { name: orNull(short) },
  mark: { mark: isIn(MARKS), on: isFlag },
  remind: { on: isFlag },
  makePromise: {}, takeBackPromise: { promise: short },
  settle: { field: textField, keep: isIn(['mine', 'theirs', 'both']) },
  settleValue: { of: isIn(['incident', 'people', 'journal']), path: long, keep: isIn(['mine', 'theirs', 'both']) },
  copy: { text: long },
  deepen: { place: isIn(DEEP_PLACES) }, decision: { key: short, on: isFlag }, coach: { name: orNull(short) }, askWhom: { name: orNull(short) }, askAbout: { behaviour: orNull(behaviour) }, seekNext: {}, shareCard: {},
  member: { name: short, does: isIn(['named', ...MARKS, 'again', 'heldBack', 'thanked', 'remind']), on: isFlag }, request: { by: isIn(['copy', 'mail']) },
  screens: { screen: orNull(isIn(SCREENS)) },
  drillOn: { page: isUpTo(1_000) }, drillPage: { page: isUpTo(1_000) }, sure: { point: short, sure: orNull(isUpTo(100)) }, same: { point: short, same: orNull(isIn(['same', 'partly', 'different'])) }, right: { point: short, right: orNull(isIn(JUDGED)) },
};

const dashboardShapes: Readonly<Record<keyof typeof dashboardExamples, Shape>> = {
  scope: { kind: isIn(KINDS), period: (value) => isIn(['all', 'year', 'twelveMonths'])(value) || isForm(/^\d{4}-(01|04|07|10)$/)(value) },
  occasions: { behaviour: orNull(behaviour), from: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 1_000_000 },
  ready: {}, reflectOnAny: {}, tryIt: {}, ledger: {}, rehearsePlan: {}, changePlan: {}, checkPromise: { promise: short }, recallLesson: { id: short }, closePlan: {}, showAll: { list: isIn(LISTS), on: isFlag }, setGoal: {}, settleGoal: {}, setLoadLimit: {}, thanked: { id: short, entry: short, on: isFlag }, copyThanks: { id: short, entry: short }, remedy: { remedy: isIn(REMEDIES) }, reflect: { id: short }, restore: { file: long }, openFile: { file: long },
};

const privacyShapes: Readonly<Record<keyof typeof privacyExamples, Shape>> = {
  ready: {}, lookAgain: {}, openPlace: { place: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 99 }, act: { action: isIn(PRIVACY_ACTIONS) }, copy: { text: long }, remedy: { remedy: isIn(REMEDIES) },
};

const revision: Test = (value) => Number.isInteger(value) && (value as number) >= 0;
const shareShapes: Readonly<Record<keyof typeof shareExamples, Shape>> = {
  ready: {}, openText: {}, form: { form: isIn(FORMS) }, whole: { on: isFlag }, section: { section: isIn([...SECTIONS, ...QUARTER_SECTIONS]), on: isFlag },
  person: { person: orNull(short), shown: isIn(SHOWN) }, toFile: { revision }, toClipboard: { revision },
};

const isColumn: Test = (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) < MOST_COLUMNS;
const tableShapes: Readonly<Record<keyof typeof tableExamples, Shape>> = {
  ready: {}, cancel: {}, column: { field: isIn(FIELDS), column: orNull(isColumn) }, source: { source: isIn(TABLE_SOURCES) }, zone: { utc: isFlag }, order: { order: isIn(DAY_ORDERS) }, alike: { on: isFlag }, import: { revision },
};

function isChoice({ field, value }: Readonly<Record<string, unknown>>): boolean {
  const test = typeof field === 'string' && Object.hasOwn(chosen, field) ? chosen[field] : undefined;
  return test !== undefined && orNull(test)(value);
}

/** Whether a message has the right shape; more fields than that are left aside. */
function fits(shapes: Readonly<Record<string, Shape>>, message: unknown): boolean {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return false;
  const fields = message as Readonly<Record<string, unknown>>;
  const shape = typeof fields.type === 'string' && Object.hasOwn(shapes, fields.type) ? shapes[fields.type] : undefined;
  if (!shape) return false;
  const isRight = fields.type !== 'choose' || isChoice(fields);
  return isRight && Object.entries(shape).every(([key, test]) => key in fields && test(fields[key]));
}

const pages = [
  ['reflection', reflectionMessage, reflectionExamples, reflectionShapes],
  ['dashboard', dashboardMessage, dashboardExamples, dashboardShapes],
  ['privacy', privacyMessage, privacyExamples, privacyShapes],
  ['share', shareMessage, shareExamples, shareShapes],
  ['import', tableMessage, tableExamples, tableShapes],
] as const;

for (const [page, schema, examples, shapes] of pages) {
  const all = Object.values(examples).flat() as readonly (Json & object)[];
  const passes = (message: unknown): boolean => v.safeParse(schema, message).success;

  describe(`a message of the ${page} page`, () => {
    for (const message of all) {
      it(`${JSON.stringify(message)} passes, and comes out the same`, () => {
        assert.deepEqual(v.parse(schema, message), message);
        assert.ok(fits(shapes, message));
      });
    }

    it('is refused without any one of its fields, and with null, a list, a number or a longer text in place of any', () => {
      for (const message of all) {
        for (const key of Object.keys(message)) {
          const { [key as never]: taken, ...rest } = message;
          assert.ok(!passes(rest), `${JSON.stringify(rest)} without ${key}`);
          for (const wrong of [undefined, [], {}, [taken], 7.5, 'x'.repeat(LONGEST + 1)]) {
            assert.ok(!passes({ ...rest, [key]: wrong }), `${key} of ${JSON.stringify(message)}`);
          }
          assert.equal(passes({ ...rest, [key]: null }), fits(shapes, { ...rest, [key]: null }));
        }
      }
    });

    it('loses what it should not have', () => {
      for (const message of all) assert.deepEqual(v.parse(schema, { ...message, more: 'x', constructor: 'x' }), message);
    });

    it('is nothing else: no text, no list, nothing', () => {
      for (const other of [undefined, null, '', 'ready', 0, true, [], ['ready'], {}, { type: null }, { type: ['ready'] }, { type: 'Ready' }, { type: '__proto__' }, { type: 'toString' }, { kind: 'ready' }]) {
        assert.ok(!passes(other), JSON.stringify(other));
      }
    });

    it('passes exactly when it has the right shape, whatever was done to it', () => {
      const changed = fc.constantFrom(...all).chain((message) => fc.oneof(mutated(message), mutated(message).chain((once) => (once === null || typeof once !== 'object' ? fc.constant(once) : mutated(once)))));
      const crossed = fc.tuple(fc.constantFrom(...all), fc.constantFrom(...all)).map(([one, other]) => ({ ...one, ...other, type: (one as { type: string }).type }));
      fc.assert(
        fc.property(fc.oneof(changed, crossed), (message) => {
          const parsed = v.safeParse(schema, message);
          assert.equal(parsed.success, fits(shapes, message), JSON.stringify(message));
          if (parsed.success) assert.ok(fits(shapes, parsed.output));
        }),
        { numRuns: 1_000 },
      );
    });

    it('of any other making is refused without a fault', () => {
      const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true, withTypedArray: true, withSparseArray: true, withBoxedValues: true });
      const typed = fc.tuple(fc.constantFrom(...Object.keys(examples)), fc.dictionary(fc.constantFrom('field', 'value', 'text', 'base', 'key', 'on', 'behaviour', 'anchor', 'at', 'title', 'name', '__proto__'), anything)).map(([type, rest]) => ({ ...rest, type }));
      fc.assert(
        fc.property(fc.oneof(anything, typed), (message) => assert.equal(passes(message), fits(shapes, message))),
        { numRuns: 1_000 },
      );
    });
  });
}

describe('the lengths of messages', () => {
  const answer = (text: string, base = ''): unknown => ({ type: 'answer', field: 'moment', text, base });
  const passes = (message: unknown): boolean => v.safeParse(reflectionMessage, message).success;

  it('leave room for all that a file can hold, and no more', () => {
    assert.ok(LONGEST_ANSWER < LONGEST);
    assert.ok(passes(answer('x'.repeat(LONGEST), 'x'.repeat(LONGEST))));
    assert.ok(!passes(answer('x'.repeat(LONGEST + 1))));
    assert.ok(!passes(answer('', 'x'.repeat(LONGEST + 1))));
  });

  it('are short for titles, names and keys', () => {
    const at = '2026-05-14T14:10:00Z';
    for (const [most, passed] of [[200, true], [201, false]] as const) {
      const words = 'x'.repeat(most);
      assert.equal(passes({ type: 'addMoment', at, title: words }), passed);
      assert.equal(passes({ type: 'person', name: words }), passed);
      assert.equal(passes({ type: 'moment', key: words }), passed);
      assert.equal(v.safeParse(dashboardMessage, { type: 'reflect', id: words }).success, passed);
    }
  });

  const times = ['2026-05-14T14:02:00+02:00', '2026-05-14 14:02:00Z', '2026-05-14T14:02:00', '2026-05-14', '20266-05-14T14:02:00Z', '2026-13-14T14:02:00Z', '2026-05-14T14:02:00.1234Z', ''];
  for (const time of times) it(`no other form of a time passes than that of the files: ${time || '(empty)'}`, () => assert.ok(!passes({ type: 'addMoment', at: time, title: 'x' })));
});
