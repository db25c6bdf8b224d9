import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clockOf } from '../../../src/core/incident/clock';
import * as life from '../../../src/core/incident/life';
import { incidentState } from '../../../src/core/incident/state';
import type { Incident } from '../../../src/core/journal/schema';
import { judgeIncident } from '../../../src/core/journal/check';

const locale = { zone: 'Europe/Berlin', language: 'en' };
const START = '2026-11-24T13:05:00Z';
const LATER = '2026-11-24T14:07:30.250Z';

/** Ids in a row, so that each is new. */
function moments(): (now: string) => life.NotedMoment {
  let made = 0;
  return (now) => ({ now, newId: () => `id${made++}`, locale });
}

function declared(more: Partial<life.Declaration> = {}): Incident {
  return life.declareIncident({ title: 'Payment timeouts', ...more }, moments()('2026-11-24T13:05:00.123Z'));
}

describe('declaring', () => {
  it('proposes a title with the time in the lead’s zone', () => assert.equal(life.proposedTitle(START, locale), 'Incident 14:05'));

  it('makes a real, open incident that the lead leads, and that the schema allows', () => {
    const record = declared({ severity: 'sev2' });
    assert.deepEqual(record, {
      format: 1, id: 'id0', title: 'Payment timeouts', window: { start: START, startFrom: 'person' }, severity: 'sev2', role: 'commander', kind: 'real',
      claims: [{ id: 'id1', source: 'person', seen: START }],
    });
    assert.equal(judgeIncident(record).state, 'valid');
    assert.equal(incidentState(record), 'open');
    assert.ok(!('severity' in declared()));
  });
});

describe('a foresight note', () => {
  it('keeps what was believed, how sure, what is expected, when and at which commit', () => {
    const record = life.noteBelief(declared(), { belief: 'The cache is cold', sure: 60, next: 'It warms up', head: 'abc' }, moments()(LATER));
    assert.deepEqual(record.foresight, [{ id: 'id0', at: LATER, head: 'abc', belief: 'The cache is cold', sure: 60, next: 'It warms up' }]);
  });

  it('needs only the belief, and changes none that was made before', () => {
    const at = moments();
    const one = life.noteBelief(declared(), { belief: 'It is the network' }, at(START));
    const two = life.noteBelief(one, { belief: 'It is not' }, at(LATER));
    assert.deepEqual(two.foresight?.[0], one.foresight?.[0]);
    assert.deepEqual(Object.keys(two.foresight?.[1] ?? {}), ['id', 'at', 'belief']);
  });
});

describe('the end of an incident', () => {
  it('resolving ends it, once', () => {
    const over = life.resolveIncident(declared(), LATER);
    assert.deepEqual(over.window, { start: START, startFrom: 'person', end: '2026-11-24T14:07:30Z', endFrom: 'person' });
    assert.equal(life.resolveIncident(over, '2026-11-24T15:00:00Z'), over);
    assert.equal(incidentState(over), 'waiting');
  });

  it('a clock that was set back gives no end before the start', () => {
    assert.equal(life.resolveIncident(declared(), '2026-11-24T12:00:00Z').window.end, START);
  });

  it('a false alarm is over, and can be called off after it was resolved', () => {
    assert.deepEqual(life.cancelIncident(declared(), LATER).window.end, '2026-11-24T14:07:30Z');
    const resolved = life.resolveIncident(declared(), LATER);
    const cancelled = life.cancelIncident(resolved, '2026-11-24T16:00:00Z');
    assert.equal(cancelled.window.end, resolved.window.end);
    assert.equal(incidentState(cancelled), 'cancelled');
    assert.equal(life.cancelIncident(cancelled, '2026-11-25T16:00:00Z'), cancelled);
    assert.deepEqual(life.takeBackCancel(cancelled), resolved);
    assert.equal(life.takeBackCancel(resolved), resolved);
  });

  it('one that came back runs again, and says so on its timeline', () => {
    const back = life.reopenIncident(life.resolveIncident(declared(), LATER), moments()('2026-11-24T14:30:00Z'));
    assert.deepEqual(back.window, { start: START, startFrom: 'person' });
    assert.deepEqual(back.incidentNotes, [{ id: 'id0', at: '2026-11-24T14:30:00Z', text: 'It came back. It had been over at 15:07.' }]);
    assert.equal(life.reopenIncident(back, moments()(LATER)), back);
  });

  it('a false alarm that was none runs again', () => {
    const back = life.reopenIncident(life.cancelIncident(declared(), LATER), moments()('2026-11-24T14:30:00Z'));
    assert.equal(incidentState(back), 'open');
    assert.equal(back.incidentNotes?.[0]?.text, 'Reopened: it was no false alarm.');
  });
});

