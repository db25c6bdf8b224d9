import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { freshFolder, freshSample } from './harness/folders';
import { until } from './harness/until';
import type { DashboardPage } from './dashboard';
import { dashboardOf } from './dashboard';
import { anId, daysAgo, JournalFiles, put, waiting, withPlan } from './journalFiles';
import { ReflectionPage } from './reflection';
import type { Workbench } from './workbench';
import { openWorkbench } from './workbench';

describe('the dashboard', () => {
  let workbench: Workbench;
  let another: { journal: JournalFiles; dashboard: DashboardPage };

  before(async () => {
    workbench = await openWorkbench({ folder: await freshSample({ year: true }), viewport: { width: 1400, height: 1000 } });
    // A window on a folder that is empty at first.
    const folder = freshFolder();
    another = { journal: new JournalFiles(folder), dashboard: await dashboardOf(await workbench.openWindow(folder)) };
  });
  after(async () => {
    await another?.dashboard.workbench.close();
    await workbench?.close();
  });

  it('teaches while there is nothing, and begins the first reflection; one is too few to compare', async () => {
    const { journal, dashboard } = another;
    await dashboard.section('No reflections yet').getByText('five minutes here keep what you did').waitFor();
    await dashboard.button('Look back at an incident').click();
    await dashboard.workbench.quickInput.title.getByText('New Incident').waitFor();
    await dashboard.workbench.quickInput.cancel();

    const rating = { id: anId(), at: daysAgo(2), behaviour: 'C1', table: 1, anchor: 3 as const };
    journal.add(waiting('The only one', { reflection: { path: 'short', started: daysAgo(2), finished: daysAgo(2), ratings: [rating] } }));
    await dashboard.section('Next').getByText('Nothing waits.').waitFor();
    await dashboard.section('Your plan').getByText('No open plan. The next one comes at the end of a reflection.').waitFor();
    const behaviour = dashboard.page.getByRole('figure', { name: 'Size up and declare' });
    await behaviour.getByText('Too few to compare.').waitFor();
    await behaviour.getByRole('img', { name: '1 occasion: 3' }).or(behaviour.getByRole('img', { name: /^1 occasion.*3$/ })).first().waitFor();
  });

  it('the plan: its moment came, and giving it up asks first', async () => {
    const { journal, dashboard } = another;
    const title = 'With a plan';
    journal.add(withPlan(title, 'a second alert', 'say who leads', daysAgo(3)));
    const plan = dashboard.section('Your plan');
    await plan.getByText('When I next see a second alert, I will say who leads').waitFor();
    await plan.getByText('Its moment has not come yet.').waitFor();
    await dashboard.button('Its moment came…').click();
    await dashboard.workbench.quickInput.pick('It came, and I did it');
    await plan.getByText('Came once, acted 1').waitFor();
    const { plan: noted } = await journal.saved(title, 'the moment', (record) => record.plan?.ledger?.length === 1);
    assert.equal(noted?.ledger?.[0]?.did, 'acted');

    await dashboard.button('Change…').click();
    await dashboard.workbench.quickInput.enter('a third alert');
    await dashboard.workbench.quickInput.title.getByText('2 of 2').waitFor();
    await dashboard.workbench.quickInput.enter('name a stand-in');
    await plan.getByText('When I next see a third alert, I will name a stand-in.', { exact: true }).waitFor();

    const modal = dashboard.workbench.page.locator('.monaco-dialog-box');
    await dashboard.button('Give it up…').click();
    await modal.getByText('What you noted about it stays in the journal.').waitFor();
    await modal.getByRole('button', { name: 'Cancel' }).click();
    await modal.waitFor({ state: 'detached' });
    assert.equal(journal.read(title).plan?.closed, undefined);
    await dashboard.button('Give it up…').click();
    await modal.getByRole('button', { name: 'Give It Up' }).click();
    await journal.saved(title, 'the end of the plan', (record) => record.plan?.closed && record.plan.ledger?.length === 1);
    await plan.getByText('No open plan.').waitFor();
  });

  it('a year: what is next, strips, kinds apart, the table, and no verdict', async () => {
    const dashboard = await dashboardOf(workbench);
    const next = dashboard.section('Next');
    await next.getByText('Refund mails sent twice').waitFor();
    await next.getByRole('button', { name: 'Payment timeouts', exact: true }).waitFor();
    const behaviours = dashboard.section('Behaviours');
    const count = await behaviours.getByRole('figure').count();
    assert.ok(count >= 4, `${count} behaviours have a strip`);
    await behaviours.getByText(/Median .+, range .+/).first().waitFor();
    await behaviours.getByText('Too few to compare.').first().waitFor();

    await behaviours.getByRole('button', { name: 'Show as table' }).click();
    const table = behaviours.getByRole('table', { name: /^Ratings by behaviour/ });
    await table.waitFor();
    assert.deepEqual((await table.getByRole('columnheader').allTextContents()).slice(0, 2), ['Behaviour', 'Count']);
    const real = await table.getByRole('row').allTextContents();
    await dashboard.page.getByRole('radio', { name: /^Drill \d+$/ }).click();
    await until('the drills', async () => (await table.getByRole('row').allTextContents()).join() !== real.join());
    assert.equal(await behaviours.getByRole('button', { name: 'Show as table' }).getAttribute('aria-pressed'), 'true');

    const period = dashboard.page.getByRole('combobox', { name: 'Period' });
    assert.deepEqual((await period.getByRole('option').allTextContents()).slice(0, 3), ['All time', 'This year', 'Last 12 months']);
    await period.selectOption({ index: 3 });
    await until('fewer drills', async () => (await dashboard.page.getByRole('radio', { name: 'Drill 0' }).or(dashboard.page.getByRole('radio', { name: 'Drill 1' })).count()) === 1);
    await next.getByText('Refund mails sent twice').waitFor();

    await dashboard.button('Continue').click();
    await new ReflectionPage(workbench).shows('evidence');
  });

  it('a heading closes its section, by key too, and the page remembers it; the tab has its own', async () => {
    const dashboard = await dashboardOf(workbench);
    const heading = dashboard.button('Your plan');
    await heading.focus();
    await heading.press('Enter');
    await dashboard.section('Your plan').getByRole('blockquote').waitFor({ state: 'detached' });
    assert.equal(await heading.getAttribute('aria-expanded'), 'false');

    await workbench.palette('Debrief: Show Growth in an Editor');
    const tab = workbench.panel();
    await tab.getByRole('heading', { level: 1, name: 'Growth' }).waitFor({ state: 'attached' });
    await tab.getByRole('region', { name: 'Your plan' }).getByRole('blockquote').waitFor();
    await workbench.palette('Debrief: Show Growth in an Editor');
    assert.equal(await workbench.page.locator('.tab', { hasText: /^Growth$/ }).count(), 1, 'the tab that is open is revealed');
    assert.deepEqual(await workbench.axe(tab), []);

    await workbench.reload({ remembered: '"viewType":"mainThreadWebview-leadDebrief.dashboard"' });
    await tab.getByRole('region', { name: 'Behaviours' }).getByRole('figure').first().waitFor();
    const again = await dashboardOf(workbench);
    await again.section('Behaviours').waitFor();
    assert.equal(await again.button('Your plan').getAttribute('aria-expanded'), 'false');
    assert.equal(await again.page.getByRole('radio', { name: /^Drill \d+$/ }).isChecked(), true, 'the kind');
    assert.match(await again.page.getByRole('combobox', { name: 'Period' }).inputValue(), /^\d{4}-\d\d$/);
    await again.button('Your plan').click();
    await again.section('Your plan').getByRole('blockquote').waitFor();
  });

  it('a promise is checked and a lesson is recalled from what is next', async () => {
    const { journal, dashboard } = another;
    const [finished, title] = [daysAgo(5), 'Promised and learnt'];
    journal.add(waiting(title, {
      reflection: { path: 'short', started: finished, finished },
      promises: [{ id: anId(), text: 'Write the runbook line', state: 'open' }],
      lesson: { text: 'Look at the queue first' },
    }));
    await dashboard.page.getByRole('button', { name: 'Check… Write the runbook line' }).or(dashboard.button('Check…')).first().click();
    await dashboard.workbench.quickInput.pick('It was kept');
    await journal.saved(title, 'the promise', (record) => record.promises?.[0]?.state === 'kept');

    await dashboard.page.getByRole('button', { name: `Recall… ${title}` }).or(dashboard.button('Recall…')).first().click();
    await dashboard.workbench.quickInput.enter('The queue');
    const modal = dashboard.workbench.page.locator('.monaco-dialog-box');
    await modal.getByText('Look at the queue first').waitFor();
    await modal.getByRole('button', { name: 'I Remembered It' }).click();
    await journal.saved(title, 'that it was recalled', (record) => record.lesson?.seen?.[0]?.recalled === true);
  });

  it('lists a file that cannot be read, and opens it', async () => {
    const { journal, dashboard } = another;
    journal.add(withPlan('Readable', 'a second alert', 'say who leads', daysAgo(3)));
    const file = journal.add(waiting('Unreadable'));
    put(file, readFileSync(file, 'utf8').replace('{', ''));
    const left = dashboard.section('Left out');
    await left.getByText('These files are not counted. Nothing in them was changed.').waitFor();
    await left.getByText(/unreadable.*line \d+, column \d+/i).waitFor();
    await left.getByRole('button', { name: /^Open file/ }).click();
    await dashboard.workbench.page.locator('.tab', { hasText: 'unreadable' }).waitFor();
  });

  it('Debrief: Show Growth brings it to the front', async () => {
    const { page } = workbench;
    await page.keyboard.press('Control+Shift+E');
    await page.locator('.explorer-folders-view').waitFor();
    await workbench.palette('Debrief: Show Growth');
    await page.locator('.part.sidebar .composite.title', { hasText: /Debrief/i }).waitFor();
    // The page is made anew, in a frame that does not say any more that it belongs to a view.
    await until('the dashboard', async () => {
      const headings = await Promise.all(page.frames().map((frame) => frame.locator('h1').allTextContents()));
      return headings.flat().includes('Growth');
    });
  });
});
