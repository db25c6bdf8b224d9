import { byTimeThenId } from './arrange';
import { pointerTo } from './pointer';
import type { Clash } from './schema';

/** One value in three versions. `base` is what both began from; undefined where that is not known, or the value was not there. */
export interface Versions {
  readonly base: unknown;
  readonly a: unknown;
  readonly b: unknown;
}

/** What the places of one kind of file ask for, by pointer. */
export interface MergeRules {
  /** Lists that only grow: what is missing on one side was not taken away. */
  readonly appendOnly: ReadonlySet<string>;
  /** What the program notes by itself. Two of these are no question for a person, so the other one goes. */
  readonly unasked: ReadonlySet<string>;
}

/** A merge on its way. */
interface Merging extends MergeRules {
  readonly lost: Clash[];
}

type Fields = Readonly<Record<string, unknown>>;
type Path = readonly string[];

/** One text for one value, whatever the order of its keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isFields(value)) return JSON.stringify(value) ?? '';
  const pairs = Object.keys(value).sort().filter((key) => value[key] !== undefined);
  return `{${pairs.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
}

export const same = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b);

/** Of two equal values that differ in the order of their keys, the same one on both machines. */
export const eitherOf = <T>(a: T, b: T): T => (JSON.stringify(a) <= JSON.stringify(b) ? a : b);

/**
 * Merges two versions of a value: what only one side changed is that side's, objects go by field, lists with ids by id, other lists
 * as sets; what was changed here and removed there stays. Neither side is "ours": exchanging them changes nothing, so that two
 * machines that merge the same versions write the same bytes.
 * @returns the value, and what lost against another value in the same place
 */
export function mergeVersions<T>(versions: Versions & { readonly a: T; readonly b: T }, rules: MergeRules): { readonly value: T; readonly lost: readonly Clash[] } {
  const merging: Merging = { ...rules, lost: [] };
  const { base, a, b } = versions;
  const value = oneSided(versions) ?? (isFields(a) && isFields(b) ? mergeFields({ base, a, b }, [], merging) : mergeValue(versions, [], merging));
  return { value: value as T, lost: merging.lost };
}

/** What is to be taken where at most one side changed something; undefined where both did, or it is not known. */
export function oneSided({ base, a, b }: Versions): unknown {
  if (same(a, b)) return eitherOf(a, b);
  if (base === undefined) return undefined;
  if (same(a, base)) return b;
  return same(b, base) ? a : undefined;
}

function mergeValue(versions: Versions, path: Path, merging: Merging): unknown {
  const { base, a, b } = versions;
  if (same(a, b)) return eitherOf(a, b);
  const pointer = pointerTo(path);
  if (merging.appendOnly.has(pointer) && isListOrNone(a) && isListOrNone(b)) return mergeLists({ base, a: a ?? [], b: b ?? [] }, path, merging);
  const isWhole = !(isFields(a) && isFields(b) && holdsAppendOnly(pointer, merging));
  if (isWhole && base !== undefined && same(a, base)) return b;
  if (isWhole && base !== undefined && same(b, base)) return a;
  // Removed on one side and changed on the other, or new: it stays.
  if (a === undefined || b === undefined) return a === undefined ? b : a;
  if (isFields(a) && isFields(b)) return mergeFields({ base, a, b }, path, merging);
  if (Array.isArray(a) && Array.isArray(b)) return mergeLists({ base, a, b }, path, merging);
  const [kept, other] = winnerFirst(a, b);
  if (!merging.unasked.has(pointer)) merging.lost.push({ path: pointer, other });
  return kept;
}

/** Whether a list that only grows lies inside, so that not even an unchanged side is passed over as a whole. */
const holdsAppendOnly = (pointer: string, { appendOnly }: MergeRules): boolean => [...appendOnly].some((each) => each.startsWith(`${pointer}/`));

/** True before false, else the longer one, else the greater one: never depends on whose it is. */
function winnerFirst(a: unknown, b: unknown): readonly [unknown, unknown] {
  if (typeof a === 'boolean' && typeof b === 'boolean') return [true, false];
  const [one, other] = [canonical(a), canonical(b)];
  const isFirst = one.length === other.length ? one > other : one.length > other.length;
  return isFirst ? [a, b] : [b, a];
}

/** `fromEntries` and not assignment: a field called __proto__ stays a field. */
function mergeFields({ base, a, b }: { readonly base: unknown; readonly a: Fields; readonly b: Fields }, path: Path, merging: Merging): Fields {
  const first = eitherOf(a, b);
  const keys = [...new Set([...Object.keys(first), ...Object.keys(first === a ? b : a)])];
  const merged = keys.map((key) => [key, mergeValue({ base: own(base, key), a: own(a, key), b: own(b, key) }, [...path, key], merging)] as const);
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

function own(value: unknown, key: string): unknown {
  return isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

interface Lists {
  readonly base: unknown;
  readonly a: readonly unknown[];
  readonly b: readonly unknown[];
}

/** An id that is there twice says nothing: such a list is a set of entries, so that none is lost. */
function mergeLists({ base, a, b }: Lists, path: Path, merging: Merging): readonly unknown[] {
  const grows = merging.appendOnly.has(pointerTo(path));
  const before: readonly unknown[] = Array.isArray(base) ? base : [];
  const [ofA, ofB] = [byId(a), byId(b)];
  if (ofA.size !== a.length || ofB.size !== b.length) return mergeSets(grows ? [] : before, a, b);
  const ofBase = byId(before);
  const merged = [...new Set([...ofA.keys(), ...ofB.keys()])].map((id) => {
    const entry = { base: ofBase.get(id), a: ofA.get(id), b: ofB.get(id) };
    if (grows && (entry.a === undefined || entry.b === undefined)) return entry.a ?? entry.b;
    return mergeValue(entry, [...path, id], merging);
  });
  return merged.filter((entry) => entry !== undefined).sort(byTimeThenId);
}

/** The entries that have an id which nothing else in the list has. */
function byId(list: readonly unknown[]): ReadonlyMap<string, unknown> {
  const ids = list.map((entry) => (isFields(entry) && typeof entry['id'] === 'string' ? entry['id'] : undefined));
  const count = new Map<string, number>();
  for (const id of ids) if (id !== undefined) count.set(id, (count.get(id) ?? 0) + 1);
  return new Map(list.flatMap((entry, i) => (ids[i] !== undefined && count.get(ids[i]) === 1 ? [[ids[i], entry] as const] : [])));
}

/**
 * What was there before in its order, as far as neither side took it away; then what is new. Where both only wrote the same entries
 * otherwise, one of the two: the old list would look like no change to whoever merges once more.
 */
export function mergeSets<T>(base: readonly T[], a: readonly T[], b: readonly T[]): readonly T[] {
  const [before, inA, inB] = [texts(base), texts(a), texts(b)];
  const kept = [...before].filter(([text]) => inA.has(text) && inB.has(text));
  const added = [...texts([...a, ...b])].filter(([text]) => !before.has(text)).sort(([one], [other]) => (one < other ? -1 : 1));
  if (kept.length === before.size && inA.size === before.size && inB.size === before.size) return winnerFirst(a, b)[0] as readonly T[];
  return [...kept, ...added].map(([, value]) => value);
}

function texts<T>(list: readonly T[]): ReadonlyMap<string, T> {
  const values = new Map<string, T>();
  for (const value of list) {
    const text = canonical(value);
    values.set(text, eitherOf(values.get(text) ?? value, value));
  }
  return values;
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOrNone = (value: unknown): value is readonly unknown[] | undefined => value === undefined || Array.isArray(value);
