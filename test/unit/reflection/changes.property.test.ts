import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judgeIncident } from '../../../src/core/journal/check';
import type { Incident, Rating } from '../../../src/core/journal/schema';
import { mayOpen } from '../../../src/core/reflection/screens';
import { reflectionState } from '../../../src/core/reflection/stateOf';
import type { Step } from '../../../src/core/reflection/step';
import { readText } from '../../../src/core/reflection/texts';
import { anyIncident, plainIncident, type Json } from '../journal/records';
import { anyIntent, FIELDS, intents, type Intent } from './intents';
import { fixedStep } from './records';

/** Free dictionaries and values of any kind: a field there is an answer or another text, and none of another version. */
const FREE = ['answers', 'other'];

/** The same record with a field that no version knows in each of its objects. Each has a value of its own. */
function marked(value: Json, marks: string[] = []): Json {
  if (Array.isArray(value)) return value.map((each) => marked(each, marks));
  if (typeof value !== 'object' || value === null) return value;
  marks.push(`later-${marks.length}`);
  const mark = marks.at(-1) as string;
  const known = Object.entries(value).map(([key, each]) => [key, FREE.includes(key) ? each : marked(each, marks)] as const);
  return { ...(Object.fromEntries(known) as object), later: mark };
}

/** The marks of a record that are still there; what is in a clash goes with it when it is settled. */
function marksIn(record: Incident, leaving: Intent): readonly string[] {
  const { clashes, ...rest } = record;
  return JSON.stringify(leaving.does === 'settle' ? rest : { rest, clashes }).match(/later-\d+/g) ?? [];
}

/** Making a record costs more than changing it: each gets several changes, one by one. */
const several = fc.array(anyIntent, { minLength: 8, maxLength: 16 });

