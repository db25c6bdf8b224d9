import * as l10n from '@vscode/l10n';
import { absorb, release } from '../journal/absorbed';
import { withField } from '../journal/fields';
import type { Incident } from '../journal/schema';
import type { Step as ReflectionStep } from '../reflection/step';
import { claimKey, claimsOf, type ClaimFacts } from './claimFacts';
import { incidentFrom, ownClaim, withClaims } from './recordClaims';

type Step = Pick<ReflectionStep, 'now' | 'newId'>;
type Apart = NonNullable<Incident['apart']>[number];

/**
 * Parts a claim from its incident: it becomes an incident of its own, and the two never come together by themselves again. What the lead
 * wrote stays where it is.
 * @returns the incident without it, and the new one; undefined where it is not there, or is the only claim
 */
export function partClaim(record: Incident, key: string, step: Step): readonly [kept: Incident, parted: Incident] | undefined {
  const claims = claimsOf(record);
  const parted = claims.find((claim) => claim.key === key);
  const left = claims.filter((claim) => claim !== parted);
  if (!parted || left.length === 0) return undefined;
  const alone = { ...parted, claim: withField(ownClaim(parted), 'joined', undefined) };
  return [withApart(withClaims(record, { claims: left }), [parted], step), withApart(incidentFrom({ claims: [alone] }, step.newId()), left, step)];
}

function withApart(record: Incident, claims: readonly ClaimFacts[], { now, newId }: Step): Incident {
  const there = new Set((record.apart ?? []).map(partedKey));
  const added = claims.filter(({ key }) => !there.has(key)).map(({ claim }): Apart => ({ id: newId(), source: claim.source, ref: claim.ref ?? claim.id, at: now }));
  return added.length === 0 ? record : { ...record, apart: [...(record.apart ?? []), ...added] };
}

const partedKey = ({ source, ref }: Apart): string => claimKey({ source, ref, id: ref });

/** What a lead writes once for an incident. */
const ONCE = ['reflection', 'plan', 'lesson'] as const;
export type WrittenOnce = (typeof ONCE)[number];
/** What says how the other is listed. */
const OF_THE_OTHER_ALONE = ['deleted', 'absorbed', 'cancelled'] as const;
const LISTS = ['tags', 'incidentNotes', 'evidence', 'foresight', 'people', 'promises', 'outside', 'clashes'] as const;

/** What of the other is not taken over, since the lead wrote it for both: it stays in its own file. */
export const writtenTwice = (record: Incident, other: Incident): readonly WrittenOnce[] => ONCE.filter((key) => record[key] !== undefined && other[key] !== undefined);

/** Two incidents as one: the one that goes on, and the other, absorbed with all that it says; or one sentence that says why not. */
export type Joined = { readonly ok: true; readonly record: Incident; readonly absorbed: Incident } | { readonly ok: false; readonly reason: string };

/**
 * Joins two incidents, because the lead says that they are one. What only the other has is taken over, also what this version does not
 * know; texts and lists of both are there; of a choice that both made, or what was written for both, that of `record` goes on.
 */
export function joinIncidents(record: Incident, other: Incident, step: Step): Joined {
  if (record.id === other.id) return { ok: false, reason: l10n.t('That is the same incident.') };
  const [mine, theirs] = [claimsOf(record), claimsOf(other)];
  const joined = [...mine, ...theirs.filter(({ key }) => !mine.some((claim) => claim.key === key))].map((facts) => ({ ...facts, claim: { ...ownClaim(facts), joined: facts.claim.joined ?? step.now } }));
  const rest = OF_THE_OTHER_ALONE.reduce<Incident>((all, key) => withField<Incident, typeof key>(all, key, undefined), other);
  const taken: Incident = { ...rest, ...record, ...stakesOf(record, other), claims: mine.map(ownClaim) };
  const listed = LISTS.reduce<Incident>((all, key) => ({ ...all, ...listOf(key, record, other) }), taken);
  const gave = ONCE.filter((key) => record[key] === undefined && other[key] !== undefined);
  const isNamed = [record.title, ...joined.map(({ title }) => title)].includes(other.title);
  const whole = isNamed ? listed : { ...listed, incidentNotes: [...(listed.incidentNotes ?? []), { id: step.newId(), at: step.now, text: other.title }] };
  return { ok: true, record: withoutApart(withClaims(whole, { claims: joined }), other, joined), absorbed: absorb(other, { into: record.id, at: step.now, ...(gave.length > 0 && { gave }) }) };
}

