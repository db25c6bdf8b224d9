import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dashboardOf } from './dashboard';
import { extensionStorage, freshFolder } from './harness/folders';
import { until } from './harness/until';
import { draft, JournalFiles } from './journalFiles';
import { declare, shows } from './placing';
import { closeEditors, HistoryTree, openFromTree, ReflectionPage } from './reflection';
import type { Workbench } from './workbench';
import { openWorkbench } from './workbench';

const NOT_ON_DISK = /^Lead Debrief needs a folder on disk/;
const commands = ['Debrief: Reflect on an Incident…', 'Debrief: Note That the Plan’s Moment Came…', 'Debrief: Give Up the Plan…'];

describe('where there is no journal', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ settings: { 'extensions.supportVirtualWorkspaces': { 'lead-debrief.lead-debrief': true } } });
  });
  after(() => workbench?.close());

  /** Files of made-up incidents. */
  const scratch = (): string[] => {
    const folder = path.join(extensionStorage(workbench.data), 'scratch');
    return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json')) : [];
  };
  const tabs = () => workbench.page.locator('.editor-group-container .tab');

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

  it('Check Privacy says so too, and what holds all the same', async () => {
    await workbench.palette('Debrief: Check Privacy');
    const page = workbench.panel();
    await page.getByText('Open a folder to keep a journal in it.').waitFor();
    await page.getByRole('button', { name: 'Open Folder' }).waitFor();
    await page.getByText('There is no journal that git could be asked about.').waitFor();
    await page.getByText('Lead Debrief opens no connection').waitFor();
    assert.deepEqual(await workbench.axe(page), []);
    await closeEditors(workbench);
  });

  it('a made-up incident can be tried from the dashboard: it says so, has evidence and notes, and is thrown away with its files', async () => {
    await (await dashboardOf(workbench)).button('Try it on a made-up incident').click();
    const reflection = new ReflectionPage(workbench);
    await reflection.shows('lastPlan');
    const note = reflection.page.getByRole('complementary', { name: /^This incident is made up\./ });
    await note.waitFor();
    await tabs().filter({ hasText: 'Checkout stands still (made up)' }).waitFor();
    assert.deepEqual(await workbench.axe(reflection.page), []);
    for (const screen of ['facts', 'guess'] as const) {
      await workbench.page.keyboard.press('Control+Enter');
      await reflection.shows(screen);
    }
    await reflection.field('Cost most').selectOption('Close the loop');
    await reflection.next();
    await reflection.shows('evidence');
    await reflection.page.getByText('Your note, 70 % sure').waitFor();
    await reflection.page.getByText(/halve the connection pool/).first().waitFor();
    await reflection.next();
    await reflection.shows('ratings');
    await reflection.page.getByRole('radio', { name: 'Priya Nair' }).check();
    await reflection.field('What did you do or say that shows it?').first().fill('Nobody had a name and a time.');
    await until('it to be written', () => scratch().some((file) => readFileSync(path.join(extensionStorage(workbench.data), 'scratch', file), 'utf8').includes('Nobody had a name and a time.')));
    await reflection.next();
    await reflection.shows('nextPlan');
    await reflection.button('Skip this screen').click();
    await reflection.shows('summary');
    await reflection.page.getByText(/^Nothing of this is kept: closing it throws it away\./).waitFor();
    await note.getByRole('button', { name: 'Throw Away' }).click();
    await workbench.toast('The made-up incident is thrown away. Nothing of it was kept.').waitFor();
    assert.deepEqual(scratch(), []);
    await until('its tab to go', async () => (await tabs().count()) === 0);
  });

  it('a made-up incident whose window ended is deleted at the next start', async () => {
    await workbench.palette('Debrief: Try It on a Made-up Incident');
    await new ReflectionPage(workbench).shows('lastPlan');
    assert.equal(scratch().length, 4);
    await workbench.reload();
    await until('its files to go', () => scratch().length === 0);
    await until('its tab to go', async () => (await tabs().count()) === 0);
  });

  it('the documentation opens from what is installed, and the walkthrough is offered', async () => {
    await workbench.palette('Debrief: Open Documentation');
    await workbench.quickInput.row('The idea, and what it rests on').waitFor();
    assert.ok((await workbench.quickInput.labels()).includes('The twelve behaviours'));
    await workbench.quickInput.pick('The twelve behaviours');
    await tabs().filter({ hasText: 'behaviours.md' }).waitFor();
    await workbench.palette('Welcome: Open Walkthrough...');
    await workbench.quickInput.type('First Steps with Lead');
    await workbench.quickInput.pick('First Steps with Lead Debrief');
    await workbench.page.locator('.gettingStartedContainer .step-title', { hasText: 'Keep it to yourself' }).first().waitFor();
    await closeEditors(workbench);
  });

  it('a place can be chosen instead, with the keyboard; the journal is made there', async () => {
    const journal = new JournalFiles(freshFolder());
    await workbench.palette('Debrief: Choose a Place for the Journal…');
    await workbench.quickInput.answerFile(`${journal.workspace}/`);
    await (await dashboardOf(workbench)).page.getByText('No reflections yet').waitFor();
    await declare(workbench, 'Without a folder');
    await journal.saved('Without a folder', 'the incident', () => true);
    await shows(workbench, 'Without a folder');
    journal.add(draft('Being typed', 'facts'));
    const typed = await openFromTree(workbench, 'Being typed');
    await typed.field('What could have been lost?').fill('Without a folder.');
    await journal.saved('Being typed', 'the text', ({ stakes }) => stakes === 'Without a folder.');
    await typed.says('Saved');
    // Neither the history nor the journal knows of a made-up incident.
    await workbench.palette('Debrief: Try It on a Made-up Incident');
    await new ReflectionPage(workbench).shows('lastPlan');
    await workbench.palette('Debrief: Search Reflections…');
    await workbench.quickInput.type('made up');
    await workbench.quickInput.title.filter({ hasText: 'nothing has all of this' }).waitFor();
    await workbench.quickInput.cancel();
    assert.deepEqual((await new HistoryTree(workbench).labels()).filter((label) => label.includes('made up')), []);
    assert.equal(journal.files().length, 2);
  });

  it('in a virtual workspace, where somebody turned the extension on, views and commands say that there are no files on disk, and offer a place that has some', async () => {
    workbench.changeSettings({ 'leadDebrief.journal.location': '' });
    const file = path.join(freshFolder(), 'virtual.code-workspace');
    writeFileSync(file, JSON.stringify({ folders: [{ uri: 'vscode-vfs://github/lead/debrief', name: 'virtual' }] }));
    const window = await workbench.openWindow(file);
    const dashboard = await dashboardOf(window);
    await dashboard.page.getByText(NOT_ON_DISK).waitFor();
    await dashboard.button('Choose a Place').waitFor();
    await window.page.locator('.part.sidebar .welcome-view').getByText(NOT_ON_DISK).waitFor();
    await window.palette('Debrief: Declare an Incident');
    await window.toast('Lead Debrief needs a folder on disk. This one is not: vscode-vfs.').waitFor();
    await window.close();
  });
});
