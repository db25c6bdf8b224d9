import assert from 'node:assert/strict';
import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dashboardOf } from './dashboard';
import { withoutWriting } from './faults';
import { freshFolder } from './harness/folders';
import { draft, JournalFiles, waiting } from './journalFiles';
import { pickByKeys } from './keys';
import { asked, declare, hasJournal, shows, WHERE, workspaceOf } from './placing';
import { closeEditors, openFromTree } from './reflection';
import type { Workbench } from './workbench';
import { openWorkbench } from './workbench';

describe('the place of the journal', () => {
  const { file, journals } = workspaceOf('alpha', 'beta', 'gamma');
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ folder: file });
  });
  after(() => workbench?.close());

  describe('with several folders', () => {
    it('of which none has one: is asked at the first save, again where there was no answer, and remembered', async () => {
      await declare(workbench, 'First of all');
      await asked(workbench, WHERE);
      await workbench.quickInput.row('gamma').waitFor();
      assert.deepEqual(await workbench.quickInput.labels(), ['alpha', 'beta', 'gamma']);
      await workbench.quickInput.press('Escape');
      const toast = workbench.toast('Not saved: It was not said where the journal is to be kept.');
      await toast.waitFor();
      assert.deepEqual(journals.map(hasJournal), [false, false, false]);
      await toast.getByRole('button', { name: 'Try Again' }).click();
      await asked(workbench, WHERE);
      await pickByKeys(workbench, 'beta');
      await journals[1]?.saved('First of all', 'the incident', () => true);
      await shows(workbench, 'First of all');
      await declare(workbench, 'Second');
      await journals[1]?.saved('Second', 'the incident', () => true);
      assert.deepEqual(journals.map(hasJournal), [false, true, false]);
    });

    it('of which one has one: is that; of which two have one: is asked at first use, remembered over a reload, and asked again when it is gone', async () => {
      const { file, folders, journals } = workspaceOf('alpha', 'beta', 'gamma');
      journals[1]?.add(waiting('In beta'));
      const second = await workbench.openWindow(file);
      await shows(second, 'In beta');
      journals[2]?.add(waiting('In gamma'));
      await second.killExtensionHost();
      const sentence = 'Several of the open folders have a journal. Choose the one to use.';
      await second.page.locator('.part.sidebar .welcome-view').getByText(sentence).waitFor();
      await (await dashboardOf(second)).button('Choose a Journal').waitFor();
      await second.palette('Debrief: Give Up the Plan…');
      await asked(second, WHERE);
      await second.quickInput.row('gamma').waitFor();
      assert.deepEqual(await second.quickInput.labels(), ['beta', 'gamma']);
      await pickByKeys(second, 'gamma');
      await second.toast('There is no open plan.').waitFor();
      await shows(second, 'In gamma');
      await second.reload({ remembered: 'gamma/.lead-debrief' });
      await shows(second, 'In gamma');

      const [alpha, beta, gamma] = folders.map((folder) => ({ path: path.basename(folder) }));
      journals[0]?.add(waiting('In alpha'));
      writeFileSync(file, JSON.stringify({ folders: [alpha, beta] }));
      await second.page.locator('.part.sidebar .welcome-view').getByText(sentence).waitFor();
      writeFileSync(file, JSON.stringify({ folders: [alpha, beta, gamma] }));
      await shows(second, 'In gamma');
      await second.close();
    });
  });

  describe('in one folder', () => {
    const journal = new JournalFiles(freshFolder());
    let window: Workbench;
    before(async () => {
      journal.add(draft('Seen before', 'facts'));
      window = await workbench.openWindow(journal.workspace);
    });
    after(() => window.close());

    it('that this window has seen, and that is gone: a save says so, keeps the text, makes none anew, and goes on when it is back', async () => {
      const reflection = await openFromTree(window, 'Seen before');
      renameSync(journal.folder, `${journal.folder}-away`);
      await reflection.field('What could have been lost?').fill('Typed meanwhile.');
      await reflection.alert.getByText(/Not saved: The journal’s folder is not there any more: .+ Your text is still here\./).waitFor();
      assert.equal(await reflection.field('What could have been lost?').inputValue(), 'Typed meanwhile.');
      assert.ok(!hasJournal(journal));
      renameSync(`${journal.folder}-away`, journal.folder);
      await journal.saved('Seen before', 'the text', ({ stakes }) => stakes === 'Typed meanwhile.');
      await reflection.says('Saved');
    });

    it('that can only be read: everything is shown, one sentence says so, and a save does not pretend', async function () {
      const allow = withoutWriting(journal.folder);
      if (!allow) return this.skip();
      try {
        await closeEditors(window); // nobody would listen to that page any more
        await window.killExtensionHost(); // whether it can be written to is looked at when the extensions start
        await shows(window, 'Seen before');
        const words = `This journal can be read, and nothing can be saved in it. This account may not write to ${journal.folder}.`;
        await window.page.locator('.part.sidebar').getByText(words).first().waitFor();
        await (await dashboardOf(window)).page.getByText(words).waitFor();
        const reflection = await openFromTree(window, 'Seen before');
        await reflection.field('What could have been lost?').fill('A night.');
        await reflection.says('Not saved');
        await reflection.alert.getByText(/Not saved: This account may not write to .+\. Your text is still here\./).waitFor();
      } finally {
        allow();
      }
    });
  });
});
