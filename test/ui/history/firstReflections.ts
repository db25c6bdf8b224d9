import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Incident } from '../../../src/core/journal/schema';
import { until } from '../harness/until';
import type { DashboardPage } from '../dashboard';
import { dashboardOf } from '../dashboard';
import { anId, daysAgo, type JournalFiles, put, waiting, withPlan } from '../journalFiles';
import type { Group } from '../oneWindow';
import { ANA, MEI, namedToday, PRIYA, putPeople } from '../record';
import { readsRunChart } from '../runChart';
import { seeksNext } from '../seeking';

declare const navigator: { readonly clipboard: { readText(): Promise<string> } };

export const firstReflections: Group = (begin) => describe('the dashboard of the first reflections', () => {
  let journal: JournalFiles;
  let dashboard: DashboardPage;

  before(async () => {
    const open = await begin();
    journal = open.journal;
    dashboard = await dashboardOf(open.workbench);
  });

  it('teaches while there is nothing, and begins the first reflection; one is too few to compare', async () => {
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
    await dashboard.workbench.quickInput.press('Enter');
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

  it('a promise is checked and a lesson is recalled from what is next', async () => {
    const [finished, title] = [daysAgo(5), 'Promised and learnt'];
    journal.add(waiting(title, {
      reflection: { path: 'short', started: finished, finished },
      promises: [{ id: anId(), text: 'Write the runbook line', state: 'open' }],
      lesson: { text: 'Look at the queue first' },
    }));
    const next = dashboard.section('Next');
    await next.getByText('Write the runbook line').first().waitFor();
    await dashboard.page.getByRole('button', { name: 'Check… Write the runbook line' }).or(dashboard.button('Check…')).first().click();
    await dashboard.workbench.quickInput.pick('It was kept');
    await journal.saved(title, 'the promise', (record) => record.promises?.[0]?.state === 'kept');

    await next.getByText('Write the runbook line').first().waitFor({ state: 'detached' });
    await dashboard.page.getByRole('button', { name: `Recall… ${title}` }).or(dashboard.button('Recall…')).first().click();
    await dashboard.workbench.quickInput.enter('The queue');
    const modal = dashboard.workbench.dialog;
    await modal.getByText('Look at the queue first').waitFor();
    await modal.getByRole('button', { name: 'I Remembered It' }).click();
    await journal.saved(title, 'that it was recalled', (record) => record.lesson?.seen?.[0]?.recalled === true);
  });

  it('what to seek next and a load limit: set, settled, taken back, each undone; past the limit it can wait', () => seeksNext(journal, dashboard));

  it('people: a line to say it, ticked when done, taken back; a promise that was kept thanks them too', async () => {
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
    await dashboard.section('Next').getByText('Tell Mei Lin what it made possible').first().waitFor();
    await dashboard.button('Check…').or(dashboard.page.getByRole('button', { name: 'Check… Tell Mei Lin what it made possible' })).first().click();
    await dashboard.workbench.quickInput.pick('It was kept');
    await journal.saved('Told', 'that she was told', isThanked);
    assert.deepEqual(await dashboard.workbench.axe(dashboard.page), []);
  });

  it('a run chart says what stands out and how often chance alone does; its occasions come 24 at a time, by key', () => readsRunChart(journal, dashboard));

  it('lists a file that cannot be read, and opens it', async () => {
    journal.add(withPlan('Readable', 'a second alert', 'say who leads', daysAgo(3)));
    const file = journal.add(waiting('Unreadable'));
    const whole = readFileSync(file, 'utf8');
    put(file, whole.replace('{', ''));
    const left = dashboard.section('Left out');
    await left.getByText('These files are not counted. Nothing in them was changed.').waitFor();
    await left.getByText(/unreadable.*line \d+, column \d+/i).waitFor();
    await left.getByRole('button', { name: /^Open file/ }).click();
    await dashboard.workbench.page.locator('.tab', { hasText: 'unreadable' }).waitFor();
    put(file, whole);
  });
});
