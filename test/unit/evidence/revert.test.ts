import assert from 'node:assert/strict';
import { isRevert, revertedBy, undoesSomethingOlder } from '../../../src/core/evidence/revert';
import { commit, hash, landing, merge } from './builders';

describe('isRevert', () => {
  const table: [string, boolean][] = [
    ['Revert "payments: raise pool wait to 2 s"', true],
    ['revert: feat(pool): raise the wait', true],
    ['fix(pool): revert the wait', true],
    ['[payments] Reverts the wait', true],
    ['Reverting the wait', true],
    ['Merge pull request #12 from payments/revert-11-wait', true],
    ["Merge branch 'revert-1a2b3c4d' into 'main'", true],
    ['Auto merge of #12 - mei:revert-wait, r=jonas', true],
    ['Revert "Revert "payments: raise pool wait""', false],
    ['Reapply "payments: raise pool wait"', false],
    ['Reland the wait', false],
    ['docs: how to revert a deploy', false],
    ['irreversible: say so', false],
    ['payments: raise pool wait to 2 s', false],
  ];
  for (const [subject, wanted] of table)
    it(`${wanted ? 'takes' : 'does not take'} "${subject}" for one`, () =>
      assert.equal(isRevert(landing('a', '14:00', subject)), wanted));

  it('does not read a revert inside a squashed change as one', () => {
    assert.equal(
      isRevert(
        landing('a', '14:00', 'pool: raise the wait (#9)', { body: `* Try\n* This reverts commit ${hash('c')}.` }),
      ),
      false,
    );
  });
});

describe('revertedBy', () => {
  const target = landing('ab12cd34', '14:18', 'payments: raise pool wait to 2 s (#410)');
  const older = landing('00000001', '13:00', 'payments: raise pool wait to 2 s (#300)');
  const other = landing('99999999', '14:20', 'docs: nothing to do with it (#411)');
  const find = (revert: ReturnType<typeof landing>, more = [other, target, older]) =>
    revertedBy(revert, [revert, ...more])?.hash;

  const table: [string, Partial<ReturnType<typeof landing>> & { subject: string }][] = [
    ['the full hash in the body', { subject: 'Revert "something else"', body: `This reverts commit ${target.hash}.` }],
    ['a shortened hash', { subject: 'Revert the wait', body: 'This reverts commit ab12cd34.' }],
    [
      'the hash of a reverted merge',
      {
        subject: 'Revert "Merge"',
        body: `This reverts commit ${target.hash}, reversing\nchanges made to ${other.hash}.`,
      },
    ],
    ['the pull request of the quoted subject', { subject: 'Revert "payments: raise the wait (#410)" (#412)' }],
    ['the pull request that the body names', { subject: 'Undo', body: 'Reverts payments/payments#410' }],
    ['the newest earlier change of that name', { subject: 'Revert "payments: raise pool wait to 2 s"' }],
    [
      'the branch that a revert of a pull request gets',
      { subject: 'Merge pull request #412 from payments/revert-410-wait' },
    ],
  ];
  for (const [what, { subject, ...more }] of table)
    it(`by ${what}`, () => assert.equal(find(landing('eeee', '14:31', subject, more)), target.hash));

  it('looks for the hash first', () => {
    assert.equal(
      find(
        landing('eeee', '14:31', 'Revert "payments: raise pool wait to 2 s (#410)"', {
          body: `This reverts commit ${older.hash}.`,
        }),
      ),
      older.hash,
    );
  });

  it('finds what was merged, and tells when that landed', () => {
    const landed = merge('dddd', '14:18', 'Merge pull request #410 from payments/wait', [
      commit('ab12cd34', '09:00', 'Raise the wait'),
    ]);
    assert.equal(
      find(landing('eeee', '14:31', 'Revert "Raise the wait"', { body: `This reverts commit ${hash('ab12cd34')}.` }), [
        landed,
      ]),
      landed.hash,
    );
  });

  it('reads the revert inside a merge', () => {
    const inner = commit('cccc', '14:25', 'Revert "x"', { body: `This reverts commit ${target.hash}.` });
    assert.equal(
      find(merge('eeee', '14:31', 'Merge pull request #412 from payments/revert-wait', [inner])),
      target.hash,
    );
  });

  it('knows no target that did not land before, or landed with the revert itself', () => {
    assert.equal(find(landing('eeee', '14:31', 'Revert "never seen"')), undefined);
    const squashed = merge('eeee', '14:31', 'Merge pull request #9 from payments/revert-x', [
      commit('cccc', '14:00', 'Revert "y"', { body: `This reverts commit ${hash('dddd')}.` }),
      commit('dddd', '13:00', 'y'),
    ]);
    assert.equal(find(squashed, [other]), undefined);
    const later = landing('cccc', '15:00', 'payments: raise pool wait to 2 s (#410)');
    assert.equal(
      revertedBy(landing('eeee', '14:31', 'Revert "payments: raise pool wait to 2 s (#410)"'), [later]),
      undefined,
    );
  });

  it('says when something older is needed', () => {
    const revert = landing('eeee', '14:31', 'Revert "payments: raise pool wait to 2 s"');
    assert.equal(undoesSomethingOlder([revert, target]), false);
    assert.equal(undoesSomethingOlder([revert, other]), true);
    assert.equal(undoesSomethingOlder([other]), false);
  });
});
