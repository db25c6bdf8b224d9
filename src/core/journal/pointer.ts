/*
 * Places in a record, as RFC 6901 writes them, but an entry of a list that has ids goes by its id: /people/7h2k9d/note. A path of a
 * clash about a text on a screen has no slash in front (text/stakes), so that the two cannot be mistaken.
 */

type Fields = Readonly<Record<string, unknown>>;

/** The pointer to a place: keys of objects, ids in lists. */
export function pointerTo(path: readonly string[]): string {
  return path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function pathOf(pointer: string): readonly string[] {
  return pointer.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What is there, undefined where nothing is. */
export function valueAt(record: unknown, pointer: string): unknown {
  return pathOf(pointer).reduce(inside, record);
}

function inside(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return (value as readonly unknown[]).find((entry) => isFields(entry) && entry['id'] === key);
  return isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The same record with another value there. Undefined where that place is gone: an entry that was removed, a group that is none. */
export function withValueAt<T extends object>(record: T, pointer: string, value: unknown): T | undefined {
  return replaced(record, pathOf(pointer), value) as T | undefined;
}

function replaced(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  const changed = rest.length === 0 ? put : replaced(inside(value, key), rest, put);
  if (changed === undefined) return undefined;
  if (isFields(value)) return Object.fromEntries([...new Map([...Object.entries(value), [key, changed]])]);
  const entry = inside(value, key);
  return Array.isArray(value) && entry !== undefined ? (value as readonly unknown[]).map((each) => (each === entry ? changed : each)) : undefined;
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
