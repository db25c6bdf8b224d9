// What somebody does with git in the workspace that is open.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Runs git there, as somebody with a name. */
export function git(workspace: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', workspace, '-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', ...args], { encoding: 'utf8' }).trim();
}

/** Writes a file, and stages it. */
export function writeStaged(workspace: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true });
  writeFileSync(path.join(workspace, file), text);
  git(workspace, 'add', file);
}

/** Commits a change, and reverts it. */
export function commitAndRevert(workspace: string): void {
  writeStaged(workspace, 'pool.txt', '8');
  git(workspace, 'commit', '--quiet', '--message', 'payments: halve the pool');
  git(workspace, 'revert', '--no-edit', 'HEAD');
}
