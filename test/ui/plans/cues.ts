import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CueMemory } from '../../../src/core/plan/cueMemory';
import type { Cue, Incident } from '../../../src/core/journal/schema';
import { themeKinds, type ThemeKind } from '../../../tools/host/settings.mjs';
import { commitAndRevert, git, writeStaged } from '../commits';
import { until } from '../harness/until';
import { daysAgo, draft, foundJournal, withPlan, type JournalFiles } from '../journalFiles';
import { dashboardOf } from '../dashboard';
import { countFocusOfPages, pickByKeys } from '../keys';
import type { Group } from '../oneWindow';
import { openFromTree } from '../reflection';
import type { Workbench } from '../workbench';

const WORDS = 'When I next see a revert, I will ask what we know.';
const PLAN = `Your plan: ${WORDS}`;
const EARLIER = 'Pool too small';
const LESSON = 'Retries look like load.';

/** An earlier incident with a lesson, and an open plan that has cues. */
function planned(): Incident {
  const record = withPlan(EARLIER, 'a revert', 'ask what we know', daysAgo(4));
  return { ...record, lesson: { text: LESSON }, ...(record.plan && { plan: { ...record.plan, cues: [{ id: 'revert' }, { id: 'branch', pattern: 'hotfix/*' }, { id: 'declared' }, { id: 'file', pattern: '*.txt' }] } }) };
}

/** As much of a field of a page as is used here: tests are compiled without the types of a page. */
interface PageField {
  value: string;
  readonly parentElement: { querySelector(selector: string): PageField };
  dispatchEvent(event: Event): boolean;
}

