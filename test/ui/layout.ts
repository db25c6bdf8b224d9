// What is wrong with how a page of ours is laid out, and how to give it a width.
import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { until } from './harness/until';
import type { Workbench } from './workbench';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** As much of a page as is used here: tests are compiled without its types. */
interface PageElement {
  readonly tagName: string;
  readonly id: string;
  readonly textContent: string | null;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly parentElement: PageElement | null;
  readonly control?: PageElement;
  readonly outerHTML: string;
  getBoundingClientRect(): Box;
  scrollIntoView(options: object): void;
  contains(other: PageElement | null): boolean;
  closest(selector: string): PageElement | null;
  matches(selector: string): boolean;
  checkVisibility(options?: object): boolean;
  focus(): void;
}
declare const document: {
  readonly documentElement: PageElement;
  readonly activeElement: PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  elementFromPoint(x: number, y: number): PageElement | null;
};
declare const getComputedStyle: (element: PageElement) => { outlineStyle: string; outlineWidth: string; outlineColor: string };
declare const innerWidth: number;

/** A readable line for each thing that scrolls sideways, sticks out, is covered, or shows no focus. Presses Tab once, so that the focus shows at all. */
export async function layoutFindings(workbench: Workbench, page: FrameLocator): Promise<string[]> {
  await page.locator('button:visible').first().focus();
  await workbench.page.keyboard.press('Tab');
  return page.locator(':root').evaluate(() => {
    const found: string[] = [];
    const name = (element: PageElement) => element.outerHTML.slice(0, 90);
    const controls = [...document.querySelectorAll('button, input, select, textarea, summary, a[href]')].filter((each) => each.checkVisibility() && !each.matches(':disabled'));
    for (const each of [document.documentElement, ...document.querySelectorAll('body, main, header, footer, nav, section, fieldset')]) {
      if (each.scrollWidth > each.clientWidth + 1 && each.checkVisibility() && !each.matches('.visually-hidden, .visually-hidden *, fieldset')) found.push(`wider than its place: ${name(each)}`);
    }
    for (const each of document.querySelectorAll('body *')) {
      if (each.closest('.visually-hidden, svg, .steps .name') || !each.checkVisibility()) continue;
      const { right, left, width } = each.getBoundingClientRect();
      if (width > 0 && (right > innerWidth + 1 || left < -1)) found.push(`sticks out: ${name(each)}`);
    }
    for (const each of controls) {
      each.scrollIntoView({ block: 'nearest' });
      const { left, top, width, height } = each.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      if (!there || !(each.contains(there) || there.contains(each) || there.closest('label')?.control === each)) found.push(`covered by ${there ? name(there) : 'nothing'}: ${name(each)}`);
    }
    const outlined = (element: PageElement | null, up = 3): boolean => {
      if (!element || up === 0) return false;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      const shows = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && !/, 0\)$|^transparent$/.test(outlineColor);
      return shows || outlined(element.parentElement, up - 1);
    };
    for (const each of controls) {
      each.focus();
      if (document.activeElement === each && !outlined(each)) found.push(`shows no focus: ${name(each)}`);
    }
    return [...new Set(found)];
  });
}

const widthOf = (page: FrameLocator): Promise<number> => page.locator(':root').evaluate(() => innerWidth);

/** Makes the window so wide that the page in the editor area has this width, in px. */
export async function setPanelWidth(workbench: Workbench, width: number, height: number): Promise<void> {
  await until(`a panel of ${width} px`, async () => {
    const now = await widthOf(workbench.panel());
    const size = workbench.page.viewportSize();
    assert.ok(size);
    if (now === width && size.height === height) return true;
    await workbench.page.setViewportSize({ width: size.width + width - now, height });
    return false;
  });
}

/** Draws the edge of the side bar until the page in it has this width, in px. */
export async function setSidebarWidth(workbench: Workbench, width: number): Promise<void> {
  const { page } = workbench;
  await until(`a side bar of ${width} px`, async () => {
    const now = await widthOf(workbench.sidebarView());
    if (now === width) return true;
    const box = await page.locator('.part.sidebar').boundingBox();
    assert.ok(box);
    const [x, y] = [box.x + box.width, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (width - now) / 2, y);
    await page.mouse.move(x + width - now, y);
    await page.mouse.up();
    return false;
  });
}
