import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { servedMachineSettings } from '../../tools/host/settings.mjs';
import { dashboardOf } from './dashboard';
import { freshFolder } from './harness/folders';
import { until } from './harness/until';
import { daysAgo, draft, JournalFiles, waiting, withPlan } from './journalFiles';
import { pickByKeys } from './keys';
import { asked, declare, hasJournal, modalOf, shows, WHERE } from './placing';
import { HistoryTree, openFromTree } from './reflection';
import type { Workbench } from './workbench';
import { openWorkbench } from './workbench';

const LOCATION = 'leadDebrief.journal.location';

describe('a journal for every workspace', () => {
  let workbench: Workbench;
  let other: Workbench;
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

    journal.add(withPlan('The last one', 'two alerts fire at once', 'name a lead', daysAgo(5)));
    const window = (other = await workbench.openWindow(second));
    await declare(window, 'In the second');
    await asked(window, WHERE);
    await window.quickInput.row('A Separate Journal Here').waitFor();
    const [use, , here] = await window.quickInput.labels(); // what lies between is the detail of the first
    assert.deepEqual([use, here], [`Use My Journal at ${first}`, 'A Separate Journal Here']);
    assert.match(await window.quickInput.input.getAttribute('placeholder') ?? '', /Growth needs one history/);
    await pickByKeys(window, `Use My Journal at ${first}`);
    await journal.saved('In the second', 'the incident', () => true);
    await window.toast(/Your plan: .*two alerts fire at once/).waitFor();
    assert.ok(!hasJournal(new JournalFiles(second)));
    assert.equal(setting(), first);
    await shows(window, 'In the first');
  });

  it('that is to be moved is taken along, with what is being typed; the old folder stays under another name', async () => {
    const title = 'Being typed';
    journal.add(draft(title, 'facts'));
    await shows(other, title);
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

    await other.page.bringToFront();
    await until('the other window to follow', async () => {
      if (await modalOf(other).isVisible()) await other.pressInDialog('Escape');
      await declare(other, 'From the other window');
      await until('it in the new place', () => moved.read('From the other window'), 5_000);
      return true;
    });
    assert.ok(!hasJournal(journal), 'nobody makes the old one anew');
    await other.close();
  });

  it('shows what another program changes, also outside of the workspace', async () => {
    const moved = new JournalFiles(elsewhere);
    await openFromTree(workbench, 'Being typed');
    moved.add(waiting('From another machine'));
    await shows(workbench, 'From another machine');
  });

  it('stays where it is while nobody says what becomes of it, also when the extensions start anew; copies nothing over another', async () => {
    const theirs = freshFolder();
    new JournalFiles(theirs).add(waiting('Somebody else’s'));
    workbench.changeSettings({ [LOCATION]: theirs });
    const modal = modalOf(workbench);
    await modal.getByText('The place of the journal was changed. Which journal do you want to use?').waitFor();
    assert.ok(!(await modal.getByRole('button', { name: 'Move the Journal' }).isVisible()));
    await workbench.pressInDialog('Escape');
    await modal.waitFor({ state: 'detached' });
    await shows(workbench, 'In the first');
    await workbench.killExtensionHost();
    await modal.getByRole('button', { name: 'Use the One There' }).click();
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

  it('that is kept where it is stays the journal of this workspace, whatever the setting says, also over a reload', async () => {
    const kept = new JournalFiles(freshFolder());
    kept.add(waiting('Only here'));
    workbench.changeSettings({ [LOCATION]: '' });
    const window = await workbench.openWindow(kept.workspace);
    await shows(window, 'Only here');
    workbench.changeSettings({ [LOCATION]: elsewhere });
    await modalOf(window).getByRole('button', { name: 'Keep It Here' }).press('Enter');
    await modalOf(window).waitFor({ state: 'detached' });
    await window.reload({ remembered: '"kept":true' });
    await shows(window, 'Only here');
    assert.equal(setting(), elsewhere);
    await window.close();
  });
});
