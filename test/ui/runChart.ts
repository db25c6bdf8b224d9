// A strip that is a run chart, and the occasions that a behaviour's name opens.
import assert from 'node:assert/strict';
import type { DashboardPage } from './dashboard';
import { anId, daysAgo, waiting, type JournalFiles } from './journalFiles';

/** A behaviour's name opens its occasions, by key; the newest opens its reflection, to be read. */
export async function opensOccasions(dashboard: DashboardPage, behaviour: string): Promise<void> {
  const behaviours = dashboard.section('Behaviours');
  const name = behaviours.getByRole('button', { name: behaviour, exact: true });
  await name.focus();
  await name.press('Enter');
  const occasions = behaviours.getByRole('list', { name: `Occasions, newest first: ${behaviour}` });
  await occasions.waitFor();
  assert.equal(await name.getAttribute('aria-expanded'), 'true');
  const counted = await behaviours.getByRole('figure', { name: behaviour }).getByText(/^\d+ occasions$/).textContent();
  assert.equal(await occasions.getByRole('listitem').count(), Number.parseInt(counted ?? '', 10));
  const newest = occasions.getByRole('button').first();
  const title = (await newest.textContent()) ?? '';
  await newest.press('Enter');
  await dashboard.workbench.panel().getByRole('heading', { level: 1, name: title }).waitFor();
  await dashboard.workbench.panel().getByRole('button', { name: /^Edit/ }).waitFor();
  await name.press('Enter');
  await occasions.waitFor({ state: 'detached' });
}

/** Thirty occasions of a behaviour that had none: low at first, then high. */
export async function readsRunChart(journal: JournalFiles, dashboard: DashboardPage): Promise<void> {
  for (let at = 0; at < 30; at++) {
    const day = daysAgo(40 - at);
    const rating = { id: anId(), at: day, behaviour: 'C4', table: 1, anchor: (at < 15 ? 2 : 4) as 2 | 4, evidence: `Example ${at}` };
    journal.add(waiting(`Picture ${at}`, { window: { start: day, end: day }, reflection: { path: 'short', started: day, finished: day, ratings: [rating] } }));
  }
  const behaviours = dashboard.section('Behaviours');
  const chart = dashboard.page.getByRole('figure', { name: 'Keep the picture open' });
  await chart.getByText('Median between 2 and 4. Acts 2 to 4 came 15, 0, 15 times. Shift: 15 in a row above the median. Few crossings. May be chance, about 1 in 20.').waitFor();
  await behaviours.getByText('Only one behaviour has enough occasions for a signal. By chance alone it shows one about 1 time in 20.').waitFor();
  await pagesThroughTable(dashboard);
}

async function pagesThroughTable(dashboard: DashboardPage): Promise<void> {
  const behaviours = dashboard.section('Behaviours');
  await behaviours.getByRole('button', { name: 'Show as table' }).press('Enter');
  const row = behaviours.getByRole('row', { name: /^Keep the picture open/ });
  assert.equal((await row.innerText()).replace(/\s+/g, ' '), 'Keep the picture open Shift: 15 in a row above the median. Few crossings. May be chance, about 1 in 20. 30 2 to 4 2 to 4');
  await row.getByRole('button').press('Enter');
  const occasions = behaviours.getByRole('list', { name: /^Occasions/ });
  await occasions.getByText('Example 29').waitFor();
  assert.equal(await occasions.getByRole('listitem').count(), 24);
  const older = behaviours.getByRole('button', { name: 'Show older' });
  await older.press('Enter');
  await occasions.getByText('Example 0', { exact: true }).waitFor();
  await behaviours.getByText('25 to 30 of 30').waitFor();
  assert.deepEqual([await older.getAttribute('aria-disabled'), await older.evaluate((button: { matches(selector: string): boolean }) => button.matches(':focus'))], ['true', true]);
  await behaviours.getByRole('button', { name: 'Show newer' }).press('Enter');
  await occasions.getByText('Example 29').waitFor();
  assert.deepEqual(await dashboard.workbench.axe(dashboard.page), []);
  await row.getByRole('button').press('Enter');
  await occasions.waitFor({ state: 'detached' });
  await behaviours.getByRole('button', { name: 'Show as table' }).press('Enter');
  await behaviours.getByRole('figure').first().waitFor();
}
