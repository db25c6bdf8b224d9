import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { FrameLocator } from 'playwright-core';
import { dashboardOf } from '../dashboard';
import type { JournalFiles } from '../journalFiles';
import { anId, daysAgo, draft, sampleTime, sampleWindow, withPlan } from '../journalFiles';
import type { Group } from '../oneWindow';
import { closeEditors, HistoryTree, openFromTree } from '../reflection';
import type { Workbench } from '../workbench';

/** Where the editor serves the files of extensions from, as it tells them: its own service worker answers for the second. */
const SHEETS = "'self' https://*.vscode-cdn.net";
const HTML = '<img src=x onerror="globalThis.ran=1"><b>bold</b>';
/** A notification would make a link of the first, which runs a command; a list an icon of the second. */
const MARKUP = '[open](command:workbench.action.files.newUntitledFile) $(trash)';

export const policy: Group = (begin) => describe('what the pages may do', () => {
  let workbench: Workbench;
  let journal: JournalFiles;

  before(async () => {
    ({ workbench, journal } = await begin());
  });

  function add(title: string, screen = 'facts'): void {
    journal.add(draft(title, screen, { window: sampleWindow(journal.workspace), reflection: { path: 'short', started: daysAgo(20), guess: { best: 'C1' } } }));
  }

  const policy = async (page: FrameLocator) => (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';

  it('nothing but our own sheets, and one script by its nonce, which is another one each time', async () => {
    add('Policy');
    const nonces = new Set<string>();
    for (const page of [(await openFromTree(workbench, 'Policy')).page, (await dashboardOf(workbench)).page]) {
      const said = await policy(page);
      const nonce = /'nonce-([A-Za-z0-9+/]{22}==)'$/.exec(said)?.[1] ?? assert.fail(said);
      nonces.add(nonce);
      assert.equal(said, `default-src 'none'; base-uri 'none'; form-action 'none'; style-src ${SHEETS}; script-src 'nonce-${nonce}'`);
    }
    await closeEditors(workbench);
    nonces.add(await policy((await openFromTree(workbench, 'Policy')).page));
    assert.equal(nonces.size, 3);
  });

  it('what is not allowed does not happen: no other script, no style, no picture, no request', async () => {
    add('Refused');
    const { page } = await openFromTree(workbench, 'Refused');
    const done = await page.locator(':root').evaluate(attempts);
    assert.deepEqual(done, []);
  });

  it('asks for nothing outside of the editor', async () => {
    const own = new URL(workbench.page.url()).origin;
    const outside = workbench.requests.filter((url) => !url.startsWith(own) && !/^(data|blob|about):/.test(url));
    const [ours, foreign] = [outside.filter((url) => new URL(url).host.endsWith('.vscode-resource.vscode-cdn.net')), outside.filter((url) => !new URL(url).host.endsWith('.vscode-resource.vscode-cdn.net'))];
    assert.deepEqual(foreign, []);
    const files = new Set(ours.map((url) => new URL(url).pathname.split('/').slice(-2).join('/')));
    for (const file of ['dist/reflection.js', 'dist/dashboard.js', 'dist/panel.css', 'dist/dashboard.css']) assert.ok(files.has(file), `${file} is one of ${[...files].join(', ')}`);
    assert.deepEqual([...files].filter((file) => !/^(dist|media)\//.test(file)), []);
  });

  it('HTML and other markup in a title, a text, a plan or the subject of a commit is text', async () => {
    const title = `${HTML} ${MARKUP}`;
    journal.add({ ...withPlan('Plan with markup', HTML, MARKUP, daysAgo(1)) });
    journal.add(draft(title, 'lastPlan', {
      window: sampleWindow(journal.workspace), stakes: HTML,
      evidence: [{ id: anId(), at: sampleTime(journal.workspace, '14:10'), source: 'person', title: HTML, moment: true }],
      clashes: [{ path: 'text/stakes', other: HTML }],
      reflection: { path: 'short', started: daysAgo(0), guess: { best: 'C1' }, evidenceOpened: daysAgo(0), answers: { moment: HTML } },
    }));
    const reflection = await openFromTree(workbench, title);
    await reflection.page.getByText(`When I next see ${HTML}`).waitFor();
    await reflection.tab('Facts').click();
    await reflection.page.locator('blockquote').getByText(HTML, { exact: true }).waitFor();
    await reflection.tab('Evidence').click();
    await reflection.page.getByText('gateway: show <b>retries</b> on the status page (#411)', { exact: true }).waitFor();
    await reflection.page.locator('.timeline .kind').getByText(HTML, { exact: true }).waitFor();
    const dashboard = await dashboardOf(workbench);
    await dashboard.section('Your plan').getByText(HTML).waitFor();
    for (const page of [reflection.page, dashboard.page]) {
      assert.equal(await page.locator('#root').locator('img, b:not(.scale b), a').count(), 0);
      assert.equal(await page.locator(':root').evaluate(() => 'ran' in globalThis), false);
    }
    await workbench.palette('Debrief: Reflect on an Incident…');
    const row = workbench.quickInput.rows.filter({ hasText: '<b>bold</b>' });
    await row.waitFor();
    assert.equal(await row.locator('img, .codicon-trash').count(), 0);
    await workbench.quickInput.cancel();
  });

  it('markup in a title makes no link in a notification', async () => {
    add(MARKUP);
    await workbench.showSidebar();
    await new HistoryTree(workbench).row(MARKUP).waitFor();
    await new HistoryTree(workbench).menu(MARKUP, 'Delete');
    const toast = workbench.toast('was deleted.');
    await toast.waitFor();
    assert.equal(await toast.locator('.notification-list-item-message a').count(), 0);
    assert.match((await toast.textContent()) ?? '', /command:workbench\.action/);
  });

  it('messages of a wrong shape change nothing, whoever sends them', async () => {
    const title = 'Fuzzed';
    add(title);
    const reflection = await openFromTree(workbench, title);
    const before = readFileSync(journal.file(title), 'utf8');
    const files = journal.files().length;
    const long = 'x'.repeat(200_001);
    const wrong: unknown[] = [
      null, 0, 'next', [], {}, { type: 'nothing' }, { type: ['next'] }, { type: 'answer' }, { type: 'answer', field: 'stakes' }, { type: 'answer', field: 'stakes', text: 7, base: '' },
      { type: 'answer', field: '__proto__', text: 'x', base: '' }, { type: 'answer', field: 'id', text: 'x', base: '' }, { type: 'answer', field: 'evidence.__proto__', text: 'x', base: '' },
      { type: 'answer', field: 'stakes', text: long, base: '' }, { type: 'choose', field: 'role', value: 'king' }, { type: 'choose', field: 'title', value: 'x' }, { type: 'choose', field: 'best', value: 'Z99x' },
      { type: 'window', start: 'now', end: 'later' }, { type: 'window', start: '2026-01-01T00:00:00Z', end: '2025-01-01T00:00:00Z' }, { type: 'rate', behaviour: 'C1', anchor: 6 },
      { type: 'open', screen: 'summary' }, { type: 'open', screen: '../x' }, { type: 'moment', key: 'git:nothing' }, { type: 'openCommit', key: '--output=/tmp/x' }, { type: 'hide', key: 'nobody', hidden: true },
      { type: 'openFile', file: '../package.json' }, { type: 'person', name: 5 }, { type: 'settle', field: 'stakes', keep: 'nothing' }, { type: 'close', extra: { type: 'next' }, toString: 'x' }, { type: 'removeMoment', key: long },
    ].filter((message) => (message as { type?: unknown } | null)?.type !== 'close'); // one that would close the panel is none of them
    await post(reflection.page, wrong);
    const dashboard = await dashboardOf(workbench);
    await post(dashboard.page, [{ type: 'openFile', file: '../package.json' }, { type: 'openFile', file: '/etc/passwd' }, { type: 'openFile' }, { type: 'reflect', id: 'nobody-here' }, { type: 'reflect' }, { type: 'ledger2' }]);
    // What comes behind them, in the same order, arrives: all of them were looked at.
    await reflection.field('What could have been lost?').fill('Still there.');
    const after = await journal.saved(title, 'what came behind them', ({ stakes }) => stakes === 'Still there.');
    assert.deepEqual({ ...after, stakes: undefined }, { ...JSON.parse(before), stakes: undefined });
    assert.equal(journal.files().length, files);
    assert.deepEqual(await workbench.page.locator('.editor-group-container .tab', { hasText: /package|passwd/ }).count(), 0);
  });
});

/** Sends messages to the extension as the page itself would: through the frame around it. */
async function post(page: FrameLocator, messages: readonly unknown[]): Promise<void> {
  const frame = await (await page.locator('body').elementHandle())?.ownerFrame();
  const outer = frame?.parentFrame() ?? assert.fail('the page has no frame around it');
  await outer.evaluate((all) => {
    const host = globalThis as unknown as { __vscode_post_message__: (channel: string, data: { message: unknown }) => void };
    for (const message of all) host.__vscode_post_message__('onmessage', { message });
  }, messages as unknown[]);
}

interface PageElement {
  textContent: string;
  src: string;
  onload: () => void;
  onerror: () => void;
  setAttribute(name: string, value: string): void;
  append(child: PageElement): void;
  remove(): void;
}
declare const document: { createElement(tag: string): PageElement; readonly body: PageElement };
declare const getComputedStyle: (element: PageElement) => { color: string };

/** Runs in the page: tries what the policy forbids, and gives what happened all the same. (`eval` cannot be tried: what a test runs in a page may use it.) */
async function attempts(): Promise<string[]> {
  const page = globalThis as unknown as { inline?: boolean };
  const done: string[] = [];
  const loads = (element: PageElement, src: string): Promise<boolean> =>
    new Promise((resolve) => {
      element.onload = () => resolve(true);
      element.onerror = () => resolve(false);
      element.src = src;
      document.body.append(element);
    });
  const script = document.createElement('script');
  script.textContent = 'globalThis.inline = true';
  document.body.append(script);
  if (page.inline) done.push('an inline script ran');
  if (await loads(document.createElement('script'), 'data:text/javascript,1')) done.push('another script ran');
  if (await loads(document.createElement('img'), 'data:image/gif;base64,R0lGODlhAQABAAAAACw=')) done.push('a picture was shown');
  const paragraph = document.createElement('p');
  paragraph.setAttribute('style', 'color: rgb(1, 2, 3)');
  document.body.append(paragraph);
  if (getComputedStyle(paragraph).color === 'rgb(1, 2, 3)') done.push('a style attribute took effect');
  paragraph.remove();
  await fetch('/').then(
    () => done.push('a request was made'),
    () => undefined,
  );
  return done;
}
