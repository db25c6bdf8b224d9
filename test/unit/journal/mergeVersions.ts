import fc from 'fast-check';
import { arrangeIncident } from '../../../src/core/journal/arrange';
import type { Incident } from '../../../src/core/journal/schema';
import { anyIncident } from './records';

/** Two versions of a record that were changed apart from each other, and what both began from. */
export interface Versions {
  readonly base: Incident;
  readonly a: Incident;
  readonly b: Incident;
  /** A record that has nothing to do with them, for more changes. */
  readonly other: Incident;
}

type Fields = Readonly<Record<string, unknown>>;
type Next = () => number;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const idOf = (entry: unknown): unknown => (isFields(entry) ? entry['id'] : undefined);

/** The same record with few different ids and behaviours, so that two records speak of the same things. */
function crowded(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((entry, i) => (typeof idOf(entry) === 'string' ? { ...(crowded(entry) as Fields), id: `e${i}` } : crowded(entry, key)));
  if (isFields(value)) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, crowded(each, name)]));
  if (typeof value !== 'string') return value;
  if (key === 'behaviour') return `C${(value.length % 2) + 1}`;
  if (key === 'incident') return `i${value.length % 2}`;
  return value;
}

const withPerson = (record: Incident): Incident =>
  record.reflection && (record.people?.length ?? 0) > 0 ? { ...record, reflection: { ...record.reflection, person: 'e0' } } : record;

/**
 * What somebody may make of a record: each field kept, taken from another record, changed inside, left out or added. Valid where both
 * are, since what only one of them has is not required.
 */
function edited(base: unknown, donor: unknown, next: Next): unknown {
  if (isFields(base) && isFields(donor)) return editedFields(base, donor, next);
  if (!Array.isArray(base) || !Array.isArray(donor)) return next() % 2 === 0 ? base : donor;
  const ids = new Map((donor as readonly unknown[]).map((entry) => [idOf(entry), entry]));
  const kept = (base as readonly unknown[]).flatMap((entry) => {
    const there = idOf(entry) === undefined ? undefined : ids.get(idOf(entry));
    if (next() % 4 === 0) return [];
    return [there !== undefined && next() % 2 === 0 ? edited(entry, there, next) : entry];
  });
  const keptIds = new Set(kept.map(idOf));
  const added = (donor as readonly unknown[]).filter((entry) => (idOf(entry) === undefined || !keptIds.has(idOf(entry))) && next() % 3 === 0);
  return [...kept, ...added];
}

function editedFields(base: Fields, donor: Fields, next: Next): Fields {
  const keys = [...new Set([...Object.keys(base), ...Object.keys(donor)])];
  return Object.fromEntries(keys.flatMap((key) => {
    const [inBase, inDonor] = [Object.hasOwn(base, key), Object.hasOwn(donor, key)];
    if (key === 'id' || key === 'format') return inBase ? [[key, base[key]]] : [];
    if (inBase && inDonor) return [[key, next() % 2 === 0 ? base[key] : edited(base[key], donor[key], next)]];
    if (inBase) return next() % 4 === 0 ? [] : [[key, base[key]]];
    return next() % 3 === 0 ? [[key, donor[key]]] : [];
  }));
}

/** As the product writes it: arranged, and no list of clashes where there is none. */
function written({ clashes = [], ...rest }: Incident): Incident {
  return arrangeIncident(clashes.length > 0 ? { ...rest, clashes } : rest);
}

const crowdedIncident = anyIncident.map((record) => withPerson(crowded(record) as Incident));
const choices = fc.array(fc.nat(11), { minLength: 60, maxLength: 60 });

export const anyVersions: fc.Arbitrary<Versions> = fc
  .tuple(crowdedIncident, crowdedIncident, crowdedIncident, choices, choices)
  .map(([base, first, second, ofA, ofB]) => {
    const by = (all: readonly number[]): Next => {
      let at = 0;
      return () => all[at++ % all.length] ?? 0;
    };
    const version = (donor: Incident, all: readonly number[]) => written(edited(base, donor, by(all)) as Incident);
    return { base: written(base), a: version(first, ofA), b: version(second, ofB), other: first };
  });
