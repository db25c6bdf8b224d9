import assert from 'node:assert/strict';
import fc from 'fast-check';
import { incidentState, isReviewed, newestFirst } from '../../../src/core/incident/state';
import { judgedWords, kindWords, ledgerWords, markWords, outcomeWords, roleWords, severityWords } from '../../../src/core/incident/words';
import type { Incident } from '../../../src/core/journal/schema';
import { JUDGED, KINDS, LEDGER, MARKS, OUTCOMES, ROLES, SEVERITIES } from '../../../src/core/journal/values';

const START = '2026-05-14T14:02:00Z';
const END = '2026-05-14T15:37:00Z';
const incident = (more: Partial<Incident> = {}): Incident => ({ format: 1, id: 'i1', title: 'Payment timeouts', window: { start: START, end: END }, ...more });

describe('where an incident stands', () => {
  const draft = { path: 'short' as const, started: END };
  const table: readonly (readonly [state: string, record: Incident])[] = [
    ['waiting', incident()],
    ['open', incident({ window: { start: START } })],
    ['draft', incident({ reflection: draft })],
    ['open', incident({ window: { start: START }, reflection: draft })],
    ['open', incident({ window: { start: START }, reflection: { ...draft, finished: END } })],
    ['finished', incident({ reflection: { ...draft, finished: END } })],
    ['cancelled', incident({ cancelled: END })],
    ['cancelled', incident({ cancelled: END, reflection: { ...draft, finished: END } })],
  ];
  for (const [state, record] of table) it(`${state}: ${JSON.stringify({ ...record, format: undefined, id: undefined, title: undefined })}`, () => assert.equal(incidentState(record), state));
});

describe('what counts', () => {
  const reviewed = { path: 'short' as const, started: END, finished: END };
  it('a finished reflection does, also while the incident is open once more', () => {
    assert.ok(isReviewed(incident({ reflection: reviewed })));
    assert.ok(isReviewed(incident({ reflection: reviewed, window: { start: START } })));
  });
  it('a draft and a false alarm do not', () => {
    assert.ok(!isReviewed(incident({ reflection: { path: 'short', started: END } })));
    assert.ok(!isReviewed(incident({ reflection: reviewed, cancelled: END })));
  });
});

describe('the order of incidents', () => {
  const times = fc.constantFrom('2026-05-14T14:02:00Z', '2026-05-14T14:02:00.5Z', '2026-05-14T14:03:00Z', '2025-05-14T14:02:00Z');
  const records = fc.array(fc.record({ id: fc.constantFrom('a1', 'b1', 'c1'), start: times }), { maxLength: 8 });

  it('is newest first, and the same from any order', () => {
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat()), (made, keys) => {
        const list = made.map(({ id, start }) => incident({ id, window: { start } }));
        const shuffled = list.map((each) => [keys.next().value as number, each] as const).sort((a, b) => a[0] - b[0]).map(([, each]) => each);
        const sorted = [...list].sort(newestFirst);
        assert.deepEqual([...shuffled].sort(newestFirst), sorted);
        assert.ok(sorted.every((each, at) => at === 0 || Date.parse((sorted[at - 1] as Incident).window.start) >= Date.parse(each.window.start)));
      }),
    );
  });

  it('says of one that it is as old as itself', () => assert.equal(newestFirst(incident(), incident()), 0));
});

describe('the words of stored values', () => {
  it('are there for each value, and differ', () => {
    const tables: readonly (readonly [Readonly<Record<string, string>>, readonly string[]])[] = [
      [roleWords(), ROLES],
      [kindWords(), KINDS],
      [outcomeWords(), OUTCOMES],
      [severityWords(), SEVERITIES],
      [markWords(), MARKS],
      [ledgerWords(), LEDGER],
      [judgedWords(), JUDGED],
    ];
    for (const [words, values] of tables) {
      assert.deepEqual(Object.keys(words), values);
      assert.equal(new Set(Object.values(words)).size, values.length);
    }
  });
});
