import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { arrangeIncident } from '../../../src/core/journal/arrange';
import { isPurged, judgeIncident } from '../../../src/core/journal/check';
import { isDeleted, remove, restore } from '../../../src/core/journal/deletion';
import type { Merged } from '../../../src/core/journal/mergeRecords';
import type { StoredIncident } from '../../../src/core/journal/schema';
import { canonical, same } from '../../../src/core/journal/mergeValue';
import type { Incident, PurgedIncident } from '../../../src/core/journal/schema';
import { anyVersions, isFields, type Versions } from './mergeVersions';

/** A merge to be tested: the real one, or one with a fault. */
export type Merge = (base: unknown, a: unknown, b: unknown) => Merged<StoredIncident>;

/** How often each property is tried. */
export const RUNS = Number(process.env['MERGE_RUNS'] ?? 100);

const AT = '2026-11-24T12:00:00Z';
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** What a merge must give for versions that are valid. */
function merged(merge: Merge, base: StoredIncident | undefined, a: StoredIncident, b: StoredIncident): Incident {
  const result = merge(base, a, b);
  assert.ok(result.ok, result.ok ? '' : result.reason);
  return result.record as Incident;
}

const alike = (one: unknown, other: unknown): void => assert.equal(canonical(one), canonical(other));
/** The same to the byte: two machines write the same file. */
const identical = (one: unknown, other: unknown): void => assert.equal(JSON.stringify(one), JSON.stringify(other));
const content = ({ deleted, clashes, ...rest }: Incident): unknown => (void deleted, void clashes, rest);

/** What the program notes by itself, by pointer; of two such values one goes. */
const UNASKED = new Set([
  '/deleted', '/cancelled', '/reflection/started', '/reflection/finished', '/reflection/screen', '/reflection/evidenceOpened', '/plan/id', '/plan/made', '/plan/closed', '/plan/rehearsed',
]);

/** Every text that a person may have typed or chosen. */
function texts(value: unknown, place = '', found = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') found.add(value);
  else if (Array.isArray(value)) for (const each of value) texts(each, `${place}/?`, found);
  else if (isFields(value)) for (const [key, each] of Object.entries(value)) if (!UNASKED.has(`${place}/${key}`)) texts(each, `${place}/${key}`, found);
  return found;
}

