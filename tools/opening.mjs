// @ts-check
// What npm start does once the dependencies are there.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findDesktop, openDesktop } from './host/desktop.mjs';
import { newest, provisionServer, whyNotServed } from './host/provision.mjs';
import { serveWorkbench } from './host/workbench.mjs';
import { build, packageExtension } from './package.mjs';
import { vsixFile, workFolder } from './places.mjs';
import { onStop } from './processes.mjs';
import { Refusal } from './refusal.mjs';
import { copySample, stamp } from './workspace.mjs';

/** The port of the served editor: what a page remembers belongs to its port, so it is the same at each start. */
const PORT = 8127;
const folder = path.join(workFolder, 'start');
const runningFile = path.join(folder, 'running.json');
const journalFolder = '.lead-debrief';

/**
 * Prepares everything and keeps the editor open until it is closed or Ctrl+C.
 * @param {{ desktop: boolean, served: boolean, year: boolean, fresh: boolean, prepare: boolean }} wanted
 * @returns {Promise<number>} the exit code
 */
export async function start(wanted) {
  refuseSecond();
  if (wanted.fresh) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  mkdirSync(folder, { recursive: true });
  if (wanted.prepare) {
    await Promise.all([prepareWorkspace(wanted.year), build({ forDebugging: true })]);
    return 0;
  }
  const profile = path.join(folder, 'desktop');
  const desktop = wanted.served ? { reason: undefined } : await findDesktop(profile);
  if (wanted.desktop && !('command' in desktop)) throw new Refusal(desktop.reason ?? 'Choose one of --desktop and --served.');
  keepOthersOut();
  const editor = 'command' in desktop ? undefined : prepareServed(desktop.reason);
  const [workspace] = await Promise.all([prepareWorkspace(wanted.year), preparePackage(), editor]);
  return 'command' in desktop ? openDesktop({ ...desktop, vsix: vsixFile, workspace, profile }) : serve(workspace);
}

async function preparePackage() {
  await build();
  await packageExtension(vsixFile);
}

/** @param {string | undefined} whyNotDesktop */
async function prepareServed(whyNotDesktop) {
  const reason = whyNotServed();
  if (reason) throw new Refusal([reason, whyNotDesktop].filter(Boolean).join(' '));
  await provisionServer(newest);
}

/** @param {string} workspace @returns {Promise<number>} */
async function serve(workspace) {
  const options = { version: newest, vsix: vsixFile, data: path.join(folder, 'served'), token: keptToken() };
  const server = await serveWorkbench({ ...options, port: PORT }).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return serveWorkbench(options);
  });
  const address = server.address(workspace);
  writeFileSync(runningFile, JSON.stringify({ pid: process.pid, address }));
  onStop(() => server.stop());
  console.log(`\nLead Debrief runs in VS Code ${newest}, on a sample workspace. Open this address in a browser:\n\n  ${address}\n\nCtrl+C ends it.`);
  throw new Refusal(`The editor ended by itself:\n${await server.stopped}`);
}

/** The same token at each start, so that the address stays good. */
function keptToken() {
  const file = path.join(folder, 'token');
  if (!existsSync(file)) writeFileSync(file, randomBytes(16).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/**
 * The sample workspace for this start. It is made again when it is out of date; the journal in it stays, for somebody wrote it.
 * @param {boolean} year
 */
async function prepareWorkspace(year) {
  const workspace = path.join(folder, year ? 'payments-year' : 'payments');
  const stampFile = `${workspace}.stamp`;
  if (existsSync(workspace) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()) return workspace;
  const fresh = `${workspace}.new`;
  await copySample(fresh, { year });
  const written = path.join(workspace, journalFolder);
  if (existsSync(written)) {
    rmSync(path.join(fresh, journalFolder), { recursive: true, force: true });
    renameSync(written, path.join(fresh, journalFolder));
  }
  rmSync(workspace, { recursive: true, force: true, maxRetries: 5 });
  renameSync(fresh, workspace);
  writeFileSync(stampFile, stamp());
  return workspace;
}

/** One start at a time in a checkout: both would write to one profile. */
function refuseSecond() {
  if (!existsSync(runningFile)) return;
  const { pid, address } = JSON.parse(readFileSync(runningFile, 'utf8'));
  if (!isStart(pid)) return;
  throw new Refusal(`Lead Debrief is already running here (process ${pid})${address ? `: ${address}` : ''}. Stop that one first.`);
}

/** Whether that process is a start of ours: after a crash its id may be somebody else's. @param {number} pid */
function isStart(pid) {
  try {
    process.kill(pid, 0);
    const command = `/proc/${pid}/cmdline`;
    return !existsSync(command) || readFileSync(command, 'utf8').includes('start.mjs');
  } catch {
    return false;
  }
}

function keepOthersOut() {
  writeFileSync(runningFile, JSON.stringify({ pid: process.pid }));
  onStop(() => rmSync(runningFile, { force: true }));
}
