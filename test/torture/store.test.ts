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

  it('1,000 kills', async () => {
    console.log(await kills(folder.path(), 1000));
  });
});
