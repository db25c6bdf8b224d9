// What is found, as documents tell it, as the settings and *Why Did It Ask?* show it, and as the looks remember it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from './harness/until';
import { daysAgo } from './journalFiles';
import type { Workbench } from './workbench';

export const TITLE = 'Checkout answered with 502';

/** A document as a team writes it, two days ago. */
export function report(ended = '15:40'): string {
  const day = daysAgo(2).slice(0, 10);
  return `# ${TITLE}\n\n**Date:** ${day}\n**Severity:** SEV-2\n\n## Impact\n\nShops could not sell for an hour and a half.\n\n## Timeline\n\nAll times in UTC.\n\n- 14:05 The first alert fires\n- 14:20 The pool is found to be full\n- ${ended} Errors are gone, resolved\n\n## Root cause\n\nA pool that was too small.\n\n## Action items\n\n- [ ] Raise the pool\n`;
}

/** Turns the one setting that the settings show on or off, and leaves them: they are a window over the others. */
export async function tick({ page }: Workbench, label: string): Promise<void> {
  const labels = page.locator('.settings-editor .setting-item-label');
  await labels.filter({ hasText: label }).waitFor();
  await until('only that setting', async () => (await labels.count()) === 1);
  await page.locator('.settings-editor .setting-value-checkbox').click();
  await page.keyboard.press('Escape');
  await page.locator('.part.titlebar').click({ position: { x: 200, y: 10 } }); // nothing is asked in a window without the focus, which went with the settings
}

/** *Why Did It Ask?*, with a line as it should be; leaves it open. */
export async function whySays(workbench: Workbench, label: string, expected: RegExp): Promise<void> {
  const { quickInput } = workbench;
  await until(`the line ${label}`, async () => {
    await workbench.palette('Debrief: Why Did It Ask?');
    await quickInput.title.filter({ hasText: 'Why Did It Ask?' }).waitFor();
    const meta = quickInput.row(label).locator('.quick-input-list-label-meta');
    await meta.waitFor();
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
