import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dashboardOf } from '../dashboard';
import { extensionStorage } from '../harness/folders';
import { until } from '../harness/until';
import type { JournalFiles } from '../journalFiles';
import { draft, foundJournal, put, waiting } from '../journalFiles';
import { paletteByKeys, pickByKeys } from '../keys';
import type { Group } from '../oneWindow';
import { closeEditors, HistoryTree } from '../reflection';
import type { Workbench } from '../workbench';

const EVERYTHING_IS_THERE = 'Every file of the journal is there and can be read.';
const broken = (text: string): string => text.replace('"kind": "real"', '"kind": real');

export const restore: Group = (begin) => describe('restoring from the backups', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  let tree: HistoryTree;

  before(async () => {
    ({ workbench, journal } = await begin(() => ['Broken by hand', 'Broken again', 'Gone away', 'Gone too'].map((title) => draft(title, 'facts'))));
    if (!existsSync(path.join(journal.folder, 'debrief-journal.json'))) foundJournal(journal);
    tree = new HistoryTree(workbench);
    await workbench.showSidebar();
    await tree.row('Gone too').waitFor();
    await bringUpToDate(workbench);
  });
  afterEach(() => closeEditors(workbench));

  /** How many there are, without those that were deleted. */
  const listed = () => `${journal.files().filter((file) => !readFileSync(file, 'utf8').includes('"deleted": ')).length} incidents`;

  it('of a file that cannot be read: compares first, asks, and keeps what was there; by keys', async () => {
    const file = journal.file('Broken by hand');
    const whole = readFileSync(file, 'utf8');
    put(file, broken(whole));
    await tree.rows.filter({ hasText: 'cannot be read: line' }).waitFor();
    await paletteByKeys(workbench, 'Debrief: Restore from Backup…');
    await pickByKeys(workbench, '2026-11-21 broken-by-hand'.replace(/^\S+/, path.basename(file).slice(0, 10)));
    await workbench.quickInput.rows.first().getByText('Can be read.').waitFor();
    await workbench.quickInput.press('Enter');
    await workbench.quickInput.row('Restore This Backup').waitFor();
    await workbench.page.locator('.monaco-diff-editor .modified .view-line', { hasText: '"kind": "real"' }).waitFor();
    assert.equal(readFileSync(file, 'utf8'), broken(whole), 'nothing is changed before it is asked');
    await pickByKeys(workbench, 'Restore This Backup');
    await tree.row('Broken by hand').waitFor();
    assert.equal(readFileSync(file, 'utf8'), whole);
    await workbench.toast('Broken by hand is restored, as of').waitFor();
    await until('the comparison to be closed', async () => (await workbench.page.locator('.tab').count()) === 0);

    put(file, broken(whole)); // and what was replaced is among the backups now
    const fault = tree.rows.filter({ hasText: 'cannot be read: line' });
    await until('its backups', async () => {
      await fault.hover({ timeout: 5_000 });
      await fault.locator('.action-label[aria-label="Restore from Backup…"]').click({ timeout: 5_000 }); // lost where the tree is drawn anew under it
      await workbench.quickInput.rows.filter({ hasText: 'what was restored over' }).getByText(/Cannot be restored\. .*line \d+/).waitFor({ timeout: 5_000 });
      return true;
    });
    await workbench.quickInput.cancel();
    put(file, whole);
  });

  it('is offered in the dashboard, beside Open file, which goes to the line of the fault', async () => {
    const file = journal.file('Broken again');
    const whole = readFileSync(file, 'utf8');
    put(file, broken(whole));
    const dashboard = await dashboardOf(workbench);
    await dashboard.page.getByRole('button', { name: /^Open file: .*broken-again/ }).click();
    const line = whole.slice(0, whole.indexOf('"kind"')).split('\n').length;
    await workbench.page.locator('.statusbar-item', { hasText: new RegExp(`Ln ${line}, Col \\d+`) }).waitFor();
    await dashboard.page.getByRole('button', { name: /^Restore from backup: .*broken-again/ }).click();
    await workbench.quickInput.rows.first().click();
    await pickByKeys(workbench, 'Leave It as It Is');
    assert.equal(readFileSync(file, 'utf8'), broken(whole));
    put(file, whole);
    await tree.row('Broken again').waitFor();
  });

  it('of incidents that are not in the folder now: counted in the tree and the dashboard, brought back together after a question', async () => {
    const titles = ['Gone away', 'Gone too'];
    const files = titles.map((title) => journal.file(title));
    const before = files.map((file) => readFileSync(file, 'utf8'));
    for (const file of files) rmSync(file);
    const missing = '2 incidents are not in the folder now.';
    await tree.row(missing).waitFor();
    await tree.row('Gone too').waitFor(); // as it was last read
    const dashboard = await dashboardOf(workbench);
    await dashboard.page.getByText(missing).waitFor();
    await dashboard.button('Restore from Backup…').click();
    const question = workbench.dialog.getByText('Restore 2 incidents from the backups?');
    await question.waitFor();
    await workbench.pressInDialog('Escape');
    await workbench.dialog.waitFor({ state: 'detached' });
    await tree.open(missing, question);
    await workbench.dialog.getByRole('button', { name: 'Restore' }).click();
    await workbench.toast('2 incidents are back.').waitFor();
    assert.deepEqual(files.map((file) => readFileSync(file, 'utf8')), before);
    await tree.row(missing).waitFor({ state: 'detached' });
  });

  it('that cannot be written are said once, and fail no save', async () => {
    const place = path.join(extensionStorage(workbench.data), 'backups');
    renameSync(place, `${place}-away`);
    writeFileSync(place, 'A file where the folder should be.');
    journal.add(waiting('It waits'));
    await tree.row('It waits').waitFor();
    await workbench.palette('Debrief: Restore from Backup…');
    const said = workbench.toast(/Backups of the journal cannot be written \(\w+\): .* The journal itself is saved as always\./);
    await said.waitFor();
    await workbench.toast(EVERYTHING_IS_THERE).waitFor();
    await clearToasts(workbench);
    journal.add(waiting('Another'));
    await tree.row('Another').waitFor();
    await workbench.palette('Debrief: Restore from Backup…');
    await workbench.toast(EVERYTHING_IS_THERE).waitFor();
    assert.equal(await said.count(), 0);
    await clearToasts(workbench);
    rmSync(place);
    renameSync(`${place}-away`, place);
  });

  it('of a whole journal that is gone: asked once at the start, brought back as it was', async () => {
    await bringUpToDate(workbench);
    const before = journal.files().map((file) => readFileSync(file, 'utf8'));
    const all = listed();
    renameSync(journal.folder, `${journal.folder}-away`);
    await workbench.killExtensionHost();
    const question = workbench.toast(new RegExp(`The journal folder is gone\\. Restore ${all} as of .*\\d\\d:\\d\\d\\?`)); // at midnight also of which day
    await question.getByRole('button', { name: 'Restore' }).click();
    await workbench.toast(`${all} are back.`).waitFor();
    assert.deepEqual(journal.files().map((file) => readFileSync(file, 'utf8')), before);
    await tree.row('Broken by hand').waitFor();
    assert.equal(await question.count(), 0);
  });

  it('of a whole journal that is gone: Not Now leaves it to the next start, Don’t Ask Again for good; nothing comes back', async () => {
    await bringUpToDate(workbench);
    const all = listed();
    renameSync(journal.folder, `${journal.folder}-away-again`);
    const question = workbench.toast(`The journal folder is gone. Restore ${all}`);
    for (const answer of ['Not Now', 'Don’t Ask Again']) {
      await workbench.killExtensionHost();
      await question.getByRole('button', { name: answer }).click();
      await question.waitFor({ state: 'detached' });
    }
    await until('the last answer to be kept', () => !foldersWithBackups(workbench).includes(journal.folder));
    await workbench.killExtensionHost();
    await until('an answer, which comes after what is asked at the start', async () => {
      await workbench.palette('Debrief: Restore from Backup…');
      await workbench.toast(EVERYTHING_IS_THERE).first().waitFor({ timeout: 3_000 });
      return true;
    });
    assert.equal(await question.count(), 0);
    assert.equal(existsSync(journal.folder), false);
  });
});

/** What the backups say of the folders that they are of. */
function foldersWithBackups(workbench: Workbench): string {
  const root = path.join(extensionStorage(workbench.data), 'backups');
  return readdirSync(root).map((id) => readFileSync(path.join(root, id, 'folders.json'), 'utf8')).join();
}

/** The copies follow behind: whoever asks for them has them at once. */
async function bringUpToDate(workbench: Workbench): Promise<void> {
  await workbench.palette('Debrief: Restore from Backup…');
  await workbench.toast(EVERYTHING_IS_THERE).waitFor();
  await clearToasts(workbench);
}

/** What was said once must not be taken for what is to be said the next time. */
async function clearToasts(workbench: Workbench): Promise<void> {
  await workbench.palette('Notifications: Clear All Notifications');
  await until('no notification', async () => (await workbench.toast('').count()) === 0);
}
