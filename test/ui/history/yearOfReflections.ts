import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Incident } from '../../../src/core/journal/schema';
import { sample } from '../../../tools/workspace.mjs';
import { dashboardOf } from '../dashboard';
import { until } from '../harness/until';
import { foundJournal, JournalFiles } from '../journalFiles';
import type { Group } from '../oneWindow';
import { putPeople } from '../record';
import { ReflectionPage } from '../reflection';
import { opensOccasions } from '../runChart';
import type { Workbench } from '../workbench';

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

export const yearOfReflections: Group = (begin) => describe('the dashboard of a year', () => {
  let workbench: Workbench;

  before(async () => {
    const year = new JournalFiles(await sample({ year: true }));
    const records = year.files().map((file) => JSON.parse(readFileSync(file, 'utf8')) as Incident);
    const { journal, ...open } = await begin(() => records);
    workbench = open.workbench;
    putPeople(journal, year.people().people);
    const facts = path.join(journal.folder, 'debrief-journal.json');
    foundJournal(journal, existsSync(facts) ? (JSON.parse(readFileSync(facts, 'utf8')) as { id: string }).id : undefined); // without what was sought, and no limit
    const real = records.filter(({ kind, reflection }) => kind === 'real' && reflection?.finished).length;
    await (await dashboardOf(workbench)).page.getByRole('radio', { name: `Real ${real}`, exact: true }).waitFor();
  });

  it('what is next, strips, kinds apart, the table, and no verdict', async () => {
    const dashboard = await dashboardOf(workbench);
    const next = dashboard.section('Next');
    await next.getByText('Refund mails sent twice').waitFor();
    await next.getByRole('button', { name: 'Payment timeouts', exact: true }).waitFor();
    const behaviours = dashboard.section('Behaviours');
    await until('four behaviours with a strip', async () => (await behaviours.getByRole('figure').count()) >= 4);
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
    await dashboard.page.getByRole('radio', { name: /^Drill [0-2]$/ }).waitFor(); // fewer: two where the quarter is nearly over
    await next.getByText('Refund mails sent twice').waitFor();

    await dashboard.button('Continue').click();
    await new ReflectionPage(workbench).shows('evidence');
  });

  it('each chart is a table at a key; all quarters are shown when they are opened', async () => {
    const dashboard = await dashboardOf(workbench);
    const [real, drill, period] = [dashboard.page.getByRole('radio', { name: /^Real \d+$/ }), dashboard.page.getByRole('radio', { name: /^Drill \d+$/ }), dashboard.page.getByRole('combobox', { name: 'Period' })];
    const before = await period.inputValue();
    await real.click();
    await period.selectOption('all');
    await until('all of the real ones', async () => (await real.isChecked()) && (await period.inputValue()) === 'all');
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
    await until('one quarter', async () => (await quarters.count()) === 1);
    await exposure.getByRole('button', { name: 'Show every quarter, with roles and stakes' }).press('Enter');
    await until('every quarter', async () => (await quarters.count()) >= 4);
    await exposure.getByRole('button', { name: 'Show fewer' }).press('Enter');
    await until('the newest quarter', async () => (await quarters.count()) === 1);
    await dashboard.page.locator('.scope-row').evaluate(chooseBoth, before);
    await until('both', async () => (await drill.isChecked()) && (await period.inputValue()) === before);
  });

  it('a heading closes its section, by key too; the tab has its own', async () => {
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

    assert.equal(await heading.getAttribute('aria-expanded'), 'false');
    await heading.click();
    await dashboard.section('Your plan').getByRole('blockquote').waitFor();
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
