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

/** A document as a team writes it, two days ago. */
export function report(ended = '15:40'): string {
  const day = daysAgo(2).slice(0, 10);
  return `# ${TITLE}\n\n**Date:** ${day}\n**Severity:** SEV-2\n\n## Impact\n\nShops could not sell for an hour and a half.\n\n## Timeline\n\nAll times in UTC.\n\n- 14:05 The first alert fires\n- 14:20 The pool is found to be full\n- ${ended} Errors are gone, resolved\n\n## Root cause\n\nA pool that was too small.\n\n## Action items\n\n- [ ] Raise the pool\n`;
}

/** The same of another incident, another day. */
export const reportOf = (title: string, day: string): string => report().replace(TITLE, title).replaceAll(daysAgo(2).slice(0, 10), day);

/** Writes a document, as somebody's editor does. */
export function write(folder: string, file: string, text: string): void {
  const whole = path.join(folder, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, text);
}

/** Ticks the one setting that the settings show, or takes its tick away, and leaves them: they are a window over the others, in 1.100 an editor. */
export async function tick({ page, data }: Workbench, name: string, value: boolean): Promise<void> {
  await page.locator(`.settings-editor [data-key="${name}"] .setting-value-checkbox[aria-checked="${!value}"]`).click();
  // Closed before it is written, the editor forgets the tick.
  await until(`the setting ${name} to be written`, () => (readSettings(servedSettings(data))[name] ?? true) === value);
  const asEditor = page.locator('.editor-group-container .tab.active', { hasText: 'Settings' });
  if (await asEditor.isVisible()) await asEditor.locator('.codicon-close').click();
  else await page.keyboard.press('Escape');
  await page.locator('.settings-editor').waitFor({ state: 'detached' });
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

/** Where looks at documents remember, in the editor's own storage. */
function memoryOf({ data }: Workbench): string {
  const found = path.join(data, 'data', 'User', 'globalStorage', 'lead-debrief.lead-debrief', 'found');
  const folders = readdirSync(found).map((name) => path.join(found, name));
  return folders.find((folder) => existsSync(path.join(folder, 'memory.json'))) ?? '';
}

const parsed = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** How often it was looked at documents, in whatever window. */
export const looks = (workbench: Workbench): number => parsed<{ readonly looks: number }>(path.join(memoryOf(workbench), 'memory.json')).looks;

/** Which window looks. */
export const leaseOf = (workbench: Workbench): { readonly window: string } => parsed(path.join(memoryOf(workbench), 'lease', 'lease.json'));

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
