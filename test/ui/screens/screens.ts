import assert from 'node:assert/strict';
import { until } from '../harness/until';
import type { JournalFiles } from '../journalFiles';
import { anId, daysAgo, draft, withPlan } from '../journalFiles';
import type { Group } from '../oneWindow';
import type { ReflectionPage, ScreenName } from '../reflection';
import { openFromTree } from '../reflection';
import type { Workbench } from '../workbench';

export const screens: Group = (begin) => describe('the screens', () => {
  let workbench: Workbench;
  let journal: JournalFiles;

  before(async () => {
    ({ workbench, journal } = await begin());
  });

  /** A reflection that stands at a screen. It began so many days ago: a plan that was made later is none that it asks about. */
  async function at(screen: ScreenName, title: string, began: number): Promise<ReflectionPage> {
    journal.add(draft(title, screen, { reflection: { path: 'short', started: daysAgo(began) } }));
    const reflection = await openFromTree(workbench, title);
    await reflection.shows(screen);
    return reflection;
  }

  describe('skip, back and tabs', () => {
    it('every screen can be skipped, and the end can be reached without an answer', async () => {
      const title = 'Skipped';
      const reflection = await at('facts', title, 20);
      for (const screen of ['guess', 'evidence', 'ratings', 'nextPlan', 'summary'] as const) {
        await reflection.button('Skip this screen').click();
        await reflection.shows(screen);
      }
      await reflection.page.getByText('You made no plan this time.').waitFor();
      const { reflection: record, ...rest } = await journal.saved(title, 'the end', (saved) => saved.reflection?.finished);
      assert.deepEqual(record?.skipped, ['facts', 'guess', 'evidence', 'ratings', 'nextPlan']);
      assert.deepEqual([record?.ratings, record?.answers, rest.plan, rest.people], [undefined, undefined, undefined, undefined]);
    });

    it('the tab of the evidence is closed before the guess, by mouse and by key, and open behind it', async () => {
      const reflection = await at('facts', 'Guess first', 20);
      const tab = reflection.tab('Evidence');
      assert.equal(await tab.getAttribute('aria-disabled'), 'true');
      await tab.click({ force: true });
      await tab.press('Enter');
      await reflection.tab('Ratings').click(); // any other may be opened
      await reflection.shows('ratings');
      await reflection.tab('Guess').click();
      await reflection.shows('guess');
      assert.equal(journal.read('Guess first').reflection?.evidenceOpened, undefined);
      await reflection.field('Cost most').selectOption('Close the loop');
      await until('the tab to open', async () => (await tab.getAttribute('aria-disabled')) !== 'true');
      await tab.click();
      await reflection.shows('evidence');
    });

    it('a guess is read-only once the evidence was seen; Change marks it', async () => {
      const title = 'Guess again';
      const reflection = await at('guess', title, 20);
      await reflection.field('Cost most').selectOption('Close the loop');
      await reflection.next();
      await reflection.shows('evidence');
      await reflection.button('Back').click();
      await reflection.shows('guess');
      await reflection.page.getByText('As you guessed it before you saw the evidence.').waitFor();
      assert.equal(await reflection.page.locator('select').count(), 0);
      await reflection.button('Change').click();
      await reflection.field('Cost most').selectOption('Hold the lead role');
      const { reflection: record } = await journal.saved(title, 'the other guess', (saved) => saved.reflection?.guess?.costly === 'C2');
      assert.equal(record?.guess?.changedAfterEvidence, true);
    });

    it('Back keeps what was typed', async () => {
      const title = 'Back again';
      const reflection = await at('facts', title, 20);
      await reflection.field('What could have been lost?').fill('Money.');
      await reflection.tab('Ratings').click();
      await reflection.shows('ratings');
      await reflection.page.getByLabel('Which behaviour do you want to look at?').selectOption('Keep the picture open');
      await reflection.page.getByLabel('What did you do or say that shows it?').fill('Asked once more.');
      await reflection.button('Back').click();
      await reflection.shows('guess'); // the evidence is still closed
      await reflection.button('Back').click();
      await reflection.shows('facts');
      assert.equal(await reflection.field('What could have been lost?').inputValue(), 'Money.');
      const { reflection: record, stakes } = journal.read(title);
      assert.deepEqual([stakes, record?.ratings?.map((rating) => rating.evidence)], ['Money.', ['Asked once more.']]);
    });
  });

  describe('the next plan', () => {
    it('turns a cue without a moment and an aim back once, with the reason; Keep it as it is keeps one', async () => {
      const title = 'Turned back';
      const reflection = await at('nextPlan', title, 20);
      await reflection.field('When I next see').fill('in future');
      await reflection.field('I will').fill('be more careful');
      await reflection.next();
      await reflection.page.getByText('“in future” has no moment that you could notice. What will you see, hear or read just before?').waitFor();
      await reflection.page.getByText('“be more careful” is an aim. What would a camera see you do?').waitFor();
      await reflection.focusIsOn('plan.cue');
      assert.equal(await reflection.field('When I next see').getAttribute('aria-invalid'), 'true');
      await reflection.button('Keep it as it is').first().click();
      await until('one reason to be left', async () => (await reflection.button('Keep it as it is').count()) === 1);
      await reflection.focusIsOn('plan.act');
      await reflection.field('I will').fill('name a stand-in');
      await reflection.next();
      await reflection.page.getByText('Type it once from memory').waitFor();
      const { plan } = await journal.saved(title, 'the plan', (saved) => saved.plan?.made);
      assert.deepEqual([plan?.cue, plan?.act, plan?.keptAsIs], ['in future', 'name a stand-in', ['cue']]);
    });

    it('does not turn the same words back twice', async () => {
      const title = 'Turned back twice';
      const reflection = await at('nextPlan', title, 20);
      await reflection.field('When I next see').fill('two alerts at once');
      await reflection.field('I will').fill('not panic');
      await reflection.next();
      await reflection.page.getByText('What will you do instead?').waitFor();
      await reflection.next();
      await reflection.page.getByText('Type it once from memory').waitFor();
      const { plan } = await journal.saved(title, 'the plan', (saved) => saved.plan?.made);
      assert.deepEqual([plan?.act, plan?.keptAsIs], ['not panic', ['act']]);
    });

    for (const { answer, cue } of [{ answer: 'Keep it', cue: 'a graph that halves' }, { answer: 'Take the new words', cue: 'the first quiet minute' }]) {
      it(`compares what was typed from memory kindly: ${answer}`, async () => {
        const title = `Recalled: ${answer}`;
        const reflection = await at('nextPlan', title, 20);
        await reflection.field('When I next see').fill('a graph that halves');
        await reflection.field('I will').fill('wait for a third sample');
        await reflection.next();
        await reflection.page.getByText('Type it once from memory').waitFor();
        await reflection.field('When I next see').fill('the first quiet minute');
        await reflection.field('I will').fill('wait for the third sample');
        await reflection.next();
        await reflection.page.getByText('The plan says “When I next see a graph that halves, I will wait for a third sample.”').waitFor();
        assert.equal(journal.read(title).reflection?.finished, undefined);
        await reflection.button(answer).click();
        await reflection.shows('summary');
        const { plan } = await journal.saved(title, 'the end', (saved) => saved.reflection?.finished);
        assert.equal(plan?.cue, cue);
      });
    }

    it('can be changed again before the end', async () => {
      const title = 'Changed again';
      const reflection = await at('nextPlan', title, 20);
      await reflection.field('When I next see').fill('a graph that halves');
      await reflection.field('I will').fill('wait for a third sample');
      await reflection.next();
      await reflection.button('Change the plan').click();
      await reflection.page.getByText('Choose a moment that you can see or hear').waitFor();
      await reflection.page.getByText('An act, not an aim').waitFor();
      assert.equal(await reflection.field('When I next see').inputValue(), 'a graph that halves');
      await journal.saved(title, 'no plan any more', (saved) => saved.plan?.cue !== undefined && saved.plan.made === undefined);
    });

    it('asks what becomes of the plan that is open; a new one closes it', async () => {
      const [before, title] = ['The one with a plan', 'Another plan'];
      journal.add(withPlan(before, 'a long silence', 'ask who is looking', daysAgo(10)));
      const reflection = await at('nextPlan', title, 9.9);
      await reflection.page.getByText('When I next see a long silence, I will ask who is looking.').waitFor();
      assert.equal(await reflection.count(), '6 of 6');
      assert.equal(await reflection.field('I will').count(), 0, 'a new plan is not asked for before the choice');
      await reflection.choice('A new one takes its place').click();
      await reflection.field('When I next see').fill('a second alert');
      await reflection.field('I will').fill('say who leads');
      await reflection.next();
      await reflection.page.getByText('Type it once from memory').waitFor();
      assert.equal((await journal.saved(title, 'the plan', (saved) => saved.plan?.made)).plan?.cue, 'a second alert');
      await reflection.next();
      await reflection.shows('summary');
      const { plan } = await journal.saved(before, 'the end of the plan', (saved) => saved.plan?.closed);
      assert.equal(plan?.cue, 'a long silence', 'it stays in the journal');
    });
  });

  describe('a finished reflection', () => {
    const focusOnHeading = (reflection: ReflectionPage) => reflection.focusIsOn('question');

    /** One that was finished before every other plan here was made. */
    async function letter(title: string): Promise<ReflectionPage> {
      const { plan, ...record } = withPlan(title, 'a graph that halves', 'wait for a third sample', daysAgo(60));
      const rating = { id: anId(), at: daysAgo(60), behaviour: 'C1', table: 1, anchor: 4 as const, evidence: 'Said it at the <b>second</b> alert.' };
      const reflection = { path: 'short' as const, started: daysAgo(60), finished: daysAgo(60), screen: 'summary', guess: { best: 'C1' }, ratings: [rating], answers: { moment: 'The queue.\nIt rose.' } };
      journal.add({ ...record, ...(plan && { plan: { ...plan, closed: daysAgo(59) } }), stakes: 'Orders.', reflection });
      return openFromTree(workbench, title);
    }

    it('opens to be read, and F2 edits it: what it said before is behind a line', async () => {
      const title = 'Read first';
      const reflection = await letter(title);
      const { page } = reflection;
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      for (const words of ['4: Declared on a stated threshold', 'Said it at the <b>second</b> alert.', 'When I next see a graph that halves, I will wait for a third sample.']) await page.getByText(words).waitFor();
      assert.equal(await page.locator('input, textarea, select, b').count(), 0);
      await focusOnHeading(reflection);

      await workbench.page.keyboard.press('F2');
      await reflection.shows('facts');
      await focusOnHeading(reflection);
      await reflection.field('What could have been lost?').fill('Orders and trust.');
      await workbench.page.keyboard.press('F2'); // also from inside a text field
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await focusOnHeading(reflection);
      const change = page.getByRole('group').filter({ hasText: 'what it said before' });
      assert.equal(await change.getByText('Orders.', { exact: true }).isVisible(), false);
      await change.locator('summary').focus();
      await workbench.page.keyboard.press('Enter');
      await change.getByText('Orders.', { exact: true }).waitFor();
      assert.deepEqual(await workbench.axe(page), []);

      await page.getByRole('button', { name: 'Edit' }).click();
      await reflection.shows('facts');
      await reflection.button('Read').click();
      await page.getByRole('button', { name: 'Edit' }).waitFor();
      // In a list keys are the list's own.
      await workbench.page.locator('.part.sidebar .customview-tree .monaco-list').focus();
      for (const key of ['Control+Enter', 'F2']) await workbench.page.keyboard.press(key);
      await page.getByRole('heading', { level: 1, name: title }).focus();
      await workbench.page.keyboard.press('F2'); // would go back to the letter if the first had left it
      await reflection.shows('facts');
    });
  });
});
