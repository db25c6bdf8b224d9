import * as l10n from '@vscode/l10n';

/** The answers of this machine do not change, and each costs a new formatter (0.2 ms). The names are those of a setting: a few. */
const known = new Map<string, boolean>();

/** Whether a name is a time zone that this machine knows, like "Europe/Berlin". */
export function isZone(name: string): boolean {
  const answer = known.get(name) ?? asksMachine(name);
  known.set(name, answer);
  return answer;
}

function asksMachine(name: string): boolean {
  if (name === '') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false; // a RangeError: no such zone
  }
}

/**
 * The zone to use: the one that is set, else the machine's, else UTC.
 * @param set what `leadDebrief.timeZone` says; empty: nothing is set, and that is no problem
 * @param machine the zone of this machine
 * @returns the zone, and one sentence where the one that is set is not known
 */
export function usableZone(set: string, machine: string): { readonly zone: string; readonly problem?: string } {
  if (isZone(set)) return { zone: set };
  const zone = isZone(machine) ? machine : 'UTC';
  if (set.trim() === '') return { zone };
  return { zone, problem: l10n.t('{0} says "{1}", which is no time zone that this machine knows. Until then {2} is used.', 'leadDebrief.timeZone', set, zone) };
}
