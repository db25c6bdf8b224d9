// @ts-check
// Every process that the tools start is the leader of a group of its own, so that ending it ends its children too: the editor's server
// leaves its extension host running when it is asked alone (seen for over 60 s).
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a group may take to end by itself, in milliseconds: enough for one that has groups of its own to end. */
const PATIENCE = 6000;
const windows = process.platform === 'win32';

/** With the patience that each is owed. @type {Map<import('node:child_process').ChildProcess, number>} */
const running = new Map();
/** @type {Set<() => Promise<void> | void>} */
const farewells = new Set();
let listening = false;
let stopping = false;

/** Whether a signal came and everything is being ended: what fails now failed because of that. */
export const isStopping = () => stopping;

/**
 * Starts a process in a group of its own. It is ended with this process, however that ends, save by SIGKILL.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @param {number} [patience] in milliseconds
 */
export function startGroup(command, args, options = {}, patience = PATIENCE) {
  listen();
  const child = spawn(command, args, { ...options, detached: !windows });
  running.set(child, patience);
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Ends a process and all that it started: asked first, then forced.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stopGroup(child) {
  const patience = running.get(child);
  if (patience === undefined) return;
  running.delete(child);
  signal(child, 'SIGTERM');
  const end = Date.now() + patience;
  while (isAlive(child) && Date.now() < end) await pause(20);
  signal(child, 'SIGKILL');
}

/** Ends all processes that were started here, then does what `onStop` was given: folders are removed when nobody writes to them any more. */
export async function stopAll() {
  await Promise.all([...running.keys()].map(stopGroup));
  const last = [...farewells];
  farewells.clear();
  for (const farewell of last) {
    try {
      await farewell();
    } catch {
      // What cannot be cleared away stays where it is: nothing may keep the rest from ending.
    }
  }
}

/**
 * Something to end that is not a child of ours, for instance an editor that detaches itself, or to clear away.
 * @param {() => Promise<void> | void} farewell
 */
export function onStop(farewell) {
  listen();
  farewells.add(farewell);
}

/**
 * Runs a command to its end, its output shown, and gives its exit code (128 and the signal's number where a signal ended it).
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export async function run(command, args, options = {}) {
  const child = startGroup(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
  const code = await ended(child);
  await stopGroup(child);
  return code;
}

/**
 * Runs a command to its end and gives its exit code with everything that it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function capture(command, args, options = {}) {
  const child = startGroup(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await ended(child);
  await stopGroup(child);
  return { code, output };
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, name) => resolve(code ?? 128 + (name ? constants.signals[name] : 0)));
  });
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals | 0} name @returns {boolean} whether anything was there */
function signal(child, name) {
  if (child.pid === undefined) return false;
  try {
    if (!windows) process.kill(-child.pid, name);
    else if (name !== 0) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return windows ? child.exitCode === null : true;
  } catch {
    return false;
  }
}

/** @param {import('node:child_process').ChildProcess} child */
const isAlive = (child) => signal(child, 0);

function listen() {
  if (listening) return;
  listening = true;
  process.on('exit', () => {
    for (const child of running.keys()) signal(child, 'SIGKILL');
  });
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(name, async () => {
      if (stopping) return;
      stopping = true;
      await stopAll();
      process.exit(128 + constants.signals[name]);
    });
  }
}
