import assert from 'node:assert/strict';
import type { Incident } from '../../../src/core/journal/schema';
import { dashboardOf } from '../dashboard';
import { remembers } from '../harness/memory';
import { until } from '../harness/until';
import { covered } from '../hidden';
import type { JournalFiles } from '../journalFiles';
import { anId, daysAgo, draft, sampleWindow, waiting } from '../journalFiles';
import type { Group } from '../oneWindow';
import { closeEditors, HistoryTree, openFromTree, ReflectionPage } from '../reflection';
import type { Workbench } from '../workbench';

const SHORT = 'Short path';
const READ = 'Being read';
const EDITED = 'Edited once more';
const DEEP = 'Deep path';
const DRILL = 'Payments get slow on a Friday';
const BEHIND = 'Never looked at';
const STAKES = 'What could have been lost?';

function finished(title: string): Incident {
  const [at, rating] = [daysAgo(60), { id: anId(), at: daysAgo(60), behaviour: 'C1', table: 1, anchor: 4 as const, evidence: 'Said it at the second alert.' }];
  return waiting(title, { window: { start: daysAgo(60.1), end: at }, stakes: 'Orders.', reflection: { path: 'short', started: at, finished: at, screen: 'summary', guess: { best: 'C1' }, ratings: [rating] } });
}

