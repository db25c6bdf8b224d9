import assert from 'node:assert/strict';
import { until } from '../harness/until';
import { layoutFindings, setPanelWidth } from '../layout';
import type { JournalFiles } from '../journalFiles';
import { anId, daysAgo, draft, sampleTime, sampleWindow } from '../journalFiles';
import type { Group } from '../oneWindow';
import { putPeople } from '../record';
import { openFromTree, type ReflectionPage } from '../reflection';
import type { Workbench } from '../workbench';

const TITLE = 'Payments & mail, #412';
const MEI = { id: 'p-mei', name: 'Mei Lin', alias: 'Heron', mails: ['mei@example.org'] };

/** Listens from now on for the address that the editor passes on to the person's mail program: the browser is asked to go there. */
async function mailOpened({ page }: Workbench): Promise<() => string | undefined> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  const asked: string[] = [];
  session.on('Page.frameRequestedNavigation', ({ url }) => asked.push(url));
  return () => asked.find((url) => url.startsWith('mailto:'));
}

export const deepPath: Group = (begin) => describe('the deep path, by keyboard alone', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  let reflection: ReflectionPage;

  before(async () => {
    ({ workbench, journal } = await begin((folder) => [
      draft(TITLE, 'facts', {
        window: sampleWindow(folder), role: 'commander', outcome: 'clean',
        foresight: [{ id: anId(), at: sampleTime(folder, '14:20'), belief: 'The pool is too small', next: 'It heals when we raise it', judged: 'no' }],
        reflection: { path: 'short', started: daysAgo(0), guess: { best: 'C1', costly: 'C5' } },
      }),
    ]));
    putPeople(journal, [MEI]);
    reflection = await openFromTree(workbench, TITLE);
  });

  const press = (key: string): Promise<void> => workbench.page.keyboard.press(key);
  const write = (text: string): Promise<void> => workbench.page.keyboard.type(text);
  const shows = (heading: string): Promise<void> => reflection.page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();

  /** To the next section, whose heading has the focus then. */
  async function next(heading: string): Promise<void> {
    await press('Control+Enter');
    await shows(heading);
    await until('the heading to have the focus', async () => (await reflection.focused()) === 'question');
  }

  async function answer(field: string, text: string): Promise<void> {
    await reflection.tabTo(field);
    await write(text);
  }

  it('opens from the first screen as a list of nine sections with their minutes', async () => {
    await reflection.page.getByText('Does this one deserve more?').waitFor();
    await reflection.page.locator('#question').focus();
    await reflection.tabTo('Go deeper');
    await press('Enter');
    await shows('Look further');
    await reflection.focusIsOn('question'); // a page of its own: keys go to it from now on
    assert.deepEqual(await reflection.page.locator('.section-list .small').allTextContents(), [6, 4, 4, 2, 4, 4, 2, 3, 1].map((minutes) => `about ${minutes} min`));
  });

  it('A to C: a decision with what was known by then, a person by alias with marks, and an explanation', async () => {
    await next('What did you know, and what not?');
    const note = reflection.page.locator('.picks label', { hasText: 'Your note' }).locator('input');
    await note.focus();
    await press('Space');
    await reflection.page.getByRole('heading', { name: 'What was known by then' }).waitFor(); // the words above the moments say it too
    assert.ok((await reflection.page.locator('.known').innerText()).includes('The pool is too small'));
    const id = (await journal.saved(TITLE, 'the decision', ({ evidence }) => evidence?.[0]?.decision)).evidence?.[0]?.id ?? '';
    await reflection.page.locator('#question').focus();
    await answer(`answer.knew.${id}`, 'One red graph.');
    await next('Who carried, corrected, connected, calmed, learned?');
    await answer('somebody', 'Heron');
    await press('Enter');
    const mei = reflection.page.getByRole('group', { name: 'Mei Lin' });
    await mei.getByLabel('Calmed').focus();
    await press('Space');
    await mei.getByLabel('I used them again and again').focus();
    await press('Space');
    await reflection.page.getByText('Whom have you not thanked? Mei Lin').waitFor();
    await next('What else could explain it?');
    await answer('answer.nearly', 'I should have asked for the queue.');
    await reflection.page.getByText('“I should have”: what made that choice sensible then?').waitFor();
    const { people, reflection: record } = await journal.saved(TITLE, 'the answers', ({ reflection: saved }) => saved?.answers?.['nearly']);
    assert.deepEqual([people?.map(({ person, marks, again }) => [person, marks, again]), record?.answers?.[`knew.${id}`]], [[['p-mei', ['calmed'], true]], 'One red graph.']);
  });

  it('D to F: a surprise, a card for a conversation, a rating', async () => {
    await next('What surprised you, and where were you lucky?');
    await answer('answer.luck', 'Somebody was awake.');
    await next('Whose idea could it become?');
    await reflection.tabTo('coached');
    await write('Mei');
    await until('somebody to be chosen', async () => (await reflection.page.locator('[id="answer.want"]').count()) === 1);
    await answer('answer.want', 'To own the alerts.');
    await reflection.tabTo('Open the card for the conversation');
    await press('Enter');
    await shows('A conversation with Mei Lin');
    await answer('answer.said.goal', 'Fewer calls at night.');
    await press('Control+Enter');
    await shows('Whose idea could it become?');
    await next('Every behaviour that had an occasion');
    await answer('evidence.C1', 'Said it at the second alert.');
    await reflection.tabTo('scale-C1');
    await press('4');
    await journal.saved(TITLE, 'the rating', ({ reflection: saved }) => saved?.ratings?.[0]?.anchor === 4);
    await reflection.page.getByText('Size up and declare. Rated after it: 4.').waitFor();
    await reflection.page.locator('#question').focus();
    await answer('answer.added', 'That support had asked before.');
  });

  it('G to I: a request that is copied, its answer beside the own rating, what comes next, a sentence; then all nine are answered', async () => {
    await next('Ask one person about one thing');
    await reflection.tabTo('whom');
    await write('Mei');
    await reflection.tabTo('about');
    await write('Size');
    await reflection.page.getByText('What did you see me do or say?').waitFor();
    await reflection.tabTo('Open it in my mail program');
    const mail = await mailOpened(workbench);
    await press('Enter');
    const [to, fields = ''] = (await until('the mail', mail)).slice('mailto:'.length).split('?');
    const { subject, body = '' } = Object.fromEntries(fields.split('&').map((field) => field.split('=').map(decodeURIComponent))) as Readonly<Record<string, string>>;
    assert.deepEqual([decodeURIComponent(to ?? ''), subject, body.split('\r\n').length], [MEI.mails[0], TITLE, 2]);
    await reflection.page.getByText('Your own: 4,').waitFor();
    const view = (await journal.saved(TITLE, 'the request', ({ outside }) => outside?.[0]?.asked)).outside?.[0]?.id ?? '';
    await reflection.page.locator('#question').focus();
    await answer(`outside.${view}`, 'You were early.');
    await next('What could stop the plan, and where next?');
    await answer('answer.nextSituation', 'The next failover');
    await reflection.button('Make it what I seek next').waitFor(); // it is there once the situation was saved
    await reflection.tabTo('Make it what I seek next');
    await press('Enter');
    await reflection.page.getByText('To seek next: The next failover').waitFor();
    await next('One sentence to a colleague, had it been theirs');
    await answer('answer.sentence', 'You asked early.');
    await next('Look further');
    await reflection.page.getByText('9 of 9 answered').waitFor();
    const { reflection: saved } = await journal.saved(TITLE, 'the sentence', (record) => record.reflection?.answers?.['sentence']);
    assert.deepEqual([saved?.path, saved?.section, saved?.skipped], ['deep', 'list', undefined]);
  });

  const SECTIONS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'];

  async function open(section: string): Promise<void> {
    await reflection.page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: new RegExp(`^${section}`) }).click();
    await until(`section ${section}`, async () => (await reflection.page.locator('.sections [aria-current] .no').textContent())?.startsWith(section));
  }

  it('nothing that axe finds wrong in four themes: each section in two of them', async () => {
    const found: string[] = [];
    for (const [index, theme] of (['dark', 'hc', 'light', 'hc-light'] as const).entries()) {
      await workbench.setTheme(theme);
      for (const section of SECTIONS.filter((_, at) => at % 2 === index % 2)) {
        await open(section);
        found.push(...(await workbench.axe(reflection.page)).map((line) => `${theme}, ${section}: ${line}`));
      }
    }
    assert.deepEqual(found, []);
  });

  it('480, 720 and 1600 px: no sideways scroll, nothing covered or cut off, the focus shows', async () => {
    const found: string[] = [];
    for (const width of [480, 720, 1600]) {
      await setPanelWidth(workbench, width, 900);
      for (const section of SECTIONS) {
        await open(section);
        found.push(...(await layoutFindings(workbench, reflection.page)).map((line) => `${width} px, ${section}: ${line}`));
      }
    }
    assert.deepEqual(found, []);
  });
});
