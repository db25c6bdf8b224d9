import assert from 'node:assert/strict';
import type { Incident } from '../../../src/core/journal/schema';
import { otherWhy, settleWhy, typeWhy } from '../../../src/core/plan/why';
import { withPlan } from './plans';

const AFTER = 'asking';

/** A record with a plan of which two incidents asked. */
function saying(why?: string): Incident {
  const entry = { id: 'l1', at: '2026-05-14T18:00:00Z', did: 'acted' as const, incident: AFTER, ...(why !== undefined && { why }) };
  return withPlan('before', '10', { ledger: [entry, { ...entry, id: 'l2', incident: 'other', why: 'It was quiet' }] });
}

const whysOf = (record: Incident): readonly unknown[] => (record.plan?.ledger ?? []).map(({ why }) => why);

describe('what made the difference', () => {
  it('is written to the entry of its incident, as typed', () => {
    const typed = typeWhy(saying(), AFTER, { text: ' it was loud ', base: '' });
    assert.deepEqual(whysOf(typed), [' it was loud ', 'It was quiet']);
    assert.equal(otherWhy(typed, AFTER), undefined);
  });

  it('typed in two places is kept twice, until the lead has chosen', () => {
    const clashing = typeWhy(saying('theirs'), AFTER, { text: 'mine', base: 'before' });
    assert.deepEqual(whysOf(clashing), ['mine', 'It was quiet']);
    assert.equal(otherWhy(clashing, AFTER), 'theirs');
    assert.equal(otherWhy(clashing, 'other'), undefined);
    const settled = (['mine', 'theirs', 'both'] as const).map((keep) => settleWhy(clashing, AFTER, keep));
    assert.deepEqual(settled.map((record) => whysOf(record)[0]), ['mine', 'theirs', 'mine\ntheirs']);
    assert.ok(settled.every((record) => !('clashes' in record)));
  });

  it('is no clash with what this panel wrote itself', () => {
    assert.equal(otherWhy(typeWhy(saying('mi'), AFTER, { text: 'mine', base: '', written: ['m', 'mi'] }), AFTER), undefined);
  });

  it('with no choice to make is the same record', () => {
    const record = saying('the same');
    assert.equal(settleWhy(record, AFTER, 'theirs'), record);
    assert.equal(typeWhy(record, AFTER, { text: 'the same', base: '' }), record);
  });
});
