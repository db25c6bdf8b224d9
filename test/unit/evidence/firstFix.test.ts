import assert from 'node:assert/strict';
import { firstFixCandidates } from '../../../src/core/evidence/firstFix';
import { at, bot, commit, landing, mei, merge } from './builders';

const names = (landings: ReturnType<typeof landing>[]) =>
  firstFixCandidates(landings, at('14:02')).map(({ subject }) => subject);

describe('firstFixCandidates', () => {
  const yes = [
    'Revert "x"',
    'roll back to v12',
    'Rollback the pool',
    'gateway: fix the storm',
    'hotfix',
    'Disable the summary',
    'unbreak login',
    'restore the pool',
    'fixes #12',
  ];
  for (const subject of yes)
    it(`takes "${subject}"`, () => assert.deepEqual(names([landing('a', '14:10', subject)]), [subject]));
  const no = ['gateway: cap retries', 'add prefix to logs', 'test: new fixtures', 'docs: runbook'];
  for (const subject of no)
    it(`does not take "${subject}"`, () => assert.deepEqual(names([landing('a', '14:10', subject)]), []));

  it('takes the three earliest after the beginning', () => {
    const all = ['15:00', '14:40', '14:30', '14:20', '14:01'].map((time, index) =>
      landing(`a${index}`, time, `fix at ${time}`),
    );
    assert.deepEqual(names(all), ['fix at 14:20', 'fix at 14:30', 'fix at 14:40']);
  });

  it('leaves out what a machine wrote, and takes what a machine merged', () => {
    assert.deepEqual(names([landing('a', '14:10', 'fix: bump yaml', { author: bot })]), []);
    const merged = merge(
      'b',
      '14:12',
      'Merge pull request #9 from payments/topic',
      [commit('c', '14:00', 'work', { author: mei })],
      { author: bot, body: 'Fix the storm' },
    );
    assert.deepEqual(names([merged]), [merged.subject]);
    const bumped = merge(
      'd',
      '14:12',
      'Merge pull request #9 from payments/fix',
      [commit('c', '14:00', 'bump', { author: bot })],
      { author: mei },
    );
    assert.deepEqual(names([bumped]), []);
  });
});
