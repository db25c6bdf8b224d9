import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { FrameLocator } from 'playwright-core';
import assert from 'node:assert/strict';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Violations = AxeResults['violations'];
declare const axe: { run(root: unknown, options: object): Promise<AxeResults> };
declare const document: { getAnimations(): readonly { readonly finished: Promise<unknown> }[] };

/** What axe-core finds wrong in a page of the extension, a readable line for each place; none where all is well. */
export async function axeFindings(page: FrameLocator): Promise<string[]> {
  const body = await page.locator('body').elementHandle();
  const frame = await body?.ownerFrame();
  assert.ok(frame, 'the page of the extension is not there');
  if (!(await frame.evaluate(() => typeof axe === 'object'))) await frame.evaluate(source);
  // A colour that is on its way from one theme to the next is nobody's choice.
  await frame.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => undefined));
  // All rules are tried all the same; a place where one holds is not described, nor sent here.
  const violations = await frame.evaluate<Violations, string[]>(
    async (values) => (await axe.run(document, { runOnly: values, resultTypes: ['violations'] })).violations,
    rules,
  );
  return violations.flatMap(({ id, impact, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${impact}): ${help}: ${target.join(' ')}\n    ${(failureSummary ?? '').replaceAll('\n', '\n    ')}`));
}
