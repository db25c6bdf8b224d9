import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

function ask(question: () => string): string {
  try {
    return question();
  } catch {
    return '';
  }
}

let known: string | undefined;

/**
 * Where process ids mean what they mean to us: same system, host, boot and pid namespace. WSL and dev containers share folders and
 * often the host's name with their host, but not its processes.
 */
export function here(): string {
  known ??= [
    process.platform,
    hostname(),
    ask(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    ask(() => readlinkSync('/proc/self/ns/pid')),
  ].join(' ');
  return known;
}

/** Only for ids of processes that live here. A process that may not be asked (EPERM) is alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
