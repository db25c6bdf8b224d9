// What is found, as documents and commits tell it, as the settings and *Why Did It Ask?* show it, and as the looks remember it.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSettings, servedSettings } from '../../tools/host/settings.mjs';
import { TestRepository } from '../unit/sources/testRepository';
import { until } from './harness/until';
import { daysAgo } from './journalFiles';
import { HistoryTree } from './reflection';
import type { Workbench } from './workbench';

export const TITLE = 'Checkout answered with 502';

const begun = Date.now();
/** The day so many days ago, in UTC: the same for as long as the tests run, also where a midnight comes meanwhile. */
export const day = (ago: number): string => new Date(begun - ago * 86_400_000).toISOString().slice(0, 10);

/** A document as a team writes it, two days ago. */
export function report(ended = '15:40'): string {
  return `# ${TITLE}\n\n**Date:** ${day(2)}\n**Severity:** SEV-2\n\n## Impact\n\nShops could not sell for an hour and a half.\n\n## Timeline\n\nAll times in UTC.\n\n- 14:05 The first alert fires\n- 14:20 The pool is found to be full\n- ${ended} Errors are gone, resolved\n\n## Root cause\n\nA pool that was too small.\n\n## Action items\n\n- [ ] Raise the pool\n`;
}

/** The same of another incident, another day. */
export const reportOf = (title: string, of: string): string => report().replace(TITLE, title).replaceAll(day(2), of);

/** Writes a document, as somebody's editor does. */
export function write(folder: string, file: string, text: string): void {
  const whole = path.join(folder, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, text);
}

/** Ticks the one setting that the settings show, or takes its tick away, and leaves them. */
export async function tick(workbench: Workbench, name: string, value: boolean): Promise<void> {
  await workbench.page.locator(`.settings-editor [data-key="${name}"] .setting-value-checkbox[aria-checked="${!value}"]`).click();
  // Closed before it is written, the editor forgets the tick.
  await until(`the setting ${name} to be written`, () => (readSettings(servedSettings(workbench.data))[name] ?? true) === value);
  await leaveSettings(workbench);
}

/** Leaves the settings: they are a window over the others, in 1.100 an editor. */
export async function leaveSettings({ page }: Workbench): Promise<void> {
  const settings = page.locator('.settings-editor');
  const asEditor = page.locator('.editor-group-container .tab.active', { hasText: 'Settings' });
  await until('the settings to close', async () => {
    if (await asEditor.isVisible()) await asEditor.locator('.codicon-close').click();
    else if (await settings.isVisible()) await page.keyboard.press('Escape'); // lost where they are just drawn anew, and with them what has the focus
    await settings.waitFor({ state: 'detached', timeout: 3_000 });
    return true;
  });
  await page.locator('.part.titlebar').click({ position: { x: 200, y: 10 } }); // nothing is asked in a window without the focus, which went with the settings
}

/** Waits until the history has these lines, from the top. */
export async function lists(window: Workbench, labels: readonly string[]): Promise<void> {
  let last: readonly string[] = [];
  const isSo = async (): Promise<boolean> => (last = await new HistoryTree(window).labels()).join() === labels.join();
  await until('the list', isSo).catch(() => assert.deepEqual(last, labels));
}

/** The same, where the last may be folded away. */
export async function listsOlder(window: Workbench, labels: readonly string[]): Promise<void> {
  const tree = new HistoryTree(window);
  const [folded, last] = labels.slice(-2).map((label) => tree.row(label));
  await until('what is long ago to be unfolded', async () => {
    if ((await folded?.getAttribute('aria-expanded')) === 'false') await folded?.click();
    await last?.waitFor({ timeout: 5_000 });
    return true;
  });
  await lists(window, labels);
}

/** *Why Did It Ask?*, with a line as it should be; leaves it open. */
export async function whySays(workbench: Workbench, label: string, expected: RegExp): Promise<void> {
  const { quickInput } = workbench;
  await until(`the line ${label} to say ${String(expected)}`, async () => {
    await workbench.palette('Debrief: Why Did It Ask?');
    await quickInput.title.filter({ hasText: 'Why Did It Ask?' }).waitFor();
    const meta = quickInput.row(label).locator('.quick-input-list-label-meta');
    await meta.waitFor({ timeout: 5_000 });
    if (expected.test((await meta.textContent()) ?? '')) return true;
    await quickInput.cancel();
    return false;
  });
}

/** *Why Is This Here?* of a row, once it has a line; leaves it open. What a source said may be on the disk before the window knows of it. */
export async function whyHereSays({ quickInput }: Workbench, tree: HistoryTree, label: string, line: string): Promise<void> {
  await tree.menu(label, 'Why Is This Here?', async (soon) => {
    await quickInput.title.filter({ hasText: `Why Is This Here? ${label}` }).waitFor(soon);
    await quickInput.row(line).waitFor(soon);
  });
}

/** *Show Sources*, once it was looked at the documents of this folder; leaves it open. Gives how many it says that it found there. */
export async function sourcesSay({ quickInput }: Workbench, folder: string): Promise<number> {
  const row = quickInput.rows.filter({ hasText: 'Last looked:' }).filter({ hasText: folder }).first();
  await row.waitFor();
  return Number(new RegExp(`${folder}(\\d+) found`).exec((await row.textContent()) ?? '')?.[1]);
}

/** Where looks at documents remember, in the editor's own storage. */
function memoryOf({ data }: Workbench): string {
  const found = path.join(data, 'data', 'User', 'globalStorage', 'lead-debrief.lead-debrief', 'found');
  const folders = readdirSync(found).map((name) => path.join(found, name));
  return folders.find((folder) => existsSync(path.join(folder, 'memory.json'))) ?? '';
}

const parsed = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** How often it was looked at documents, in whatever window. */
export const looks = (workbench: Workbench): number => parsed<{ readonly looks: number }>(path.join(memoryOf(workbench), 'memory.json')).looks;

/** Which window looks; undefined where one let go, and throws in the moment in which one takes it. */
export function whoLooks(workbench: Workbench): string | undefined {
  const file = path.join(memoryOf(workbench), 'lease', 'lease.json');
  return existsSync(file) ? parsed<{ readonly window: string }>(file).window : undefined;
}

/** A folder with a document of yesterday, and a git repository whose messages tell of two incidents of today and one of four months ago. */
export function makeTelling(folder: string): void {
  const repository = new TestRepository(folder);
  const says = (days: number, message: string): unknown => repository.commit({ time: daysAgo(days), message });
  says(200, 'Begin');
  says(120, SPRING);
  says(119, 'Go on');
  says(0.4, FIRST);
  says(0.2, SECOND);
}
export const SPRING = 'Raise the limit that led to an outage of the shop';
export const FIRST = 'Drop the index that caused an outage of the search';
export const SECOND = 'Close the pool that caused an outage of the cart';
