// The extension hosts of a served editor: children of its server.
import { readdirSync, readFileSync } from 'node:fs';

/** Their process ids, the oldest first. */
export function extensionHosts(server: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), ...about(name) }))
    .filter(({ parent, command }) => parent === server && command.includes('--type=extensionHost'))
    .sort((one, other) => one.started - other.started)
    .map(({ pid }) => pid);
}

/** proc(5): after the name in brackets come the state, the parent (4th field) and, 18 fields on, the start in clock ticks since boot. */
function about(pid: string): { parent: number; started: number; command: string } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return { parent: Number(fields[1]), started: Number(fields[19]), command: fields[0] === 'Z' ? '' : command };
  } catch {
    return { parent: 0, started: 0, command: '' };
  }
}
