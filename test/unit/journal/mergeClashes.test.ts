import assert from 'node:assert/strict';
import { isPurged } from '../../../src/core/journal/check';
import { mergeFacts, mergePeople, mergeRecords } from '../../../src/core/journal/mergeRecords';
import type { Incident } from '../../../src/core/journal/schema';
import { otherWhy } from '../../../src/core/plan/why';
import { otherText, settle, settleClash } from '../../../src/core/reflection/clashes';
import type { OwnTextField } from '../../../src/core/reflection/texts';
import { readText, writeText } from '../../../src/core/reflection/texts';
import { incident } from './sample';

describe('what lost in a merge', () => {
  let ids = 0;
  const at = '2026-11-24T12:00:00Z';
  const step = { now: at, session: at, newId: () => `n${++ids}` };
  const base = incident('a1', { people: [{ id: 'e1', person: 'p-1', marks: [] }], reflection: { path: 'short', started: at, person: 'e1' } });
  const written = (field: OwnTextField, text: string, from = base): Incident => writeText(from, field, text, step);

  function merged(before: unknown, a: unknown, b: unknown): Incident {
    const result = mergeRecords(before, a, b);
    assert.ok(result.ok && !isPurged(result.record));
    return result.record;
  }

  const fields: readonly OwnTextField[] = ['stakes', 'moment', 'person.note', 'plan.cue', 'plan.act', 'typed.cue', 'typed.act', 'evidence.C1'];
  for (const field of fields) {
    it(`waits beside the field ${field}, also where each side made its own entry, and is settled there`, () => {
      const result = merged(base, written(field, 'The longer text'), written(field, 'Short'));
      assert.equal(readText(result, field), 'The longer text');
      assert.equal(otherText(result, field), 'Short');
      assert.deepEqual(result.clashes, [{ path: `text/${field}`, other: 'Short' }]);
      assert.equal(readText(settle(result, field, 'theirs', step), field), 'Short');
      assert.equal(settleClash(result, `text/${field}`, 'both', step).clashes, undefined);
      assert.equal(readText(settleClash(result, `text/${field}`, 'both', step), field), 'The longer text\nShort');
    });
  }

  it('waits beside what made the difference', () => {
    const plan = (why: string): Incident => ({ ...base, plan: { id: 'p1', ledger: [{ id: 'l1', at, did: 'acted', incident: 'i1', why }] } });
    assert.equal(otherWhy(merged(plan('It was there'), plan('The runbook'), plan('Ana')), 'i1'), 'Ana');
  });

  it('of another kind waits for its place, and both of two words of a list are not kept', () => {
    const result = merged(base, { ...base, role: 'standby', title: 'Checkout is down' }, { ...base, role: 'commander', title: 'Orders fail' });
    assert.deepEqual([result.role, result.title], ['commander', 'Checkout is down']);
    assert.deepEqual(result.clashes, [{ path: '/title', other: 'Orders fail' }, { path: '/role', other: 'standby' }]);
    assert.equal(settleClash(result, '/role', 'theirs', step).role, 'standby');
    assert.equal(settleClash(result, '/role', 'both', step), result);
    assert.equal(settleClash(result, '/title', 'both', step).title, 'Checkout is down\nOrders fail');
    assert.deepEqual(settleClash(result, '/role', 'mine', step).clashes, [{ path: '/title', other: 'Orders fail' }]);
  });

  it('stays where its entry was removed since', () => {
    const promise = (text: string): Incident => ({ ...base, promises: [{ id: 'q1', text, state: 'open' }] });
    const result = { ...merged(promise('Tell Ana'), promise('Tell Ana and Bo'), promise('Write it up')), promises: [] };
    assert.deepEqual(result.clashes, [{ path: '/promises/q1/text', other: 'Write it up' }]);
    assert.equal(settleClash(result, '/promises/q1/text', 'theirs', step), result);
  });

  it('is settled for the other side, too, when one side has settled it', () => {
    const clash = merged(base, written('stakes', 'The longer text'), written('stakes', 'Short'));
    const result = merged(clash, settle(clash, 'stakes', 'theirs', step), { ...clash, title: 'Orders fail' });
    assert.deepEqual([result.stakes, result.title, result.clashes], ['Short', 'Orders fail', undefined]);
  });

  it('is nothing where each refuses: a newer one, another incident, one that is not valid', () => {
    const refusals = [[{ ...base, format: 2 }, 'newer'], [{ ...base, id: 'b2' }, 'different'], [{ ...base, role: 'boss' }, 'invalid']] as const;
    for (const [other, state] of refusals) {
      for (const result of [mergeRecords(base, base, other), mergeRecords(base, other, base)]) {
        assert.equal(!result.ok && result.state, state);
        assert.ok(!result.ok && result.reason !== '');
      }
    }
  });

  it('waits in the people file and in the facts, too', () => {
    const people = (name: string, more: readonly object[] = []) => ({ format: 1, people: [{ id: 'p-1', name }, ...more] });
    const ana = mergePeople(people('Ana'), people('Ana Lima'), people('Ana L', [{ id: 'p-2', name: 'Bo' }]));
    assert.deepEqual(ana.ok && ana.record, { ...people('Ana Lima', [{ id: 'p-2', name: 'Bo' }]), clashes: [{ path: '/people/p-1/name', other: 'Ana L' }] });
    const facts = mergeFacts(undefined, { format: 1, id: 'aa', shared: true, loadLimit: 3 }, { format: 1, id: 'bb', shared: false });
    assert.deepEqual(facts.ok && facts.record, { format: 1, id: 'bb', shared: true, loadLimit: 3, clashes: [{ path: '/id', other: 'aa' }] });
  });
});
