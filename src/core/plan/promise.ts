import { isReviewed } from '../incident/state';
import { localDay } from '../incident/times';
import { timeOrder } from '../incident/timeOrder';
import { withField } from '../journal/fields';
import type { GivenPromise as Given, Incident } from '../journal/schema';
import type { Step } from '../reflection/step';

/** A promise, and the incident after which it was given. */
export interface OpenPromise {
  readonly incident: Incident;
  readonly promise: Given;
}

/** A promise that can be checked now. */
export interface DuePromise extends OpenPromise {
  /** The day from which on it can be checked, in the lead's zone: "2026-05-14". */
  readonly day: string;
}

/**
 * The open promises that can be checked: from their day on, or from the day after the reflection where they have none. The earliest first.
 * Drafts have none yet.
 * @param records every record that is not deleted, in any order
 * @param now the clock, in milliseconds
 */
export function duePromises(records: readonly Incident[], zone: string, now: number): readonly DuePromise[] {
  const today = localDay(new Date(now).toISOString(), zone);
  return records
    .flatMap((incident) => (isReviewed(incident) ? (incident.promises ?? []).filter(({ state }) => state === 'open').map((promise) => ({ incident, promise, day: dayOf(promise, incident, zone) })) : []))
    .filter(({ day }) => day <= today)
    .sort((a, b) => order(a.day, b.day) || order(a.incident.id, b.incident.id) || order(a.promise.id, b.promise.id));
}

function dayOf({ due }: Given, { reflection }: Incident, zone: string): string {
  if (due !== undefined) return due;
  const dayAfter = Date.parse(reflection?.finished ?? '') + 86_400_000;
  return localDay(new Date(dayAfter).toISOString(), zone);
}

function order(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Says what became of a promise. The same record where it has no such promise, or nothing changes. */
export function settlePromise(incident: Incident, id: string, state: Given['state']): Incident {
  const promises = incident.promises ?? [];
  if (!promises.some((each) => each.id === id && each.state !== state)) return incident;
  return { ...incident, promises: promises.map((each) => (each.id === id ? { ...each, state } : each)) };
}

/** What the lead says of a promise when it is made. */
export type Promised = Pick<Given, 'text' | 'kind' | 'sign' | 'due'>;

/** Makes a promise after an incident. */
export function makePromise(incident: Incident, promised: Promised, { now, newId }: Pick<Step, 'now' | 'newId'>): Incident {
  return { ...incident, promises: [...(incident.promises ?? []), { ...promised, id: newId(), made: now, state: 'open' }] };
}

/** Takes a promise back: out of a draft; after that it stays, and is dropped. The same record where there is none. */
export function takeBackPromise(incident: Incident, id: string): Incident {
  if (isReviewed(incident)) return settlePromise(incident, id, 'dropped');
  const left = (incident.promises ?? []).filter((each) => each.id !== id);
  return left.length === incident.promises?.length ? incident : withField<Incident, 'promises'>(incident, 'promises', left.length > 0 ? left : undefined);
}

/** Since when a promise holds: what was so before does not keep it. */
export function promisedAt({ incident, promise }: OpenPromise): string {
  return promise.made ?? incident.reflection?.finished ?? incident.window.end ?? incident.window.start;
}

/** Every promise that is open, those that are due first, else the newest. @param records every record that is not deleted, in any order */
export function openPromises(records: readonly Incident[]): readonly OpenPromise[] {
  return records
    .flatMap((incident) => (incident.cancelled === undefined ? (incident.promises ?? []).filter(({ state }) => state === 'open').map((promise) => ({ incident, promise })) : []))
    .sort((a, b) => order(a.promise.due ?? LAST, b.promise.due ?? LAST) || timeOrder(promisedAt(b), promisedAt(a)) || order(a.promise.id, b.promise.id));
}

/** After every day. */
const LAST = '~';
