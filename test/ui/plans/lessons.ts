import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until';
import { anId, daysAgo, put, waiting, type JournalFiles } from '../journalFiles';
import { countFocusOfPages } from '../keys';
import type { Group } from '../oneWindow';
import { HistoryTree, openFromTree, ReflectionPage } from '../reflection';
import type { Workbench } from '../workbench';

const TITLE = 'Queue that grew';

/** A reflection that stopped before its last screen. */
const nearlyDone = () => {
  const at = daysAgo(4);
  return waiting(TITLE, { services: ['checkout'], reflection: { path: 'short', started: at, screen: 'nextPlan', guess: { best: 'C1', costly: 'C5' } } });
};

export const lessons: Group = (begin) => describe('a lesson', () => {
  let workbench: Workbench;
  let journal: JournalFiles;

  before(async () => {
    ({ workbench, journal } = await begin(() => [nearlyDone()]));
    put(path.join(journal.folder, 'debrief-people.json'), JSON.stringify({ format: 1, people: [{ id: 'p-ana', name: 'Ana Oliveira', alias: 'Otter' }] }));
  });

  async function recall(typed: string): Promise<void> {
    await workbench.palette('Debrief: Recall a Lesson…');
    await workbench.quickInput.title.filter({ hasText: 'Recall a Lesson' }).waitFor();
    await workbench.quickInput.enter(typed);
  }

  const lens = () => workbench.page.locator('.codelens-decoration a', { hasText: `Part of ${TITLE}` });

  it('is written on the last screen, and tied to what it is about', async () => {
    const reflection = await openFromTree(workbench, TITLE);
    await reflection.shows('nextPlan');
    await reflection.next();
    await reflection.shows('summary');
    await reflection.field('A lesson to come back to').fill('Look at the queue first');
    await reflection.page.getByRole('button', { name: 'Say what it is about…', disabled: false }).press('Enter'); // before the text is saved
    await workbench.quickInput.title.getByText('What Is the Lesson About?').waitFor();
    await workbench.quickInput.press('Enter');
    await journal.saved(TITLE, 'the lesson', (record) => record.lesson?.text === 'Look at the queue first');
    await reflection.page.getByText('first you recall it, then you see it', { exact: false }).waitFor();
    await journal.saved(TITLE, 'what was proposed', ({ lesson }) => lesson?.services?.[0] === 'checkout' && lesson.behaviours?.[0] === 'C5');
    await reflection.page.getByText('About checkout, Close the loop.', { exact: false }).waitFor();
  });

  it('says above a file that it is about that it is there, and not what it is; and not any more for that file', async () => {
    await workbench.palette('Go to File...');
    const pageTook = await countFocusOfPages(workbench);
    // A lesson of four days ago is due.
    journal.edit(TITLE, (record) => ({ ...record, reflection: { path: 'short', started: daysAgo(4), finished: daysAgo(4) }, lesson: { text: 'Look at the queue first', files: ['README.md'] } }));
    await new ReflectionPage(workbench).shows('facts');
    assert.equal(await pageTook(), 0, 'a page that goes to another screen by itself takes the focus from nobody');
    // The editor draws the rows anew while it looks for files: a key is lost then.
    await until('the file to open', async () => {
      await workbench.palette('Go to File...');
      await workbench.quickInput.enter('README.md');
      await workbench.page.locator('.tab.active', { hasText: 'README.md' }).waitFor({ timeout: 3_000 });
      return true;
    });
    await lens().waitFor();
    assert.doesNotMatch((await lens().textContent()) ?? '', /queue first/);
    await until('what can be done about it', async () => {
      await lens().click(); // drawn anew with each change of the journal
      await workbench.quickInput.row('Not for This File').waitFor({ timeout: 5_000 });
      return true;
    });
    await workbench.quickInput.pick('Not for This File');
    await journal.saved(TITLE, 'no file', ({ lesson }) => lesson?.files === undefined);
    await until('no line', async () => (await lens().count()) === 0);
  });

  it('is recalled first, then shown, reworded and retired, with undo', async () => {
    await recall('The pool');
    await workbench.dialog.getByText('Look at the queue first').waitFor();
    await workbench.dialog.getByRole('button', { name: 'I Did Not' }).click();
    await workbench.quickInput.pick('Reword It…');
    await workbench.quickInput.title.filter({ hasText: 'Reword the Lesson' }).waitFor();
    await workbench.quickInput.enter('Ask how long the queue is');
    await journal.saved(TITLE, 'the new words', ({ lesson, reflection }) => lesson?.text === 'Ask how long the queue is' && lesson.seen?.[0]?.recalled === false && reflection?.revisions?.some(({ before }) => before === 'Look at the queue first') === true);

    journal.add(waiting('Another', { reflection: { path: 'short', started: daysAgo(4), finished: daysAgo(4) }, lesson: { text: 'Say it aloud' }, tags: [anId()] }));
    await new HistoryTree(workbench).row('Another').waitFor();
    await recall('');
    await workbench.dialog.getByText('Say it aloud').waitFor();
    await workbench.dialog.getByRole('button', { name: 'I Remembered It' }).click();
    await workbench.quickInput.pick('Retire It');
    await journal.saved('Another', 'that it was retired', ({ lesson }) => lesson?.retired !== undefined);
    await workbench.toast('The lesson of Another is retired.').getByRole('button', { name: 'Undo' }).click();
    await journal.saved('Another', 'that it was not', ({ lesson }) => lesson?.retired === undefined);
  });

  it('goes into the incident’s document by keys alone, with what else was ticked, after it was seen there; nothing is saved, and Undo takes it back', async () => {
    const title = 'Queue in a document';
    const file = path.join(journal.workspace, 'docs', 'queue.md');
    const paper = '# Queue in a document\n\n## Lessons learned\n\n- Nobody knew the limit\n\n## Action items\n\n- Raise it\n';
    put(file, paper);
    journal.add(waiting(title, {
      claims: [{ id: 'claim00001', source: 'document', ref: 'payments/docs/queue.md', seen: daysAgo(3) }],
      reflection: { path: 'short', started: daysAgo(3), finished: daysAgo(3) },
      lesson: { text: 'Say how long the queue is' },
      plan: { id: anId(), cue: 'the queue grows', act: 'ask for its length', made: daysAgo(3) },
      promises: [{ id: anId(), text: 'Show Ana Oliveira the graph', state: 'open' }],
    }));
    await workbench.showSidebar();
    await new HistoryTree(workbench).row(title).waitFor();
    await workbench.palette('Debrief: Insert My Lessons…');
    const { quickInput, page } = workbench;
    const words = (text: string) => page.locator('.editor-group-container .view-line', { hasText: text });
    await quickInput.pick(title);
    await quickInput.row('Promise').getByText('Show Otter the graph').waitFor();
    const chosen = quickInput.row('Promise').and(page.locator('.focused'));
    await until('the promise to be chosen', async () => {
      if (await chosen.isVisible()) return true;
      await quickInput.press('ArrowDown');
      return false;
    });
    await quickInput.press('Space');
    await until('three ticks', async () => (await quickInput.widget.locator('.monaco-list-row[aria-checked="true"]').count()) === 3);
    await quickInput.press('Enter');
    await quickInput.row('Insert').waitFor();
    await page.locator('.tab.active', { hasText: 'queue.md: with your lessons' }).waitFor();
    await words('Show Otter the graph').waitFor();
    await quickInput.press('Enter');
    await page.locator('.tab.active.dirty', { hasText: /^queue\.md$/ }).waitFor();
    assert.equal(readFileSync(file, 'utf8'), paper);
    const inserted = '- **Lesson:** Say how long the queue is\n- **Plan:** When I next see the queue grows, I will ask for its length.\n- **Promise:** Show Otter the graph\n';
    for (const [key, text] of [['Control+s', paper.replace('limit\n', `limit\n${inserted}`)], ['Control+z', paper]] as const) {
      if (key !== 'Control+s') await page.keyboard.press(key);
      await until('the document', async () => {
        await page.keyboard.press('Control+s'); // lost until the document has the focus
        return readFileSync(file, 'utf8') === text;
      });
    }
  });
});
