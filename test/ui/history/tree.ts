import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { lists } from '../finding';
import { until } from '../harness/until';
import type { JournalFiles } from '../journalFiles';
import { daysAgo, draft, put, waiting, withPlan } from '../journalFiles';
import type { Group } from '../oneWindow';
import { HistoryTree, openFromTree } from '../reflection';
import type { Workbench } from '../workbench';

export const tree: Group = (begin) => describe('the history in the side bar', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  let tree: HistoryTree;

  before(async () => {
    ({ workbench, journal } = await begin());
    tree = new HistoryTree(workbench);
    await workbench.showSidebar();
  });

  const listed = (what: string, isSo: (labels: string[]) => boolean) => until(what, async () => isSo(await tree.labels()));
  const badge = () => workbench.page.locator('.activitybar .badge[aria-label^="Debrief -"]');

  it('has a place in the activity bar, which opens the side bar', async () => {
    await workbench.page.locator('.part.sidebar .composite.title h2').filter({ hasText: /Debrief/i }).waitFor();
  });

  it('says how to begin, and then what waits, what was begun, and each year; the badge counts what is open', async () => {
    await workbench.page.locator('.part.sidebar').getByText('Incidents that you look back at are listed here.').waitFor();
    assert.equal(await badge().isVisible(), false);
    const year = (days: number) => daysAgo(days).slice(0, 4);
    const window = (days: number) => ({ start: daysAgo(days), end: daysAgo(days - 0.01) });
    journal.add({ ...withPlan('Finished long ago', 'a', 'b', daysAgo(500)), window: window(500) });
    journal.add({ ...withPlan('Finished longer ago', 'a', 'b', daysAgo(900)), window: window(900), kind: 'drill' });
    journal.add(waiting('It waits', { window: window(3), role: 'commander' }));
    journal.add(draft('It was begun', 'facts', { window: window(4) }));
    const expected = ['Waiting', 'It waits', 'Drafts', 'It was begun', year(500), 'Finished long ago', year(900), 'Finished longer ago'];
    await lists(workbench, expected);
    await badge().and(workbench.page.locator('[aria-label="Debrief - 1 incident waits, 1 draft"]')).waitFor();
    const row = tree.row('It waits');
    const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(window(3).start));
    assert.match((await row.getAttribute('aria-label')) ?? '', new RegExp(`^It waits, ${day}.*, real, led, waits for a reflection`));
  });

  it('deletes by mouse and by key, with Undo in the notification and with the command', async () => {
    const [first, second] = ['Deleted first', 'Deleted second'];
    for (const title of [first, second]) journal.add(draft(title, 'facts'));
    await tree.row(second).waitFor();
    await tree.menu(first, 'Delete', (soon) => tree.row(first).waitFor({ state: 'detached', ...soon }));
    await journal.saved(first, 'the deletion', ({ deleted }) => deleted);
    await workbench.palette('Debrief: Focus on History View');
    await workbench.page.locator('.customview-tree .monaco-list:focus').waitFor();
    await until('its row to have the focus', async () => {
      if (await tree.row(second).and(workbench.page.locator('.focused')).isVisible()) return true;
      await workbench.page.keyboard.press('ArrowDown');
      return false;
    });
    const last = workbench.page.locator('.context-view .action-item.focused', { hasText: 'Delete' });
    await until('its row to go', async () => { // as with the mouse, the editor may forget whose menu it is
      await workbench.page.keyboard.press('Shift+F10');
      await workbench.page.locator('.context-view .action-label', { hasText: 'Delete' }).waitFor({ timeout: 3_000 });
      await until('the last entry to be chosen', async () => (await last.isVisible()) || (await workbench.page.keyboard.press('ArrowUp'), false), 3_000);
      await workbench.page.keyboard.press('Enter');
      await tree.row(second).waitFor({ state: 'detached', timeout: 5_000 });
      return true;
    });

    await workbench.toast(`${first} was deleted.`).getByRole('button', { name: 'Undo' }).click();
    await tree.row(first).waitFor();
    assert.equal(await tree.row(second).count(), 0, 'Undo brings back what it stands beside');
    await workbench.palette('Debrief: Undo Delete');
    await tree.row(second).waitFor();
    await journal.saved(second, 'no deletion', ({ deleted }) => deleted === undefined);
  });

  it('opens the file of an incident', async () => {
    journal.add(draft('File to open', 'facts'));
    await tree.menu('File to open', 'Open File', (soon) => workbench.page.locator('.tab', { hasText: 'file-to-open' }).waitFor(soon));
    await workbench.page.locator('.view-line', { hasText: '"title": "File to open"' }).waitFor();
  });

  it('keeps a file that cannot be read in its place, and says where the fault is', async () => {
    const title = 'Broken by hand';
    journal.add(draft(title, 'facts'));
    await tree.row(title).waitFor();
    const file = journal.file(title);
    const whole = readFileSync(file, 'utf8');
    put(file, whole.replace('"kind": "real"', '"kind": real'));
    const row = tree.rows.filter({ hasText: 'cannot be read: line' });
    await row.waitFor();
    await listed('it under the year in its name', (labels) => labels.findIndex((label) => label.includes('broken-by-hand')) > labels.indexOf(new Date().toISOString().slice(0, 4)));
    const line = whole.slice(0, whole.indexOf('"kind"')).split('\n').length;
    assert.match((await row.textContent()) ?? '', new RegExp(`broken-by-hand.*cannot be read: line ${line}, column \\d+`));
    await until('its file to open', async () => {
      await row.click(); // lost where the tree is drawn anew under it
      await workbench.page.locator('.tab', { hasText: 'broken-by-hand' }).waitFor({ timeout: 5_000 });
      return true;
    });
    writeFileSync(file, whole);
    await tree.row(title).waitFor();
    await row.waitFor({ state: 'detached' });
  });

  it('an incident that another program adds, finishes and renames moves by itself', async () => {
    const title = 'Moves by itself';
    journal.add(waiting(title));
    await tree.row(title).waitFor();
    journal.edit(title, (record) => ({ ...record, reflection: { path: 'short', started: daysAgo(0), finished: daysAgo(0), screen: 'summary' } }));
    await listed('it under its year', (labels) => labels.indexOf(title) > labels.findIndex((label) => /^\d{4}$/.test(label)));
    journal.edit(title, (record) => ({ ...record, title: 'Renamed by itself' }));
    await tree.row('Renamed by itself').waitFor();
    await openFromTree(workbench, 'Renamed by itself');
  });
});
