// @ts-check
// Stands in for @vscode/ripgrep, which downloads its program from GitHub in a postinstall script. @vscode/ripgrep-universal carries
// the same program inside its package.
import path from 'node:path';

const program = process.platform === 'win32' ? 'rg.exe' : 'rg';

export const rgPath = path.join(
  import.meta.dirname, '..', '..', 'node_modules', '@vscode', 'ripgrep-universal', 'bin', `${process.platform}-${process.arch}`, program,
);
