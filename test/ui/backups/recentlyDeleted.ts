import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { remove } from '../../../src/core/journal/deletion';
import type { Incident } from '../../../src/core/journal/schema';
import { digest } from '../../../src/store/digest';
import { extensionStorage } from '../harness/folders';
import { until } from '../harness/until';
import type { JournalFiles } from '../journalFiles';
import { daysAgo, draft, foundJournal, waiting } from '../journalFiles';
import { paletteByKeys, pickByKeys } from '../keys';
import type { Group } from '../oneWindow';
import { HistoryTree } from '../reflection';
import type { Workbench } from '../workbench';

const [LAST, BEFORE, OLD] = ['Deleted last', 'Deleted before', 'Deleted long ago'];
const deleted = (title: string, days: number): Incident => remove(waiting(title), daysAgo(days), digest);

export const recentlyDeleted: Group = (begin) => describe('recently deleted', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  let tree: HistoryTree;

  before(async () => {
    ({ workbench, journal } = await begin(() => [deleted(BEFORE, 3), deleted(LAST, 1), deleted(OLD, 31), draft('Still there', 'facts')]));
    foundJournal(journal);
    tree = new HistoryTree(workbench);
    await workbench.showSidebar();
    await tree.row('Still there').waitFor();
  });

  const modal = () => workbench.dialog;
  const files = () => journal.files().map((file) => path.basename(file));

  it('takes away for ever what was deleted more than thirty days ago, by itself', async () => {
    await until('its file to go', () => !files().some((file) => file.includes('long-ago')));
    assert.equal(files().length, 3);
  });

  it('lists what was deleted, the last first, with when it goes for good, and brings one back by keys', async () => {
    await paletteByKeys(workbench, 'Debrief: Recently Deleted…');
    await workbench.quickInput.row(LAST).waitFor();
    assert.deepEqual((await workbench.quickInput.labels()).filter((label) => label.startsWith('Deleted')), [LAST, BEFORE]);
    const since = Date.parse(journal.read(BEFORE).deleted?.at ?? '');
    const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(since + 30 * 86_400_000);
    await workbench.quickInput.rows.filter({ hasText: BEFORE }).getByText(new RegExp(`Goes for good on ${day}`)).waitFor();
    await pickByKeys(workbench, BEFORE);
    await pickByKeys(workbench, 'Bring Back');
    await tree.row(BEFORE).waitFor();
    await journal.saved(BEFORE, 'no deletion', (record) => record.deleted === undefined);
    await workbench.toast(`${BEFORE} is back.`).waitFor();
  });

  it('deletes one for ever only after a question, with its copies in the backups', async () => {
    const backups = path.join(extensionStorage(workbench.data), 'backups');
    const copies = () => (existsSync(backups) ? readdirSync(backups, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('deleted-last')) : []);
    await workbench.palette('Debrief: Restore from Backup…'); // brings the copies up to date
    await until('a copy of it', () => copies().length > 0);
    await workbench.palette('Debrief: Recently Deleted…');
    const row = workbench.quickInput.row(LAST);
    await row.hover();
    await row.locator('.action-label[aria-label="Delete for Ever…"]').click();
    await modal().getByText('Its file goes, and its copies in the backups. This cannot be undone.').waitFor();
    await workbench.pressInDialog('Escape');
    await modal().waitFor({ state: 'detached' });
    await workbench.quickInput.row(LAST).waitFor(); // nothing happened
    assert.equal(files().filter((file) => file.includes('deleted-last')).length, 1);
    await pickByKeys(workbench, LAST);
    await pickByKeys(workbench, 'Delete for Ever…');
    await modal().getByRole('button', { name: 'Delete for Ever' }).click();
    await until('its file to go', () => !files().some((file) => file.includes('deleted-last')));
    await until('its copies to go', () => copies().length === 0);
    await workbench.toast(`${LAST} is deleted for ever.`).waitFor();
  });

  it('says so where nothing is deleted', async () => {
    await workbench.palette('Debrief: Recently Deleted…');
    await workbench.toast('Nothing is deleted. What you delete is listed here for 30 days.').waitFor();
  });

  it('gives one notice of a deletion that an edit on another machine undid, and Show leads there', async () => {
    const title = 'Came back changed';
    journal.add({ ...deleted('Was deleted', 1), title });
    const notice = workbench.toast(`“${title}” had been deleted, and was changed after that in another place.`);
    await notice.getByRole('button', { name: 'Show' }).click();
    await workbench.page.locator('.tab', { hasText: title }).waitFor();
    await journal.saved(title, 'the deletion settled', (record) => record.deleted === undefined);
  });
});
