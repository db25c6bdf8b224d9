import assert from 'node:assert/strict';
import { planState } from '../../../src/core/growth/planState';
import type { Incident, LedgerEntry, LedgerWord } from '../../../src/core/journal/schema';
import { iso, NOW, waiting } from './records';

const entry = (at: number, did: LedgerWord, incident?: string): LedgerEntry => ({ id: `e-${at}`, at: iso(NOW + at), did, ...(incident !== undefined && { incident }) });

function withPlan(ledger: readonly LedgerEntry[]): Incident {
  return waiting('planned', { plan: { id: 'plan', cue: 'two alerts', act: 'ask what else', made: iso(NOW), ledger } });
}

describe('the plan on the dashboard', () => {
  it('is absent where there is none', () => {
    assert.equal(planState([waiting('a')]), undefined);
  });

  it('says the plan, and nothing of a moment that has not come', () => {
    assert.deepEqual(planState([withPlan([entry(1, 'absent')])]), { words: 'When I next see two alerts, I will ask what else.', ledger: [] });
  });

  it('is not shown while it is being typed from memory', () => {
    const typing = { ...withPlan([]), reflection: { path: 'short', started: iso(NOW), screen: 'nextPlan' } } as const;
    assert.equal(planState([typing])?.words, 'It shows again once you have typed it from memory.');
    assert.match(planState([{ ...typing, reflection: { ...typing.reflection, finished: iso(NOW) } }])?.words ?? '', /two alerts/);
  });

  const table: [string, LedgerEntry[], string, string][] = [
    ['one, acted', [entry(1, 'acted')], '1', 'Came once, acted 1'],
    ['one, not acted', [entry(1, 'forgot')], '0', 'Came once, acted 0'],
    ['four, in the order of time', [entry(3, 'chose'), entry(1, 'acted'), entry(2, 'acted'), entry(4, 'acted'), entry(5, 'absent')], '1101', 'Came 4 times, acted 3'],
  ];
  for (const [name, ledger, squares, words] of table) {
    it(name, () => assert.deepEqual(planState([withPlan(ledger)])?.ledger, [{ kind: 'real', squares, words }]));
  }

  it('counts drills and shadowing apart', () => {
    const asking = [waiting('drilled', { kind: 'drill' }), waiting('watched', { kind: 'shadow' }), waiting('happened')];
    const lines = planState([withPlan([entry(1, 'acted', 'drilled'), entry(2, 'forgot', 'watched'), entry(3, 'acted', 'happened'), entry(4, 'acted', 'gone')]), ...asking])?.ledger;
    assert.deepEqual(lines?.map(({ words }) => words), ['Came 2 times, acted 2', 'Came once, acted 1, in drills', 'Came once, acted 0, while shadowing']);
  });

  it('draws the newest squares and counts all', () => {
    const [line] = planState([withPlan(Array.from({ length: 40 }, (_, at) => entry(at, at < 20 ? 'forgot' : 'acted')))])?.ledger ?? [];
    assert.deepEqual([line?.squares, line?.words], ['0000' + '1'.repeat(20), 'Came 40 times, acted 20']);
  });
});
