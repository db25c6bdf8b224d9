import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dueLessons, noteRecall, RETURNS } from '../../../src/core/plan/lesson';
import type { Incident } from '../../../src/core/journal/schema';
import { iso, waiting } from '../growth/records';

const DAY = 86_400_000;
const ZONE = 'Europe/Berlin';
/** 12:00 in the zone. */
const FINISHED = Date.parse('2026-05-14T10:00:00Z');

function learnt(seenAfter: readonly number[] = [], id = 'a'): Incident {
  const seen = seenAfter.map((days, at) => ({ id: `s${at}`, at: iso(FINISHED + days * DAY), recalled: true }));
  return waiting(id, { lesson: { text: 'Look at the queue first', seen }, reflection: { path: 'short', started: iso(FINISHED), finished: iso(FINISHED) } });
}

const isDue = (record: Incident, days: number): boolean => dueLessons([record], ZONE, FINISHED + days * DAY).length === 1;

describe('a lesson', () => {
  const table: [string, readonly number[], number, boolean][] = [
    ['not before the third day', [], 2.4, false],
    ['from the third day on, in the lead’s zone', [], 2.6, true],
    ['stays due', [], 50, true],
    ['then on the tenth', [3], 9, false],
    ['then on the tenth, due', [3], 10, true],
    ['seen late, it comes back as many days later', [9], 10, false],
    ['seen late, it comes back as many days later, due', [9], 16, true],
    ['on the ninetieth for the last time', [3, 10, 30], 90, true],
    ['and no more', [3, 10, 30, 90], 4000, false],
  ];
  for (const [name, seen, days, due] of table) it(name, () => assert.equal(isDue(learnt(seen), days), due));

  it('of a draft, of a false alarm, and none at all are never due', () => {
    const { lesson = { text: '' }, ...none } = learnt();
    const draft = waiting('draft', { lesson, reflection: { path: 'short', started: iso(FINISHED) } });
    assert.deepEqual(dueLessons([draft, { ...learnt(), cancelled: iso(FINISHED) }, none], ZONE, FINISHED + 500 * DAY), []);
  });

  it('that waits longest comes first', () => {
    const due = dueLessons([learnt([3, 10], 'late'), learnt([], 'early'), learnt([3], 'between')], ZONE, FINISHED + 40 * DAY);
    assert.deepEqual(due.map(({ incident }) => incident.id), ['early', 'between', 'late']);
  });

  it('comes back four times and never twice on one day, whenever it is looked at', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }), (waits) => {
        let record = learnt();
        let now = FINISHED;
        let newId = 0;
        const days: string[] = [];
        for (const wait of waits) {
          now += wait * DAY;
          if (dueLessons([record], ZONE, now).length === 0) continue;
          record = noteRecall(record, true, { now: iso(now), newId: () => `n${(newId += 1)}` });
          days.push(iso(now));
        }
        assert.ok(days.length <= RETURNS.length);
        assert.equal(new Set(days).size, days.length);
        assert.equal(record.lesson?.seen?.length, days.length);
      }),
    );
  });

  it('that was recalled or not is noted; without a lesson nothing is', () => {
    const noted = noteRecall(learnt([3]), false, { now: iso(FINISHED), newId: () => 'new' });
    assert.deepEqual(noted.lesson?.seen?.at(-1), { id: 'new', at: iso(FINISHED), recalled: false });
    const none = waiting('none');
    assert.equal(noteRecall(none, true, { now: iso(FINISHED), newId: () => 'new' }), none);
  });
});
