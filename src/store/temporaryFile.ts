import { createHash, randomUUID } from 'node:crypto';
import { stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { here, isAlive } from './here';
import { unlessRefused } from './systemError';

const HOUR = 3_600_000;
const NAME = /\.(\d+)-([0-9a-f]{8})-[0-9a-f]+\.tmp$/;

let digits: string | undefined;

/** `here` in eight digits: pids are only asked about by those who share them. Made when it is first needed: the first hash loads OpenSSL. */
function hereDigits(): string {
  return (digits ??= createHash('sha256').update(here()).digest('hex').slice(0, 8));
}

/** A new name beside the target: the rename then never crosses file systems (EXDEV). Carries who writes it, for the sweep. */
export function temporaryPath(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}-${hereDigits()}-${randomUUID().slice(-12)}.tmp`);
}

export const isTemporary = (name: string): boolean => NAME.test(name);

/** Removes what a killed writer left: its process is gone, or, where it cannot be asked, the file is older than an hour. */
export async function sweepTemporary(paths: readonly string[], now: number): Promise<void> {
  for (const path of paths) {
    if (await isLeft(path, now)) await unlessRefused(unlink(path));
  }
}

/** Whether who wrote it has gone: its process ended, or, where that cannot be asked, an hour ago. */
export async function isLeft(path: string, now: number): Promise<boolean> {
  const [, pid, where] = NAME.exec(basename(path)) ?? [];
  if (where === hereDigits()) return !isAlive(Number(pid));
  const info = await unlessRefused(stat(path));
  return info !== undefined && now - info.mtimeMs > HOUR;
}
