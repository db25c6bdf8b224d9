// @ts-check
// npm run pictures: makes the README's pictures in docs/pictures from the real editor, dark and light. On the sample workspace with a year of
// reflections, on a day that is always the same, so that they change only where the product does.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './places.mjs';
import { onStop } from './processes.mjs';
import { enter } from './refusal.mjs';
import { setUp } from './setup.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').FrameLocator} FrameLocator */
/** @typedef {import('../src/core/journal/schema.ts').Incident} Incident */

/** A Friday morning; the sample's incident was the day before. */
const NOW = '2026-05-15T07:30:00Z';
const PATIENCE = 60_000;
const pictures = path.join(root, 'docs', 'pictures');
const window = { width: 1280, height: 860 };
const themes = /** @type {const} */ ({ dark: 'vscode-dark', light: 'vscode-light' });
const container = '.activitybar .action-label[class*="workbench-view-extension-leadDebrief"]';
const answer = 'The pool graph. Queue depth was rising the whole time, I should have opened that panel first.';

/** The sample, with its incident looked back at as far as the evidence. */
async function workspace() {
  const { makeSample } = await import('./sample/make.mjs');
  const folder = path.join(temporary(), 'payments');
  const { title } = makeSample(folder, { now: NOW, year: true });
  const incidents = path.join(folder, '.lead-debrief', 'incidents');
  const files = readdirSync(incidents, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  for (const file of files.map((name) => path.join(incidents, name))) {
    /** @type {Incident} */
    const record = JSON.parse(readFileSync(file, 'utf8'));
    if (record.title === title && !record.reflection) writeFileSync(file, `${JSON.stringify(begun(record), null, 2)}\n`);
  }
  return { folder, title };
}

/** @param {Incident} record @returns {Incident} */
function begun(record) {
  return {
    ...record,
    role: 'commander',
    outcome: 'rough',
    stakes: 'Card payments for all shops.',
    reflection: { path: 'short', started: NOW, screen: 'evidence', evidenceOpened: NOW, guess: { best: 'C1', costly: 'C4' } },
  };
}

/** A folder that is removed at the end. */
function temporary() {
  const folder = mkdtempSync(path.join(tmpdir(), 'ld-p-'));
  onStop(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** @param {string} folder */
async function openEditor(folder) {
  const [{ chromium }, { browserArguments }, { newest, provisionBrowser }, { serveWorkbench }, { build, packageExtension }, { vsixFile }] = await Promise.all([
    import('playwright-core'), import('./host/browserArguments.mjs'), import('./host/provision.mjs'), import('./host/workbench.mjs'), import('./package.mjs'), import('./places.mjs'),
  ]);
  await build();
  await packageExtension(vsixFile);
  const data = temporary();
  const clock = path.join(root, 'tools', 'pictures', 'clock.cjs');
  const options = {
    version: newest, vsix: vsixFile, data,
    settings: { 'leadDebrief.timeZone': 'UTC', 'window.commandCenter': false, 'workbench.layoutControl.enabled': false },
    env: { NODE_OPTIONS: `--require "${clock}"`, PICTURES_NOW: NOW },
  };
  const server = await serveWorkbench(options);
  const { executablePath, env } = await provisionBrowser();
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ executablePath, env: /** @type {Record<string, string>} */ (env), args: browserArguments, ...signals });
  onStop(() => browser.close());
  const page = await browser.newPage({ viewport: window });
  page.setDefaultTimeout(PATIENCE);
  await page.clock.setSystemTime(NOW);
  await page.goto(server.address(folder, [['skipWelcome', 'true']]));
  return { page, data, server };
}

/** Our page in the side bar, or in the editor area. @param {Page} page @param {'view' | 'panel'} which @returns {FrameLocator} */
function ours(page, which) {
  const view = '[src*="purpose=webviewView"]';
  const frame = page.locator(`iframe.webview.ready[src*="extensionId=lead-debrief"]${which === 'view' ? view : `:not(${view})`}`);
  return frame.filter({ visible: true }).first().contentFrame().frameLocator('#active-frame');
}

/** Opens the side bar and the reflection, marks a moment, and answers its question. @param {Page} page @param {string} title */
async function reflect(page, title) {
  await page.locator(container).first().click();
  await page.locator('.part.sidebar .monaco-list-row', { hasText: title }).click();
  const panel = ours(page, 'panel');
  await panel.locator('.moment', { hasText: 'Revert' }).first().click();
  await panel.locator('#look').fill(answer);
  await panel.locator('.saved', { hasText: 'Saved' }).waitFor();
  await panel.locator('h1').click();
}

/** Makes the side bar as wide as this. @param {Page} page @param {number} width */
async function widenSidebar(page, width) {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (!box) throw new Error('There is no side bar.');
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + width, middle, { steps: 5 });
  await page.mouse.up();
}

/** @param {Page} page @param {string} name @param {import('playwright-core').Locator} [part] the whole window where absent */
async function take(page, name, part) {
  const file = path.join(pictures, `${name}.png`);
  await page.mouse.move(window.width / 2, 5);
  await (part ?? page).screenshot({ path: file });
  console.log(`${file} (${Math.round(statSync(file).size / 1000)} KB)`);
}

await enter(async () => {
  await setUp();
  const { changeSettings, servedSettings, themeName } = await import('./host/settings.mjs');
  const { folder, title } = await workspace();
  const { page, data, server } = await openEditor(folder);
  mkdirSync(pictures, { recursive: true });
  await reflect(page, title);
  for (const [theme, body] of Object.entries(themes)) {
    changeSettings(servedSettings(data), { 'workbench.colorTheme': themeName(server.prepared.vscode, /** @type {keyof typeof themes} */ (theme)) });
    for (const which of /** @type {const} */ (['view', 'panel'])) await ours(page, which).locator(`body.${body}`).waitFor();
    await widenSidebar(page, 300);
    await take(page, `reflection-${theme}`);
    await widenSidebar(page, 420);
    await take(page, `growth-${theme}`, page.locator('.part.sidebar'));
  }
  return 0;
});
