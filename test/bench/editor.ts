// The served editor for benches: our packaged extension, the probe and an empty extension installed in it, and one window of it in a browser.
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { browserArguments } from '../../tools/host/browserArguments.mjs';
import { newest, provisionBrowser } from '../../tools/host/provision.mjs';
import { installExtension, type Server, startServer } from '../../tools/host/server.mjs';
import { changeSettings, quiet, servedSettings } from '../../tools/host/settings.mjs';
import { vsixFile } from '../../tools/places.mjs';
import { onStop } from '../../tools/processes.mjs';
import { until } from '../ui/harness/until';
import { packageBareExtensions, type PROBE } from './bareExtensions';
import type { Answer, Order } from './probe/extension';

export const OURS = 'lead-debrief.lead-debrief';

/** A page was drawn, as it saw it itself (`inPage.js`); milliseconds since 1970. */
export interface Drawn {
  /** The first paint of any content. */
  readonly firstPaint: number;
  /** The frame in which its question stood on screen. */
  readonly screen: number;
}

/** Opens the editor on a folder. @param without leaves our extension out, to compare with */
export async function openEditor(folder: string, { without = false } = {}): Promise<BenchEditor> {
  const data = mkdtempSync(path.join(tmpdir(), 'ld-b-')); // short: sockets are made in it
  onStop(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
  const extensions = path.join(data, 'extensions');
  for (const vsix of [...(without ? [] : [vsixFile]), ...(await packageBareExtensions(path.join(data, 'packages')))]) await installExtension({ version: newest, data, extensions, vsix });
  changeSettings(servedSettings(data), { ...quiet, 'leadDebrief.prompt.enabled': false }); // what it asks depends on the hour
  const socket = path.join(data, 'probe');
  const server = await startServer({ version: newest, data, extensions, env: { BENCH_SOCKET: socket } });
  const { executablePath, env } = await provisionBrowser();
  const browser = await chromium.launch({ executablePath, env: env as Record<string, string>, args: browserArguments, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
  onStop(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const editor = new BenchEditor(server, browser, page, socket);
  await editor.open(folder);
  return editor;
}

export class BenchEditor {
  #drawn: Drawn | undefined;

  constructor(
    private readonly server: Server,
    private readonly browser: Browser,
    readonly page: Page,
    private readonly socket: string,
  ) {}

  async open(folder: string): Promise<void> {
    await this.page.exposeFunction('benchDrawn', (drawn: Drawn) => (this.#drawn = drawn));
    await this.page.addInitScript({ path: path.join(import.meta.dirname, 'inPage.js') });
    await this.page.goto(this.server.address(folder, [['skipWelcome', 'true']]));
    await until('the probe', () => this.run('bench.activations'));
  }

  /** Runs a command in the extension host, from within. Rejects where it fails. */
  async run(command: string, ...given: readonly unknown[]): Promise<Answer> {
    const answer = await ask(this.socket, { command, given });
    if (answer.failed !== undefined) throw new Error(`${command}: ${answer.failed}`);
    return answer;
  }

  /** Loads the window anew: its extension host is a new process. */
  async reload(): Promise<void> {
    const { pid } = await this.run('bench.activations');
    await this.page.reload();
    await until('a new extension host', async () => (await this.run('bench.activations')).pid !== pid);
  }

  /** Runs a command that opens a page, waits until that page is drawn, and closes it. Gives the milliseconds from the command on. */
  async draw(command: string, ...given: readonly unknown[]): Promise<Drawn> {
    const drawn = await this.show(command, ...given);
    await this.run('workbench.action.closeActiveEditor');
    return drawn;
  }

  /** The same, and leaves it open. */
  async show(command: string, ...given: readonly unknown[]): Promise<Drawn> {
    this.#drawn = undefined;
    const { at } = await this.run(command, ...given);
    const { firstPaint, screen } = await until(`the page of ${command} to be drawn`, () => this.#drawn);
    return { firstPaint: firstPaint - at, screen: screen - at };
  }

  /** The page of an extension that is shown. */
  frameOf(extension: typeof OURS | typeof PROBE): Promise<Frame> {
    return until(`a page of ${extension}`, () => this.page.frames().find((frame) => frame.url().includes('fake.html') && frame.parentFrame()?.url().includes(`extensionId=${extension}`)));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }
}

function ask(socketPath: string, order: Order): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ socketPath, method: 'POST', agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve(JSON.parse(text) as Answer)).on('error', reject);
    });
    request.on('error', reject).end(JSON.stringify(order));
  });
}
