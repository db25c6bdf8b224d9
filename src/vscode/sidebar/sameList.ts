import type { Entry, ReadableEntry } from '../../store/entry';

/**
 * Whether a list would look the same. Most saves change what a list does not show. While the editor draws a list anew it loses what is done
 * with a row in that moment: a command of its menu is then called without its incident.
 * @param look what a row shows and where it stands, as one text; asked only of what changed
 */
export function isSameList(before: readonly Entry[], now: readonly Entry[], look: (entry: ReadableEntry) => string): boolean {
  return before.length === now.length && now.every((entry, index) => isSameRow(before[index], entry, look));
}

function isSameRow(before: Entry | undefined, now: Entry, look: (entry: ReadableEntry) => string): boolean {
  if (before?.state !== 'ok' || now.state !== 'ok' || before.file !== now.file || before.missing !== now.missing) return false;
  return before.record === now.record || look(before) === look(now);
}