export const cues: Group = (begin) => describe('a plan at its cue', () => {
  let workbench: Workbench;
  let journal: JournalFiles;

  before(async () => {
    ({ workbench, journal } = await begin(() => [planned(), draft('Search lag', 'nextPlan')]));
    foundJournal(journal);
  });

  const run = (...args: readonly string[]) => git(journal.workspace, ...args);
  const write = (file: string, text: string) => writeStaged(journal.workspace, file, text);
  const ledger = (count: number) => journal.saved(EARLIER, `${count} entries of the ledger`, ({ plan }) => plan?.ledger?.length === count).then(({ plan }) => plan?.ledger ?? []);
  const memory = () => {
    const { id } = JSON.parse(readFileSync(path.join(journal.folder, 'debrief-journal.json'), 'utf8')) as { id: string };
    return path.join(workbench.data, 'data', 'User', 'globalStorage', 'lead-debrief.lead-debrief', 'cues', id, 'memory.json');
  };
  const shown = () => (JSON.parse(readFileSync(memory(), 'utf8')) as CueMemory).shown;

  /** An hour has passed, and the extensions started anew. */
  async function anHourLater(): Promise<void> {
    writeFileSync(memory(), JSON.stringify({ shown: shown().map((each) => ({ ...each, at: each.at - 3_600_000 })) }));
    await workbench.killExtensionHost();
  }

  /** Nothing tells that a window watches by now: does something until the plan is there, in one of the windows. */
  async function untilShown(act: () => void, windows: readonly Workbench[] = [workbench]): Promise<Workbench> {
    return until('the line', () => {
      act();
      return Promise.any(windows.map((window) => window.toast(PLAN).waitFor({ timeout: 3_000 }).then(() => window)));
    });
  }

  it('shows itself when a revert is committed here; what became of it is in its ledger', async () => {
    const reverts: string[] = []; // one that the editor tells of late is not the last
    await untilShown(() => {
      commitAndRevert(journal.workspace);
      reverts.push(`revert ${run('rev-parse', '--short=12', 'HEAD')}`);
    });
    await workbench.toast(PLAN).getByRole('button', { name: 'Did It' }).click();
    const [entry] = await ledger(1);
    assert.equal(entry?.did, 'acted');
    assert.ok(reverts.includes(entry.event ?? ''), `${entry.event} is none of ${reverts.join(', ')}`);
  });

  it('shows itself an hour later for a branch, in one of two windows, and not again for what it saw', async () => {
    const second = await workbench.openWindow(journal.workspace);
    await anHourLater();
    let made = 0;
    const one = await untilShown(() => run('branch', `hotfix/pool-${(made += 1)}`), [workbench, second]); // it need not be checked out
    await one.toast(PLAN).getByRole('button', { name: 'Not This Time' }).click();
    const [, entry] = await ledger(2);
    assert.equal(entry?.did, 'chose');
    assert.match(entry?.event ?? '', /^branch hotfix\/pool-\d+ \d{4}-\d\d-\d\d$/);
    assert.equal(shown().length, 2);
    for (const each of [workbench, second]) assert.equal(await each.toast(PLAN).count(), 0);
    await second.close();
  });

  it('comes with the lessons when an incident is declared; Escape closes both, and that is noted nowhere', async () => {
    await anHourLater();
    await workbench.palette('Debrief: Declare an Incident');
    await workbench.quickInput.title.filter({ hasText: '(1 of 2)' }).waitFor();
    await workbench.quickInput.enter('Pool errors');
    await workbench.quickInput.title.filter({ hasText: '(2 of 2)' }).waitFor();
    await workbench.quickInput.press('Enter');
    const lessons = workbench.toast(LESSON);
    await lessons.getByRole('button', { name: EARLIER }).waitFor();
    await workbench.toast(PLAN).getByRole('button', { name: 'Did It' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    for (const toast of [lessons, workbench.toast(PLAN)]) await toast.waitFor({ state: 'detached' });
    assert.equal(shown().length, 3);
    assert.equal(journal.read(EARLIER).plan?.ledger?.length, 2);
  });

  it('shows itself where a file is opened while an incident is open; without its words while contents are hidden', async () => {
    await anHourLater();
    await workbench.palette('Debrief: Hide Contents');
    write('one.txt', '1');
    write('two.txt', '2');
    let opened = 0;
    const line = workbench.page.locator('.notification-list-item', { hasText: 'You have a plan for this. Contents are hidden.' });
    await until('the line', async () => {
      await workbench.palette('Go to File...');
      await workbench.quickInput.enter((opened += 1) % 2 === 0 ? 'one.txt' : 'two.txt');
      // Where another notification came within a second, the editor shows neither: they wait behind the bell.
      await line.waitFor({ timeout: 3_000 }).catch(() => workbench.palette('Notifications: Show Notifications'));
      return line.isVisible();
    });
    await line.getByRole('button', { name: 'Did It' }).click();
    const [, , entry] = await ledger(3);
    assert.deepEqual([entry?.did, entry?.event?.split(' ')[0], entry?.incident], ['acted', 'file', journal.read('Pool errors').id]);
    await workbench.palette('Debrief: Show Contents');
  });

  it('is typed from memory once more, with its words out of sight meanwhile', async () => {
    const dashboard = await dashboardOf(workbench);
    const plan = dashboard.section('Your plan');
    await dashboard.button('Type it… Your plan, typed from memory once more').click();
    await workbench.quickInput.title.filter({ hasText: '(1 of 2)' }).waitFor();
    await plan.getByText('It shows again once you have typed it from memory.').waitFor();
    await workbench.quickInput.enter('some revert');
    await workbench.quickInput.title.filter({ hasText: '(2 of 2)' }).waitFor();
    await workbench.quickInput.enter('ask what we know');
    await workbench.dialog.getByText('You typed: When I next see some revert, I will ask what we know.').waitFor();
    await workbench.dialog.getByRole('button', { name: 'Keep the Plan' }).click();
    await journal.saved(EARLIER, 'the rehearsal', (record) => record.plan?.rehearsed);
    await plan.getByText(WORDS).waitFor();
  });

  it('has its cues chosen where the plan is made, by keyboard, in every theme', async () => {
    const reflection = await openFromTree(workbench, 'Search lag');
    await reflection.shows('nextPlan');
    await reflection.choice('A new one takes its place').click();
    await reflection.tabTo('Have the editor show it at its moment');
    await workbench.page.keyboard.press('Enter');
    await reflection.tabTo('I declare an incident');
    await workbench.page.keyboard.press('Space');
    await reflection.tabTo('cue.branch');
    await workbench.page.keyboard.type('release/*');
    await reflection.tabTo('weekly');
    await workbench.page.keyboard.type('Mon');
    await reflection.page.getByLabel('At what time').waitFor();
    const expected: readonly Cue[] = [{ id: 'branch', pattern: 'release/*' }, { id: 'declared' }, { id: 'weekly', day: 1, time: '09:30' }];
    const { plan } = await journal.saved('Search lag', 'the cues', (record) => record.plan?.cues?.length === 3);
    assert.deepEqual(plan?.cues, expected);
    // Another day and, before the editor has answered, another time.
    await reflection.page.locator('#weekly').evaluate(async (day: PageField) => {
      day.value = '3';
      day.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise((drawn) => setTimeout(drawn));
      const time = day.parentElement.querySelector('input');
      time.value = '16:00';
      time.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await journal.saved('Search lag', 'both', (record) => record.plan?.cues?.some(({ day, time }) => day === 3 && time === '16:00'));
    for (const kind of Object.keys(themeKinds) as ThemeKind[]) {
      await workbench.setTheme(kind);
      assert.deepEqual(await workbench.axe(reflection.page), []);
    }
  });

  it('has promises beside it; one goes from not yet to landed by a commit, and is ticked in the list', async () => {
    const reflection = await openFromTree(workbench, 'Search lag');
    await reflection.button('Make a promise…').click();
    await workbench.quickInput.title.filter({ hasText: '(1 of 4)' }).waitFor();
    await reflection.tab('Facts').click();
    await reflection.shows('facts'); // the page goes on while the editor asks
    await reflection.tab('Next plan').click();
    await reflection.shows('nextPlan');
    const pageTook = await countFocusOfPages(workbench);
    await workbench.quickInput.enter('A page on the pool in docs/size.md');
    await pickByKeys(workbench, 'A line in a runbook');
    await pickByKeys(workbench, 'docs/size.md exists');
    await workbench.quickInput.title.filter({ hasText: '(4 of 4)' }).waitFor();
    assert.equal(await pageTook(), 0, 'the page behind takes the focus between no two questions, also while git is asked');
    await pickByKeys(workbench, 'In a week');
    await reflection.page.getByText('A page on the pool in docs/size.md').waitFor();
    const detail = (words: string) => workbench.quickInput.rows.filter({ hasText: 'A page on the pool' }).filter({ hasText: words });
    await workbench.palette('Debrief: Show Open Promises…');
    await detail('docs/size.md exists: Not yet.').waitFor();
    await workbench.quickInput.cancel();
    run('checkout', '--quiet', 'main');
    write('docs/size.md', 'The pool');
    run('commit', '--quiet', '--message', 'docs: say how large the pool is');
    await workbench.palette('Debrief: Show Open Promises…');
    await detail(`by ${run('rev-parse', '--short=8', 'HEAD')} docs: say how large the pool is.`).waitFor();
    await detail('A page').hover();
    await detail('A page').getByRole('button', { name: 'It was kept' }).click();
    await journal.saved('Search lag', 'the promise', ({ promises }) => promises?.[0]?.state === 'kept');
    await workbench.quickInput.row('No promise is open.').waitFor();
    await workbench.quickInput.input.click(); // the button that was clicked is gone, and with it, sometimes, the editor's focus
    await workbench.quickInput.press('Escape');
    await workbench.quickInput.widget.waitFor({ state: 'hidden' });
  });
});
