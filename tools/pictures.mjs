// @ts-check
// npm run pictures: makes the README's pictures in docs/pictures from the real editor, dark and light. On the sample workspace with a year of
// reflections, on a day that is always the same, so that they change only where the product does.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
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

/** What the editor shows for a moment only: a line that is dragged, work under way. */
const passing = ['.monaco-sash.hover', '.monaco-sash.active', '.activitybar .progress-badge', '.statusbar-item:has-text("Activating")'];

/** The sample, with its incident looked back at as far as the evidence. */
async function workspace() {
  const { makeSample } = await import('./sample/make.mjs');
  const folder = path.join(temporary(), 'payments');
  const { title } = makeSample(folder, { now: NOW, year: true });
  for (const file of incidentFiles(folder)) {
    /** @type {Incident} */
    const record = JSON.parse(readFileSync(file, 'utf8'));
    if (record.title === title && !record.reflection) writeFileSync(file, `${JSON.stringify(begun(record), null, 2)}\n`);
  }
  return folder;
}

/** @param {string} folder of the workspace */
function incidentFiles(folder) {
  const incidents = path.join(folder, '.lead-debrief', 'incidents');
  return readdirSync(incidents, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).map((name) => path.join(incidents, name));
}

/** Whether the answer is in the journal. @param {string} folder of the workspace */
const isWritten = (folder) => incidentFiles(folder).some((file) => readFileSync(file, 'utf8').includes(answer));

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
  const { changeSettings, servedSettings, themeName } = await import('./host/settings.mjs');
  await build();
  await packageExtension(vsixFile);
  const data = temporary();
  const clock = path.join(root, 'tools', 'pictures', 'clock.cjs');
  const options = {
    version: newest, vsix: vsixFile, data,
    settings: { 'leadDebrief.timeZone': 'UTC', 'leadDebrief.prompt.enabled': false, 'remote.autoForwardPorts': false, 'workbench.reduceMotion': 'on', 'window.commandCenter': false, 'workbench.layoutControl.enabled': false },
    env: { NODE_OPTIONS: `--require "${clock}"`, PICTURES_NOW: NOW },
  };
  const server = await serveWorkbench(options);
  const { executablePath, env } = await provisionBrowser();
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ executablePath, env: /** @type {Record<string, string>} */ (env), args: browserArguments, ...signals });
  onStop(() => browser.close());
  const content = `globalThis.picturesNow = ${JSON.stringify(NOW)};\n${readFileSync(clock, 'utf8')}`;
  return {
    /** A window in a theme. @param {keyof typeof themes} theme */
    open: async (theme) => {
      changeSettings(servedSettings(data), { 'workbench.colorTheme': themeName(server.prepared.vscode, theme) });
      const page = await browser.newPage({ viewport: window });
      page.setDefaultTimeout(PATIENCE);
      await page.addInitScript({ content });
      await page.goto(server.address(folder, [['skipWelcome', 'true']]));
      return page;
    },
  };
}

/** Our page in the side bar, or in the editor area. @param {Page} page @param {'view' | 'panel'} which @returns {FrameLocator} */
function ours(page, which) {
  const view = '[src*="purpose=webviewView"]';
  const frame = page.locator(`iframe.webview.ready[src*="extensionId=lead-debrief"]${which === 'view' ? view : `:not(${view})`}`);
  return frame.filter({ visible: true }).first().contentFrame().frameLocator('#active-frame');
}

/** Opens the side bar, with all of its room for growth, and goes on with the reflection. @param {Page} page */
async function goOn(page) {
  await page.locator(container).first().click();
  await page.locator('.part.sidebar .pane-header[aria-label^="History"][aria-expanded="true"]').click();
  await ours(page, 'view').getByRole('button', { name: 'Continue' }).click();
  await ours(page, 'panel').locator('.moment').first().waitFor();
}

/** Marks a moment, and answers its question. @param {FrameLocator} panel */
async function answerQuestion(panel) {
  const odd = panel.locator('.row', { hasText: '<b>' }); // the sample's, for tests: not for a picture
  await odd.getByRole('button', { name: 'Hide' }).click();
  await odd.waitFor({ state: 'detached' });
  await panel.locator('.moment', { hasText: 'Revert' }).first().click();
  await panel.locator('.answer #look').fill(answer);
  await panel.locator('.offer', { hasText: 'I should have' }).waitFor();
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
  for (const busy of passing) await page.locator(busy).first().waitFor({ state: 'hidden' });
  await (part ?? page).screenshot({ path: file });
  console.log(`${file} (${Math.round(statSync(file).size / 1000)} KB)`);
}

await enter(async () => {
  await setUp();
  const folder = await workspace();
  const editor = await openEditor(folder);
  mkdirSync(pictures, { recursive: true });
  for (const [theme, body] of /** @type {[keyof typeof themes, string][]} */ (Object.entries(themes))) {
    const page = await editor.open(theme);
    await goOn(page);
    if (theme === 'dark') await answerQuestion(ours(page, 'panel'));
    while (!isWritten(folder)) await pause(100);
    await ours(page, 'panel').locator('.saved:not(.pending)', { hasText: /^Saved$/ }).waitFor();
    await ours(page, 'panel').locator('#root h1').click();
    for (const which of /** @type {const} */ (['view', 'panel'])) await ours(page, which).locator(`body.${body}`).waitFor();
    await take(page, `reflection-${theme}`);
    await widenSidebar(page, 420);
    await take(page, `growth-${theme}`, page.locator('.part.sidebar'));
    await page.close();
  }
  return 0;
});
