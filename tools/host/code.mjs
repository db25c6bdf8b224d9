#!/usr/bin/env node
// @ts-check
// Stands in for the `code` executable where no desktop editor can be had: VS Code's server and a headless Chromium, started with the
// command line that @vscode/test-electron gives to the desktop editor. What the extension host's tests print goes to stdout, all else
// that the workbench logs to `workbench.log` in the profile; the exit code is that of the tests.
//   VSCODE_HOST_VERSION  which version (1.139 where absent)
//   VSCODE_HOST_TRUST    `ask`: the workspace is opened in Restricted Mode, whatever the command line says
import { appendFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { isStopping, onStop } from '../processes.mjs';
import { Refusal, enter } from '../refusal.mjs';
import { browserArguments } from './browserArguments.mjs';
import { newest, provisionBrowser, versions } from './provision.mjs';
import { startServer } from './server.mjs';
import { changeSettings, desktopSettings, quiet, readSettings, servedSettings } from './settings.mjs';
import { fewBuiltIn } from './workbench.mjs';
import { rememberFolders } from './workspaceFile.mjs';

/** What ended the run is not a test: the page, the browser or the server went away (EX_SOFTWARE). */
const BROKEN = 70;

/** What the workbench says on any start, and nobody needs to read. */
const noise = new RegExp(
  `^(${[
    'Creation of workbench contribution',
    'Resolv(ing|ed) connection token',
    'Creating a socket',
    '\\[reconnection-grace-time\\]',
    'Ignoring fetching additional builtin',
    'Updating additional builtin',
    '\\[AgentHost',
    '\\[AccountPolicyGate\\]',
    '\\[Service Worker\\]',
    'ChatSessionStore:',
    'Timed out waiting for authentication provider',
    '\\[DefaultAccount\\]',
    '\\[chat-stt\\]',
    'An iframe which has both allow-scripts and allow-same-origin',
    'Trace: ',
    'Canceled: Canceled',
    'No search provider registered for scheme',
    'An unknown error occurred. Please consult the log',
  ].join('|')})`,
);

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
    'disable-extensions': { type: 'boolean' },
    'disable-workspace-trust': { type: 'boolean' },
    locale: { type: 'string' },
    version: { type: 'boolean' },
  },
});

/** @param {string} name @returns {string | undefined} */
function text(name) {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** @returns {import('./provision.mjs').Version} */
function wantedVersion() {
  const version = process.env.VSCODE_HOST_VERSION ?? newest;
  if (version in versions) return /** @type {import('./provision.mjs').Version} */ (version);
  throw new Refusal(`VSCODE_HOST_VERSION is ${version}; served are ${Object.keys(versions).join(' and ')}.`);
}

/** @param {number} port @returns {[string, string][]} */
function payload(port) {
  const remote = (/** @type {string} */ file) => `vscode-remote://127.0.0.1:${port}${path.resolve(file)}`;
  const developed = /** @type {string[]} */ (values.extensionDevelopmentPath ?? []);
  const tests = text('extensionTestsPath');
  return [
    ['skipWelcome', 'true'],
    ...developed.map((folder) => /** @type {[string, string]} */ (['extensionDevelopmentPath', remote(folder)])),
    ...(tests ? [/** @type {[string, string]} */ (['extensionTestsPath', remote(tests)])] : []),
    ...(values['disable-extensions'] ? [/** @type {[string, string]} */ (['disableExtensions', 'true'])] : []),
  ];
}

/** What is in the settings of a desktop profile holds here too. @param {string} data @param {boolean} restricted */
function writeSettings(data, restricted) {
  const trust = restricted ? { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' } : {};
  changeSettings(servedSettings(data), { ...quiet, ...trust, ...readSettings(desktopSettings(data)) });
}

/** Opens the workbench in a browser and gives the exit code of the tests. @param {import('./server.mjs').Server} server @param {string} data */
async function runTests(server, data) {
  const { executablePath, env } = await provisionBrowser();
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ executablePath, env: /** @type {Record<string, string>} */ (env), args: browserArguments, ...signals });
  onStop(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const log = path.join(data, 'workbench.log');
  let over = false;
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ kind, /** @type {unknown[]} */ parts) => {
    const line = `${format(...parts)}\n`;
    appendFileSync(log, line);
    if (!over && !noise.test(line)) (kind === 'error' ? process.stderr : process.stdout).write(line);
  });
  const [folder] = positionals;
  if (folder?.endsWith('.code-workspace')) rememberFolders(server, data, folder);
  return new Promise((resolve) => {
    const end = (/** @type {number} */ code) => {
      over = true;
      resolve(code);
    };
    const broken = (/** @type {string} */ sentence) => {
      if (!over && !isStopping()) console.error(sentence);
      end(BROKEN);
    };
    page.on('crash', () => broken('The page of the editor crashed.'));
    browser.on('disconnected', () => broken('The browser went away.'));
    server.stopped.then((last) => broken(`The editor's server went away.\n${last}`));
    page
      .exposeFunction('codeAutomationExit', end)
      .then(() => page.goto(server.address(folder, payload(server.port))))
      .catch((error) => broken(`The editor could not be opened: ${error.message}`));
  });
}

/** Whoever started this may be ended in a way that does not reach it. @param {() => void} end */
function endWithParent(end) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), 500).unref();
}

await enter(async () => {
  endWithParent(() => process.kill(process.pid, 'SIGTERM'));
  const version = wantedVersion();
  if (values.version) {
    console.log(`${versions[version]}\n(served)\n${process.arch}`);
    return 0;
  }
  if (!text('extensionTestsPath')) throw new Refusal('This editor only runs tests: --extensionTestsPath is missing.');
  const data = path.resolve(text('user-data-dir') ?? mkdtempSync(path.join(tmpdir(), 'lead-debrief-')));
  const restricted = process.env.VSCODE_HOST_TRUST === 'ask';
  const extensions = text('extensions-dir');
  const locale = text('locale');
  mkdirSync(data, { recursive: true });
  writeSettings(data, restricted);
  const server = await startServer({
    version,
    data,
    smokeDriver: true,
    trust: !restricted && values['disable-workspace-trust'] === true,
    ...(extensions ? { extensions: path.resolve(extensions) } : {}),
    ...(process.env.TEST_LEAN ? { builtIn: await fewBuiltIn(version, data) } : {}),
    ...(locale ? { locale } : {}),
  });
  return runTests(server, data);
});
