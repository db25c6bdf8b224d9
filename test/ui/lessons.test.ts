import assert from 'node:assert/strict';
import { until } from './harness/until';
import { anId, daysAgo, waiting, type JournalFiles } from './journalFiles';
import { pickByKeys } from './keys';
import { openFromTree } from './reflection';
import { openSample } from './sample';
import type { Workbench } from './workbench';

const TITLE = 'Queue that grew';

/** A reflection that stopped before its last screen. */
const nearlyDone = () => {
  const at = daysAgo(4);
  return waiting(TITLE, { services: ['checkout'], reflection: { path: 'short', started: at, screen: 'nextPlan', guess: { best: 'C1', costly: 'C5' } } });
};

describe('a lesson', () => {
  let workbench: Workbench;
  let journal: JournalFiles;

  before(async () => {
    ({ workbench, journal } = await openSample({ records: () => [nearlyDone()], settings: { 'leadDebrief.lessons.codeLens': true } }));
  });
  after(() => workbench?.close());

  const lens = () => workbench.page.locator('.codelens-decoration a', { hasText: `Part of ${TITLE}` });

  it('is written on the last screen, and tied to what it is about', async () => {
    const reflection = await openFromTree(workbench, TITLE);
    await reflection.shows('nextPlan');
    await reflection.next();
    await reflection.shows('summary');
    await reflection.field('A lesson to come back to').fill('Look at the queue first');
    await journal.saved(TITLE, 'the lesson', (record) => record.lesson?.text === 'Look at the queue first');
    await reflection.page.getByText('first you recall it, then you see it', { exact: false }).waitFor();
    await reflection.button('Say what it is about…').press('Enter');
    await workbench.quickInput.title.getByText('What Is the Lesson About?').waitFor();
    await workbench.page.keyboard.press('Enter');
    await journal.saved(TITLE, 'what was proposed', ({ lesson }) => lesson?.services?.[0] === 'checkout' && lesson.behaviours?.[0] === 'C5');
    await reflection.page.getByText('About checkout, Close the loop.', { exact: false }).waitFor();
  });

  it('says above a file that it is about that it is there, and not what it is; and not any more for that file', async () => {
    // A lesson of four days ago is due.
    journal.edit(TITLE, (record) => ({ ...record, reflection: { path: 'short', started: daysAgo(4), finished: daysAgo(4) }, lesson: { text: 'Look at the queue first', files: ['README.md'] } }));
    await workbench.palette('Go to File...');
    await workbench.quickInput.type('README.md');
    await pickByKeys(workbench, 'README.md');
    await lens().waitFor();
    assert.doesNotMatch((await lens().textContent()) ?? '', /queue first/);
    await lens().click();
    await workbench.quickInput.pick('Not for This File');
    await journal.saved(TITLE, 'no file', ({ lesson }) => lesson?.files === undefined);
    await until('no line', async () => (await lens().count()) === 0);
  });

  it('is recalled first, then shown, reworded and retired, with undo', async () => {
    await workbench.palette('Debrief: Recall a Lesson…');
    await workbench.quickInput.enter('The pool');
    await workbench.dialog.getByText('Look at the queue first').waitFor();
    await workbench.dialog.getByRole('button', { name: 'I Did Not' }).click();
    await workbench.quickInput.pick('Reword It…');
    await workbench.quickInput.enter('Ask how long the queue is');
    await journal.saved(TITLE, 'the new words', ({ lesson, reflection }) => lesson?.text === 'Ask how long the queue is' && lesson.seen?.[0]?.recalled === false && reflection?.revisions?.some(({ before }) => before === 'Look at the queue first') === true);

    journal.add(waiting('Another', { reflection: { path: 'short', started: daysAgo(4), finished: daysAgo(4) }, lesson: { text: 'Say it aloud' }, tags: [anId()] }));
    await until('another lesson', async () => {
      await workbench.palette('Debrief: Recall a Lesson…');
      await workbench.quickInput.enter('');
      await workbench.dialog.getByText('Say it aloud').waitFor({ timeout: 3_000 });
      return true;
    });
    await workbench.dialog.getByRole('button', { name: 'I Remembered It' }).click();
    await workbench.quickInput.pick('Retire It');
    await journal.saved('Another', 'that it was retired', ({ lesson }) => lesson?.retired !== undefined);
    await workbench.toast('The lesson of Another is retired.').getByRole('button', { name: 'Undo' }).click();
    await journal.saved('Another', 'that it was not', ({ lesson }) => lesson?.retired === undefined);
  });
});
