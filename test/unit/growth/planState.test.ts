import assert from 'node:assert/strict';
import { planState } from '../../../src/core/growth/planState';
import type { Incident, LedgerEntry, LedgerWord } from '../../../src/core/journal/schema';
import { finished, iso, LOCALE, NOW, waiting } from './records';

const entry = (at: number, did: LedgerWord, incident?: string): LedgerEntry => ({ id: `e-${at}`, at: iso(NOW + at), did, ...(incident !== undefined && { incident }) });

function withPlan(ledger: readonly LedgerEntry[]): Incident {
  return waiting('planned', { plan: { id: 'plan', cue: 'two alerts', act: 'ask what else', made: iso(NOW), ledger } });
}

const open = (records: readonly Incident[]) => planState(records, LOCALE, NOW).open;

describe('the plan on the dashboard', () => {
  it('is absent where there is none', () => {
    assert.deepEqual(planState([waiting('a')], LOCALE, NOW), { earlier: [], moreEarlier: 0 });
  });

  it('says the plan, and nothing of a moment that has not come', () => {
    const state = open([withPlan([entry(1, 'absent')])]);
    assert.equal(state?.words, 'When I next see two alerts, I will ask what else.');
    assert.deepEqual(state?.ledger, []);
  });

  it('is not shown while it is being typed from memory', () => {
    const typing = { ...withPlan([]), reflection: { path: 'short', started: iso(NOW), screen: 'nextPlan' } } as const;
    assert.equal(open([typing])?.words, 'It shows again once you have typed it from memory.');
    assert.deepEqual([open([typing])?.isHidden, open([typing])?.before], [true, []]);
    assert.match(open([{ ...typing, reflection: { ...typing.reflection, finished: iso(NOW) } }])?.words ?? '', /two alerts/);
  });

  it('nor while it is rehearsed; what the editor watches for is said in any case', () => {
    const cued = withPlan([]);
    const record = { ...cued, plan: { id: 'plan', ...cued.plan, cues: [{ id: 'weekly', day: 1, time: '09:30' }, { id: 'revert' }, { id: 'branch', pattern: 'hotfix/*' }, { id: 'later' }] } };
    const state = planState([record], LOCALE, NOW, true).open;
    assert.deepEqual([state?.isHidden, state?.cues], [true, 'Comes up when a revert is committed here, or a branch like hotfix/* is made or checked out, or it is Monday, 09:30.']);
    assert.equal(open([cued])?.cues, '');
  });

  const table: [string, LedgerEntry[], string, string][] = [
    ['one, acted', [entry(1, 'acted')], '1', 'Came once, acted 1'],
    ['one, not acted', [entry(1, 'forgot')], '0', 'Came once, acted 0'],
    ['four, in the order of time', [entry(3, 'chose'), entry(1, 'acted'), entry(2, 'acted'), entry(4, 'acted'), entry(5, 'absent')], '1101', 'Came 4 times, acted 3'],
  ];
  for (const [name, ledger, squares, words] of table) {
    it(name, () => assert.deepEqual(open([withPlan(ledger)])?.ledger, [{ kind: 'real', squares, words }]));
  }

  it('counts drills and shadowing apart', () => {
    const asking = [waiting('drilled', { kind: 'drill' }), waiting('watched', { kind: 'shadow' }), waiting('happened')];
    const lines = open([withPlan([entry(1, 'acted', 'drilled'), entry(2, 'forgot', 'watched'), entry(3, 'acted', 'happened'), entry(4, 'acted', 'gone')]), ...asking])?.ledger;
    assert.deepEqual(lines?.map(({ words }) => words), ['Came 2 times, acted 2', 'Came once, acted 1, in drills', 'Came once, acted 0, while shadowing']);
  });

  it('draws the newest squares and counts all', () => {
    const [line] = open([withPlan(Array.from({ length: 40 }, (_, at) => entry(at, at < 20 ? 'forgot' : 'acted')))])?.ledger ?? [];
    assert.deepEqual([line?.squares, line?.words], ['0000' + '1'.repeat(20), 'Came 40 times, acted 20']);
  });

  it('has the ledger in order, with what made the difference; the newest six', () => {
    const why = { ...entry(2, 'chose'), why: 'The pager had stopped' };
    assert.deepEqual(open([withPlan([entry(3, 'absent'), why])])?.moments, [
      { words: '14 May: It came, and I chose otherwise', why: 'The pager had stopped' },
      { words: '14 May: It did not come' },
    ]);
    const many = open([withPlan(Array.from({ length: 30 }, (_, at) => entry(at, 'acted')))]);
    assert.deepEqual([many?.moments.length, many?.moreMoments], [6, 24]);
  });

  it('says what it said before, the newest first; both halves of one change together', () => {
    const plan = { id: 'plan', cue: 'three', act: 'third', made: iso(NOW - 9e8) };
    const revision = (field: string, at: number, before: string) => ({ id: `${field}${at}`, at: iso(NOW - at), field, before });
    const record = finished('a', 20, 3, { plan });
    const revisions = [revision('plan.cue', 2e8, 'one'), revision('plan.act', 2e8, 'first'), revision('stakes', 15e7, 'x'), revision('plan.cue', 1e8, 'two'), revision('plan.act', 1e8, 'second')];
    const before = open([{ ...record, reflection: { ...record.reflection, path: 'short', started: iso(NOW), revisions } }])?.before;
    assert.deepEqual(before, ['Until 13 May: When I next see two, I will second.', 'Until 12 May: When I next see one, I will first.']);
  });

  it('lists plans that were closed, or that a newer one follows, the newest first; no false alarms', () => {
    const plan = (id: string, made: number, more: object = {}): Incident => waiting(id, { plan: { id: `p-${id}`, cue: id, act: 'act', made: iso(NOW - made), ...more } });
    const closed = plan('closed', 3e8, { closed: iso(NOW - 1e8), ledger: [entry(1, 'acted'), entry(2, 'forgot'), entry(3, 'absent')] });
    const state = planState([plan('older', 4e8), plan('newest', 1e8), closed, { ...plan('alarm', 2e8), cancelled: iso(NOW) }, waiting('none')], LOCALE, NOW);
    assert.equal(state.open?.words, 'When I next see newest, I will act.');
    assert.deepEqual(state.earlier, [
      { id: 'closed', words: 'When I next see closed, I will act.', became: 'Until 13 May: came 2 times, acted 1' },
      { id: 'older', words: 'When I next see older, I will act.', became: 'Made on 10 May: its moment did not come' },
    ]);
    const many = planState(Array.from({ length: 9 }, (_, at) => plan(`p${at}`, at * 1e6)), LOCALE, NOW);
    assert.deepEqual([many.earlier.length, many.moreEarlier], [2, 6]);
  });
});
