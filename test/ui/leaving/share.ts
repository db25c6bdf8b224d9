import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { Incident } from '../../../src/core/journal/schema';
import { FULL, PEOPLE } from '../../unit/share/records';
import { exportFile } from '../../unit/tableImport/tables';
import { freshFolder } from '../harness/folders';
import { until } from '../harness/until';
import { JournalFiles, waiting } from '../journalFiles';
import { paletteByKeys, pickByKeys } from '../keys';
import { layoutFindings, setPanelWidth } from '../layout';
import type { Group } from '../oneWindow';
import { putPeople } from '../record';
import { closeEditors, HistoryTree, ReflectionPage } from '../reflection';
import type { Workbench } from '../workbench';

const OTHER = 'Storm of alerts';
const ABOUT = 'Self-reflection, not appraisal evidence.';

export const share: Group = (begin) => describe('sharing, and importing what was shared', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  let tree: HistoryTree;
  const out = freshFolder();

  before(async () => {
    const other: Incident = waiting(OTHER, { kind: 'drill', people: [{ id: 'm9', person: 'p-2', marks: ['calmed'], note: 'José said it' }] });
    ({ workbench, journal } = await begin((folder) => (putPeople(new JournalFiles(folder), PEOPLE.people), [FULL, other])));
    tree = new HistoryTree(workbench);
    await workbench.showSidebar();
    await tree.row(FULL.title).waitFor();
  });

  const page = (): FrameLocator => workbench.panel();
  const button = (name: string) => page().getByRole('button', { name, exact: true });
  const says = (text: RegExp) => page().getByRole('status').filter({ hasText: text }).waitFor();
  const shown = async (): Promise<string> => (await page().locator('pre').textContent()) ?? '';
  const shows = (what: string, isSo: (text: string) => boolean) => until(what, async () => isSo(await shown()));
  const opened = (heading: string | RegExp) => page().getByRole('heading', { level: 1, name: heading }).waitFor();

  /** Writes what the page shows to a file, and gives the file's text. */
  async function writeTo(name: string): Promise<string> {
    const file = path.join(out, name);
    await button('Write to a File…').click();
    await workbench.quickInput.answerFile(file);
    await says(new RegExp(`^Written to ${file.replaceAll('.', '\\.')}\\.$`));
    return readFileSync(file, 'utf8');
  }

  it('shows one reflection with aliases, without notes about others and feelings, and writes that very text in each form', async () => {
    await tree.open(FULL.title, page().getByRole('heading', { level: 1, name: FULL.title }));
    await workbench.page.locator('.editor-actions .action-label[aria-label^="Share…"]').click();
    await page().getByText('Choose what leaves.').waitFor();
    await shows('the preview', (text) => text.startsWith('# A reflection'));
    const markdown = await shown();
    assert.match(markdown, /found by Heron/);
    assert.doesNotMatch(markdown, /Priya|José|Weber|Carried the work|You did what you could|hard to follow/);
    assert.equal(await writeTo('a.md'), markdown);

    await page().getByRole('radio', { name: /^HTML/ }).click();
    await page().getByRole('region', { name: 'What leaves, as it is read' }).getByText('Orders. Heron').waitFor();
    await button('Show the HTML itself').click();
    await shows('the HTML', (text) => text.startsWith('<!DOCTYPE html>'));
    assert.equal(await writeTo('a.html'), await shown());

    await page().getByRole('radio', { name: /^CSV/ }).click();
    await shows('the CSV', (text) => text.startsWith('"Incident"'));
    assert.equal(await writeTo('a.csv'), `\uFEFF${await shown()}`, 'with the mark of UTF-8, which is no letter');

    await page().getByRole('radio', { name: /^JSON/ }).click();
    await shows('all of it', (text) => text.includes('priya.nair@example.com'));
    await page().getByText('Everything leaves as it is in the journal').waitFor();
    assert.equal(await writeTo('whole.json'), await shown());
    await page().getByRole('checkbox', { name: /^Everything as it is/ }).click();
    await shows('less of it', (text) => text.includes('"redacted": true') && !text.includes('Priya'));
    assert.equal(await writeTo('redacted.json'), await shown());
    for (const name of ['a.md', 'a.html', 'a.csv', 'whole.json', 'redacted.json']) assert.ok(readFileSync(path.join(out, name), 'utf8').includes(ABOUT), name);
  });

  it('follows each switch and each person, and copies to the clipboard what it shows', async () => {
    await page().getByRole('radio', { name: 'Markdown' }).click();
    await page().getByRole('checkbox', { name: 'Notes about others' }).click();
    await shows('the note', (text) => /\*\*Heron:\*\* Carried the work/.test(text));
    await page().getByLabel('Priya Nair').selectOption({ label: 'By name' });
    await shows('the name', (text) => /\*\*Priya Nair:\*\* Carried the work/.test(text));
    await page().getByLabel('Priya Nair').selectOption({ label: 'Left out' });
    await shows('nothing of her', (text) => !/Priya|Heron|Carried the work/.test(text) && /found by someone/.test(text));
    await page().getByRole('checkbox', { name: 'Facts' }).press('Space');
    await shows('no facts', (text) => !text.includes('### Facts'));
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const text = await shown();
    await button('Copy').click();
    await says(/^Copied to the clipboard: all of it, [\d,]+ characters\.$/);
    assert.equal(await workbench.page.evaluate('navigator.clipboard.readText()'), text);
  });

  it('says in a sentence why a file cannot be written, in the journal’s own folder or where there is no folder', async () => {
    const problem = (words: RegExp) => page().getByRole('alert').filter({ hasText: words }).waitFor();
    await button('Write to a File…').click();
    await workbench.quickInput.answerFile(path.join(journal.folder, 'mine.md'));
    await problem(/^Not written: this is the folder of the journal itself\./);
    assert.ok(!existsSync(path.join(journal.folder, 'mine.md')));
    await button('Open the whole text in an editor').click();
    await workbench.page.locator('.monaco-editor .view-line', { hasText: 'A reflection' }).first().waitFor();
    await closeEditors(workbench);
  });

  it('shares several that are chosen in the history, and a range of time', async () => {
    await tree.open(OTHER, page().locator('#question'));
    await until('both to be chosen', async () => {
      if ((await tree.rows.and(workbench.page.locator('.selected')).count()) === 2) return true;
      await tree.row(FULL.title).click({ modifiers: ['Control'] });
      return false;
    });
    const entries = workbench.page.locator('.context-view .action-label:not(.separator)');
    const offered = await until('the menu of both', async () => {
      await tree.row(FULL.title).click({ button: 'right', timeout: 5_000 });
      await entries.filter({ hasText: /^Share…$/ }).waitFor({ timeout: 5_000 }); // the page may take the focus late, which closes a menu
      const words = await entries.allTextContents();
      return words.length > 0 && words;
    });
    assert.deepEqual(offered, ['Share…', 'Join with Another Incident…'], 'nothing that is done with one alone');
    await workbench.page.keyboard.press('Escape');
    await entries.first().waitFor({ state: 'hidden' });
    await tree.menu(FULL.title, 'Share…');
    await opened(/^2 incidents, /);
    await shows('both', (text) => text.startsWith('# 2 reflections') && text.includes(OTHER));
    await closeEditors(workbench);
    await workbench.palette('Debrief: Share…');
    await workbench.quickInput.pick('A range of time…');
    await workbench.quickInput.pick('Other days…');
    await workbench.quickInput.type('2026-05 to 2026-04');
    await workbench.quickInput.message.filter({ hasText: 'The end is before the start.' }).waitFor();
    await workbench.quickInput.enter('2026-05-14');
    await opened(FULL.title);
    await closeEditors(workbench);
  });

  it('shares the reflection in front by keys alone', async () => {
    await tree.open(FULL.title, page().locator('h1:focus', { hasText: FULL.title })); // it would take the focus from the palette
    await paletteByKeys(workbench, 'Debrief: Share…');
    await pickByKeys(workbench, 'This reflection');
    await page().getByText('Choose what leaves.').waitFor();
    await page().locator('h1:focus').waitFor();
    const share = new ReflectionPage(workbench);
    await share.tabTo('form'); // its name
    await workbench.page.keyboard.press('ArrowDown');
    await page().getByRole('region', { name: 'What leaves, as it is read' }).waitFor();
    await share.tabTo('Lesson');
    await workbench.page.keyboard.press('Space');
    await until('no lesson', async () => (await page().getByText('Cap retries').count()) === 0);
    await share.tabTo('Copy');
    await workbench.page.keyboard.press('Enter');
    await says(/^Copied to the clipboard/);
    await workbench.palette('Debrief: Hide Contents');
    await page().getByRole('heading', { name: 'Contents are hidden' }).waitFor();
    await workbench.page.locator('.tab .label-name', { hasText: /^Share$/ }).waitFor();
    await workbench.palette('Debrief: Show Contents');
    await says(/^Copied to the clipboard/);
    await closeEditors(workbench);
  });

  it('looks back on a quarter, from the record alone', async () => {
    await workbench.palette('Debrief: Look Back on a Quarter…');
    await workbench.quickInput.pick('Apr to Jun 2026');
    await opened('Apr to Jun 2026');
    await shows('what was led, thanked and done', (text) => /### What I led\n\n- \*\*14 May(?: 2026)?:\*\*/.test(text) && /\*\*Heron:\*\* Heron saw the pool/.test(text) && /It came, and I did it\./.test(text));
    assert.deepEqual(await workbench.axe(page()), []);
    await closeEditors(workbench);
  });

  /** Begins an import of a file of ours. */
  async function importing(name: string): Promise<void> {
    await workbench.palette('Debrief: Import…');
    await workbench.quickInput.answerFile(path.join(out, name));
  }
  const modal = () => workbench.dialog;

  it('refuses what is no whole export, with a sentence', async () => {
    writeFileSync(path.join(out, 'bad.json'), '{"leadDebriefExport": 1,\n "incidents": [}');
    await importing('bad.json');
    await workbench.toast('Nothing was imported. This file cannot be imported: line 2, column 16: a value was expected.').waitFor();
    await importing('redacted.json');
    await workbench.toast('Names or parts were left out of this export').waitFor();
  });

  it('imports the same record again: skips what is there, asks about what is different, and takes back', async () => {
    await importing('whole.json');
    await workbench.toast('Nothing was imported: all that whole.json holds is in the journal as it is (1 incident).').waitFor();
    const before = readFileSync(journal.file(FULL.title), 'utf8');
    journal.edit(FULL.title, (record) => ({ ...record, title: 'Another title' }));
    await tree.row('Another title').waitFor();
    await importing('whole.json');
    await modal().getByText(/^Here already, with other contents or deleted: 1 incident\. “Payment timeouts, found by Priya”/).waitFor();
    await modal().getByRole('button', { name: 'Import as Copies' }).click();
    await workbench.toast('Imported: 1 incident.').waitFor();
    const copy = JSON.parse(readFileSync(journal.file(FULL.title), 'utf8')) as Incident;
    assert.deepEqual({ ...copy, id: FULL.id }, JSON.parse(before));
    await tree.row('Another title').waitFor();
    await workbench.toast('Imported: 1 incident.').getByRole('button', { name: 'Undo' }).click();
    await workbench.toast('Taken back: 1 incident.').waitFor();
    await until('it to go', async () => !(await tree.labels()).includes(FULL.title));
    assert.equal(journal.read('Another title').id, FULL.id);
  });

  const choice = (label: string) => page().getByLabel(label, { exact: true });
  const shared = () => workbench.page.locator('.tab .label-name', { hasText: /^Import/ });

  it('imports rows of another tool by keys alone: shows what each column became, leaves out with a line, takes back', async () => {
    const before = journal.files().length;
    await workbench.palette('Debrief: Import…');
    await workbench.quickInput.answerFile(exportFile('pagerduty.csv'));
    await opened('Import from pagerduty.csv');
    assert.deepEqual(await Promise.all(['From', 'Title', 'Began', 'Ended', 'Services'].map((label) => choice(label).locator('option:checked').textContent())), ['PagerDuty', 'description', 'created_on', 'resolved_on', 'service_name']);
    await page().getByRole('row', { name: /^2 Checkout: p99 above 5 s, "orders" pool full Thu 14 May.* SEV-2 major \(“high”\) Checkout$/ }).waitFor();
    await page().getByText('Line 4 It has no end. Only incidents that are over are imported.').waitFor();
    const keys = new ReflectionPage(workbench);
    await page().locator('h1:focus').waitFor();
    await keys.tabTo('field-title'); // its id
    await workbench.page.keyboard.press('Home'); // no column
    await page().getByText('Needed: choose a column.').waitFor();
    await button('Nothing to import').waitFor();
    await choice('Title').selectOption({ label: 'description' });
    await button('Import 2 incidents').waitFor();
    await keys.tabTo('Import 2 incidents');
    assert.equal(journal.files().length, before, 'nothing is written before that');
    await workbench.page.keyboard.press('Enter');
    const imported = workbench.toast('Imported: 2 incidents.');
    await imported.hover(); // it stays for as long as the mouse is over it, else for ten seconds
    await tree.row('Disk on build-7').waitFor();
    const { claims, window, reflection, severity, rawSeverity, services } = journal.read('Disk on build-7');
    assert.deepEqual([window, reflection, severity, rawSeverity, services], [{ start: '2026-05-15T00:10:00Z', end: '2026-05-15T00:41:00Z', startFrom: 'pagerduty', endFrom: 'pagerduty' }, undefined, 'sev4', 'low', ['Builds']]);
    assert.deepEqual(claims?.map(({ source, ref }) => [source, ref]), [['pagerduty', 'Q2BBBBBBBBBBBB']]);
    await shared().waitFor({ state: 'detached' });

    await paletteByKeys(workbench, 'Debrief: Import…');
    await workbench.quickInput.answerFile(exportFile('pagerduty.json'));
    await opened('Import from pagerduty.json');
    await page().getByText('In your journal already: 1. They stay as they are.').waitFor();
    await imported.getByRole('button', { name: 'Undo' }).click();
    await workbench.toast('Taken back: 2 incidents.').waitFor();
    await button('Import 1 incident').waitFor(); // the page follows the journal
    await button('Cancel').click();
    await until('page and incidents to go', async () => (await shared().count()) === 0 && !(await tree.labels()).includes('Disk on build-7'));
  });

  it('asks for the order of day and month, reads times in UTC when told to, and says why it cannot read a file', async () => {
    await workbench.palette('Debrief: Import…');
    await workbench.quickInput.answerFile(exportFile('ambiguous.tsv'));
    await page().getByText('No date in this file says which it is.').waitFor();
    await button('Nothing to import').press('Enter');
    await page().getByRole('alert').filter({ hasText: 'There is nothing to import yet.' }).waitFor();
    await page().getByRole('radio', { name: 'The month: 05/14/2026' }).click();
    await page().getByRole('row', { name: /Sun 5 Apr.*, 10:00 to 11:00/ }).waitFor();
    await button('Import 2 incidents').waitFor();
    for (const theme of ['light', 'hc', 'hc-light', 'dark'] as const) {
      await workbench.setTheme(theme);
      assert.deepEqual(await workbench.axe(page()), [], theme);
    }
    await setPanelWidth(workbench, 400, 900);
    assert.deepEqual([await workbench.axe(page()), await layoutFindings(workbench, page())], [[], []]);
    await workbench.palette('Debrief: Hide Contents');
    await page().getByRole('heading', { name: 'Contents are hidden' }).waitFor();
    await workbench.page.locator('.tab .label-name', { hasText: /^Import$/ }).waitFor();
    await workbench.palette('Debrief: Show Contents');
    await closeEditors(workbench);
    writeFileSync(path.join(out, 'bad.csv'), 'a,b\n1,"2\n');
    await importing('bad.csv');
    await workbench.toast('Nothing was imported. In line 2 or soon after, a quotation mark opens that is never closed.').waitFor();
  });
});
