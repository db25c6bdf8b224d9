// The served workbench with the packaged extension, for tests that look at it from outside as a person does.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, ConsoleMessage, FrameLocator, Locator, Page } from 'playwright-core';
import type { Version } from '../../tools/host/provision.mjs';
import { newest } from '../../tools/host/provision.mjs';
import type { Server } from '../../tools/host/server.mjs';
import type { Settings, ThemeKind } from '../../tools/host/settings.mjs';
import { changeSettings, servedMachineSettings, themeKinds, themeName } from '../../tools/host/settings.mjs';
import { serveWorkbench } from '../../tools/host/workbench.mjs';
import { rememberFolders } from '../../tools/host/workspaceFile.mjs';
import { axeFindings } from './harness/axe';
import type { Viewport } from './harness/browser';
import { openContext } from './harness/browser';
import { extensionHosts } from './harness/extensionHost';
import { freshFolder } from './harness/folders';
import { remembers } from './harness/memory';
import { QuickInput } from './harness/quickInput';
import { until } from './harness/until';
import { vsix } from './harness/vsix';

const OURS = 'extensionId=lead-debrief.lead-debrief';
const VIEW = 'purpose=webviewView';
const place = '.action-label[class*="workbench-view-extension-leadDebrief"]';
const usual: Settings = {
  // What it asks depends on the hour: a test that wants to be asked turns it on.
  'leadDebrief.prompt.enabled': false,
  // The sample workspace tells of incidents too: a test that is about finding them turns it on.
  'leadDebrief.sources.documents': false,
  'leadDebrief.sources.git': false,
  // A page that was opened a moment ago may take the focus late, and would close the palette between two clicks of a test.
  'workbench.quickOpen.closeOnFocusLost': false,
};
const container = `.activitybar ${place}`;

export interface WorkbenchOptions {
  /** A folder or a .code-workspace file; a window without a folder where absent. */
  readonly folder?: string;
  /** User settings beside those that keep the editor quiet. */
  readonly settings?: Settings;
  /** VSCODE_HOST_VERSION, else the newest that is served. */
  readonly version?: Version;
  /** A folder that keeps what editor and browser remember, to open them again as they were. Fresh and forgotten where absent. */
  readonly profile?: string;
  /** What a page remembers belongs to its port. The profile's own, else any free one, where absent. */
  readonly port?: number;
  readonly viewport?: Viewport;
  /** false: Restricted Mode. */
  readonly trust?: boolean;
  readonly theme?: ThemeKind;
  /** What the editor's processes see beside this one's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Folders of extensions that are there as if the editor brought them. The editor then has few others. */
  readonly beside?: readonly string[];
}

/** Opens the workbench and waits until the extension's place in the activity bar is there. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const version = options.version ?? (process.env.VSCODE_HOST_VERSION as Version | undefined) ?? newest;
  const data = path.join(options.profile ?? freshFolder(), 'editor');
  const port = options.port ?? rememberedPort(options.profile);
  const server = await serveWorkbench({
    version, data, vsix: await vsix(), trust: options.trust ?? true, lean: Boolean(process.env.TEST_LEAN),
    ...(options.beside && { beside: options.beside }),
    ...(options.env && { env: options.env }),
    settings: { ...usual, ...options.settings },
    ...(port ? { port } : {}),
  });
  if (options.profile) writeFileSync(path.join(options.profile, 'port'), String(server.port));
  const context = await openContext(options.viewport ?? { width: 1400, height: 900 }, options.profile && path.join(options.profile, 'browser'));
  const running: Running = { server, context, data, windows: new Set(), hosts: new Map() };
  if (options.theme) changeSettings(servedMachineSettings(data), { 'workbench.colorTheme': themeName(server.prepared.vscode, options.theme) });
  return openWindow(running, options.folder);
}

function rememberedPort(profile: string | undefined): number | undefined {
  if (!profile) return undefined;
  mkdirSync(profile, { recursive: true });
  const file = path.join(profile, 'port');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

/** What the windows of one editor share. */
interface Running {
  readonly server: Server;
  readonly context: BrowserContext;
  readonly data: string;
  readonly windows: Set<Workbench>;
  /** Whose each extension host is, as far as somebody asked. */
  readonly hosts: Map<number, Workbench | 'gone'>;
}

async function openWindow(running: Running, folder: string | undefined): Promise<Workbench> {
  const blank = running.context.pages().find((page) => page.url() === 'about:blank'); // a browser with a profile opens one by itself
  const page = blank ?? (await running.context.newPage());
  const window = new Workbench(running, page);
  running.windows.add(window);
  if (folder?.endsWith('.code-workspace')) rememberFolders(running.server, running.data, folder);
  await page.goto(running.server.address(folder, [['skipWelcome', 'true']]));
  await window.ready();
  return window;
}

/** One window of a served editor. */
export class Workbench {
  readonly quickInput: QuickInput;
  /** What the page and the pages in it wrote to the browser's console. */
  readonly console: ConsoleMessage[] = [];
  /** The address of everything that was asked for. */
  readonly requests: string[] = [];

  constructor(
    private readonly running: Running,
    readonly page: Page,
  ) {
    this.quickInput = new QuickInput(page);
    page.on('console', (message) => this.console.push(message));
    page.on('request', (request) => this.requests.push(request.url()));
  }

