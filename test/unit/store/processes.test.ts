import { seen, times } from '../../torture/row';
import { kills } from './kills';
import { ownFolder } from './journalFolder';
import { twoWriters } from './twoWriters';

describe('several windows on one journal', function () {
  // Many windows are started and killed; on a busy machine each start takes seconds.
  this.timeout(times(300_000, 3_600_000));
  const folder = ownFolder();

  it('two that write the same record lose nothing of what was acknowledged', () =>
    seen('twoPrograms', async () => {
      const often = times(50, 1000);
      const { acknowledged, lost, twice, refused } = await twoWriters(folder.path(), often, false);
      return { often, lost, wrong: { twice, refused }, seen: `${acknowledged} saves` };
    }));

  it('nor while a third is killed again and again', () =>
    seen('twoProgramsKills', async () => {
      const often = times(50, 1000);
      const { acknowledged, lost, twice, refused, killed } = await twoWriters(folder.path(), often, true);
      return { often, lost, wrong: { twice, refused }, seen: `${acknowledged} saves, ${killed} kills` };
    }));

  it('a window that is killed loses nothing of what it acknowledged, and the next one goes on', () =>
    seen('killedProgram', async () => {
      const often = times(10, 1000);
      const { acknowledged, lost, unreadable, deadLocks } = await kills(folder.path(), often);
      return { often, lost, wrong: { unreadable }, seen: `${acknowledged} saves, ${deadLocks} times it had the lock` };
    }));
});
