// @ts-check
// A .code-workspace file that a profile never opened may come up without its folders: the served editor asks for the file and for what it
// remembers of it at once, and where both answers come in one message, nobody hears of the file's (seen in 1.139 and 1.100). What it would
// remember is written into the profile beforehand, so that it has the folders whichever answer it hears.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Has the editor remember what is in a workspace file, as if it had been opened before.
 * @param {import('./server.mjs').Server} server
 * @param {string} data The profile.
 * @param {string} file
 */
export function rememberFolders(server, data, file) {
  const folder = path.join(data, 'data', 'User', 'caches', 'CachedConfigurations', 'workspaces', idOf(server.port, path.resolve(file)));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'workspace.json'), JSON.stringify({ content: readFileSync(file, 'utf8') }));
}

/** The editor's own name for a workspace file: a hash of its address (`hash` in VS Code's vs/base/common/hash.ts). @param {number} port @param {string} file */
function idOf(port, file) {
  const names = file.split('/').map((name) => encodeURIComponent(name).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`));
  const address = `vscode-remote://127.0.0.1:${port}${names.join('/')}`;
  let hash = 149_417;
  for (let index = 0; index < address.length; index += 1) hash = (Math.imul(hash, 31) + address.charCodeAt(index)) | 0;
  return hash.toString(16);
}