function nothingLost(from: readonly Incident[], known: ReadonlySet<string>, result: Incident): void {
  const held = texts(result);
  for (const text of from.flatMap((each) => [...texts(each)])) assert.ok(text === '' || known.has(text) || held.has(text), `lost: ${JSON.stringify(text)}`);
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

const purged = ({ format, id }: Incident): PurgedIncident => ({ format, id, deleted: { at: AT, purged: true } });

/** Fields with no list that only grows, so that each is one side's or the other's. */
const PLAIN = ['title', 'window', 'severity', 'role', 'kind', 'outcome', 'stakes', 'services', 'tags', 'claims', 'evidence', 'promises', 'outside'] as const;

function withFieldsOf(base: Incident, other: Incident, keys: readonly (keyof Incident)[]): Incident {
  const rest = Object.entries(base).filter(([key]) => !keys.includes(key as keyof Incident));
  return Object.fromEntries([...rest, ...keys.flatMap((key) => (other[key] === undefined ? [] : [[key, other[key]]]))]) as unknown as Incident;
}

const grown = (record: Incident) => [
  record.foresight ?? [], record.incidentNotes ?? [], record.reflection?.ratings ?? [], record.reflection?.revisions ?? [], record.plan?.ledger ?? [],
];

type Property = (merge: Merge, versions: Versions) => void;

/** What must hold for each merge, by what it says. */
export const mergeProperties: Readonly<Record<string, Property>> = {
  'both machines get the same bytes': (merge, { base, a, b }) => identical(merged(merge, base, a, b), merged(merge, base, b, a)),
  'both machines get the same bytes without a base': (merge, { a, b }) => identical(merged(merge, undefined, a, b), merged(merge, undefined, b, a)),
  'merging the same version, or the old one, changes nothing': (merge, { base, a }) => {
    alike(merged(merge, base, a, a), a);
    alike(merged(merge, undefined, a, a), a);
    alike(merged(merge, base, a, base), a);
    alike(merged(merge, base, base, a), a);
  },
  'merging the result again changes nothing': (merge, { base, a, b }) => {
    const result = merged(merge, base, a, b);
    for (const side of [a, b]) {
      alike(merged(merge, side, result, side), result);
      // Where both took entries out of lists that only grow, nothing is left of that, and the result is the base.
      if (!same(content(result), content(base))) alike(merged(merge, base, result, side), result);
    }
  },
  'no text that is new on a side is lost': (merge, { base, a, b }) => nothingLost([a, b], texts(base), merged(merge, base, a, b)),
  'without a base no text is lost at all': (merge, { a, b }) => nothingLost([a, b], new Set(), merged(merge, undefined, a, b)),
  'what went in is not changed': (merge, { base, a, b }) => {
    const before = JSON.stringify([base, a, b]);
    merged(merge, frozen(base), frozen(a), frozen(b));
    assert.equal(JSON.stringify([base, a, b]), before);
  },
  'changes of different fields are both there': (merge, { base, b, other }) => {
    const [mine, theirs] = [PLAIN.filter((_, i) => i % 2 === 0), PLAIN.filter((_, i) => i % 2 === 1)];
    const [one, two] = [withFieldsOf(base, other, mine), withFieldsOf(base, b, theirs)];
    alike(merged(merge, base, one, two), arrangeIncident(withFieldsOf(one, b, theirs)));
  },
  'lists that only grow lose no entry': (merge, { base, a, b }) => {
    if (same(content(a), content(base)) || same(content(b), content(base))) return;
    const [inA, inB, there] = [grown(a), grown(b), grown(merged(merge, base, a, b))];
    const containers = [true, true, a.reflection && b.reflection, a.reflection && b.reflection, a.plan && b.plan];
    const ids = (list: readonly { readonly id: string }[] = []): readonly string[] => list.map(({ id }) => id);
    inA.forEach((list, i) => {
      if (containers[i]) for (const id of [...ids(list), ...ids(inB[i])]) assert.ok(ids(there[i]).includes(id), `${id} of list ${i}`);
    });
  },
  'an edit beats a deletion, and only an edit does': (merge, { base, a }) => {
    const [old, edit] = [restore(base), restore(a)];
    const gone = remove(old, AT, digest);
    assert.equal(isDeleted(merged(merge, old, gone, edit), digest), same(old, edit));
    assert.ok(isDeleted(merged(merge, old, gone, old), digest), 'a deletion that nobody contradicts stays');
    assert.ok(isDeleted(merged(merge, old, gone, remove(old, '2026-11-25T12:00:00Z', digest)), digest), 'deleted on both machines');
    assert.ok(!isDeleted(merged(merge, gone, old, gone), digest), 'taken back');
  },
  'what was written meanwhile is not deleted for ever': (merge, { base, a, b }) => {
    const [old, edit] = [restore(base), restore(a)];
    alike(merged(merge, old, purged(old), edit), same(old, edit) ? purged(old) : edit);
    alike(merged(merge, remove(old, AT, digest), purged(old), old), old);
    alike(merged(merge, purged(b), b, purged(b)), b);
    alike(merged(merge, old, purged(old), purged(old)), purged(old));
  },
  'a field called __proto__ survives': (merge, { base, a, b }) => {
    const proto = (record: Incident, text: string): Incident => Object.fromEntries([...Object.entries(record), ['__proto__', { text }]]) as unknown as Incident;
    const result = merged(merge, proto(base, 'old'), proto(a, 'old'), proto(b, 'new'));
    assert.ok(Object.hasOwn(result, '__proto__'));
    alike(Object.entries(result).find(([key]) => key === '__proto__')?.[1], { text: 'new' });
  },
  'the result is valid': (merge, { base, a, b }) => {
    for (const result of [merged(merge, base, a, b), merged(merge, undefined, a, b)]) {
      const verdict = judgeIncident(result);
      assert.equal(verdict.state, 'valid', 'reason' in verdict ? verdict.reason : '');
      assert.ok(!isPurged(result));
    }
  },
};

/**
 * Tries a property of a merge.
 * @returns what speaks against it, undefined where it held in every run
 */
export function counterexample(name: string, merge: Merge, runs: number): string | undefined {
  const property = mergeProperties[name];
  if (!property) throw new Error(`There is no property called "${name}".`);
  const tried = fc.check(fc.property(anyVersions, (versions) => property(merge, versions)), { numRuns: runs });
  if (!tried.failed) return undefined;
  return `${String(tried.errorInstance)}\nseed ${tried.seed}, after ${tried.numRuns} runs, with ${JSON.stringify(tried.counterexample)}`;
}

/** The first property that a merge breaks, tried on the same versions as all others; undefined where each held in every run. */
export function firstBroken(merge: Merge, runs: number): string | undefined {
  let broken: string | undefined;
  const all = fc.property(anyVersions, (versions) => {
    for (const [name, property] of Object.entries(mergeProperties)) {
      broken = name;
      property(merge, versions);
    }
    broken = undefined;
  });
  fc.check(all, { numRuns: runs, endOnFailure: true });
  return broken;
}
