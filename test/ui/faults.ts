// Faults of the disk, made on purpose and taken back.
import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';

/** Whether nobody but a superuser's tool keeps this process from writing: to it, the mode of a folder means nothing. */
const isRoot = process.getuid?.() === 0;

/** Makes a folder that nobody can write to, and gives how to take that back. Undefined where this machine has no way. */
export function withoutWriting(folder: string): (() => void) | undefined {
  if (!isRoot) {
    chmodSync(folder, 0o555);
    return () => chmodSync(folder, 0o700);
  }
  try {
    execFileSync('chattr', ['+i', folder], { stdio: 'pipe' });
  } catch {
    return undefined; // no chattr, or a file system that knows no such flag
  }
  return () => void execFileSync('chattr', ['-i', folder]);
}
