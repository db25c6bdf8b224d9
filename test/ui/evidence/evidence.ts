import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { Incident } from '../../../src/core/journal/schema';
import { freshFolder } from '../harness/folders';
import { until } from '../harness/until';
import { daysAgo, draft, JournalFiles, sampleTime, sampleWindow } from '../journalFiles';
import type { Group } from '../oneWindow';
import type { ReflectionPage } from '../reflection';
import { openFromTree } from '../reflection';
import { makeRepositories, window as severalWindow } from '../repositories';
import type { Workbench } from '../workbench';

const HALVED = 'payments: halve the connection pool (#412)';
const FIX = 'gateway: fix the retry storm, cap at 2 with jitter (#414)';

export const evidence: Group = (begin) => describe('the evidence', () => {
  let workbench: Workbench;
  let journal: JournalFiles;

  before(async () => {
    ({ workbench, journal } = await begin());
  });

  async function at(title: string, files = journal, window = workbench, more: Partial<Incident> = {}): Promise<ReflectionPage> {
    files.add(draft(title, 'evidence', { window: sampleWindow(journal.workspace), ...more, reflection: { path: 'short', started: daysAgo(0), guess: { best: 'C1' } } }));
    const reflection = await openFromTree(window, title);
    await reflection.page.getByText('Reading git…').waitFor({ state: 'detached' });
    return reflection;
  }

  const row = (reflection: ReflectionPage, title: string) => reflection.page.locator('.timeline > li').filter({ has: reflection.page.getByText(title, { exact: true }) });
  function hash(subject: string): string {
    const log = execFileSync('git', ['log', '--all', '--abbrev=7', '--format=%h %s'], { cwd: journal.workspace, encoding: 'utf8' }).split('\n');
    return log.find((line) => line.slice(8) === subject)?.slice(0, 7) ?? assert.fail(`no commit says ${subject}`);
  }

  it('shows the turning points first, and all on request', async () => {
    const reflection = await at('Turning points');
    await reflection.page.getByText('10 turning points of 15 events, 4 people').waitFor();
    const rows = reflection.page.locator('.timeline > li');
    const points = (await rows.locator('time').allTextContents()).join(' ');
    assert.equal(points, '12:38 13:41 13:50 14:02 14:31 14:39 14:47 14:52 15:37 16:40');
    assert.match((await row(reflection, 'The incident began').textContent()) ?? '', /14:02/);
    await reflection.button('Show all 15').click();
    await until('all of them', async () => (await rows.count()) === 15);
    await row(reflection, 'payments: raise pool wait to 2 s').waitFor();
    await row(reflection, 'runbook: how to cap gateway retries (#415)').waitFor();
    await reflection.button('Show turning points only').click();
    await until('the turning points', async () => (await rows.count()) === 10);
  });

  it('names the target of a revert, and up to three candidates for the first fix', async () => {
    const reflection = await at('Reverts');
    await row(reflection, 'Revert "payments: raise pool wait to 2 s"').getByText(`undoes ${hash('payments: raise pool wait to 2 s')}, 13 min after it landed`).waitFor();
    await row(reflection, `Revert "${HALVED}" (#413)`).getByText(`undoes ${hash(HALVED)}, 59 min after it landed`).waitFor();
    const candidates = reflection.page.locator('.timeline > li').filter({ has: reflection.page.getByText('first fix?', { exact: true }) });
    assert.deepEqual(await candidates.locator('time').allTextContents(), ['14:31', '14:39', '14:47']);
    assert.match((await row(reflection, FIX).textContent()) ?? '', /Jonas Weber, Mei Lin/);
  });

  it('unseals the foresight notes beside what happened, and asks of each whether it happened', async () => {
    const title = 'Notes';
    const time = (minutes: string) => sampleTime(journal.workspace, minutes);
    const foresight = [{ id: 'n1', at: time('14:09'), belief: 'The pool starves card-auth.', sure: 70, next: 'It clears by itself.' }, { id: 'n2', at: time('14:35'), belief: 'It is the gateway.' }];
    const incidentNotes = [{ id: 'n3', at: time('14:40'), text: 'Ana leads from 14:40.' }];
    const reflection = await at(title, journal, workbench, { foresight, incidentNotes });
    await reflection.page.getByText('Your notes are open now. They are as you wrote them, before you knew the outcome.').waitFor();
    await row(reflection, 'Ana leads from 14:40.').waitFor();
    const note = row(reflection, 'Your note, 70 % sure');
    await note.getByText('The pool starves card-auth. It clears by itself.').waitFor();
    const question = note.getByRole('group', { name: 'Did it happen?' });
    await question.getByRole('radio', { name: 'Yes' }).press('ArrowRight');
    const record = await journal.saved(title, 'the judgement', (saved) => saved.foresight?.[0]?.judged);
    assert.deepEqual(record.foresight, [{ ...foresight[0], judged: 'no' }, foresight[1]]);
    await question.getByRole('radio', { name: 'No', checked: true }).waitFor();
    assert.equal(await row(reflection, 'Your note').getByRole('radio', { checked: true }).count(), 0);
  });

  it('lists people, and leaves machines out until somebody puts them back', async () => {
    const title = 'People';
    const reflection = await at(title);
    await reflection.tab('Ratings').click();
    await reflection.shows('ratings');
    const person = reflection.page.getByRole('group', { name: 'Who did something that you would miss, had they been away?' });
    await person.getByText('Left out as machines:').waitFor();
    const names = await person.getByRole('radio').evaluateAll((radios) => radios.map((radio) => (radio as { parentElement: { textContent: string } }).parentElement.textContent.trim()));
    assert.deepEqual(names, ['Ana Oliveira', 'Jonas Weber', 'Mei Lin', 'Priya Nair', 'Someone else']);
    assert.match((await person.textContent()) ?? '', /dependabot\[bot\]/);
    await person.getByRole('button', { name: 'Put back: Copilot' }).click();
    await journal.saved(title, 'the person', ({ people }) => people?.length === 1);
    assert.deepEqual(journal.people().people.map(({ name }) => name), ['Copilot']);
  });

  it('a moment can be marked, hidden, shown again, added by hand and removed', async () => {
    const title = 'Touched';
    const reflection = await at(title);
    await row(reflection, HALVED).getByRole('radio').click();
    await row(reflection, HALVED).getByText('13:41. What were you looking at?').waitFor();
    await row(reflection, FIX).getByRole('radio').click();
    await row(reflection, FIX).getByText('14:47. What were you looking at?').waitFor();
    await journal.saved(title, 'one moment', ({ evidence }) => evidence?.length === 1 && evidence[0]?.title === FIX && evidence[0].moment);

    const tag = `Tag payments-${sampleTime(journal.workspace, '14:02').slice(0, 10).replaceAll('-', '.')}.3`;
    await row(reflection, tag).hover();
    await row(reflection, tag).getByRole('button', { name: /^Hide/ }).click();
    await row(reflection, tag).waitFor({ state: 'detached' });
    await journal.saved(title, 'what is hidden', ({ evidence }) => evidence?.some(({ hidden }) => hidden));
    await reflection.button('Show all 15').click();
    await row(reflection, tag).getByRole('button', { name: /^Show/ }).click();
    await journal.saved(title, 'nothing hidden', ({ evidence }) => !evidence?.some(({ hidden }) => hidden));

    await reflection.button('Add a moment by hand').click();
    await reflection.field('When').fill(`${sampleTime(journal.workspace, '14:02').slice(0, 10)}T14:10`);
    await reflection.field('What happened').fill('A shop called: customers pay twice');
    await reflection.button('Add').click();
    await row(reflection, 'A shop called: customers pay twice').waitFor();
    const { evidence } = await journal.saved(title, 'what was added', (record) => record.evidence?.some(({ source }) => source === 'person'));
    assert.deepEqual(evidence?.filter(({ source }) => source === 'person').map(({ at: time, title: words }) => [time, words]), [[sampleTime(journal.workspace, '14:10'), 'A shop called: customers pay twice']]);
    await row(reflection, 'A shop called: customers pay twice').hover();
    await reflection.button('Remove: A shop called: customers pay twice').click();
    await journal.saved(title, 'it gone', (record) => !record.evidence?.some(({ source }) => source === 'person'));
    await row(reflection, 'A shop called: customers pay twice').waitFor({ state: 'detached' });
  });

  it('a click on a hash opens the commit in the editor', async () => {
    const reflection = await at('Opened commit');
    await row(reflection, FIX).getByRole('button', { name: `Open commit ${hash(FIX)}` }).click();
    const tab = workbench.page.locator('.tab', { hasText: `${hash(FIX)} gateway: fix the retry storm` });
    await tab.waitFor();
    const editor = workbench.page.locator('.multiDiffEditor');
    await editor.getByText('retry.ts').first().waitFor();
    await editor.locator('.view-line', { hasText: 'process.env.ATTEMPTS ?? 2' }).first().waitFor();
    await tab.hover();
    await tab.getByRole('button', { name: /^Close/ }).click();
  });

  /** Of two repositories: each entry says from which; of the large one first what changed the lead's paths; what was there before last, folded. */
  async function seesSeveral(reflection: ReflectionPage, files: JournalFiles): Promise<void> {
    const { page } = reflection;
    const rows = page.locator('.timeline > li');
    await page.getByText('3 of 24 changes in shop touch your paths, as .github/CODEOWNERS has them.').waitFor();
    await page.getByText('You wrote 2 of the 25 changes in the window and led.').waitFor();
    await row(reflection, 'pay: cap retries').locator('.extras', { hasText: 'shop' }).waitFor();
    await reflection.button('Show all 7').click();
    await row(reflection, 'Show a banner').locator('.extras', { hasText: 'web' }).waitFor();
    await until('what is near', async () => (await rows.count()) === 7);
    await reflection.button('Changes elsewhere too').click();
    await until('all of it', async () => (await rows.count()) === 28);
    await row(reflection, 'ship: fix label 12').getByRole('radio').click();
    await files.saved('Several', 'the moment', ({ evidence }) => evidence?.[0]?.title === 'ship: fix label 12');
    await reflection.button('Your paths only').click();
    await until('what is near, and the moment', async () => (await rows.count()) === 8);
    const folded = page.locator('details');
    assert.equal(await folded.getByText('pay: halve the pool').isVisible(), false);
    await folded.getByText('Landed in the day before: 2').click();
    await folded.getByText('When something landed does not say what it did.').waitFor();
    assert.deepEqual(await reflection.workbench.axe(page), []);
    await folded.locator('li', { hasText: 'pay: halve the pool' }).getByText(/^Wed 13 May(?: 2026)?, 18:20$/).waitFor();
    await folded.locator('li', { hasText: 'pay: halve the pool' }).getByRole('button', { name: /^Open commit/ }).click();
    await reflection.workbench.page.locator('.multiDiffEditor').getByText('pool.ts').first().waitFor();
  }

  it('says that there is no repository, and goes on without; then shows what two say, each by its name', async () => {
    const bare = freshFolder();
    const files = new JournalFiles(bare);
    const window = await workbench.openWindow(bare);
    try {
      const reflection = await at('Without git', files, window);
      await reflection.page.getByText('There is no git repository in this workspace.').waitFor();
      await reflection.page.getByLabel('What were you looking at when your next step was not obvious?').fill('From memory.');
      await reflection.next();
      await reflection.shows('ratings');
      assert.equal(files.read('Without git').reflection?.answers?.['moment'], 'From memory.');
      await reflection.field('Their name').fill('Somebody Else');
      await files.saved('Without git', 'the person', ({ people }) => people?.length === 1);
      makeRepositories(bare);
      await seesSeveral(await at('Several', files, window, { role: 'commander', window: severalWindow }), files);
    } finally {
      await window.close();
    }
  });
});