function stakesOf({ stakes: mine }: Incident, { stakes: theirs }: Incident): Partial<Incident> {
  const texts = [mine, theirs].filter((text) => text !== undefined && text !== '');
  return texts.length === 0 ? {} : { stakes: [...new Set(texts)].join('\n') };
}

function listOf<K extends (typeof LISTS)[number]>(key: K, record: Incident, other: Incident): Partial<Incident> {
  const all = new Map([...((other[key] ?? []) as readonly unknown[]), ...((record[key] ?? []) as readonly unknown[])].map((entry) => [idOf(entry), entry]));
  return all.size === 0 ? {} : { [key]: [...all.values()] };
}

const idOf = (entry: unknown): string => (typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : JSON.stringify(entry));

/** What was parted from one of the two, without what is joined now. */
function withoutApart(record: Incident, other: Incident, claims: readonly ClaimFacts[]): Incident {
  const keys = new Set(claims.map(({ key }) => key));
  const apart = [...(record.apart ?? []), ...(other.apart ?? [])].filter((each) => !keys.has(partedKey(each)));
  return withField<Incident, 'apart'>(record, 'apart', apart.length > 0 ? apart : undefined);
}

/**
 * Parts two that were joined: the absorbed one is listed by itself again, as it was, and its claims leave the other with it. What the other had
 * taken over goes where it still says the same; what was changed since stays there as well.
 */
export function partAbsorbed(record: Incident, absorbed: Incident, step: Step): readonly [kept: Incident, released: Incident] {
  const theirs = new Set(claimsOf(absorbed).map(({ key }) => key));
  const held = claimsOf(record);
  const left = held.filter(({ key }) => !theirs.has(key));
  const claims = left.length > 0 ? left : held;
  const given = absorbed.absorbed?.gave ?? [];
  const own = ONCE.reduce((kept, key) => (given.includes(key) && isSame(kept[key], absorbed[key]) ? withField<Incident, WrittenOnce>(kept, key, undefined) : kept), record);
  const kept = LISTS.reduce((all, key) => withoutEntries(all, key, absorbed), own);
  const parted = withApart(withClaims(kept, { claims }), left.length > 0 ? held.filter(({ key }) => theirs.has(key)) : [], step);
  return [parted, withApart(release(absorbed), left, step)];
}

/** Without what came from the other. Tags stay: they say nothing about whose they were. */
function withoutEntries<K extends (typeof LISTS)[number]>(record: Incident, key: K, { title, absorbed, ...other }: Incident): Incident {
  if (key === 'tags' || record[key] === undefined) return record;
  const theirs = new Set(((other as Incident)[key] ?? []).map((entry) => JSON.stringify(entry)));
  const isTheirs = (entry: unknown): boolean => theirs.has(JSON.stringify(entry)) || (key === 'incidentNotes' && isNoteOf(entry, title, absorbed?.at));
  const left = (record[key] as readonly unknown[]).filter((entry) => !isTheirs(entry));
  return withField<Incident, K>(record, key, left.length > 0 ? (left as unknown as Incident[K]) : undefined);
}

/** The note that kept the other's title when they were joined. */
const isNoteOf = (entry: unknown, title: string, at: string | undefined): boolean => {
  const { text, at: noted } = entry as { readonly text?: string; readonly at?: string };
  return at !== undefined && noted === at && text === title;
};

const isSame = (a: unknown, b: unknown): boolean => a !== undefined && JSON.stringify(a) === JSON.stringify(b);
