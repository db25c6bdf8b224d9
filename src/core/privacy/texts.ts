import type { TextPlace } from '../search/texts';

/** The way to a text: keys of objects, ids of entries, else their numbers in the list. */
export type Path = readonly string[];

/** What is no text: ids, times, choices, names of fields. By the last key on the way that is none of an entry. */
const NO_TEXT = new Set(
  'format id at start end startFrom endFrom due by since became made rehearsed closed started finished evidenceOpened thanked seen was purged cancelled source head kind role outcome severity state judged did incident behaviour table anchor marks person screen skipped picked keptAsIs best costly path field'.split(' '),
);
/** Here the keys are questions, whatever they are called. */
const ANSWERS = 'answers';
/** Its path is one of a file, which may hold a name. */
const SIGN = 'sign';
/** What points at something that is called so in another place: a file, a commit, a tag, a repository. */
const POINTS = new Set(['files', 'ref', 'repository', 'pattern', 'event', 'branch', 'path']);

/** Whether what stands there points at something: another word would point at nothing. */
export function isPointer(path: Path): boolean {
  return POINTS.has(lastKey(path));
}

/** An entry is named by its id or number, so the key in front says what it is. A wrong guess only asks about a text more. */
function lastKey(path: Path): string {
  const last = path.at(-1) ?? '';
  return /^\d+$/.test(last) ? (path.at(-2) ?? '') : last;
}

/** The same value with other texts, at any depth, also in fields of later versions. The same object where none is another. */
export function mapTexts<T>(value: T, change: (text: string, path: Path) => string, path: Path = []): T {
  return mapped(value, change, path) as T;
}

function mapped(value: unknown, change: (text: string, path: Path) => string, path: Path): unknown {
  if (typeof value === 'string') return change(value, path);
  if (Array.isArray(value)) {
    const list = value as readonly unknown[];
    const next = list.map((each, index) => mapped(each, change, [...path, idOf(each) ?? String(index)]));
    return next.every((each, index) => each === list[index]) ? value : next;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, NO_TEXT.has(key) && path.at(-1) !== ANSWERS && path.at(-1) !== SIGN ? each : mapped(each, change, [...path, key])] as const);
  return entries.every(([key, each]) => each === (value as Readonly<Record<string, unknown>>)[key]) ? value : Object.fromEntries(entries);
}

function idOf(entry: unknown): string | undefined {
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** Which part of an incident a text is, for who reads where it stands. Undefined for a field of a later version. */
export function placeOf([first = '', second, third]: Path): TextPlace | undefined {
  if (first === 'reflection') return ({ answers: 'answer', ratings: 'example', revisions: 'former' } as const)[second ?? ''];
  if (first === 'lesson') return second === 'files' ? 'file' : 'lesson';
  if (first === 'evidence') return third === 'title' ? 'evidence' : 'source';
  return PLACES[first];
}

const PLACES: Readonly<Record<string, TextPlace>> = {
  title: 'title', tags: 'tag', services: 'service', people: 'note', plan: 'plan', promises: 'promise', stakes: 'stakes', foresight: 'foresight',
  incidentNotes: 'note', outside: 'outside', claims: 'source', rawSeverity: 'source', clashes: 'former',
};
