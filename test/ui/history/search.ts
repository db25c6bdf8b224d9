import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { until } from '../harness/until';
import { daysAgo, draft, type JournalFiles, put, waiting } from '../journalFiles';
import type { Group } from '../oneWindow';
import { closeEditors, HistoryTree } from '../reflection';
import type { Workbench } from '../workbench';

const TITLES = { plan: 'Autumn storm', old: 'Storm of alerts', note: 'Quiet evening' };

export const search: Group = (begin) => describe('search, tags, names and the order of the history', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  let tree: HistoryTree;
  const finished = { path: 'short', started: daysAgo(2), finished: daysAgo(2), screen: 'summary' } as const;
  const window = (days: number) => ({ start: daysAgo(days), end: daysAgo(days - 0.01) });

  before(async () => {
    ({ workbench, journal } = await begin(() => [
      waiting(TITLES.plan, { window: window(700), role: 'commander', outcome: 'rough', reflection: finished, plan: { id: 'plan-1', cue: 'the pager rings twice', act: 'I say who leads', made: daysAgo(2) } }),
      waiting(TITLES.old, { window: window(3), kind: 'drill', outcome: 'clean', reflection: finished, people: [{ id: 'pp', person: 'p-ana1', marks: ['carried'], note: 'She saw the storm first' }] }),
      draft(TITLES.note, 'facts', { window: window(1), stakes: 'A storm of refunds' }),
      ...Array.from({ length: 55 }, (_, n) => waiting(`Many ${n}`, { window: window(30 + n), reflection: finished })),
    ]));
    put(`${journal.folder}/debrief-people.json`, JSON.stringify({ format: 1, people: [{ id: 'p-ana1', name: 'Ána Müller', alias: 'Heron' }] }));
    tree = new HistoryTree(workbench);
    await workbench.showSidebar();
    await tree.row(TITLES.note).waitFor();
  });

  /** What each row says, from the top. */
  const rows = async (): Promise<string[]> => (await workbench.quickInput.rows.evaluateAll((all) => all.map((row) => (row as unknown as { getAttribute(name: string): string | null }).getAttribute('aria-label') ?? '')));
  const finds = async (typed: string, what: RegExp[], title: RegExp): Promise<void> => {
    await workbench.quickInput.type(typed);
    await until(`what is found by ${typed}`, async () => {
      const found = await rows();
      return found.length === what.length && what.every((each, n) => each.test(found[n] ?? '')) && title.test((await workbench.quickInput.title.textContent()) ?? '');
    }).catch(async (error: unknown) => assert.fail(`${(error as Error).message}; it lists ${JSON.stringify(await rows())} below ${await workbench.quickInput.title.textContent()}`));
  };

  it('explains its filters, and finds words in our order, with the place where they stand', async () => {
    await workbench.palette('Debrief: Search Reflections…');
    await workbench.quickInput.row('before:2026-06').waitFor();
    // The editor would put the title that begins with what is typed first, and leave out the one that has it in its text.
    await finds('storm', [/^Storm of alerts, /, /^Autumn storm, /, /^Quiet evening, .*What could have been lost: A storm of refunds/], /: 3 found$/);
    await finds('s', [/^Storm of alerts, /, /^Autumn storm, /, /^Quiet evening, /], /: 3 found$/);
    await finds('PAGER ring', [/^Autumn storm, .*led, rough · Plan: the pager rings twice/], /: 1 found$/);
    await finds('heron', [/^Storm of alerts, .*Person: Heron/], /: 1 found$/);
    await finds('person:muller storm kind:drill', [/^Storm of alerts, /], /: 1 found$/);
    await finds('draft', [/^Quiet evening, /], /: 1 found$/);
    await finds('persn:ana pager', [/^There is no filter “persn:”/, /^Autumn storm, /], /: 1 found$/);
    await workbench.quickInput.type('many');
    await until('how many there are', async () => /: 50 of 55$/.test((await workbench.quickInput.title.textContent()) ?? ''));
  });

  it('follows the journal while it is open, and opens what is chosen', async () => {
    journal.add(waiting('Lighthouse', { window: window(5), reflection: finished }));
    await finds('lighthouse', [/^Lighthouse, /], /: 1 found$/);
    await workbench.quickInput.input.press('Enter');
    await workbench.page.locator('.tab', { hasText: 'Lighthouse' }).waitFor();
    await closeEditors(workbench);
  });

  it('renames an incident, which keeps its file', async () => {
    const file = journal.file(TITLES.note);
    await tree.menu(TITLES.note, 'Rename…', (soon) => workbench.quickInput.title.filter({ hasText: 'Rename' }).waitFor(soon).then(() => workbench.quickInput.list.waitFor({ state: 'hidden', ...soon })));
    await workbench.quickInput.type('  ');
    await workbench.quickInput.message.filter({ hasText: 'A few words are enough.' }).waitFor();
    await workbench.quickInput.enter('Loud evening');
    await journal.saved('Loud evening', 'the title', () => true);
    assert.equal(basename(journal.file('Loud evening')), basename(file));
    await tree.row('Loud evening').waitFor();
  });

  it('tags an incident, and offers the tag for the next', async () => {
    await tree.menu('Loud evening', 'Tags…', (soon) => workbench.quickInput.title.filter({ hasText: 'Tags of Loud evening' }).waitFor(soon));
    await workbench.quickInput.enter('third party, night');
    assert.deepEqual((await journal.saved('Loud evening', 'the tags', ({ tags }) => tags)).tags, ['third party', 'night']);
    await until('the tags in words', async () => /Tags: third party, night/.test((await tree.row('Loud evening').getAttribute('aria-label')) ?? ''));
    await workbench.palette('Debrief: Tags…');
    await workbench.quickInput.type('Lighthouse');
    await workbench.quickInput.pick('Lighthouse');
    await workbench.quickInput.row('night').waitFor();
    await workbench.quickInput.row('night').click();
    await workbench.quickInput.input.press('Enter');
    assert.deepEqual((await journal.saved('Lighthouse', 'the tag', ({ tags }) => tags)).tags, ['night']);
    await workbench.palette('Debrief: Search Reflections…');
    await finds('tag:night', [/^Loud evening, /, /^Lighthouse, /], /: 2 found$/);
    await workbench.quickInput.cancel();
  });

  it('groups by state and sorts by title', async () => {
    await workbench.palette('Debrief: Group History by State');
    await until('the states', async () => (await tree.labels()).slice(0, 3).join() === 'Drafts,Loud evening,Finished');
    await workbench.palette('Debrief: Sort History by Title');
    await until('titles in order', async () => (await tree.labels())[3] === TITLES.plan);
    const label = (await tree.row(TITLES.plan).getAttribute('aria-label')) ?? '';
    assert.match(label, /^Autumn storm, .*, real, led, rough, finished/);
    await workbench.palette('Debrief: Sort History by Oldest First');
    await workbench.palette('Debrief: Group History by Year');
    await until('years, the oldest first', async () => (await tree.labels())[2] === daysAgo(700).slice(0, 4));
  });
});
