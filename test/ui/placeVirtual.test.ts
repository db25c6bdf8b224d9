import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { dashboardOf } from './dashboard';
import { freshFolder } from './harness/folders';
import type { Workbench } from './workbench';
import { openWorkbench } from './workbench';

const SENTENCE = /^Lead Debrief needs a folder on disk/;

describe('in a virtual workspace, where somebody turned the extension on', () => {
  let workbench: Workbench;
  before(async () => {
    const file = path.join(freshFolder(), 'virtual.code-workspace');
    writeFileSync(file, JSON.stringify({ folders: [{ uri: 'vscode-vfs://github/lead/debrief', name: 'virtual' }] }));
    workbench = await openWorkbench({ folder: file, settings: { 'extensions.supportVirtualWorkspaces': { 'lead-debrief.lead-debrief': true } } });
  });
  after(() => workbench?.close());

  it('views and commands say that there are no files on disk, and offer a place that has some', async () => {
    const dashboard = await dashboardOf(workbench);
    await dashboard.page.getByText(SENTENCE).waitFor();
    await dashboard.button('Choose a Place').waitFor();
    await workbench.page.locator('.part.sidebar .welcome-view').getByText(SENTENCE).waitFor();
    await workbench.palette('Debrief: Declare an Incident');
    await workbench.toast('Lead Debrief needs a folder on disk. This one is not: vscode-vfs.').waitFor();
  });
});
