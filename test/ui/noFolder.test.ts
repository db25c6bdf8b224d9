import assert from 'node:assert/strict';
import { dashboardOf } from './dashboard';
import { freshFolder } from './harness/folders';
import { JournalFiles } from './journalFiles';
import { declare, shows } from './placing';
import type { Workbench } from './workbench';
import { openWorkbench } from './workbench';

const commands = ['Debrief: Reflect on an Incident…', 'Debrief: Note That the Plan’s Moment Came…', 'Debrief: Give Up the Plan…'];

describe('where there is no journal', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench?.close());

  /** Each command says the sentence, once, and nothing else happens. */
  async function sayWhy(window: Workbench, sentence: string | RegExp): Promise<void> {
    for (const command of commands) {
      await window.palette(command);
      const toast = window.toast(sentence);
      await toast.waitFor();
      assert.equal(await window.page.locator('.notification-toast').count(), 1);
      await toast.hover();
      await toast.getByRole('button', { name: /Clear Notification/ }).click();
      await toast.waitFor({ state: 'detached' });
    }
    assert.equal(await window.page.locator('.editor-group-container .tab').count(), 0);
  }

  it('without a folder, commands and views say so and offer to open one', async () => {
    await sayWhy(workbench, 'Open a folder to keep a journal in it.');
    const dashboard = await dashboardOf(workbench);
    await dashboard.page.getByText('Open a folder to keep a journal in it.').waitFor();
    await dashboard.button('Open Folder').waitFor();
    await dashboard.button('Choose a Place').waitFor();
    const welcome = workbench.page.locator('.part.sidebar .welcome-view');
    await welcome.getByRole('button', { name: 'Open Folder' }).waitFor();
    await welcome.getByRole('button', { name: 'Choose a Place' }).waitFor();
  });

  it('a place can be chosen instead, with the keyboard; the journal is made there', async () => {
    const journal = new JournalFiles(freshFolder());
    await workbench.palette('Debrief: Choose a Place for the Journal…');
    await workbench.quickInput.enter(`${journal.workspace}/`);
    await (await dashboardOf(workbench)).page.getByText('No reflections yet').waitFor();
    await declare(workbench, 'Without a folder');
    await journal.saved('Without a folder', 'the incident', () => true);
    await shows(workbench, 'Without a folder');
  });

});
