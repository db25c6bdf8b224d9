import assert from 'node:assert/strict';
import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { withLock } from '../../../src/store/lock';
import { withoutWriting } from '../faults';
import { until } from '../harness/until';
import type { JournalFiles } from '../journalFiles';
import { draft, put } from '../journalFiles';
import type { Group } from '../oneWindow';
import type { ReflectionPage } from '../reflection';
import { openFromTree } from '../reflection';
import type { Workbench } from '../workbench';

/** As much of a page as is used here: tests are compiled without its types. */
declare const navigator: { readonly clipboard: { readText(): Promise<string> } };
const STAKES = 'What could have been lost?';

export const unsaved: Group = (begin) => describe('a text that cannot be saved', () => {
  let workbench: Workbench;
  let journal: JournalFiles;

  before(async () => {
    ({ workbench, journal } = await begin());
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  async function at(title: string, stakes = 'Before.'): Promise<ReflectionPage> {
    journal.add(draft(title, 'facts', stakes === '' ? {} : { stakes }));
    return openFromTree(workbench, title);
  }

  it('stays on screen while the file is unreadable, which is not overwritten, and is saved once that is repaired', async () => {
    const title = 'Half a hand edit';
    const reflection = await at(title);
    const file = journal.file(title);
    const whole = readFileSync(file, 'utf8');
    const broken = whole.replace('"stakes": "Before."', '"stakes": "Before.');
    put(file, broken);
    await reflection.field(STAKES).fill('Typed meanwhile.');
    await reflection.alert.getByText(/Not saved: .*half-a-hand-edit.* cannot be read: line \d+, column \d+: .+ Your text is still here\./).waitFor();
    await reflection.says('Not saved');
    assert.equal(await reflection.field(STAKES).inputValue(), 'Typed meanwhile.');
    await reflection.choice('Led').click();
    assert.equal(readFileSync(file, 'utf8'), broken);

    put(file, whole);
    const record = await journal.saved(title, 'the text', ({ stakes, role }) => stakes === 'Typed meanwhile.' && role);
    assert.equal(record.role, 'commander');
    await reflection.says('Saved');
    await reflection.alert.waitFor({ state: 'detached' });
  });

  it('stays on screen while the file is away (another branch), and is saved once it is back', async () => {
    const title = 'On another branch';
    const reflection = await at(title);
    const file = journal.file(title);
    renameSync(file, `${file}.away`);
    await reflection.field(STAKES).fill('Typed meanwhile.');
    await reflection.alert.getByText(/Not saved: The file of this incident is not in the folder now/).waitFor();
    renameSync(`${file}.away`, file);
    await journal.saved(title, 'the text', ({ stakes }) => stakes === 'Typed meanwhile.');
    await reflection.alert.waitFor({ state: 'detached' });
  });

  it('says why, can be copied, is tried again on request and by itself', async function () {
    const title = 'No writing';
    const reflection = await at(title);
    const allow = withoutWriting(path.dirname(journal.file(title)));
    if (!allow) return this.skip(); // no fault of this kind can be made here
    let isAllowed = false;
    try {
      await reflection.field(STAKES).fill('The only copy.');
      await reflection.alert.getByText(/Not saved: This account may not write to .+\. Your text is still here\./).waitFor();
      await reflection.says('Not saved');
      await reflection.button('Copy my text').click();
      await until('the clipboard to hold it', () => workbench.page.evaluate(async () => (await navigator.clipboard.readText()) === 'The only copy.'));
      await reflection.field(STAKES).press('End');
      await workbench.page.keyboard.press('Control+V');
      await until('what was pasted', async () => (await reflection.field(STAKES).inputValue()) === 'The only copy.The only copy.');
      await reflection.button('Try again').click();
      await reflection.alert.waitFor();
      await reflection.next(); // leads nowhere: what was typed would be left behind
      await reflection.shows('facts');
      assert.equal(journal.read(title).stakes, 'Before.');

      await reflection.button('Try again').focus();
      allow();
      isAllowed = true;
      await workbench.page.keyboard.press('Enter'); // a click would wait for a button that a try by itself may just have taken away
      await reflection.alert.waitFor({ state: 'detached' });
      await journal.saved(title, 'the text', ({ stakes }) => stakes === 'The only copy.The only copy.');
      await reflection.says('Saved');
    } finally {
      if (!isAllowed) allow();
    }
  });

  it('is saved by itself when the fault is gone, also from a panel that was closed', async function () {
    const [title, closed] = ['No writing for a while', 'Closed while there was no writing'];
    const reflection = await at(title);
    const allow = withoutWriting(path.dirname(journal.file(title)));
    if (!allow) return this.skip();
    try {
      await reflection.field(STAKES).fill('Saved by itself.');
      await reflection.alert.waitFor();
    } finally {
      allow();
    }
    await journal.saved(title, 'the text', ({ stakes }) => stakes === 'Saved by itself.');
    await reflection.alert.waitFor({ state: 'detached' });

    const other = await at(closed);
    const allowAgain = withoutWriting(path.dirname(journal.file(closed)));
    try {
      await other.field(STAKES).fill('Typed, then closed.');
      await other.alert.waitFor();
      const tab = workbench.page.locator('.tab', { hasText: closed });
      await tab.hover();
      await tab.getByRole('button', { name: /^Close/ }).click(); // the second key of a chord would be typed into the field
      await tab.waitFor({ state: 'detached' });
    } finally {
      allowAgain?.();
    }
    await journal.saved(closed, 'the text', ({ stakes }) => stakes === 'Typed, then closed.');
  });

  it('never stops the keys while it takes long: after a second the screen says Saving…, and Saved only when all is on disk', async () => {
    const title = 'On a slow disk';
    const reflection = await at(title, '');
    const field = reflection.field(STAKES);
    await field.click();
    // Another process holds the journal, as a disk that does not answer would: nothing can be saved meanwhile.
    await withLock(journal.folder, async () => {
      await field.pressSequentially('Typed before');
      await reflection.says('Saving…');
      assert.equal(journal.read(title).stakes, undefined);
      await field.pressSequentially(' and while it is saved.');
      assert.equal(await field.inputValue(), 'Typed before and while it is saved.');
      assert.equal(await reflection.saveWord.textContent(), 'Saving…');
      await reflection.choice('Led').click();
      assert.equal(await reflection.choice('Led').isChecked(), true);
      await field.click();
      await field.press('End');
      await field.pressSequentially(' Then more.');
      assert.equal(journal.read(title).stakes, undefined, 'nothing was written in the lock');
    });
    await reflection.says('Saved');
    const record = await journal.saved(title, 'all of it', ({ stakes }) => stakes === 'Typed before and while it is saved. Then more.');
    assert.equal(record.role, 'commander');
    assert.equal(await field.inputValue(), 'Typed before and while it is saved. Then more.');
    assert.equal(await reflection.alert.count(), 0);
  });
});
