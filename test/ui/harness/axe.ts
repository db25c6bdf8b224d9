import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { FrameLocator } from 'playwright-core';
import assert from 'node:assert/strict';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core finds wrong in a page of the extension, a readable line for each place; none where all is well. */
export async function axeFindings(page: FrameLocator): Promise<string[]> {
  const body = await page.locator('body').elementHandle();
  const frame = await body?.ownerFrame();
  assert.ok(frame, 'the page of the extension is not there');
  await frame.evaluate(source);
  const { violations } = await frame.evaluate<AxeResults, string[]>(
    (values) => (globalThis as unknown as { axe: { run: (root: unknown, options: object) => Promise<AxeResults> } }).axe.run((globalThis as unknown as { document: unknown }).document, { runOnly: values }),
    rules,
  );
  return violations.flatMap(({ id, impact, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${impact}): ${help}: ${target.join(' ')}\n    ${(failureSummary ?? '').replaceAll('\n', '\n    ')}`));
}
