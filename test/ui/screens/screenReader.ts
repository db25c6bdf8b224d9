import assert from 'node:assert/strict';
import { remembers } from '../harness/memory';
import { until } from '../harness/until';
import { dashboardOf } from '../dashboard';
import { covered, holdsNone, showsNone } from '../hidden';
import type { JournalFiles } from '../journalFiles';
import { daysAgo, draft, sampleWindow, waiting, withPlan } from '../journalFiles';
import type { Group } from '../oneWindow';
import type { ReflectionPage, ScreenName } from '../reflection';
import { HistoryTree, openFromTree, QUESTIONS } from '../reflection';
import type { Workbench } from '../workbench';

/** What must be heard of each screen beside its question, as lines of the page's accessible tree. */
const heard: Record<Exclude<ScreenName, 'summary'>, string[]> = {
  lastPlan: ['group "Did its moment come?"', 'radio "It came, and I forgot"', 'blockquote: When I next see a graph that halves, I will wait for a third sample.'],
  facts: ['group "When"', 'textbox "From"', 'group "What I mostly did"', 'radio "Led"', 'radio "Shadow (I watched someone lead)"', 'combobox "Severity"', 'textbox "What could have been lost?"'],
  guess: ['combobox "Went best"', 'combobox "Cost most"'],
  evidence: ['group "Moments in order of time. Pick one."', 'radio "14:02 The incident began"', 'button "Add a moment by hand"'],
  ratings: ['group "Size up and declare"', 'textbox "What did you do or say that shows it?"', 'group "Who did something that you would miss, had they been away?"', 'radio "Priya Nair"'],
  nextPlan: ['group "What becomes of your last plan?"', 'radio "A new one takes its place"'],
};

