// @ts-check
// A .code-workspace file that a profile never opened may come up without its folders: the served editor asks for the file and for what it
// remembers of it at once, and where both answers come in one message, nobody hears of the file's (seen in 1.139 and 1.100). What was in the
// file is written into the profile meanwhile; once it is there, the next opening has the folders, whichever answer it hears.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How long the editor may take to open a file on a slow machine, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Opens the workspace file and waits until the editor remembers what is in it; after that the page may go to any address with it.
 * @param {import('playwright-core').Page} page
 * @param {import('./server.mjs').Server} server
 * @param {string} data The profile.
 * @param {string} file
 */
export async function learnFolders(page, server, data, file) {
  await page.goto(server.address(file, [['skipWelcome', 'true']]));
  const text = readFileSync(file, 'utf8');
  const end = Date.now() + PATIENCE;
  const memory = path.join(data, 'data', 'User', 'caches', 'CachedConfigurations', 'workspaces', idOf(server.port, file), 'workspace.json');
  while (remembered(memory) !== text) {
    if (Date.now() > end) throw new Error(`The editor does not remember what is in ${file}.`);
    await pause(50);
  }
}

/** The text of a workspace file as the editor remembers it. @param {string} memory @returns {string | undefined} */
function remembered(memory) {
  if (!existsSync(memory)) return undefined;
  try {
    return JSON.parse(readFileSync(memory, 'utf8')).content;
  } catch {
    return undefined; // being written
  }
}

/** The editor's own name for a workspace: a hash of its address. @param {number} port @param {string} file */
function idOf(port, file) {
  const address = `vscode-remote://127.0.0.1:${port}${path.resolve(file)}`;
  const hash = [149_417, ...Array.from(address, (letter) => letter.charCodeAt(0))].reduce((sum, number) => (sum * 31 + number) | 0, 0);
  return hash.toString(16);
}
