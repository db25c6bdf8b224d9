import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { servedMachineSettings } from '../../tools/host/settings.mjs';
import { dashboardOf } from './dashboard';
import { withoutWriting } from './faults';
import { freshFolder } from './harness/folders';
import { until } from './harness/until';
import { draft, JournalFiles, waiting } from './journalFiles';
import { pickByKeys } from './keys';
import { HistoryTree, openFromTree, ReflectionPage } from './reflection';
import type { Workbench } from './workbench';
import { openWorkbench } from './workbench';

const WHERE = 'Where Is the Journal Kept?';
const LOCATION = 'leadDebrief.journal.location';

/** A workspace file with folders of these names, in a folder of its own. */
function workspaceOf(...names: readonly string[]): { file: string; folders: readonly string[]; journals: readonly JournalFiles[] } {
  const root = freshFolder();
  const folders = names.map((name) => path.join(root, name));
  const journals = folders.map((folder) => new JournalFiles(folder));
  for (const folder of folders) mkdirSync(folder);
  const file = path.join(root, 'several.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: names.map((name) => ({ path: name })) }));
  return { file, folders, journals };
}

const hasJournal = ({ folder }: JournalFiles): boolean => existsSync(folder);

/** Declares an incident with the keyboard: Enter, Enter. */
async function declare(window: Workbench, title: string): Promise<void> {
  await window.page.bringToFront();
  await window.palette('Debrief: Declare an Incident');
  await window.quickInput.title.filter({ hasText: '(1 of 2)' }).waitFor();
  await window.quickInput.enter(title);
  await window.quickInput.title.filter({ hasText: '(2 of 2)' }).waitFor();
  await window.page.keyboard.press('Enter');
}

async function asked(window: Workbench, title: string): Promise<void> {
  await window.quickInput.title.filter({ hasText: title }).waitFor();
}

async function shows(window: Workbench, title: string): Promise<void> {
  await window.showSidebar();
  await new HistoryTree(window).row(title).waitFor();
}

const modalOf = (window: Workbench) => window.page.locator('.monaco-dialog-box');

describe('the place of the journal', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench?.close());

  describe('with several folders', () => {
    it('of which none has one: is asked at the first save, and remembered', async () => {
      const { file, journals } = workspaceOf('alpha', 'beta', 'gamma');
      const window = await workbench.openWindow(file);
      await declare(window, 'First of all');
      await asked(window, WHERE);
      assert.deepEqual(await window.quickInput.labels(), ['alpha', 'beta', 'gamma']);
      assert.deepEqual(journals.map(hasJournal), [false, false, false]);
      await pickByKeys(window, 'beta');
      await journals[1]?.saved('First of all', 'the incident', () => true);
      await shows(window, 'First of all');
      await declare(window, 'Second');
      await journals[1]?.saved('Second', 'the incident', () => true);
      assert.deepEqual(journals.map(hasJournal), [false, true, false]);
      await window.close();
    });

    it('and no answer: says that nothing was saved, keeps the text, and asks again', async () => {
      const { file, journals } = workspaceOf('alpha', 'beta');
      const window = await workbench.openWindow(file);
      await declare(window, 'Not lost');
      await asked(window, WHERE);
      await window.page.keyboard.press('Escape');
      const toast = window.toast('Not saved: It was not said where the journal is to be kept.');
      await toast.waitFor();
      assert.deepEqual(journals.map(hasJournal), [false, false]);
      await toast.getByRole('button', { name: 'Try Again' }).click();
      await asked(window, WHERE);
      await pickByKeys(window, 'alpha');
      await journals[0]?.saved('Not lost', 'the incident', () => true);
      await window.close();
    });

    it('of which one has one: is that; of which two have one: is asked at first use, remembered over a reload, and asked again when it is gone', async () => {
      const { file, folders, journals } = workspaceOf('alpha', 'beta', 'gamma');
      journals[1]?.add(waiting('In beta'));
      const window = await workbench.openWindow(file);
      await shows(window, 'In beta');
      await window.close();

      journals[2]?.add(waiting('In gamma'));
      const second = await workbench.openWindow(file);
      await second.showSidebar();
      const sentence = 'Several of the open folders have a journal. Choose the one to use.';
      await second.page.locator('.part.sidebar .welcome-view').getByText(sentence).waitFor();
      await (await dashboardOf(second)).button('Choose a Journal').waitFor();
      await second.palette('Debrief: Give Up the Plan…');
      await asked(second, WHERE);
      assert.deepEqual(await second.quickInput.labels(), ['beta', 'gamma']);
      await pickByKeys(second, 'gamma');
      await second.toast('There is no open plan.').waitFor();
      await shows(second, 'In gamma');
      await second.reload({ remembered: 'gamma/.lead-debrief' });
      await shows(second, 'In gamma');

      const [alpha, beta, gamma] = folders.map((folder) => ({ path: path.basename(folder) }));
      journals[0]?.add(waiting('In alpha'));
      writeFileSync(file, JSON.stringify({ folders: [alpha, beta] }));
      await second.page.locator('.part.sidebar .welcome-view').getByText(sentence).waitFor();
      writeFileSync(file, JSON.stringify({ folders: [alpha, beta, gamma] }));
      await shows(second, 'In gamma');
      await second.close();
    });
  });

  it('that can only be read: everything is shown, one sentence says so, and a save does not pretend', async function () {
    const folder = freshFolder();
    const journal = new JournalFiles(folder);
    journal.add(draft('To be read', 'facts'));
    const allow = withoutWriting(journal.folder);
    if (!allow) return this.skip();
    try {
      const window = await workbench.openWindow(folder);
      await shows(window, 'To be read');
      const words = `This journal can be read, and nothing can be saved in it. This account may not write to ${journal.folder}.`;
      await window.page.locator('.part.sidebar').getByText(words).first().waitFor();
      await (await dashboardOf(window)).page.getByText(words).waitFor();
      const reflection = await openFromTree(window, 'To be read');
      await reflection.field('What could have been lost?').fill('A night.');
      await reflection.says('Not saved');
      await reflection.alert.getByText(/Not saved: This account may not write to .+\. Your text is still here\./).waitFor();
      await window.close();
    } finally {
      allow();
    }
  });
});

