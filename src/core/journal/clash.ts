import { withField } from './fields';
import { valueAt, withValueAt } from './pointer';
import type { Clash, Incident } from './schema';

/** Which of two texts stays: the one in the field, the other one, or both, one below the other. */
export const KEEPS = ['mine', 'theirs', 'both'] as const;
export type Keep = (typeof KEEPS)[number];

/** Which file of the journal holds a clash. */
export const CLASH_FILES = ['incident', 'people', 'journal'] as const;
export type ClashFile = (typeof CLASH_FILES)[number];

/** What was typed, with what is no other place's change. */
export interface Typed {
  readonly text: string;
  /** What the field said when the typing began. */
  readonly base: string;
  /** What this panel itself wrote since, or tried to. */
  readonly written?: readonly string[];
}

/** Every file that keeps what lost against another value: incidents, people, facts. */
interface WithClashes {
  readonly clashes?: readonly Clash[];
}

/** The clash of a field that is asked about first. */
function firstClash(record: Incident, path: string): Clash | undefined {
  return record.clashes?.find((each) => each.path === path && typeof each.other === 'string');
}

/** The other text of a field that was changed in two places, or undefined; the one that came first, where there are several. */
export function otherTextAt(record: Incident, path: string): string | undefined {
  const other = firstClash(record, path)?.other;
  return typeof other === 'string' ? other : undefined;
}

/** Whether what a field says is nothing that another place wrote since the typing began. */
export function isOurs(before: string, { text, base, written = [] }: Typed): boolean {
  return [base, text, '', ...written].includes(before);
}

/** Keeps what a field said before a typed text was written over it, where that came from another place. */
export function keepOther<T extends WithClashes & object>(record: T, path: string, before: string, typed: Typed): T {
  const clashes = record.clashes ?? [];
  const isKept = clashes.some((each) => each.path === path && each.other === before);
  return isOurs(before, typed) || isKept ? record : { ...record, clashes: [...clashes, { path, other: before }] };
}

/** Takes away the clash that was asked about; where another text waits, it is asked about next. */
export function withoutClash(record: Incident, path: string): Incident {
  const settled = firstClash(record, path);
  const left = (record.clashes ?? []).filter((each) => each !== settled);
  return withField<Incident, 'clashes'>(record, 'clashes', left.length > 0 ? left : undefined);
}

/** The text that stays. */
export function keptText(keep: Keep, mine: string, theirs: string): string {
  return { mine, theirs, both: `${mine}\n${theirs}` }[keep];
}

/**
 * Chooses between a value that no screen reads as a text (a title, a role, a name) and the first other one that waits for its place.
 * @param pointer the path of the clash: a place in the record
 * @returns the same record where none waits, where the place is gone, or where two values that are no texts cannot both be kept
 */
export function settleValue<T extends WithClashes & object>(record: T, pointer: string, keep: Keep): T {
  const clash = record.clashes?.find(({ path }) => path === pointer);
  if (!clash) return record;
  const left = (record.clashes ?? []).filter((each) => each !== clash);
  const settled = withField<WithClashes, 'clashes'>(record, 'clashes', left.length > 0 ? left : undefined) as T;
  if (keep === 'mine') return settled;
  const [mine, { other }] = [valueAt(record, pointer), clash];
  if (keep === 'theirs') return withValueAt(settled, pointer, other) ?? record;
  return (typeof mine === 'string' && typeof other === 'string' && withValueAt(settled, pointer, keptText(keep, mine, other))) || record;
}
