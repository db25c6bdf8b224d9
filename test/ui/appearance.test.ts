import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { ThemeKind } from '../../tools/host/settings.mjs';
import { workFolder } from '../../tools/places.mjs';
import { breakOne, furnished, looks } from './appearance';
import { dashboardOf } from './dashboard';
import { covered } from './hidden';
import { layoutFindings, setPanelWidth, setSidebarWidth } from './layout';
import type { Workbench } from './workbench';
import { openWorkbench } from './workbench';

const MATRIX = Boolean(process.env.MATRIX);
const themes = ['dark', 'light', 'hc', 'hc-light'] as const;
const WIDTHS = [480, 720, 1600];
const SIDEBARS = [220, 300, 640, 1200];
/** In each run every screen is looked at once, and every theme; `npm run test:matrix` looks at all of them in all. */
const chosen: Record<ThemeKind, string[]> = {
  dark: ['lastPlan', 'evidence', 'recall', 'letter', 'share'],
  light: ['facts', 'ratings', 'summary', 'letter', 'share-html'],
  hc: ['guess', 'nextPlan', 'ratings-clash', 'letter', 'share-html'],
  'hc-light': ['guess-locked', 'evidence', 'failed', 'letter', 'share'],
};

describe('how it looks', function () {
  if (MATRIX) this.timeout(1_200_000);
  let workbench: Workbench;

  before(async () => {
    const journal = await furnished();
    workbench = await openWorkbench({ folder: journal.workspace, viewport: { width: 1200, height: 900 }, settings: { 'leadDebrief.timeZone': 'UTC' } });
    await dashboardOf(workbench);
    await breakOne(workbench, journal);
  });
  after(() => workbench?.close());

  const look = async (name: string): Promise<FrameLocator> => {
    const show = looks[name] ?? assert.fail(`there is no look called ${name}`);
    return (await show(workbench)).page;
  };

  /** The page and no more: its body may reach below its frame. */
  async function picture(page: FrameLocator, name: string): Promise<void> {
    if (!MATRIX) return;
    const folder = path.join(workFolder, 'pictures', 'matrix');
    mkdirSync(folder, { recursive: true });
    const frame = await (await page.locator('body').elementHandle())?.ownerFrame();
    const clip = await (await frame?.frameElement())?.boundingBox();
    await workbench.page.screenshot({ path: path.join(folder, `${name}.png`), ...(clip && { clip }) });
  }

  for (const theme of themes) {
    it(`${theme}: nothing that axe finds wrong on ${MATRIX ? 'any screen' : 'these screens'}, on the dashboard, and on what covers them`, async () => {
      await workbench.setTheme(theme);
      const found: string[] = [];
      for (const width of MATRIX ? WIDTHS : [720]) {
        await look('facts');
        await setPanelWidth(workbench, width, 900);
        for (const name of MATRIX ? Object.keys(looks) : chosen[theme]) {
          const page = await look(name);
          await picture(page, `${name}-${theme}-${width}`);
          found.push(...(await workbench.axe(page)).map((line) => `${name}, ${width} px: ${line}`));
        }
      }
      found.push(...(await dashboardFindings(theme)), ...(await hiddenFindings(theme)));
      assert.deepEqual(found, []);
    });
  }

  async function hiddenFindings(theme: ThemeKind): Promise<string[]> {
    const { page } = await dashboardOf(workbench);
    const pages = [page, workbench.panel()];
    await workbench.palette('Debrief: Hide Contents');
    await covered(pages, true);
    const found: string[] = [];
    for (const each of pages) found.push(...(await workbench.axe(each)).map((line) => `hidden: ${line}`));
    await picture(workbench.panel(), `hidden-${theme}`);
    await workbench.palette('Debrief: Show Contents');
    await covered(pages, false);
    return found;
  }

  async function dashboardFindings(theme: ThemeKind): Promise<string[]> {
    const { page } = await dashboardOf(workbench);
    const found: string[] = [];
    await workbench.page.setViewportSize({ width: 1600, height: 900 });
    for (const width of MATRIX ? SIDEBARS : [300]) {
      await setSidebarWidth(workbench, width);
      for (const asTable of MATRIX || theme === 'light' ? [true, false] : [false]) {
        for (const table of await page.getByRole('button', { name: 'Show as table' }).all()) {
          if ((await table.getAttribute('aria-pressed')) !== String(asTable)) await table.click();
        }
        const name = page.getByRole('button', { name: 'Size up and declare', exact: true });
        if ((await name.getAttribute('aria-expanded')) === 'false') await name.click();
        await page.getByRole('list', { name: /^Occasions/ }).waitFor();
        await picture(page, `dashboard${asTable ? '-table' : ''}-${theme}-${width}`);
        found.push(...(await workbench.axe(page)).map((line) => `dashboard, ${width} px: ${line}`));
      }
    }
    await setSidebarWidth(workbench, 300);
    return found;
  }

  const sizes = [...WIDTHS.map((width) => ({ width, height: 900, why: `${width} px` })), { width: 640, height: 400, why: '200 % zoom' }];
  for (const { width, height, why } of sizes) {
    it(`${why}: no sideways scroll, nothing covered or cut off, the focus shows`, async () => {
      await look('facts');
      await setPanelWidth(workbench, width, height);
      const found: string[] = [];
      const names = MATRIX || why === '480 px' ? Object.keys(looks) : ['facts', 'evidence', 'ratings', 'nextPlan', 'share'];
      for (const name of names) {
        const page = await look(name);
        found.push(...(await layoutFindings(workbench, page)).map((line) => `${name}: ${line}`));
      }
      await setPanelWidth(workbench, 720, 900);
      assert.deepEqual(found, []);
    });
  }

  it('the side bar from 220 to 1200 px: no sideways scroll, nothing covered or cut off, the focus shows', async () => {
    const { page } = await dashboardOf(workbench);
    await workbench.page.setViewportSize({ width: 1600, height: 900 });
    const found: string[] = [];
    for (const width of SIDEBARS) {
      await setSidebarWidth(workbench, width);
      found.push(...(await layoutFindings(workbench, page)).map((line) => `${width} px: ${line}`));
    }
    assert.deepEqual(found, []);
  });
});