/** Everything that is left open, or was set, when the window is loaded anew: one load serves all. */
export const afterReload: Group = (begin) => describe('after a reload', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  let reflection: ReflectionPage;
  const tabs = () => workbench.page.locator('.editor-group-container .tab');
  const tabOf = (title: string | RegExp) => tabs().filter({ hasText: title });
  const labels = () => tabs().locator('.label-name').allTextContents();
  const heading = (name: string) => reflection.page.getByRole('heading', { level: 1, name, exact: true });

  before(async () => {
    ({ workbench, journal } = await begin((folder) => [
      draft(SHORT, 'evidence', { window: sampleWindow(folder), reflection: { path: 'short', started: daysAgo(0), guess: { best: 'C1', costly: 'C5' } } }),
      draft(DEEP, 'facts', { window: sampleWindow(folder), role: 'commander', outcome: 'clean', reflection: { path: 'deep', section: 'C', started: daysAgo(0), guess: { best: 'C1', costly: 'C5' } } }),
      finished(READ),
      finished(EDITED),
      draft(BEHIND, 'facts'),
    ]));
    reflection = new ReflectionPage(workbench);
    await workbench.palette('Debrief: Check Privacy');
    await workbench.panel().getByText(journal.folder).first().waitFor();
    await answersElsewhere();
    await reads();
    await arranges();
    await openFromTree(workbench, BEHIND);
    await answersShort(); // last: where the editor remembers this page, it remembers all that was before
    const left = [READ, EDITED, DEEP, BEHIND, SHORT].map((title) => `"id":"${journal.read(title).id}"`);
    for (const each of [...left, `"id":"${journal.read(READ).id}","reading":true`, `"id":"${journal.read(EDITED).id}","reading":false`, '"viewType":"mainThreadWebview-leadDebrief.dashboard"']) {
      await until(`the editor to remember ${each}`, () => remembers(workbench.page, each));
    }
    await workbench.reload();
  });

  async function answersShort(): Promise<void> {
    await openFromTree(workbench, SHORT);
    await reflection.page.getByText('payments: halve the connection pool (#412)', { exact: true }).first().click();
    await reflection.momentBox.fill('The graph of the pool.');
    await reflection.next();
    await reflection.shows('ratings');
    await reflection.page.getByLabel('What did you do or say that shows it?').first().fill('Said it at the second alert.');
    await reflection.page.getByText('Said aloud what was broken').click();
    await journal.saved(SHORT, 'the rating', (record) => record.reflection?.ratings?.[0]?.anchor);
  }

  /** On the deep path, and in a drill. */
  async function answersElsewhere(): Promise<void> {
    await openFromTree(workbench, DEEP);
    await heading('What else could explain it?').waitFor();
    await reflection.page.locator('[id="answer.nearly"]').fill('The queue was full.');
    await journal.saved(DEEP, 'what was typed', (record) => record.reflection?.answers?.['nearly']);

    await workbench.palette('Debrief: Practise with a Drill…');
    await workbench.quickInput.pick(DRILL);
    await heading(DRILL).or(reflection.page.locator('header .incident', { hasText: DRILL })).first().waitFor();
    for (const next of ['16:42: what now?', '16:42: what happened then', '16:52: what now?']) {
      await reflection.focusIsOn('question');
      await workbench.page.keyboard.press('Control+Enter');
      await heading(next).waitFor();
    }
    await reflection.page.locator('[id="answer.drillDo.d02"]').fill('Look at what a slow payment waits for.');
    await journal.saved(`Drill: ${DRILL}`, 'what was typed', (record) => record.reflection?.answers?.['drillDo.d02']);
  }

  /** A finished one to be read, and another that is edited. */
  async function reads(): Promise<void> {
    await openFromTree(workbench, READ);
    await reflection.page.getByRole('button', { name: 'Edit' }).waitFor();
    await openFromTree(workbench, EDITED);
    await reflection.focusIsOn('question');
    await workbench.page.keyboard.press('F2');
    await reflection.shows('facts');
  }

  /** The history, and the dashboard in the side bar and in a tab of its own. */
  async function arranges(): Promise<void> {
    await workbench.palette('Debrief: Group History by State');
    await workbench.palette('Debrief: Sort History by Title');
    const dashboard = await dashboardOf(workbench);
    await dashboard.button('Your plan').press('Enter');
    await dashboard.section('Your plan').getByText('No open plan.').waitFor({ state: 'detached' });
    await dashboard.page.getByRole('radio', { name: /^Drill \d+$/ }).click();
    await dashboard.page.getByRole('combobox', { name: 'Period' }).selectOption({ label: 'Last 12 months' });
    await workbench.palette('Debrief: Show Growth in an Editor');
    await workbench.panel().getByRole('heading', { level: 1, name: 'Growth' }).waitFor({ state: 'attached' });
  }

  it('the short path is at the same screen with all answers', async () => {
    await reflection.shows('ratings');
    const [shows] = await reflection.page.getByLabel('What did you do or say that shows it?').all();
    assert.equal(await shows?.inputValue(), 'Said it at the second alert.');
    assert.equal(await reflection.choice('3 Said aloud what was broken and who was hit, and called it an incident.').isChecked(), true);
    await reflection.button('Back').click();
    await reflection.shows('evidence');
    const moment = reflection.page.getByRole('radio', { name: /halve the connection pool \(#412\)$/ });
    await moment.waitFor();
    assert.equal(await moment.isChecked(), true);
    assert.equal(await reflection.momentBox.inputValue(), 'The graph of the pool.');
    assert.equal(await tabOf(SHORT).count(), 1);
  });

  it('the history has the same order', async () => {
    await workbench.showSidebar();
    const tree = new HistoryTree(workbench);
    await until('the states, and titles in order', async () => (await tree.labels()).join() === ['Drafts', DEEP, `Drill: ${DRILL}`, BEHIND, SHORT, 'Finished', READ, EDITED].join());
  });

  it('the deep path is at the same place, with what was typed', async () => {
    await tabOf(DEEP).click();
    await heading('What else could explain it?').waitFor();
    assert.equal(await reflection.page.locator('[id="answer.nearly"]').inputValue(), 'The queue was full.');
  });

  it('a drill is at the same place, with what was typed', async () => {
    await tabOf(DRILL).click();
    await heading('16:52: what now?').waitFor();
    assert.equal(await reflection.page.locator('[id="answer.drillDo.d02"]').inputValue(), 'Look at what a slow payment waits for.');
  });

  it('a finished reflection is read where it was read, and edited where it was edited', async () => {
    await tabOf(READ).click();
    await reflection.page.getByRole('button', { name: 'Edit' }).waitFor();
    await heading(READ).waitFor();
    await tabOf(EDITED).click();
    await reflection.shows('facts');
    assert.equal(await reflection.field(STAKES).inputValue(), 'Orders.');
    await reflection.button('Read').click();
    await reflection.page.getByRole('button', { name: 'Edit' }).waitFor();
  });

  it('the page of Check Privacy looks again, and is still the only one', async () => {
    await tabOf('Check Privacy').click();
    await workbench.panel().getByText(journal.folder).first().waitFor();
    await workbench.palette('Debrief: Check Privacy');
    await workbench.panel().getByText(journal.folder).first().waitFor();
    assert.equal(await tabOf('Check Privacy').count(), 1);
  });

  it('the dashboard remembers what is closed and which incidents it shows; the tab has its own', async () => {
    await tabOf(/^Growth$/).click();
    const tab = workbench.panel();
    await tab.getByRole('region', { name: 'Behaviours' }).getByRole('figure').first().waitFor();
    await tab.getByRole('region', { name: 'Your plan' }).getByText('No open plan.').waitFor();
    const again = await dashboardOf(workbench);
    await again.section('Behaviours').waitFor();
    assert.equal(await again.button('Your plan').getAttribute('aria-expanded'), 'false');
    await until('the kind', () => again.page.getByRole('radio', { name: /^Drill \d+$/ }).isChecked());
    await until('the period', async () => (await again.page.getByRole('combobox', { name: 'Period' }).locator('option:checked').textContent()) === 'Last 12 months');
    await again.button('Your plan').click();
    await again.section('Your plan').getByText('No open plan.').waitFor();
  });

  it('contents are hidden with the button of a view: a tab that nobody looked at yet is closed, since its title would stay; what lists incidents asks first', async () => {
    const { page: board } = await dashboardOf(workbench);
    const before = await tabs().count();
    await workbench.page.locator('.part.sidebar .pane-header', { hasText: /growth/i }).hover();
    await workbench.page.getByRole('button', { name: 'Hide Contents' }).first().click();
    await covered([board], true);
    await until('the tab to be closed', async () => (await tabs().count()) === before - 1);
    await until('no title in the tabs', async () => {
      const shown = await labels();
      return [SHORT, DEEP, DRILL, READ, EDITED, BEHIND].every((title) => !shown.some((label) => label.includes(title)));
    });
    await workbench.palette('Debrief: Search Reflections…');
    const toast = workbench.toast('Contents are hidden, and this would show some of them.');
    await toast.getByRole('button', { name: 'Show Contents' }).click();
    await workbench.quickInput.title.filter({ hasText: 'Search Reflections' }).waitFor();
    await workbench.quickInput.cancel();
    await covered([board], false);
    for (const title of [SHORT, DEEP, READ]) await tabOf(title).first().waitFor();
    await workbench.palette('Debrief: Sort History by Newest First');
    await workbench.palette('Debrief: Group History by Year');
    await closeEditors(workbench);
  });
});
