// @ts-check
// Starts VS Code's own server (the code-server build) behind our front, and installs extensions into it.
import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { capture, onStop, startGroup, stopGroup } from '../processes.mjs';
import { Refusal } from '../refusal.mjs';
import { startFront } from './front.mjs';
import { provisionServer } from './provision.mjs';

/** How long the server and its extension hosts may take to end, in milliseconds: an extension may want to save. */
const PATIENCE = 2000;

/**
 * @typedef {object} ServerOptions
 * @property {import('./provision.mjs').Version} version
 * @property {string} data The profile: user settings, global storage, logs (`host.log` is the server's own).
 * @property {string} [extensions] Where extensions are installed; in the profile where absent.
 * @property {string} [builtIn] A folder with the editor's own extensions; all that it comes with where absent.
 * @property {number} [port] A free one where absent. What a page remembers belongs to its port.
 * @property {string} [token] Made up where absent.
 * @property {boolean} [trust] false: the workspace is not trusted until somebody says so. True where absent.
 * @property {boolean} [smokeDriver] Needed to run tests inside the extension host; hides notifications. False where absent.
 * @property {NodeJS.ProcessEnv} [env] What the editor sees beside this process's own environment.
 * @property {string} [locale]
 */

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {number} pid The server's process; extension hosts are its children.
 * @property {import('./provision.mjs').PreparedServer} prepared
 * @property {(folder?: string, payload?: [string, string][]) => string} address Opens the workbench on a folder, a .code-workspace file, or nothing.
 * @property {Promise<string>} stopped Settles when the server ends by itself, with what it said last.
 * @property {() => Promise<void>} stop Ends the server and all that it started.
 */

/**
 * Starts a server on 127.0.0.1 and waits until it listens. Rejects with the code EADDRINUSE where `port` is taken.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const prepared = await provisionServer(options.version);
  const token = options.token ?? randomBytes(12).toString('hex');
  const temporary = temporaryFolder();
  const socketPath = path.join(temporary, 's');
  mkdirSync(options.data, { recursive: true });
  const front = await startFront({ socketPath, data: options.data, token, port: options.port ?? 0 });
  onStop(front.close);
  const environment = { ...editorEnvironment(), TMPDIR: temporary, ...options.env };
  const child = startGroup(prepared.node, [prepared.main, ...argumentsFor(options, token, socketPath)], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] }, PATIENCE);
  const { listening, stopped } = follow(child, path.join(options.data, 'host.log'));
  await listening;
  return {
    port: front.port,
    pid: /** @type {number} */ (child.pid),
    prepared,
    address: (folder, payload = []) => addressOf(front.port, token, folder, payload),
    stopped,
    stop: async () => {
      front.close();
      await stopGroup(child);
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

/** Where the editor puts sockets and the like, which its processes leave behind when they are ended. The name is short: a socket's path holds about 100 characters. */
function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'ld-'));
  onStop(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Installs a packaged extension, replacing any version of it.
 * @param {{ version: import('./provision.mjs').Version, data: string, extensions?: string, vsix: string }} options
 */
export async function installExtension({ version, data, extensions, vsix }) {
  const { node, main } = await provisionServer(version);
  mkdirSync(data, { recursive: true });
  const folders = ['--server-data-dir', data, ...(extensions ? ['--extensions-dir', extensions] : [])];
  const { code, output } = await capture(node, [main, ...folders, '--install-extension', vsix, '--force'], { env: editorEnvironment() });
  if (code !== 0) throw new Refusal(`VS Code ${version} did not take ${vsix}:\n${output.trim()}`);
}

/** @param {ServerOptions} options @param {string} token @param {string} socketPath */
function argumentsFor(options, token, socketPath) {
  return [
    ...['--socket-path', socketPath, '--connection-token', token, '--server-data-dir', options.data],
    ...['--accept-server-license-terms', '--disable-telemetry', '--disable-update-check'],
    ...['--app-name', `VS Code ${options.version}`],
    ...(options.extensions ? ['--extensions-dir', options.extensions] : []),
    ...(options.builtIn ? ['--builtin-extensions-dir', options.builtIn] : []),
    ...(options.trust === false ? [] : ['--disable-workspace-trust']),
    ...(options.smokeDriver ? ['--enable-smoke-test-driver'] : []),
    ...(options.locale ? ['--locale', options.locale] : []),
  ];
}

/**
 * This process's environment without what another editor, npm or Node would read from it. No gallery: nothing is looked up. Said to come from
 * a terminal, as it does: else each extension host first asks a login shell for its environment, which can take seconds.
 */
function editorEnvironment() {
  const foreign = /^(VSCODE_(?!HOST_)|npm_|NODE_OPTIONS$|NODE_ENV$|ELECTRON_RUN_AS_NODE$)/;
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}', VSCODE_CLI: '1' };
}

/** @param {import('node:child_process').ChildProcess} child @param {string} logFile */
function follow(child, logFile) {
  const log = createWriteStream(logFile, { flags: 'a' });
  log.on('error', () => {}); // a profile that was removed while the editor was still closing
  let last = '';
  /** @type {Promise<string>} */
  const stopped = new Promise((resolve) => child.once('close', () => resolve(last)));
  /** @type {Promise<void>} */
  const listening = new Promise((resolve, reject) => {
    const read = (/** @type {Buffer} */ text) => {
      log.write(text);
      last = (last + text).slice(-4000);
      if (/agent listening on/.test(last)) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    stopped.then(() => reject(new Error(`VS Code's server ended before it listened:\n${last}`)));
  });
  return { listening, stopped };
}

/** @param {number} port @param {string} token @param {string | undefined} folder @param {[string, string][]} payload */
function addressOf(port, token, folder, payload) {
  const address = new URL(`http://127.0.0.1:${port}/?tkn=${token}`);
  if (folder === undefined) address.searchParams.set('ew', 'true');
  else address.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(folder));
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