describe('every change of a record', () => {
  it('gives a record that the format allows, from any that it allows, and leaves that one as it was', () => {
    fc.assert(
      fc.property(anyIncident, several, (record, changes) => {
        const before = JSON.stringify(record);
        for (const intent of changes) {
          const verdict = judgeIncident(intent.apply(record, fixedStep()));
          assert.equal(verdict.state, 'valid', `${intent.does}: ${JSON.stringify(verdict)}`);
        }
        assert.equal(JSON.stringify(record), before);
      }),
      { numRuns: 120 },
    );
  });

  it('keeps the fields that it does not know, at every level', () => {
    fc.assert(
      fc.property(plainIncident, several, (plain, changes) => {
        const record = marked(plain as unknown as Json) as unknown as Incident;
        for (const intent of changes) {
          const after = new Set(marksIn(intent.apply(record, fixedStep()), intent));
          for (const mark of marksIn(record, intent)) assert.ok(after.has(mark), `${intent.does} lost ${mark}`);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('made twice is made once, but for settling, which takes one clash at a time', () => {
    fc.assert(
      fc.property(anyIncident, several, (record, changes) => {
        for (const intent of changes.filter(({ does }) => does !== 'settle')) {
          const step = fixedStep();
          const once = intent.apply(record, step);
          assert.deepEqual(intent.apply(once, step), once, intent.does);
        }
      }),
      { numRuns: 120 },
    );
  });
});

/** What a lead does, a minute each, over several sittings: at "reopen" the panel is closed and opened again. */
const sequences = fc.array(fc.oneof({ weight: 9, arbitrary: anyIntent }, { weight: 1, arbitrary: fc.constant('reopen' as const) }), { maxLength: 40 });

type Watch = (before: Incident, after: Incident, intent: Intent) => void;

/** @param from the minute at which it begins: one that goes on where another ended begins later, for no clock goes back */
function walk(record: Incident, sequence: readonly (Intent | 'reopen')[], watch: Watch, from = 0): Incident {
  let minute = from;
  let count = 0;
  let session = '';
  const now = (): string => new Date(Date.parse('2026-05-14T18:00:00Z') + minute * 60_000).toISOString();
  session = now();
  return sequence.reduce((before, each) => {
    minute += 1;
    if (each === 'reopen') {
      session = now();
      return before;
    }
    const step: Step = { now: now(), session, newId: () => `id-${(count += 1)}` };
    const after = each.apply(before, step);
    watch(before, after, each);
    return after;
  }, record);
}

/** More minutes than any sequence has steps. */
const LATER = 1_000;
const FRESH: Incident = { format: 1, id: 'k3f9q2m7xa', title: 'Payment timeouts', window: { start: '2026-05-14T14:02:00Z', end: '2026-05-14T15:37:00Z' } };

describe('a sequence of anything that a lead does', () => {
  const always = (watch: Watch, runs = 300): void => {
    fc.assert(fc.property(sequences, (sequence) => void walk(FRESH, sequence, watch)), { numRuns: runs });
  };

  it('loses no text but the one that it overwrites', () => {
    always((before, after, intent) => {
      for (const field of FIELDS) {
        if (intent.overwrites.includes(field)) continue;
        const [was, is] = [readText(before, field), readText(after, field)];
        assert.ok(intent.does === 'person' ? is.includes(was) : is === was, `${intent.does} changed ${field} from ${was} to ${is}`);
      }
    });
  });

  it('never un-finishes, and never moves the moment of Finish or of the first look at the evidence', () => {
    always(({ reflection: before }, { reflection: after }) => {
      if (before?.finished !== undefined) assert.equal(after?.finished, before.finished);
      if (before?.evidenceOpened !== undefined) assert.equal(after?.evidenceOpened, before.evidenceOpened);
      if (before) assert.equal(after?.started, before.started);
    });
  });

  it('never changes a rating that was there at Finish', () => {
    const settledIn = ({ reflection }: Incident): readonly Rating[] =>
      (reflection?.ratings ?? []).filter(({ at }) => reflection?.finished !== undefined && at <= reflection.finished);
    always((before, after) => assert.deepEqual(settledIn(after).slice(0, settledIn(before).length), settledIn(before)));
  });

  it('keeps what each text said at Finish: on screen, in a revision, or in the rating itself', () => {
    fc.assert(
      fc.property(sequences, sequences, (first, later) => {
        const done = walk(FRESH, [...first, FINISH], () => undefined);
        const after = walk(done, ['reopen', ...later.filter(isAfterFinish)], () => undefined, LATER);
        for (const field of FIELDS) {
          const was = readText(done, field);
          const revisions = (after.reflection?.revisions ?? []).filter((each) => each.field === field).map(({ before }) => before);
          const examples = (after.reflection?.ratings ?? []).map(({ evidence = '' }) => evidence);
          assert.ok([readText(after, field), ...revisions, ...examples].some((text) => text.includes(was)), `${field}: ${was}`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has at most one revision per field and sitting', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        const done = walk(FRESH, [FINISH], () => undefined);
        const sitting = sequence.filter((each) => each !== 'reopen');
        const fields = (walk(done, ['reopen', ...sitting], () => undefined, LATER).reflection?.revisions ?? []).map(({ field }) => field);
        assert.equal(new Set(fields).size, fields.length);
      }),
      { numRuns: 300 },
    );
  });

  it('rates two at most, each once, and none of the team while shadowing', () => {
    always((_, after) => {
      const { ratings, offered } = stateOf(after);
      const rated = ratings.map(({ behaviour }) => behaviour);
      assert.ok(rated.length <= 2 && new Set(rated).size === rated.length);
      for (const id of rated) assert.ok(offered.some((each) => each.id === id), id);
    }, 100);
  });
});

/** The plan is typed from memory before Finish only. */
const isAfterFinish = (each: Intent | 'reopen'): boolean => each === 'reopen' || !['takeTyped', 'unmakePlan'].includes(each.does);

const FINISH = fc.sample(intents.finish, 1)[0] as Intent;
const SECRET = 'seen only after the guess';

function stateOf(incident: Incident): ReturnType<typeof reflectionState> {
  const entry = { key: 'git:1', at: '2026-05-14T14:10:00Z', source: 'git', kind: 'landing', title: SECRET, turningPoint: true } as const;
  return reflectionState({
    incident,
    last: undefined,
    people: [{ id: 'p-mei', name: 'Mei Lin' }],
    evidence: { status: 'ready', entries: [entry], people: [{ name: SECRET, mails: [] }], machines: [], problems: [], inside: 1 },
    locale: { zone: 'Europe/Berlin', language: 'en' },
    now: Date.parse('2026-05-14T20:00:00Z'),
    save: { kind: 'saved' },
    unsaved: new Map(),
    session: { turnedBack: {}, differs: false, guessOpen: false },
  });
}

describe('the state of the page', () => {
  it('can be made of any record, holds nothing but JSON, and no evidence before the guess', () => {
    fc.assert(
      fc.property(anyIncident, (record) => {
        const state = stateOf(record);
        const json = JSON.stringify(state);
        assert.deepEqual(JSON.parse(json), state);
        assert.equal(state.evidence.entries.length > 0, mayOpen('evidence', record));
        if (!mayOpen('evidence', record)) assert.ok(!json.includes(SECRET));
        assert.match(state.count, /^\d of \d$|^Done$/);
      }),
      { numRuns: 60 },
    );
  });
});
