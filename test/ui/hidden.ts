// Whether anything of a journal is to be seen, heard or found in a window.
import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { until } from './harness/until';
import type { Workbench } from './workbench';

/** The editor says the title of its window to a screen reader as it was when the command center was drawn, and never again (seen with VS Code 1.139). */
const STALE = / aria-description="Search [^"]*"/g;

declare const window: { find(text: string): boolean };

/** Waits until our pages are covered, or are not. */
export async function covered(pages: readonly FrameLocator[], isCovered: boolean): Promise<void> {
  for (const page of pages) await page.locator(isCovered ? '#cover' : '#root > *').first().waitFor({ state: 'visible' });
}

/** None of the words stands in the workbench, in whatever attribute, or in what our pages show, say to a screen reader, or find. */
export async function showsNone(workbench: Workbench, pages: readonly FrameLocator[], words: readonly string[]): Promise<void> {
  let left: string[] = [];
  await until('the workbench to show nothing', async () => {
    const html = (await workbench.page.content()).replaceAll(STALE, '');
    left = words.flatMap((each) => (html.includes(each) ? html.slice(Math.max(0, html.indexOf(each) - 300), html.indexOf(each) + 60) : []));
    return left.length === 0;
  }).catch(() => assert.fail(`the workbench shows ${left.join('\n')}`));
  for (const page of pages) {
    const body = page.locator('body');
    const [seen, heard] = [await body.innerText(), await body.ariaSnapshot()];
    for (const each of words) {
      assert.ok(!seen.includes(each) && !heard.includes(each), `a page shows ${each}: ${seen}\n${heard}`);
      assert.equal(await body.evaluate((_, text) => window.find(text), each), false, `a page finds ${each}`);
    }
  }
}

/** The same, and it does not even stand in the pages. */
export async function holdsNone(pages: readonly FrameLocator[], words: readonly string[]): Promise<void> {
  for (const page of pages) {
    const html = await page.locator('body').innerHTML();
    for (const each of words) assert.ok(!html.includes(each), `a page holds ${each}`);
  }
}
