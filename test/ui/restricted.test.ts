import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Incident } from '../../src/core/journal/schema';
import { commitAndRevert } from './commits';
import { until } from './harness/until';
import { allowLinks, dialog, followLink } from './incidentLinks';
import type { JournalFiles } from './journalFiles';
import { daysAgo, draft, foundJournal, put, sampleWindow, withPlan } from './journalFiles';
import { closeEditors, HistoryTree, openFromTree, ReflectionPage } from './reflection';
import { openSample } from './sample';
import type { Workbench } from './workbench';

/** Its plan comes up where a revert is committed. */
function planned(): Incident {
  const record = withPlan('An earlier one', 'a revert', 'ask what we know', daysAgo(10));
  return { ...record, ...(record.plan && { plan: { ...record.plan, cues: [{ id: 'revert' }] } }) };
}

describe('in Restricted Mode', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  const title = 'Payment timeouts';

  before(async () => {
    ({ workbench, journal } = await openSample({ trust: false, records: (folder) => [draft(title, 'guess', { window: sampleWindow(folder) }), planned()] }));
  });
  after(() => workbench?.close());

  it('a file in which git left a conflict is merged from its markers, without git', async () => {
    foundJournal(journal); // what is replaced is kept among the backups first
    const name = 'Left in conflict';
    await workbench.showSidebar();
    await new HistoryTree(workbench).row(title).waitFor();
    const record = draft(name, 'facts');
    const file = journal.add(record);
    const text = (more: Partial<Incident>) => `${JSON.stringify({ ...record, ...more }, null, 2)}\n`;
    put(file, `<<<<<<< HEAD\n${text({ stakes: 'Ours.' })}=======\n${text({ role: 'responder' })}>>>>>>> other\n`);
    commitAndRevert(journal.workspace);
    await workbench.toast(/Merged .+ left-in-conflict\. Stage it with git add\./).waitFor();
    const merged = JSON.parse(readFileSync(file, 'utf8')) as Incident;
    assert.deepEqual([merged.stakes, merged.role], ['Ours.', 'responder']);
  });

  it('Check Privacy does not ask git, and says so', async () => {
    await workbench.palette('Debrief: Check Privacy');
    await workbench.panel().getByText('Git was not asked, because this window is in Restricted Mode.').waitFor();
    await workbench.panel().getByText('One could not be checked.').waitFor();
    await closeEditors(workbench);
  });

  it('a link is followed, since it asks first and runs nothing', async () => {
    const said = 'From a pager';
    await followLink(workbench, `id=PD1&state=resolved&title=${encodeURIComponent(said)}&start=2026-05-14T14:02:00Z&end=2026-05-14T15:37:00Z`);
    await allowLinks(workbench);
    await dialog(workbench).filter({ hasText: 'It is over.' }).getByRole('button', { name: 'Add It' }).click();
    await until('the record', () => journal.files().some((file) => file.includes('from-a-pager')));
    assert.equal(journal.read(said).window.end, '2026-05-14T15:37:00Z');
  });

  it('the made-up incident has its evidence all the same', async () => {
    await workbench.palette('Debrief: Try It on a Made-up Incident');
    const reflection = new ReflectionPage(workbench);
    await reflection.shows('lastPlan');
    await reflection.tab('Facts').click();
    await reflection.page.getByText('3 commits fall inside.', { exact: false }).waitFor();
    await workbench.palette('Debrief: Throw Away the Made-up Incident');
    await workbench.toast('The made-up incident is thrown away. Nothing of it was kept.').waitFor();
  });

  it('the reflection works, git is off and says so, and is read once the workspace is trusted', async () => {
    await workbench.palette('Notifications: Clear All Notifications'); // one that stays would lie over the buttons
    const reflection = await openFromTree(workbench, title);
    await reflection.field('Cost most').selectOption('Close the loop');
    await journal.saved(title, 'the guess', (record) => record.reflection?.guess?.costly);
    await reflection.next();
    await reflection.shows('evidence');
    await reflection.page.getByText('Git is off in Restricted Mode. Trust this workspace to see what landed.').waitFor();
    await reflection.page.getByLabel('What were you looking at when your next step was not obvious?').fill('From memory.');
    await journal.saved(title, 'the moment', (record) => record.reflection?.answers?.['moment'] === 'From memory.');

    commitAndRevert(journal.workspace);
    await workbench.palette('Workspaces: Manage Workspace Trust');
    await workbench.page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).first().click();
    // A newer editor shows that over all others, an older one in a tab.
    const over = workbench.page.locator('.monaco-modal-editor-block');
    await until('the reflection in front', async () => {
      if (await over.isVisible()) await over.locator('.codicon-close').first().click({ timeout: 1_000 });
      await workbench.page.locator('.tab', { hasText: title }).click({ timeout: 1_000 });
      return true;
    });
    await reflection.page.getByText('payments: halve the connection pool (#412)', { exact: true }).first().waitFor();
    assert.equal(existsSync(path.join(workbench.data, 'data', 'User', 'globalStorage', 'lead-debrief.lead-debrief', 'cues')), false, 'the two reverts brought the plan up');
    await until('the plan at a revert', async () => {
      commitAndRevert(journal.workspace);
      await workbench.toast('Your plan: When I next see a revert, I will ask what we know.').waitFor({ timeout: 3_000 });
      return true;
    });
  });
});
