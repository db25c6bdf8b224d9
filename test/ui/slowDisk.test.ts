import assert from 'node:assert/strict';
import { withLock } from '../../src/store/lock';
import type { JournalFiles } from './journalFiles';
import { draft, foundJournal } from './journalFiles';
import type { ReflectionPage } from './reflection';
import { openFromTree } from './reflection';
import { openSample } from './sample';
import type { Workbench } from './workbench';

const STAKES = 'What could have been lost?';
const TITLE = 'On a slow disk';

describe('a save that takes long', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  let reflection: ReflectionPage;

  before(async () => {
    ({ workbench, journal } = await openSample({ records: () => [draft(TITLE, 'facts')] }));
    foundJournal(journal);
    reflection = await openFromTree(workbench, TITLE);
  });
  after(() => workbench?.close());

  it('never stops the keys; after a second it says Saving…, and Saved only when all is on disk', async () => {
    const field = reflection.field(STAKES);
    await field.click();
    // Another process holds the journal, as a disk that does not answer would: nothing can be saved meanwhile.
    await withLock(journal.folder, async () => {
      await field.pressSequentially('Typed before');
      await reflection.says('Saving…');
      assert.equal(journal.read(TITLE).stakes, undefined);
      await field.pressSequentially(' and while it is saved.');
      assert.equal(await field.inputValue(), 'Typed before and while it is saved.');
      assert.equal(await reflection.saveWord.textContent(), 'Saving…');
      await reflection.choice('Led').click();
      assert.equal(await reflection.choice('Led').isChecked(), true);
      await field.click();
      await field.press('End');
      await field.pressSequentially(' Then more.');
      assert.equal(journal.read(TITLE).stakes, undefined, 'nothing was written in the lock');
    });
    await reflection.says('Saved');
    const record = await journal.saved(TITLE, 'all of it', ({ stakes }) => stakes === 'Typed before and while it is saved. Then more.');
    assert.equal(record.role, 'commander');
    assert.equal(await field.inputValue(), 'Typed before and while it is saved. Then more.');
    assert.equal(await reflection.alert.count(), 0);
  });
});
