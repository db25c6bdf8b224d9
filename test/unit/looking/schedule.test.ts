import assert from 'node:assert/strict';
import fc from 'fast-check';
import { healthWords, TROUBLES } from '../../../src/core/looking/health';
import { BEAT, PATIENCE, takeLease, type Lease } from '../../../src/core/looking/lease';
import { afterGap, afterLook, afterSettings, lookTurn, newSource, type LookOutcome, type Rhythm, type Scheduled, type SourceState } from '../../../src/core/looking/schedule';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 4, 14, 12);
const rhythm: Rhythm = { every: 10 * MINUTE, whileOpen: 2 * MINUTE, host: 'api.example.com' };
const fresh = (more: Partial<SourceState> = {}): SourceState => ({ due: NOW, failures: 0, health: {}, ...more });
const pause = (state: SourceState): number | undefined => state.due && state.due - NOW;
const look = (outcome: LookOutcome, random = 0.5, state = fresh()): SourceState => afterLook(state, outcome, rhythm, { now: NOW, random });

describe('when a source is looked at again', () => {
  it('a tenth sooner or later than its time, and more often while one of its incidents is open', () => {
    assert.deepEqual([0, 0.5, 1].map((random) => pause(look({ ok: true, open: false }, random))), [9 * MINUTE, 10 * MINUTE, 11 * MINUTE]);
    assert.equal(pause(look({ ok: true, open: true })), 2 * MINUTE);
    assert.equal(pause(look({ ok: true, open: true, pause: HOUR })), HOUR, 'it wants a pause');
  });

  it('after failures in 1, 2, 4 … 60 minutes at most, in any part of them, and with the next answer as before', () => {
    let state = fresh();
    const pauses = Array.from({ length: 9 }, () => {
      state = look({ ok: false, trouble: 'offline' }, 1, state);
      return pause(state);
    });
    assert.deepEqual(pauses, [1, 2, 4, 8, 16, 32, 60, 60, 60].map((minutes) => minutes * MINUTE));
    assert.equal(pause(look({ ok: false, trouble: 'server' }, 0.25, state)), 15 * MINUTE);
    assert.deepEqual(look({ ok: true, open: false }, 0.5, state), { due: NOW + 10 * MINUTE, failures: 0, health: { lastOk: NOW } });
  });

  it('when a pause that it asked for is over; never where its key is wrong, until the settings change', () => {
    assert.equal(pause(look({ ok: false, trouble: 'rateLimited', pause: 5 * MINUTE }, 0)), 5 * MINUTE);
    assert.equal(pause(look({ ok: false, trouble: 'rateLimited' }, 0)), MINUTE);
    for (const trouble of ['auth', 'badConfig'] as const) {
      const stopped = look({ ok: false, trouble }, 0.5, fresh({ health: { lastOk: NOW - HOUR } }));
      assert.deepEqual([stopped.due, stopped.health.lastOk], [undefined, NOW - HOUR]);
      assert.equal(afterGap(stopped, rhythm, undefined, { now: NOW + 30 * HOUR, random: 0 }).due, undefined);
      assert.deepEqual(afterSettings(stopped, rhythm, { now: NOW, random: 0.5 }), { due: NOW + MINUTE / 2, failures: 0, health: { lastOk: NOW - HOUR } });
    }
  });

  it('once after a sleep, and soon where the clock was set back', () => {
    const overdue = fresh({ due: NOW - 9 * HOUR });
    assert.equal(pause(afterGap(overdue, rhythm, NOW - 9 * HOUR, { now: NOW, random: 0.5 })), 15_000);
    assert.equal(afterGap(overdue, rhythm, NOW - MINUTE, { now: NOW, random: 0.5 }), overdue, 'it was awake');
    assert.equal(afterGap(overdue, { every: HOUR, whileOpen: HOUR }, undefined, { now: NOW, random: 0.5 }), overdue, 'no network to wait for');
    assert.equal(pause(afterGap(fresh({ due: NOW + 400 * 24 * HOUR }), rhythm, NOW, { now: NOW, random: 0.5 })), 5 * MINUTE);
  });

  it('at a time that is ahead, whatever happens', () => {
    const outcome: fc.Arbitrary<LookOutcome> = fc.oneof(
      fc.record({ ok: fc.constant(true as const), open: fc.boolean(), pause: fc.double() }),
      fc.record({ ok: fc.constant(false as const), trouble: fc.constantFrom(...TROUBLES), pause: fc.double() }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(outcome, fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 30 }), (looks) => {
        let state = newSource(rhythm, { now: NOW, random: 0 });
        for (const [each, random] of looks) {
          state = look(each, random, state);
          const wait = pause(state);
          assert.ok(wait === undefined || (wait >= 1_000 && wait <= 27 * HOUR), `${wait}`);
        }
      }),
    );
  });
});

