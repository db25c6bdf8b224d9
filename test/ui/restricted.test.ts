import { freshSample } from './harness/folders';
import { until } from './harness/until';
import { draft, JournalFiles, sampleTime } from './journalFiles';
import { openFromTree } from './reflection';
import type { Workbench } from './workbench';
import { openWorkbench } from './workbench';

describe('in Restricted Mode', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  const title = 'Payment timeouts';

  before(async () => {
    const folder = await freshSample();
    journal = new JournalFiles(folder);
    journal.add(draft(title, 'guess', { window: { start: sampleTime(folder, '14:02'), end: sampleTime(folder, '15:37') } }));
    workbench = await openWorkbench({ folder, trust: false });
  });
  after(() => workbench?.close());

  it('the reflection works, git is off and says so, and is read once the workspace is trusted', async () => {
    const reflection = await openFromTree(workbench, title);
    await reflection.field('Cost most').selectOption('Close the loop');
    await journal.saved(title, 'the guess', (record) => record.reflection?.guess?.costly);
    await reflection.next();
    await reflection.shows('evidence');
    await reflection.page.getByText('Git is off in Restricted Mode. Trust this workspace to see what landed.').waitFor();
    await reflection.page.getByLabel('What were you looking at when your next step was not obvious?').fill('From memory.');
    await journal.saved(title, 'the moment', (record) => record.reflection?.answers?.['moment'] === 'From memory.');

    await workbench.palette('Workspaces: Manage Workspace Trust');
    await workbench.page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).first().click();
    // A newer editor shows that over all others, an older one in a tab.
    const over = workbench.page.locator('.monaco-modal-editor-block');
    await until('the reflection in front', async () => {
      if (await over.isVisible()) await over.locator('.codicon-close').first().click({ timeout: 1_000 });
      await workbench.page.locator('.tab', { hasText: title }).click({ timeout: 1_000 });
      return true;
    });
    await reflection.page.getByText('payments: halve the connection pool (#412)', { exact: true }).waitFor();
  });
});
