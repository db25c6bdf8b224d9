// @ts-check
// Where things are: the project, what it made for itself, and what all checkouts on this machine share.
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** What the tools make for this checkout: sample workspaces, profiles, the .vsix, pictures. Safe to delete at any time. */
export const workFolder = path.join(root, '.cache');

/** The packaged extension. */
export const vsixFile = path.join(workFolder, 'lead-debrief.vsix');

/** What all checkouts of one user share: prepared editors and the browser. `VSCODE_HOST_CACHE` puts it elsewhere. Safe to delete. */
export function sharedCache() {
  const home = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.resolve(process.env.VSCODE_HOST_CACHE || path.join(home, 'lead-debrief'));
}