describe('what a window looks at now', () => {
  const source = (id: string, due: number | undefined, more: Partial<Scheduled> = {}): Scheduled => ({ id, rhythm, state: fresh({ due }), isRunning: false, ...more });
  const moment = { now: NOW, isIdle: true, holdsLease: true };
  const local = { rhythm: { every: MINUTE, whileOpen: MINUTE } };

  it('nothing before the editor is idle, and nothing while another window looks', () => {
    for (const not of [{ isIdle: false }, { holdsLease: false }]) assert.deepEqual(lookTurn([source('a', NOW)], { ...moment, ...not }), { start: [], again: undefined });
  });

  it('what is due, one at each host, the longest overdue first; then when the next is', () => {
    const sources = [source('a', NOW - 1), source('b', NOW - 2), source('c', NOW, local), source('d', NOW + 5, local), source('e', undefined), source('f', NOW - 9, { rhythm: { ...rhythm, host: 'other.example.com' }, isRunning: true }), source('g', NOW - 1, { rhythm: { ...rhythm, host: 'other.example.com' } })];
    assert.deepEqual(lookTurn(sources, moment), { start: ['b', 'c'], again: NOW + 5 });
    assert.deepEqual(lookTurn([], moment), { start: [], again: undefined });
  });
});

describe('the window that looks', () => {
  it('is one, until it says nothing for two minutes', () => {
    const first = takeLease(undefined, 'one', NOW);
    assert.deepEqual(first, { window: 'one', beat: NOW });
    assert.equal(takeLease(first, 'two', NOW + PATIENCE - 1), undefined);
    assert.deepEqual(takeLease(first, 'one', NOW + BEAT), { window: 'one', beat: NOW + BEAT });
    const second = takeLease(first, 'two', NOW + PATIENCE);
    assert.deepEqual(second, { window: 'two', beat: NOW + PATIENCE });
    assert.equal(takeLease(second, 'one', NOW + PATIENCE + 1, true)?.window, 'one', 'the one in front looks');
    assert.ok(takeLease({ window: 'one', beat: NOW + HOUR }, 'two', NOW), 'its clock was ahead');
  });

  it('is at most one at any time, whatever windows come, sleep and go', () => {
    const turns = fc.array(fc.record({ window: fc.constantFrom('one', 'two', 'three'), wait: fc.nat(PATIENCE * 2), inFront: fc.boolean() }), { maxLength: 60 });
    fc.assert(
      fc.property(turns, (all) => {
        let [now, lease]: [number, Lease | undefined] = [NOW, undefined];
        for (const { window, wait, inFront } of all) {
          now += wait;
          const before: Lease | undefined = lease;
          const taken: Lease | undefined = takeLease(lease, window, now, inFront);
          if (taken === undefined) assert.ok(before && before.window !== window && now - before.beat < PATIENCE && !inFront);
          else assert.ok(!before || before.window === window || now - before.beat >= PATIENCE || inFront);
          lease = taken ?? lease;
        }
      }),
    );
  });
});

describe('how a source is, in words', () => {
  const locale = { zone: 'Europe/Berlin', language: 'en' };

  it('says what is wrong, when it was looked last and when next', () => {
    assert.equal(healthWords({}, locale, NOW), 'Not looked yet.');
    const words = healthWords({ trouble: 'offline', lastOk: NOW - 3 * HOUR, again: NOW + MINUTE, detail: 'ENOTFOUND' }, locale, NOW);
    assert.match(words, /^Not reachable at present\. \(ENOTFOUND\) Last looked: .*11:00.* Next look: .*14:01/);
    for (const trouble of TROUBLES) assert.match(healthWords({ trouble }, locale, NOW), /\. Not looked yet\.$/);
  });
});
