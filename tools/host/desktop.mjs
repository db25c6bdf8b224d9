// @ts-check
// The desktop editor that is installed on this machine, in a profile of its own that is thrown away with .cache.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { capture, onStop, run } from '../processes.mjs';
import { Refusal } from '../refusal.mjs';
import { changeSettings, desktopSettings, quiet } from './settings.mjs';

/** The oldest version that the extension supports: [major, minor]. */
const OLDEST = [1, 100];
/** How long the editor may take to close, in milliseconds. */
const PATIENCE = 5000;
const shell = process.platform === 'win32'; // there `code` is a .cmd file

/** Whether a window can be shown here. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * The installed editor, or the reason why there is none to use.
 * @param {string} profile
 * @returns {Promise<{ command: string, version: string } | { reason: string }>}
 */
export async function findDesktop(profile) {
  if (!hasDisplay()) return { reason: 'There is no display for a desktop editor.' };
  // In a terminal of a remote editor, `code` opens files in that editor and knows no profile of its own.
  if (process.env.VSCODE_IPC_HOOK_CLI) return { reason: 'This is the terminal of a remote editor, where `code` cannot open one of its own.' };
  const { code, output } = await capture('code', quoted(['--version', '--user-data-dir', dataIn(profile)]), { shell }).catch(() => ({ code: 1, output: '' }));
  const version = /^\d+\.\d+\.\d+/m.exec(output)?.[0];
  if (code !== 0 || !version) return { reason: 'There is no `code` on the PATH.' };
  if (isOlder(version)) return { reason: `\`code\` on the PATH is VS Code ${version}; ${OLDEST.join('.')} or newer is needed.` };
  return { command: 'code', version };
}

/** Named in every call: as root, `code` refuses to do anything without. @param {string} profile */
const dataIn = (profile) => path.join(profile, 'data');

/** @param {string} version */
function isOlder(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

/**
 * Installs the package into the profile and opens the workspace. Returns when the window was closed.
 * @param {{ command: string, version: string, vsix: string, workspace: string, profile: string }} options
 */
export async function openDesktop({ command, version, vsix, workspace, profile }) {
  const data = dataIn(profile);
  const extensions = path.join(profile, 'extensions');
  mkdirSync(data, { recursive: true });
  changeSettings(desktopSettings(data), { ...quiet, 'security.workspace.trust.enabled': false });
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const own = ['--user-data-dir', data, '--extensions-dir', extensions, ...asRoot];
  const installed = await capture(command, quoted([...own, '--install-extension', vsix, '--force']), { shell });
  if (installed.code !== 0) throw new Refusal(`VS Code did not take ${vsix}:\n${installed.output.trim()}`);
  rmSync(lockIn(data), { force: true }); // one that a crash left names a process that is somebody else's by now
  onStop(() => closeDesktop(data));
  console.log(`\nLead Debrief runs in VS Code ${version}, on a sample workspace. Closing its window or Ctrl+C ends it.`);
  return run(command, quoted([...own, '--wait', '--new-window', workspace]), { shell });
}

/** @param {string[]} args */
const quoted = (args) => (shell ? args.map((argument) => `"${argument}"`) : args);

/** @param {string} data */
const lockIn = (data) => path.join(data, 'code.lock');

/**
 * Ends the editor of a profile, if it runs. `code` starts it detached, but it writes its process id into the profile.
 * @param {string} data Its `--user-data-dir`.
 */
export async function closeDesktop(data) {
  const lock = lockIn(data);
  const id = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  if (!id) return;
  const end = Date.now() + PATIENCE;
  try {
    process.kill(id, 'SIGTERM');
    while (Date.now() < end) {
      process.kill(id, 0);
      await pause(50);
    }
    process.kill(id, 'SIGKILL');
  } catch {
    // It is gone.
  }
}
