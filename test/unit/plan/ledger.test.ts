import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Incident, LedgerWord } from '../../../src/core/journal/schema';
import { LEDGER } from '../../../src/core/journal/values';
import { closePlan, explainLedger, noteLedger } from '../../../src/core/plan/ledger';
import { openPlan } from '../../../src/core/plan/openPlan';

const NOW = '2026-05-14T20:37:00Z';

function incident(id: string, plan: Incident['plan'], more: Partial<Incident> = {}): Incident {
  return { format: 1, id, title: id, window: { start: '2026-05-14T14:02:00Z', end: '2026-05-14T15:37:00Z' }, ...(plan && { plan }), ...more };
}

const planned = incident('planned', { id: 'plan', cue: 'two alerts', act: 'ask', made: '2026-05-01T10:00:00Z' });

/** Notes with ids that tell the entries apart. */
function noting(): (record: Incident, word: LedgerWord | null, after?: string) => Incident {
  let made = 0;
  return (record, word, after) => noteLedger(record, word, { now: NOW, newId: () => `entry-${(made += 1)}`, ...(after !== undefined && { after }) });
}

describe('the ledger of a plan', () => {
  it('gets an entry with the incident that asked', () => {
    assert.deepEqual(noting()(planned, 'acted', 'asking').plan?.ledger, [{ id: 'entry-1', at: NOW, did: 'acted', incident: 'asking' }]);
  });

  it('keeps one entry for each incident that asked: a second answer changes it', () => {
    const note = noting();
    const twice = note(note(note(planned, 'acted', 'one'), 'forgot', 'two'), 'chose', 'one');
    assert.deepEqual(twice.plan?.ledger?.map(({ id, did }) => [id, did]), [['entry-1', 'chose'], ['entry-2', 'forgot']]);
  });

  it('gets one more each time it is said unasked', () => {
    const note = noting();
    assert.equal(note(note(planned, 'acted'), 'acted').plan?.ledger?.length, 2);
  });

  it('gives an answer back, and only that one', () => {
    const note = noting();
    const both = note(note(planned, 'acted', 'one'), 'acted', 'two');
    assert.deepEqual(note(both, null, 'one').plan?.ledger?.map((each) => each.incident), ['two']);
    assert.equal('ledger' in (note(note(planned, 'acted', 'one'), null, 'one').plan ?? {}), false);
    assert.equal(note(both, null), both);
    assert.equal(note(both, null, 'never asked'), both);
  });

  it('is the same record where there is nothing to change', () => {
    const note = noting();
    const once = note(planned, 'acted', 'one');
    assert.equal(note(once, 'acted', 'one'), once);
    const none = incident('none', undefined);
    assert.equal(note(none, 'acted', 'one'), none);
  });

  it('keeps what made the difference, exactly as typed, and fields that it does not know', () => {
    const note = noting();
    const explained = explainLedger(note(planned, 'forgot', 'one'), 'one', ' too many\nvoices ');
    const changed = note({ ...explained, plan: { ...explained.plan, later: 1 } as never }, 'chose', 'one');
    assert.deepEqual(changed.plan?.ledger, [{ id: 'entry-1', at: NOW, did: 'chose', incident: 'one', why: ' too many\nvoices ' }]);
    assert.equal((changed.plan as unknown as { later: number }).later, 1);
    assert.equal('why' in (explainLedger(changed, 'one', '').plan?.ledger?.[0] ?? {}), false);
    assert.equal(explainLedger(changed, 'never asked', 'x'), changed);
  });

  it('holds at most one entry an asking incident, and the last word of each', () => {
    const answer = fc.record({ after: fc.constantFrom('one', 'two', 'three'), word: fc.constantFrom(...LEDGER, null) });
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        const note = noting();
        const record = answers.reduce((before, { word, after }) => note(before, word, after), planned);
        const expected = new Map(answers.map(({ after, word }) => [after, word]));
        const held = new Map((record.plan?.ledger ?? []).map(({ incident: asking, did }) => [asking, did]));
        assert.equal(held.size, record.plan?.ledger?.length ?? 0);
        for (const [after, word] of expected) assert.equal(held.get(after) ?? null, word);
      }),
    );
  });
});

describe('closing a plan', () => {
  it('says when, once', () => {
    const closed = closePlan(planned, NOW);
    assert.equal(closed.plan?.closed, NOW);
    assert.equal(closePlan(closed, '2027-01-01T00:00:00Z'), closed);
    const none = incident('none', undefined);
    assert.equal(closePlan(none, NOW), none);
  });
});

describe('the open plan', () => {
  const made = (id: string, at: string, more: Partial<Incident> = {}): Incident => incident(id, { id: 'plan', made: at }, more);
  const table: [string, Incident[], string | undefined][] = [
    ['none where nothing was planned', [incident('a', undefined)], undefined],
    ['none where it was written but never saved', [incident('a', { id: 'plan', cue: 'x' })], undefined],
    ['the newest', [made('a', '2026-05-01T00:00:00Z'), made('c', '2026-05-03T00:00:00Z'), made('b', '2026-05-02T00:00:00Z')], 'c'],
    ['the newest by time, not by text', [made('a', '2026-05-01T10:00:00.5Z'), made('b', '2026-05-01T10:00:00Z')], 'a'],
    ['not one that was closed', [made('a', '2026-05-01T00:00:00Z'), closePlan(made('b', '2026-05-02T00:00:00Z'), NOW)], 'a'],
    ['not one of a false alarm', [made('a', '2026-05-01T00:00:00Z', { cancelled: NOW })], undefined],
    ['the same one in any order, where two were made at once', [made('b', NOW), made('a', NOW)], 'b'],
  ];
  for (const [name, records, id] of table) {
    it(name, () => {
      assert.equal(openPlan(records)?.incident.id, id);
      assert.equal(openPlan([...records].reverse())?.incident.id, id);
    });
  }
});
