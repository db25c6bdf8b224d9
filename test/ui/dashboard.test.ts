import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Incident } from '../../src/core/journal/schema';
import { freshFolder, freshSample } from './harness/folders';
import { until } from './harness/until';
import type { DashboardPage } from './dashboard';
import { dashboardOf } from './dashboard';
import { anId, daysAgo, JournalFiles, put, waiting, withPlan } from './journalFiles';
import { ANA, MEI, namedToday, PRIYA, putPeople } from './record';
import { ReflectionPage } from './reflection';
import { opensOccasions, readsRunChart } from './runChart';
import { seeksNext } from './seeking';
import type { Workbench } from './workbench';
import { openWorkbench } from './workbench';

declare const navigator: { readonly clipboard: { readText(): Promise<string> } };

/** As much of a page as is used here: tests are compiled without its types. */
interface Element {
  value: string;
  querySelectorAll(selector: string): readonly Element[];
  click(): void;
  dispatchEvent(event: unknown): void;
}

/** In a page: chooses drills, and then a period before the editor can have answered to the first. */
async function chooseBoth(row: unknown, period: string): Promise<void> {
  const find = (selector: string, index: number): Element | undefined => (row as Element).querySelectorAll(selector)[index];
  find('input', 1)?.click();
  await Promise.resolve(); // the page is drawn in between
  const select = find('select', 0);
  if (!select) return;
  select.value = period;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

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
    await dashboard.section('Your plan').getByText('No open plan. The next one comes at the end of a reflection, or of a drill.').waitFor();
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

    const modal = dashboard.workbench.dialog;
    await dashboard.button('Change…').click();
    await dashboard.workbench.quickInput.enter('a third alert');
    await dashboard.workbench.quickInput.title.getByText('2 of 3').waitFor();
    await dashboard.workbench.quickInput.enter('name a stand-in');
    await dashboard.workbench.quickInput.row('A revert is committed here').click();
    await dashboard.workbench.page.keyboard.press('Enter');
    await plan.getByText('Comes up when a revert is committed here.').waitFor();
    await plan.getByText('When I next see a third alert, I will name a stand-in.', { exact: true }).waitFor();

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
    await behaviours.getByText(/^Median .+\. Acts \d to \d came .+ times\./).first().waitFor();
    await behaviours.getByText('Too few to compare.').first().waitFor();

    await opensOccasions(dashboard, 'Size up and declare');

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

  it('a year: each chart is a table at a key; all quarters are shown when they are opened', async () => {
    const dashboard = await dashboardOf(workbench);
    const [real, drill, period] = [dashboard.page.getByRole('radio', { name: /^Real \d+$/ }), dashboard.page.getByRole('radio', { name: /^Drill \d+$/ }), dashboard.page.getByRole('combobox', { name: 'Period' })];
    const before = await period.inputValue();
    await real.click();
    await period.selectOption('all');
    const headings = await dashboard.page.getByRole('heading', { level: 2 }).allTextContents();
    assert.deepEqual(headings.map((each) => each.trim()), ['Next', 'Your plan', 'Behaviours', 'Guess and evidence', 'Notes and outcomes', 'Exposure', 'People']);
    for (const [title, said, column] of [['Guess and evidence', /^\d+ reflections, oldest first: /, 'The one guessed best was rated'], ['Notes and outcomes', /^At \d+ %, \d+ of \d+ happened\. /, 'How sure']] as const) {
      const section = dashboard.section(title);
      await section.getByRole('img', { name: said }).waitFor();
      await dashboard.button(title).focus();
      await workbench.page.keyboard.press('Tab');
      await workbench.page.keyboard.press('Enter');
      await section.getByRole('table').getByRole('columnheader', { name: column }).waitFor();
      assert.equal(await section.getByRole('img').count(), 0);
      await workbench.page.keyboard.press('Enter');
      await section.getByRole('img', { name: said }).waitFor();
    }
    const exposure = dashboard.section('Exposure');
    const quarters = exposure.getByRole('heading', { level: 3 });
    assert.equal(await quarters.count(), 1);
    await exposure.getByRole('button', { name: 'Show every quarter, with roles and stakes' }).press('Enter');
    await until('every quarter', async () => (await quarters.count()) >= 4);
    await exposure.getByRole('button', { name: 'Show fewer' }).press('Enter');
    await until('the newest quarter', async () => (await quarters.count()) === 1);
    await dashboard.page.locator('.scope-row').evaluate(chooseBoth, before);
    await until('both', async () => (await drill.isChecked()) && (await period.inputValue()) === before);
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
    const modal = dashboard.workbench.dialog;
    await modal.getByText('Look at the queue first').waitFor();
    await modal.getByRole('button', { name: 'I Remembered It' }).click();
    await journal.saved(title, 'that it was recalled', (record) => record.lesson?.seen?.[0]?.recalled === true);
  });

  it('what to seek next and a load limit: set, settled, taken back, each undone; past the limit it can wait', () => seeksNext(another.journal, another.dashboard));

  it('people: a line to say it, ticked when done, taken back; a promise that was kept thanks them too', async () => {
    const { journal, dashboard } = another;
    const { page } = dashboard.workbench;
    putPeople(journal, [MEI, ANA, PRIYA]);
    const people = dashboard.section('People');
    const isThanked = ({ people: [entry] = [], promises: [promise] = [] }: Incident): boolean => entry?.thanked !== undefined && promise?.state === 'kept';
    await people.getByText('Named once more without thanks.').waitFor();
    const newest = (await people.getByRole('button', { name: /^Today (one|two), / }).textContent())?.slice(0, 9) ?? '';
    await page.bringToFront();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await people.getByRole('button', { name: `Copy a thank-you line Mei Lin, ${newest}` }).press('Enter');
    await until('the line on the clipboard', () => page.evaluate(async (title) => (await navigator.clipboard.readText()).startsWith(`Mei Lin, thank you for your part in “${title}”`), newest));

    // Whoever was thanked goes below who was not, and the focus goes along.
    journal.add(namedToday('Ana alone', 'Asked the quiet one.', ANA));
    journal.add(namedToday('Priya alone', 'Took over at noon.', PRIYA));
    await people.getByText('Priya Nair').first().waitFor();
    await people.getByRole('checkbox', { name: 'Thanked Ana Oliveira, Ana alone' }).press('Space');
    await journal.saved('Ana alone', 'the thanks', isThanked);
    const ticked = people.getByRole('checkbox', { name: /^Thanked on .+ Ana Oliveira, Ana alone/ });
    await ticked.waitFor();
    assert.deepEqual(await people.getByRole('heading', { level: 3 }).allTextContents(), ['Mei Lin', 'Priya Nair', 'Ana Oliveira']);
    assert.deepEqual([await ticked.isChecked(), await ticked.evaluate((box) => box.matches(':focus'))], [true, true]);
    await ticked.press('Space');
    await journal.saved('Ana alone', 'no thanks', ({ people: [entry] = [], promises: [promise] = [] }) => entry?.thanked === undefined && promise?.state === 'open');
    const open = people.getByRole('checkbox', { name: 'Thanked Ana Oliveira, Ana alone' });
    await open.waitFor();
    assert.deepEqual([await open.isChecked(), await open.evaluate((box) => box.matches(':focus'))], [false, true]);

    const told = waiting('Told', { ...namedToday('Told', 'Said no.'), id: anId(), title: 'Told', window: { start: daysAgo(4), end: daysAgo(4) }, reflection: { path: 'short', started: daysAgo(4), finished: daysAgo(4) } });
    journal.add(told);
    await dashboard.button('Check…').or(dashboard.page.getByRole('button', { name: 'Check… Tell Mei Lin what it made possible' })).first().click();
    await dashboard.workbench.quickInput.pick('It was kept');
    await journal.saved('Told', 'that she was told', isThanked);
    assert.deepEqual(await dashboard.workbench.axe(dashboard.page), []);
  });

  it('a run chart says what stands out and how often chance alone does; its occasions come 24 at a time, by key', () => readsRunChart(another.journal, another.dashboard));

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
