// @ts-check
// A .code-workspace file that a profile never opened may come up without its folders: the served editor asks for the file and for what it
// remembers of it at once, and where both answers come in one message, nobody hears of the file's (seen in 1.139 and 1.100). What was in the
// file is written into the profile meanwhile; once it is there, the next opening has the folders, whichever answer it hears.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
  while (!remembered(data).includes(text)) {
    if (Date.now() > end) throw new Error(`The editor does not remember what is in ${file}.`);
    await pause(50);
  }
}

/** The texts of workspace files that the editor remembers. @param {string} data @returns {string[]} */
function remembered(data) {
  const folder = path.join(data, 'data', 'User', 'caches', 'CachedConfigurations', 'workspaces');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((id) => {
    try {
      return [JSON.parse(readFileSync(path.join(folder, id, 'workspace.json'), 'utf8')).content];
    } catch {
      return []; // being written
    }
  });
}
