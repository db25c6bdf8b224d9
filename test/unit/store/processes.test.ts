import { kills } from './kills';
import { ownFolder } from './journalFolder';
import { twoWriters } from './twoWriters';

describe('several windows on one journal', function () {
  // Twenty windows are started and killed; on a busy machine each start takes seconds.
  this.timeout(300_000);
  const folder = ownFolder();

  it('two that write the same record lose nothing of what was acknowledged', async () => void (await twoWriters(folder.path(), 100, false)));

  it('nor while a third is killed again and again', async () => void (await twoWriters(folder.path(), 100, true)));

  it('a window that is killed loses nothing of what it acknowledged, and the next one goes on', async () => void (await kills(folder.path(), 20)));
});