describe('what is noted in passing', () => {
  it('a start that was noticed late', () => {
    const record = life.changeStart(declared(), '2026-11-24T12:40:00Z', moments()(LATER));
    assert.equal(record.window.start, '2026-11-24T12:40:00Z');
    assert.equal(record.incidentNotes?.[0]?.text, 'The start was changed from 14:05 to 13:40.');
    assert.equal(life.changeStart(record, '2026-11-24T12:40:00.000Z', moments()(LATER)), record);
  });

  it('who leads from now on', () => {
    const record = life.handOver(declared(), 'Ana', moments()('2026-11-24T13:30:00Z'));
    assert.deepEqual(record.incidentNotes, [{ id: 'id0', at: '2026-11-24T13:30:00Z', text: 'Ana leads from 14:30.' }]);
  });
});

describe('any life of an incident', () => {
  const step = fc.constantFrom<(record: Incident, moment: life.NotedMoment) => Incident>(
    (record, { now }) => life.resolveIncident(record, now),
    (record, { now }) => life.cancelIncident(record, now),
    life.reopenIncident,
    (record, moment) => life.noteBelief(record, { belief: 'x' }, moment),
    (record, moment) => life.handOver(record, 'Ana', moment),
    (record, moment) => life.changeStart(record, '2026-11-24T12:00:00Z', moment),
  );

  it('ends in a record that the schema allows, that is open or over, and that has lost no note', () => {
    const times = fc.date({ min: new Date('2026-11-24T10:00:00Z'), max: new Date('2026-11-26T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(step, times)), (steps) => {
        const at = moments();
        let record = declared();
        let notes = 0;
        for (const [change, time] of steps) {
          record = change(record, at(time.toISOString()));
          const now = (record.foresight?.length ?? 0) + (record.incidentNotes?.length ?? 0);
          assert.ok(now >= notes);
          notes = now;
          assert.equal(judgeIncident(record).state, 'valid');
          assert.equal(life.isOpen(record), incidentState(record) === 'open');
          const { start, end } = record.window;
          assert.ok(end === undefined || Date.parse(end) >= Date.parse(start));
        }
      }),
    );
  });
});

describe('the clock', () => {
  const one = declared();
  const at = (time: string): number => Date.parse(time);
  const other: Incident = { ...declared(), id: 'second', title: 'Second', window: { start: '2026-11-24T13:20:30Z' } };

  it('is not there while nothing runs', () => {
    assert.equal(clockOf([], at(LATER)), undefined);
    assert.equal(clockOf([life.resolveIncident(one, LATER), life.cancelIncident(other, LATER)], at(LATER)), undefined);
  });

  for (const [now, words] of [
    ['2026-11-24T13:05:00Z', '0 min'], ['2026-11-24T13:05:59.999Z', '0 min'], ['2026-11-24T13:06:00Z', '1 min'], ['2026-11-24T13:47:59Z', '42 min'],
    ['2026-11-24T14:10:00Z', '1 h 5 min'], ['2026-11-25T13:05:00Z', '1 d'], ['2026-11-24T12:00:00Z', '0 min'],
  ] as const) {
    it(`says ${words} at ${now}`, () => assert.equal(clockOf([one], at(now))?.text, `${words} · Payment timeouts`));
  }

  it('counts where two run, the newest first', () => {
    const clock = clockOf([one, other], at('2026-11-24T13:25:00Z'));
    assert.equal(clock?.text, '2 incidents open');
    assert.deepEqual(clock.open.map(({ id, running }) => [id, running]), [['second', '4 min'], ['id0', '20 min']]);
    assert.equal(clock.nextChange, 30_000);
  });

  it('says when it says something else', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 10_000_000 }), (after) => {
        const now = at(START) + after;
        const clock = clockOf([one], now);
        assert.ok(clock && clock.nextChange > 0 && clock.nextChange <= 60_000);
        assert.equal(clockOf([one], now + clock.nextChange - 1)?.text, clock.text);
        if (after >= 0 && after < 80_000_000) assert.notEqual(clockOf([one], now + clock.nextChange)?.text, clock.text);
      }),
    );
  });
});
