import assert from 'node:assert/strict';
import { judgeIncident } from '../../../src/core/journal/check';
import { claimOfSignal } from '../../../src/core/signals/signalClaim';
import { signalReasons, signalTitle } from '../../../src/core/signals/signalWords';
import type { Signal } from '../../../src/core/signals/signal';
import { WEIGHTS, type Trigger } from '../../../src/core/signals/trigger';

const locale = { zone: 'Europe/Berlin', language: 'en' };
const NOW = Date.UTC(2026, 4, 15);
const signal = (more: Partial<Signal>): Signal => ({
  mark: 'm', hash: 'a'.repeat(40), subject: 'Revert "Cache the price list"', at: '2026-05-14T12:03:00Z', decision: 'list', score: 0.5, triggers: ['quickRevert'], ...more,
});

describe('a signal in words', () => {
  it('states the fact', () => {
    assert.equal(signalTitle(signal({ undone: { hash: 'b', subject: 'Cache the price list', minutes: 41 } }), locale, NOW), 'Reverted 41 min after it landed: Cache the price list');
    assert.match(signalTitle(signal({ wentBack: { from: 'production-7', to: 'production-8' } }), locale, NOW), /^Production went back from production-7 to production-8, .*14:03/);
    assert.equal(signalTitle(signal({ document: 'docs/incidents/a.md' }), locale, NOW), 'Incident document: docs/incidents/a.md');
    assert.equal(signalTitle(signal({ subject: 'Fix INC-1' }), locale, NOW), 'Fix INC-1');
  });

  it('says why it is shown, for each trigger that speaks for it and for none other', () => {
    for (const [trigger, weight] of Object.entries(WEIGHTS)) assert.equal(signalReasons(signal({ triggers: [trigger as Trigger] })).length, weight > 0 ? 1 : 0, trigger);
    assert.deepEqual(signalReasons(signal({ triggers: ['quickRevert', 'planned', 'revertOps'], undone: { hash: 'b', subject: 'x', minutes: 90 } })), [
      'It undoes a change, and its reason is trouble in operation.',
      'It undoes a change that had landed 1 h 30 min before.',
    ]);
  });

  it('is a claim that infers, from when the undone change landed', () => {
    const claim = claimOfSignal(signal({ undone: { hash: 'b', subject: 'Cache the price list', minutes: 41 } }), { id: 'claim00001', locale, now: NOW });
    assert.deepEqual([claim.source, claim.ref, claim.kind, claim.start, claim.end], ['git', 'a'.repeat(40), 'inferred', '2026-05-14T11:22:00Z', '2026-05-14T12:03:00Z']);
    assert.equal(claimOfSignal(signal({ undone: { hash: 'b', subject: 'x', minutes: 9_000 } }), { id: 'claim00001', locale, now: NOW }).start, '2026-05-14T12:03:00Z');
    assert.equal(judgeIncident({ format: 1, id: 'incident01', title: 'x', window: { start: '2026-05-14T12:03:00Z' }, claims: [claim] }).state, 'valid');
  });
});