export const screenReader: Group = (begin) => describe('what a screen reader hears', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  const title = 'Payment timeouts';

  before(async () => {
    ({ workbench, journal } = await begin((folder) => [
        withPlan('The outage before', 'a graph that halves', 'wait for a third sample', daysAgo(1)),
        draft(title, 'lastPlan', { window: sampleWindow(folder), reflection: { path: 'short', started: daysAgo(0), guess: { best: 'C1' } } }),
    ]));
  });

  it('the question of each screen gets the focus, forth and back, and each field has its name', async () => {
    const reflection = await openFromTree(workbench, title);
    const screens = Object.keys(heard) as (keyof typeof heard)[];
    for (const [index, screen] of screens.entries()) {
      if (index > 0) await workbench.page.keyboard.press('Control+Enter');
      await reflection.shows(screen);
      if (index > 0) await reflection.focusIsOn('question');
      await reflection.page.getByText('Reading git…').waitFor({ state: 'detached' });
      const tree = await reflection.page.locator('body').ariaSnapshot();
      for (const line of [`region "${QUESTIONS[screen]}"`, `heading "${QUESTIONS[screen]}" [level=1]`, 'status: Saved', 'navigation "Screens"', ...heard[screen]]) {
        assert.ok(tree.replaceAll("'", '').includes(line), `${screen} does not say ${line}:\n${tree}`);
      }
      assert.equal(await reflection.page.locator('[aria-current=step]').count(), 1);
    }
    await workbench.page.keyboard.press('Control+Shift+Enter');
    await reflection.shows('ratings');
    await reflection.focusIsOn('question');
  });

  it('Tab comes to every control in the order of reading, and leaves the page at its end', async () => {
    const reflection = await openFromTree(workbench, title);
    await reflection.tab('Facts').click();
    await reflection.shows('facts');
    const seen: string[] = [];
    const inPage = () => workbench.page.evaluate(() => (globalThis as unknown as { document: { activeElement: { tagName: string } } }).document.activeElement.tagName === 'IFRAME');
    await reflection.tab('Last plan').focus();
    for (let left = 60; left > 0 && (await inPage()); left -= 1) {
      const now = await reflection.focused();
      if (now !== seen.at(-1)) seen.push(now);
      await workbench.page.keyboard.press('Tab');
    }
    assert.equal(await inPage(), false, 'the page lets go');
    const order = ['start', 'end', 'role', 'kind', 'outcome', 'severity', 'stakes', 'Back', 'Skip this screen', 'Next'];
    assert.deepEqual(seen.filter((each) => order.includes(each)), order);
  });

  it('the state of the save is a status that changes once a word, a failure is an alert', async () => {
    const reflection = await openFromTree(workbench, title);
    await reflection.tab('Facts').click();
    await reflection.shows('facts');
    await noteWords(reflection);
    await reflection.field('What could have been lost?').pressSequentially('Trust.');
    await journal.saved(title, 'the text', ({ stakes }) => stakes === 'Trust.');
    await reflection.page.locator('.saved:not(.pending)').filter({ hasText: /^Saved$/ }).waitFor();
    const said = await words(reflection);
    const times = (word: string): number => said.filter((each) => each === word).length;
    assert.equal(times('Saved'), times('Saving…'), 'the same word is not said again with each key; a save that takes over a second says so');
    const { window } = journal.read(title);
    journal.edit(title, (record) => ({ ...record, window: 'broken' as unknown as typeof window }));
    await reflection.field('What could have been lost?').pressSequentially(' And sleep.');
    await reflection.alert.getByText('Your text is still here.').waitFor();
    journal.edit(title, (record) => ({ ...record, window }));
    await reflection.says('Saved');
    assert.deepEqual((await words(reflection)).slice(said.length).filter((word) => word !== 'Saving…'), ['Not saved', 'Saved']);
  });

  it('the dashboard: headings, strips in words, a table for who wants one', async () => {
    const rating = (at: string) => ({ id: 'r1', at, behaviour: 'C1', table: 1, anchor: 3 as const });
    for (const days of [5, 6, 7, 8, 9, 10]) {
      const { plan, ...finished } = withPlan(`Rated ${days}`, 'a', 'b', daysAgo(days));
      assert.ok(plan);
      journal.add({ ...finished, reflection: { ...(finished.reflection as NonNullable<typeof finished.reflection>), ratings: [rating(daysAgo(days))] } });
    }
    const { page } = await dashboardOf(workbench);
    await page.getByRole('img', { name: '6 occasions, oldest first: 3, 3, 3, 3, 3, 3' }).waitFor();
    const tree = await page.locator('body').ariaSnapshot();
    for (const line of ['heading "Growth" [level=1]', 'heading "Next" [level=2]', 'heading "Your plan" [level=2]', 'heading "Behaviours" [level=2]', 'figure "Size up and declare"', 'group "Which incidents"', 'button "Show as table"']) {
      assert.ok(tree.includes(line), `it does not say ${line}:\n${tree}`);
    }
  });

  it('while contents are hidden nobody sees, hears or finds them, in any place and after a reload; what is being typed stays', async () => {
    const running = 'Runs right now';
    const words = [title, 'The outage before', running, 'a graph that halves', 'Half a sen', 'Size up and declare', 'Rated 5'];
    journal.add(waiting(running, { window: { start: daysAgo(0.01) } }));
    const clock = workbench.page.locator('.statusbar-item', { hasText: /min/ });
    await clock.filter({ hasText: running }).waitFor();
    await openFromTree(workbench, title);
    await openFromTree(workbench, 'Rated 5');
    await until('the editor to remember both tabs', () => remembers(workbench.page, 'Rated 5'));
    const reflection = await openFromTree(workbench, title);
    await reflection.tab('Facts').click();
    await reflection.field('What could have been lost?').fill('Half a sen');
    const { page: board } = await dashboardOf(workbench);
    const pages = [reflection.page, board];

    await workbench.palette('Debrief: Hide Contents');
    await covered(pages, true);
    await showsNone(workbench, pages, words);
    await until('only bars in the history', async () => (await new HistoryTree(workbench).labels()).every((label) => /^▅+$/.test(label)));
    await clock.filter({ hasText: /^\s*\d+ min$/ }).waitFor();
    assert.deepEqual(await workbench.page.locator('.editor-group-container .tab .label-name').allTextContents(), ['Reflection', 'Reflection']);

    await journal.saved(title, 'what was typed', ({ stakes }) => stakes === 'Half a sen'); // a reload within half a second of a key could lose it
    await workbench.reload(); // at once: the editor remembers the tabs as they were before
    await workbench.showSidebar();
    await covered(pages, true);
    await showsNone(workbench, pages, words);
    await holdsNone(pages, words);

    await reflection.page.getByRole('button', { name: 'Show Contents' }).click();
    await covered(pages, false);
    await openFromTree(workbench, title);
    assert.equal(await reflection.field('What could have been lost?').inputValue(), 'Half a sen');
    await new HistoryTree(workbench).row(title).waitFor();
    await clock.filter({ hasText: running }).waitFor();
  });

});

interface Noted {
  words?: string[];
}
declare const document: { querySelector(selector: string): { readonly textContent: string } };
declare const MutationObserver: new (callback: () => void) => { observe(target: unknown, options: object): void };

/** Notes each word that the live region comes to say from now on. */
function noteWords(reflection: ReflectionPage): Promise<void> {
  return reflection.page.locator(':root').evaluate(() => {
    const noted = globalThis as unknown as Noted;
    const status = document.querySelector('header [role=status]');
    noted.words = [];
    new MutationObserver(() => noted.words?.push(status.textContent)).observe(status, { characterData: true, childList: true, subtree: true });
  });
}

async function words(reflection: ReflectionPage): Promise<string[]> {
  const all = await reflection.page.locator(':root').evaluate(() => (globalThis as unknown as Noted).words ?? []);
  return all.filter((word, index) => word !== all[index - 1]);
}