describe('a journal for every workspace', () => {
  let workbench: Workbench;
  const [first, second, elsewhere] = [freshFolder(), freshFolder(), freshFolder()];
  const journal = new JournalFiles(first);
  before(async () => {
    workbench = await openWorkbench({ folder: first });
  });
  after(() => workbench?.close());

  const setting = (): unknown => (JSON.parse(readFileSync(servedMachineSettings(workbench.data), 'utf8')) as Record<string, unknown>)[LOCATION];

  it('is offered once, at the first save in another workspace', async () => {
    await declare(workbench, 'In the first');
    await journal.saved('In the first', 'the incident', () => true);
    assert.ok(!(await workbench.quickInput.title.filter({ hasText: WHERE }).isVisible()), 'there is no other journal to offer');

    const window = await workbench.openWindow(second);
    await declare(window, 'In the second');
    await asked(window, WHERE);
    const [use, , here] = await window.quickInput.labels(); // what lies between is the detail of the first
    assert.deepEqual([use, here], [`Use My Journal at ${first}`, 'A Separate Journal Here']);
    assert.match(await window.quickInput.input.getAttribute('placeholder') ?? '', /Growth needs one history/);
    await pickByKeys(window, `Use My Journal at ${first}`);
    await journal.saved('In the second', 'the incident', () => true);
    assert.ok(!hasJournal(new JournalFiles(second)));
    assert.equal(setting(), first);
    await shows(window, 'In the first');
    await window.close();
  });

  it('that is to be moved is taken along, with what is being typed; the old folder stays under another name', async () => {
    const title = 'Being typed';
    journal.add(draft(title, 'facts'));
    writeFileSync(path.join(journal.folder, 'mine.txt'), 'my own notes');
    await workbench.page.bringToFront();
    const reflection = await openFromTree(workbench, title);
    await reflection.field('What could have been lost?').fill('Before the move.');
    workbench.changeSettings({ [LOCATION]: elsewhere });
    const modal = modalOf(workbench);
    await modal.getByText('The place of the journal was changed. Take this journal along?').waitFor();
    await modal.getByText(/copies every file to .+, compares each byte, and only then leaves the old folder, under another name/).waitFor();
    await modal.getByRole('button', { name: 'Move the Journal' }).press('Enter');
    const moved = new JournalFiles(elsewhere);
    await workbench.toast(/The journal is in .+ now: \d+ files, each compared\. The old folder stays, as \.lead-debrief-moved-\d{4}-\d\d-\d\d\./).waitFor();
    assert.equal(readFileSync(path.join(moved.folder, 'mine.txt'), 'utf8'), 'my own notes');
    assert.deepEqual(readdirSync(first).map((name) => name.replace(/\d{4}-\d\d-\d\d$/, 'DAY')), ['.lead-debrief-moved-DAY']);
    await reflection.field('What could have been lost?').fill('After the move.');
    await moved.saved(title, 'the text', ({ stakes }) => stakes === 'After the move.');
    await reflection.says('Saved');
  });

  it('shows what another program changes, also outside of the workspace', async () => {
    const moved = new JournalFiles(elsewhere);
    await openFromTree(workbench, 'Being typed');
    moved.add(waiting('From another machine'));
    await shows(workbench, 'From another machine');
  });

  it('stays where it is while nobody says what becomes of it, also over a reload; copies nothing over another', async () => {
    const other = freshFolder();
    new JournalFiles(other).add(waiting('Somebody else’s'));
    workbench.changeSettings({ [LOCATION]: other });
    const modal = modalOf(workbench);
    await modal.getByText('The place of the journal was changed. Which journal do you want to use?').waitFor();
    assert.ok(!(await modal.getByRole('button', { name: 'Move the Journal' }).isVisible()));
    await workbench.page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
    await shows(workbench, 'In the first');
    await workbench.reload();
    await workbench.showSidebar();
    await modal.getByRole('button', { name: 'Use the One There' }).press('Enter');
    await shows(workbench, 'Somebody else’s');
    await until('the first journal to be out of sight', async () => !(await new HistoryTree(workbench).row('In the first').isVisible()));
    assert.ok(existsSync(new JournalFiles(elsewhere).file('In the first')));
  });

  it('at no whole path: one sentence, and a button to the setting', async () => {
    workbench.changeSettings({ [LOCATION]: 'notes/mine' });
    const sentence = 'The setting for the journal’s place must be a whole path, or begin with ~.';
    const dashboard = await dashboardOf(workbench);
    await dashboard.page.getByText(sentence).waitFor();
    await workbench.page.locator('.part.sidebar .welcome-view').getByText(sentence).waitFor();
    await dashboard.button('Open the Setting').click();
    await workbench.page.locator('.settings-editor .setting-item-contents').getByText(/The folder that keeps the journal, for every workspace/).waitFor();
  });

  it('needs no folder to be open', async () => {
    workbench.changeSettings({ [LOCATION]: elsewhere });
    const window = await workbench.openWindow();
    await shows(window, 'In the first');
    const reflection = await openFromTree(window, 'Being typed');
    await reflection.field('What could have been lost?').fill('Without a folder.');
    await new JournalFiles(elsewhere).saved('Being typed', 'the text', ({ stakes }) => stakes === 'Without a folder.');
    await new ReflectionPage(window).says('Saved');
    await window.close();
  });
});
