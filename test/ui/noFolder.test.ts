import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { dashboardOf } from './dashboard';
import { freshFolder } from './harness/folders';
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
    await workbench.page.locator('.part.sidebar .welcome-view').getByRole('button', { name: 'Open Folder' }).waitFor();
  });

  it('with several folders, commands and views say that one alone is needed', async () => {
    const folder = freshFolder();
    const workspace = path.join(folder, 'several.code-workspace');
    writeFileSync(workspace, JSON.stringify({ folders: [{ path: freshFolder() }, { path: freshFolder() }] }));
    const window = await workbench.openWindow(workspace);
    const sentence = /keeps its journal in one folder, and 2 are open\. Open one folder alone to use it\./;
    await sayWhy(window, sentence);
    await (await dashboardOf(window)).page.getByText(sentence).waitFor();
    await window.page.locator('.part.sidebar .welcome-view').getByText('Open one folder alone to use it.').waitFor();
    await window.close();
  });
});
