// One browser for all tests of a process. What a file of tests opened in it is closed when that file is over.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, LaunchOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { browserArguments } from '../../../tools/host/browserArguments.mjs';
import { provisionBrowser } from '../../../tools/host/provision.mjs';
import { workFolder } from '../../../tools/places.mjs';
import { stopAll } from '../../../tools/processes.mjs';
import { whenAllIsOver, whenFailed, whenFileIsOver } from './rootHooks';
import { PATIENCE } from './until';

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

const pictures = path.join(workFolder, 'pictures');
/** So many characters of what each page says are enough to see where a test stopped. */
const WORDS = 700;
const contexts = new Set<BrowserContext>();
const openPages = new Set<Page>();
let shared: Promise<Browser> | undefined;

/**
 * The browser's own handling of signals would end it before the editor's processes are ended. Most windows live for a minute: in a lean run
 * nothing is spent on compiling the editor's scripts a second time, better.
 */
async function launchOptions(): Promise<LaunchOptions> {
  const { executablePath, env } = await provisionBrowser();
  const args = [...browserArguments, ...(process.env.TEST_LEAN ? ['--js-flags=--no-opt'] : [])];
  return { executablePath, env, args, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
}

/** A new, empty context in the shared browser; with `profile`, a browser of its own that remembers what it showed there before. */
export async function openContext(viewport: Viewport, profile?: string): Promise<BrowserContext> {
  const context = profile
    ? await chromium.launchPersistentContext(profile, { ...(await launchOptions()), viewport })
    : await (await sharedBrowser()).newContext({ viewport });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(preparePage);
  contexts.add(context);
  context.on('close', () => contexts.delete(context));
  for (const page of context.pages()) watch(page);
  context.on('page', watch);
  return context;
}

function watch(page: Page): void {
  openPages.add(page);
  page.on('close', () => openPages.delete(page));
}

/**
 * Runs in each page before its own scripts. What compiles the tests wraps named functions in a call of `__name`: a function that is
 * evaluated in a page needs it there. And a headless browser on a busy machine may give the workbench no idle moment for half a minute, so
 * that it never writes what it remembers; without `requestIdleCallback` it uses a timer, as in browsers that lack it.
 */
const preparePage = `
  globalThis.__name = (value) => value;
  if (window === window.top) delete window.requestIdleCallback;
`;

function sharedBrowser(): Promise<Browser> {
  shared ??= launchOptions().then((options) => chromium.launch(options));
  return shared;
}

/** Takes a picture of every open page into .cache/pictures. Gives the words on them. */
async function takePictures(title: string): Promise<string> {
  mkdirSync(pictures, { recursive: true });
  const name = title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 120);
  const words: string[] = [];
  for (const [index, page] of [...openPages].entries()) {
    const file = path.join(pictures, `${name}${index > 0 ? `-${index + 1}` : ''}.png`);
    try {
      await page.screenshot({ path: file, timeout: 5_000 });
      console.log(`      the screen is in ${file}`);
      words.push(await wordsOn(page));
    } catch {
      // The page hangs or is gone: the test's own error says more.
    }
  }
  return words.join('\n');
}

/** What a page and the pages in it say in short, a line for each. */
async function wordsOn(page: Page): Promise<string> {
  const frames = page.frames().filter((frame) => !frame.url().includes('ExtensionHost')); // the editor's own worker: a script, no page
  const texts = await Promise.all(frames.map((frame) => frame.locator('body').innerText({ timeout: 1_000 }).catch(() => '')));
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim().slice(0, WORDS)).filter(Boolean).join('\n');
}

whenFailed.add(takePictures);

whenFileIsOver.add(async () => {
  await Promise.all([...contexts].map((context) => context.close()));
  await stopAll();
});

whenAllIsOver.add(async () => {
  await (await shared)?.close();
});