  /** Waits until the workbench is drawn and knows our extension. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor();
    await this.page.locator(container).first().waitFor();
  }

  /** The profile: user settings, global storage, logs. */
  get data(): string {
    return this.running.data;
  }

  /** Runs the command whose line in the palette is exactly this, with its category: `Debrief: Show Growth`. */
  palette(title: string): Promise<void> {
    return this.quickInput.palette(title);
  }

  /** Shows our side bar. */
  async showSidebar(): Promise<void> {
    const item = this.page.locator('.activitybar .action-item', { has: this.page.locator(place) });
    const open = item.and(this.page.locator('.checked'));
    if (!(await open.isVisible())) await item.click(); // the badge covers the icon in it
    await open.waitFor();
  }

  /** Our page in the editor area that is shown. */
  panel(): FrameLocator {
    return this.shown(`:not([src*="${VIEW}"])`);
  }

  /** Our page in the side bar. */
  sidebarView(): FrameLocator {
    return this.shown(`[src*="${VIEW}"]`);
  }

  private shown(which: string): FrameLocator {
    return this.page.locator(`iframe.webview.ready[src*="${OURS}"]${which}`).filter({ visible: true }).first().contentFrame().frameLocator('#active-frame');
  }

  /** Changes settings; the editor follows by itself. */
  changeSettings(changes: Settings): void {
    changeSettings(servedMachineSettings(this.running.data), changes);
  }

  /** Changes the theme, and waits until the workbench and our pages show it. */
  async setTheme(kind: ThemeKind): Promise<void> {
    const { base, body } = themeKinds[kind];
    this.changeSettings({ 'workbench.colorTheme': themeName(this.running.server.prepared.vscode, kind) });
    const shown = this.page.locator(`.monaco-workbench.${base}`);
    // Once in a long while the editor hears of no change of that file any more (seen in one run of many): a window that is loaded anew reads it.
    await shown.waitFor({ timeout: 15_000 }).catch(() => this.reload());
    await shown.waitFor();
    await until(`our pages in ${kind}`, async () => {
      const kinds = await Promise.all(this.ourFrames().map((frame) => frame.locator('body').getAttribute('data-vscode-theme-kind')));
      return kinds.every((shown) => shown === body);
    });
  }

  private ourFrames() {
    return this.page.frames().filter((frame) => frame.url().includes('fake.html') && frame.parentFrame()?.url().includes(OURS));
  }

  /** What axe-core finds wrong in one of our pages, a readable line for each place. */
  axe(page: FrameLocator): Promise<string[]> {
    return axeFindings(page);
  }

  /** The editor's question in the middle of the window. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** Presses a key in that question, once it has the focus. */
  async pressInDialog(key: string): Promise<void> {
    await this.page.locator('.monaco-dialog-box:focus-within').waitFor();
    await this.page.keyboard.press(key);
  }

  /** Notifications that are shown. */
  toast(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast', { hasText: text });
  }

  /**
   * Loads the window anew, as closing and opening it would. The editor writes what it remembers of a window each five seconds: with
   * `remembered`, this first waits until that holds the given text (for instance what a page gave to `setState`).
   */
  async reload({ remembered }: { remembered?: string } = {}): Promise<void> {
    await this.page.bringToFront(); // the editor writes what it remembers only while the window has the focus
    if (remembered) await until(`the editor to remember ${remembered}`, () => remembers(this.page, remembered));
    await this.knowOthers();
    for (const pid of this.unclaimed()) this.running.hosts.set(pid, 'gone');
    await this.page.reload();
    await this.ready();
  }

  /**
   * Ends this window's extension host at once, and waits for the next: all extensions start anew. That takes half of what a reload takes, and the
   * pages stay as they are, without the one they talked to.
   */
  async killExtensionHost(): Promise<void> {
    await this.knowOthers();
    const killed = await this.extensionHostPid();
    process.kill(killed, 'SIGKILL');
    const start = this.page.getByRole('button', { name: 'Restart Remote Extension Host' }); // what the editor does by itself twice in five minutes
    await until('another extension host', async () => {
      if (this.unclaimed().some((pid) => pid !== killed)) return true;
      if (await start.isVisible()) await start.click({ timeout: 1_000 });
      return false;
    });
  }

  /** The process of this window's extension host, once there is one: to end it in a test. */
  async extensionHostPid(): Promise<number> {
    const { hosts } = this.running;
    const pid = await until('an extension host', () => this.unclaimed().find((each) => hosts.get(each) === this) ?? this.unclaimed().at(-1));
    hosts.set(pid, this);
    return pid;
  }

  /** Asks whose the other extension hosts are, so that one that comes is this window's. */
  private async knowOthers(): Promise<void> {
    await Promise.all([...this.running.windows].map((window) => window !== this && window.extensionHostPid()));
  }

  /** Those that are no other window's, nor of an earlier load of this one. */
  private unclaimed(): number[] {
    const { server, hosts } = this.running;
    return extensionHosts(server.pid).filter((pid) => (hosts.get(pid) ?? this) === this);
  }

  /** A second window of the same editor, on the same folder or another. */
  async openWindow(folder?: string): Promise<Workbench> {
    await this.extensionHostPid();
    return openWindow(this.running, folder);
  }

  /** Closes this window; with the last one, the editor and what it wrote that nobody asked to keep. */
  async close(): Promise<void> {
    await this.page.close();
    this.running.windows.delete(this);
    if (this.running.windows.size > 0) return;
    await this.running.context.close();
    await this.running.server.stop();
  }
}
