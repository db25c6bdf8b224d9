import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Incident } from '../../src/core/journal/schema';
import { ANY_TIME } from './anyTime';
import { day, FIRST, lists, listsOlder, looks, makeTelling, report, reportOf, SECOND, sourcesSay, SPRING, tick, TITLE, whoLooks, whyHereSays, whySays, write } from './finding';
import { until } from './harness/until';
import { daysAgo, put, waiting, withPlan, type JournalFiles } from './journalFiles';
import { countFocusOfPages, pickByKeys } from './keys';
import { hasJournal, WHERE, workspaceOf } from './placing';
import { closeEditors, HistoryTree, openFromTree, ReflectionPage } from './reflection';
import { openSample } from './sample';
import type { Workbench } from './workbench';

const FILE = 'docs/incidents/checkout-502.md';
const PARTED = 'Queue of the shop was full';

describe('incidents that documents tell of', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  let tree: HistoryTree;

  before(async () => {
    // Of a file in a folder that is made with it the editor's watcher says nothing.
    const records = (folder: string): [] => (write(folder, 'docs/incidents/README.md', '# Incidents\n'), []);
    ({ workbench, journal } = await openSample({ records, settings: { ...ANY_TIME, 'leadDebrief.prompt.enabled': false, 'leadDebrief.timeZone': 'UTC', 'leadDebrief.sources.documents': true } }));
    tree = new HistoryTree(workbench);
    await workbench.showSidebar();
  });
  after(() => workbench?.close());

  it('asks about what a document tells of, once asking is turned on; Later, Never for this and Why Did It Ask? are those of every incident, and Start opens the panel as the document says', async () => {
    const title = 'The pager was silent';
    write(journal.workspace, 'docs/pager.md', reportOf(title, day(1)));
    await tree.row(title).waitFor();
    await whySays(workbench, title, /^Waiting: asking is turned off\.$/);
    await workbench.quickInput.pick(title);
    await tick(workbench, 'leadDebrief.prompt.enabled', true);
    const question = workbench.toast(new RegExp(`${title} ended .* ago\\. Five minutes to look back at it\\?`));
    await question.getByRole('button', { name: 'Later' }).click();
    await workbench.quickInput.pick('Tomorrow');
    await whySays(workbench, title, /^Waiting: you chose to be asked later/);
    await workbench.quickInput.pick(title);
    await workbench.quickInput.pick('Ask About It Again');
    await question.waitFor();
    await tree.menu(title, 'Never for This…', (soon) => workbench.quickInput.row('Never for documents').waitFor(soon));
    await workbench.quickInput.pick('Never for documents');
    await whySays(workbench, title, /^In the list: you chose never to be asked about documents\.$/);
    await tree.row(title).waitFor();
    await workbench.quickInput.pick(title);
    await workbench.quickInput.pick('Ask About documents Again');
    await question.last().getByRole('button', { name: 'Start' }).click();
    const reflection = new ReflectionPage(workbench);
    await reflection.shows('facts');
    assert.equal(await reflection.field('From').inputValue(), `${day(1)}T14:05`);
    await reflection.button('End: docs/pager.md, line 16').waitFor();
    assert.equal(journal.read(title).claims?.[0]?.source, 'document');
    await whySays(workbench, title, /^In the list: you started on it/);
    await workbench.quickInput.rows.first().click();
    await tick(workbench, 'leadDebrief.prompt.enabled', false);
    await closeEditors(workbench);
  });

  it('lists a document within moments, with its source, and opens the panel with what it says', async () => {
    write(journal.workspace, FILE, report());
    assert.match((await tree.row(TITLE).getAttribute('aria-label')) ?? '', /document/);
    await tree.row(TITLE).dblclick();
    const reflection = await openFromTree(workbench, TITLE);
    await reflection.shows('facts');
    assert.equal(await reflection.field('From').inputValue(), `${day(2)}T14:05`);
    assert.equal(await reflection.field('To').inputValue(), `${day(2)}T15:40`);
    const record = journal.read(TITLE);
    assert.deepEqual([record.severity, record.window.startFrom, record.claims?.[0]?.source], ['sev2', 'document', 'document']);
    assert.equal(await workbench.toast('Not saved').count(), 0, 'the second click opens what the first made');
  });

  it('says of each time which line it is from, and opens that; what the lead corrects stays', async () => {
    const reflection = new ReflectionPage(workbench);
    await reflection.button('Start: docs/incidents/checkout-502.md, line 14').waitFor();
    await reflection.button('End: docs/incidents/checkout-502.md, line 16').click();
    await workbench.page.locator('.editor-group-container .tab.active', { hasText: 'checkout-502.md' }).waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: 'Ln 16, Col 1' }).waitFor();
    await openFromTree(workbench, TITLE);
    await reflection.field('From').fill(`${day(2)}T14:01`);
    await journal.saved(TITLE, 'the corrected start', ({ window }) => window.startFrom === 'person');
    await reflection.button('Start: docs/incidents/checkout-502.md, line 14').waitFor({ state: 'detached' });
    write(journal.workspace, FILE, report('16:10'));
    const record = await journal.saved(TITLE, 'the new end', ({ window }) => window.end?.endsWith('T16:10:00Z'));
    assert.equal(record.window.start, `${day(2)}T14:01:00Z`);
  });

  it('shows what the document tells among the evidence, each entry with its line', async () => {
    const reflection = new ReflectionPage(workbench);
    await reflection.tab('Guess').click();
    await reflection.shows('guess');
    await reflection.page.locator('footer').getByRole('button', { name: 'Skip' }).click();
    await reflection.shows('evidence');
    const row = reflection.page.locator('.timeline > li').filter({ has: reflection.page.getByText('The pool is found to be full') });
    await row.getByRole('button', { name: 'docs/incidents/checkout-502.md, line 15' }).waitFor();
  });

  it('a document that changes changes what is listed; what is no incident stays away', async () => {
    const other = 'docs/when-search-broke.md';
    write(journal.workspace, other, report().replace(TITLE, 'Search outage'));
    await tree.row('Search outage').waitFor();
    write(journal.workspace, other, report().replace(TITLE, 'Outage of the search'));
    await tree.row('Outage of the search').waitFor();
    await whyHereSays(workbench, tree, 'Outage of the search', 'Outage of the search');
    await workbench.quickInput.cancel();
    await tree.menu('Outage of the search', 'Not an Incident', (soon) => workbench.toast('is called off').waitFor(soon));
    await journal.saved('Outage of the search', 'that it was none', ({ cancelled }) => cancelled);
    await until('only the record', async () => /false alarm/.test((await tree.row('Outage of the search').getAttribute('aria-label', { timeout: 1_000 })) ?? ''));
  });

  it('says why a document came to an incident that was declared, and parts it, which Undo takes back', async () => {
    const title = PARTED;
    const declared: Incident = { ...waiting('The queue was full', { window: { start: `${day(4)}T14:01:00Z`, end: `${day(4)}T15:30:00Z` } }), role: 'commander' };
    journal.add(declared);
    write(journal.workspace, 'docs/queue.md', reportOf(title, day(4)));
    const { window, claims = [] } = await journal.saved('The queue was full', 'the document', ({ claims: held = [] }) => held.some(({ source }) => source === 'document'));
    assert.deepEqual([window, claims.length], [declared.window, 2], 'what the lead said stays');
    await whyHereSays(workbench, tree, 'The queue was full', 'Words in common, and at most 30 minutes apart.');
    const parting = workbench.quickInput.rows.filter({ hasText: 'Part from an Incident…' }).and(workbench.page.locator('.focused'));
    const pageTook = await countFocusOfPages(workbench);
    await until('the line to be chosen', async () => (await parting.isVisible()) || (await workbench.quickInput.press('ArrowUp'), false));
    await workbench.quickInput.press('Enter');
    await workbench.quickInput.title.filter({ hasText: 'Part from The queue was full' }).waitFor();
    assert.equal(await pageTook(), 0, 'the page behind takes the focus between no two questions');
    await pickByKeys(workbench, title);
    await tree.row(title).waitFor();
    await workbench.toast('is an incident of its own now').getByRole('button', { name: 'Undo' }).click();
    await tree.row(title).waitFor({ state: 'detached' });
    assert.equal((await journal.saved('The queue was full', 'that nothing was parted', ({ apart }) => apart === undefined)).claims?.length, 2);
    await tree.menu('The queue was full', 'Part from an Incident…', (soon) => workbench.quickInput.row(title).waitFor(soon));
    await workbench.quickInput.pick(title);
    await tree.row(title).waitFor();
  });

  it('joins two that are one by keys alone, after saying what becomes of two reflections; nothing of either is lost', async () => {
    const written = (title: string, cue: string, hours: number): Incident => ({ ...withPlan(title, cue, 'ask who leads', daysAgo(6)), window: { start: daysAgo(7 + hours / 24), end: daysAgo(7) }, stakes: `${title}: orders` });
    journal.add(written('Search stood still', 'the graph falls', 1));
    journal.add(written('Nobody could search', 'the pager is silent', 2));
    for (const title of ['Search stood still', 'Nobody could search']) await tree.row(title).waitFor();
    await workbench.palette('Debrief: Join with Another Incident…');
    await workbench.quickInput.title.filter({ hasText: '(1 of 2)' }).waitFor();
    await pickByKeys(workbench, 'Search stood still');
    await workbench.quickInput.title.filter({ hasText: /^Join with Another Incident$/ }).waitFor();
    await pickByKeys(workbench, 'Nobody could search');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('There is a reflection on both.').waitFor();
    await dialog.getByText('There is a plan in both.').waitFor();
    await dialog.getByRole('button', { name: '“Search stood still” Goes On' }).press('Enter');
    const joined = await journal.saved('Search stood still', 'both', ({ claims = [] }) => claims.length === 2);
    assert.deepEqual([joined.stakes, joined.plan?.cue], ['Search stood still: orders\nNobody could search: orders', 'the graph falls']);
    const other = await journal.saved('Nobody could search', 'where it went', ({ absorbed }) => absorbed);
    assert.deepEqual([other.absorbed?.into, other.plan?.cue], [joined.id, 'the pager is silent']);
    await tree.row('Nobody could search').waitFor({ state: 'detached' });
  });

  it('after a reload and a new look, what was no incident stays away, what was parted is parted, and what was joined is one, and can be parted again', async () => {
    const { stakes } = journal.read('Search stood still');
    write(journal.workspace, 'docs/queue.md', `${reportOf(PARTED, day(4))}\n## Lessons\n\nLook at the queue.\n`);
    await workbench.reload();
    await workbench.showSidebar();
    for (const title of ['Outage of the search', PARTED, 'Search stood still']) await tree.row(title).waitFor();
    await workbench.palette('Debrief: Show Sources');
    const found = await sourcesSay(workbench, 'payments');
    write(journal.workspace, 'docs/after.md', report().replace(TITLE, 'After the reload'));
    await workbench.quickInput.rows.filter({ hasText: 'Look Again Now' }).click();
    await workbench.quickInput.rows.filter({ hasText: `payments${found + 1} found` }).waitFor(); // it comes back only when it has looked
    await workbench.quickInput.cancel();
    await tree.row('After the reload').waitFor(); // and with it all else that this look saw
    for (const title of ['Outage of the search', PARTED]) await until(`${title} once`, async () => (await tree.row(title).count()) === 1);
    assert.deepEqual(journal.read('The queue was full').claims?.map(({ source }) => source), ['person']);
    assert.equal(await tree.row('Nobody could search').count(), 0);
    await whyHereSays(workbench, tree, 'Search stood still', 'Nobody could search');
    await workbench.quickInput.pick('Nobody could search');
    await workbench.page.locator('.tab.active', { hasText: 'Nobody could search' }).waitFor();
    await workbench.palette('Debrief: Part from an Incident…');
    await pickByKeys(workbench, 'Search stood still');
    await workbench.quickInput.title.filter({ hasText: 'Part from Search stood still' }).waitFor();
    await pickByKeys(workbench, 'Nobody could search');
    await tree.row('Nobody could search').waitFor();
    assert.equal(journal.read('Search stood still').stakes, stakes);
    assert.deepEqual(['Search stood still', 'Nobody could search'].map((title) => journal.read(title)).map(({ absorbed: into, reflection: own, plan }) => [into, own?.path, plan?.cue]), [[undefined, 'short', 'the graph falls'], [undefined, 'short', 'the pager is silent']]);
  });

  it('of two windows one looks, the other shows what that saw, and looks when the first is gone', async () => {
    const first = await until('this window to look', () => whoLooks(workbench));
    const before = looks(workbench);
    const second = await workbench.openWindow(journal.workspace);
    await second.showSidebar();
    await new HistoryTree(second).row(TITLE).waitFor();
    await second.page.locator('.part.titlebar').click({ position: { x: 200, y: 10 } });
    await until('the window in front to be the one that looks', () => whoLooks(workbench) !== first && looks(workbench) > before);
    let made = 0;
    // Nothing tells that a window hears of files by now: of one that is written before that, nobody would know.
    await until('one look, of which both know', async () => {
      const title = `Outage ${(made += 1)} of the shop`;
      const begun = looks(workbench);
      put(path.join(journal.workspace, `docs/outage-${made}.md`), report().replace(TITLE, title));
      for (const window of [workbench, second]) await new HistoryTree(window).row(title).waitFor({ timeout: 8_000 });
      return looks(workbench) === begun + 1;
    });
    await second.close();
    // Each of the two takes itself for the one in front (the browser is told so for tests), and says so twice a minute.
    await until('the other window to let go', () => (whoLooks(workbench) ?? first) === first);
    const begun = looks(workbench);
    await workbench.page.bringToFront();
    write(journal.workspace, 'docs/fourth.md', report().replace(TITLE, 'Fourth outage of the shop'));
    await tree.row('Fourth outage of the shop').waitFor();
    await until('the window that is left to look', () => looks(workbench) > begun && whoLooks(workbench) === first);
  });

  describe('in a window of several folders', () => {
    const { file, folders: [shop = '', web = ''], journals } = workspaceOf('shop', 'web');
    const documents = ['Waiting', 'The shop was slow', 'The banner was upside down'];
    const all = ['Waiting', SECOND, FIRST, ...documents.slice(1), 'Older, found and not looked at', SPRING];
    let window: Workbench;
    before(async () => {
      write(shop, 'docs/slow.md', reportOf('The shop was slow', day(2)));
      write(web, 'incidents/9.md', reportOf('The banner was upside down', day(3)));
      makeTelling(web);
      window = await workbench.openWindow(file);
    });
    after(() => window.close());

    it('lists what each tells of, and writes into none before it is looked back at; Find Past Incidents looks back a year', async () => {
      await window.showSidebar();
      await lists(window, documents);
      await window.palette('Debrief: Show Sources');
      for (const name of ['shop', 'web']) await window.quickInput.rows.filter({ hasText: `${name}1 found` }).waitFor();
      await window.quickInput.rows.filter({ hasText: 'Turned off in the settings.' }).click();
      await tick(window, 'leadDebrief.sources.git', true);
      await lists(window, ['Waiting', SECOND, FIRST, ...documents.slice(1)]);
      await window.palette('Debrief: Find Past Incidents in Git');
      await window.toast('1 more sign of an incident, in the list.').waitFor(); // the commit that brought the document is not another one
      await listsOlder(window, all);
      assert.deepEqual(journals.map(hasJournal), [false, false]);
      await new HistoryTree(window).open('The shop was slow', window.quickInput.title.filter({ hasText: WHERE }));
      await window.quickInput.pick('shop');
      await new ReflectionPage(window).shows('facts');
      assert.equal(journals[0]?.read('The shop was slow').claims?.[0]?.ref, 'shop/docs/slow.md');
      assert.equal(journals.map(hasJournal)[1], false);
      await lists(window, all);
    });

    it('a source that is turned off takes along what it told of, and so does a folder that is closed; either brings it back, and what was looked back at stays', async () => {
      const turn = async (source: string, hasText: string, value: boolean): Promise<void> => {
        await window.palette('Debrief: Show Sources');
        await window.quickInput.rows.filter({ hasText }).first().click();
        await tick(window, `leadDebrief.sources.${source}`, value);
      };
      await turn('git', 'That took', false);
      await lists(window, documents);
      await turn('documents', 'Markdown file', false);
      await lists(window, documents.slice(0, 2));
      for (const source of ['documents', 'git']) await turn(source, 'Turned off in the settings.', true);
      await listsOlder(window, all);
      writeFileSync(file, JSON.stringify({ folders: [{ path: 'shop' }] }));
      await lists(window, documents.slice(0, 2));
      writeFileSync(file, JSON.stringify({ folders: [{ path: 'shop' }, { path: 'web' }] }));
      await listsOlder(window, all);
    });
  });
});
