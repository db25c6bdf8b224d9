import * as l10n from '@vscode/l10n';
import { withField } from '../journal/fields';
import type { Incident } from '../journal/schema';
import type { Step } from '../reflection/step';
import { claimKey, claimsOf, type ClaimFacts } from './claimFacts';
import { incidentFrom, ownClaim, withClaims } from './recordClaims';

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

/** Two incidents as one, or one sentence that says why not. The other record can then be deleted, with undo. */
export type Joined = { readonly ok: true; readonly record: Incident } | { readonly ok: false; readonly reason: string };

/** What a lead writes once for an incident: of two, one would be lost. */
const ONCE = ['reflection', 'plan', 'lesson'] as const;
const LISTS = ['tags', 'incidentNotes', 'evidence', 'foresight', 'people', 'promises', 'outside', 'clashes'] as const;

/**
 * Joins two incidents, because the lead says that they are one. What only the other has is taken over, also what this version does not
 * know; texts and lists of both are there; of a choice that both made, that of `record` stays.
 */
export function joinIncidents(record: Incident, other: Incident, step: Step): Joined {
  if (record.id === other.id) return { ok: false, reason: l10n.t('That is the same incident.') };
  if (ONCE.some((key) => record[key] !== undefined && other[key] !== undefined))
    return { ok: false, reason: l10n.t('There is a reflection on both, so they stay two. Delete one of the two first, if they are one incident.') };
  const [mine, theirs] = [claimsOf(record), claimsOf(other)];
  const joined = [...mine, ...theirs.filter(({ key }) => !mine.some((claim) => claim.key === key))].map((facts) => ({ ...facts, claim: { ...ownClaim(facts), joined: facts.claim.joined ?? step.now } }));
  const taken: Incident = { ...withField<Incident, 'deleted'>(other, 'deleted', undefined), ...record, ...stakesOf(record, other) };
  const listed = LISTS.reduce<Incident>((all, key) => ({ ...all, ...listOf(key, record, other) }), taken);
  const isNamed = [record.title, ...joined.map(({ title }) => title)].includes(other.title);
  const whole = isNamed ? listed : { ...listed, incidentNotes: [...(listed.incidentNotes ?? []), { id: step.newId(), at: step.now, text: other.title }] };
  return { ok: true, record: withoutApart(withClaims(whole, { claims: joined }), other, joined) };
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
