import assert from 'node:assert/strict';
import { gitRounds } from './gitRounds';
import { ownFolder } from './journalFolder';

describe('two clones of a shared journal', function () {
  this.timeout(60_000);
  const folder = ownFolder();

  it('lose nothing in five rounds of concurrent work', async () => {
    const { acknowledged, merged, ...faults } = await gitRounds(folder.path(), 5);
    assert.deepEqual(faults, { rounds: 5, lost: 0, unreadable: 0, twice: 0 });
    assert.ok(acknowledged >= 50 && merged > 0, `${acknowledged} changes, ${merged} conflicts`);
  });
});
