import assert from 'node:assert/strict';
import { seen, times } from '../../torture/row';
import { gitRounds } from './gitRounds';
import { ownFolder } from './journalFolder';

describe('two clones of a shared journal', function () {
  this.timeout(times(60_000, 3_600_000));
  const folder = ownFolder();

  it('lose nothing in rounds of concurrent work', () =>
    seen('git', async () => {
      const { rounds, acknowledged, merged, lost, ...wrong } = await gitRounds(folder.path(), times(3, 40));
      assert.ok(acknowledged >= 10 * rounds && merged > 0, `${acknowledged} changes, ${merged} conflicts`);
      return { often: rounds, lost, wrong, seen: `${acknowledged} saves, ${merged} files in conflict merged` };
    }));
});
