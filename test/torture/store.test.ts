import assert from 'node:assert/strict';
import { gitRounds } from '../unit/store/gitRounds';
import { kills } from '../unit/store/kills';
import { ownFolder } from '../unit/store/journalFolder';
import { twoWriters } from '../unit/store/twoWriters';

describe('the store, for long', function () {
  this.timeout(3_600_000);
  const folder = ownFolder();

  it('two windows, 1,000 saves each', async () => void (await twoWriters(folder.path(), 1000, false)));

  it('two windows, 1,000 saves each, while a third is killed again and again', async () => {
    console.log(await twoWriters(folder.path(), 1000, true));
  });

  it('two clones of a shared journal, 40 rounds of concurrent work', async () => {
    const outcome = await gitRounds(folder.path(), 40, Date.now());
    console.log(outcome);
    assert.deepEqual([outcome.lost, outcome.unreadable, outcome.twice], [0, 0, 0]);
  });

  it('1,000 kills', async () => {
    console.log(await kills(folder.path(), 1000));
  });
});
