import { isReviewed } from '../incident/state';
import { localDay } from '../incident/times';
import type { Incident } from '../journal/schema';

type Given = NonNullable<Incident['promises']>[number];

/** A promise that can be checked now. */
export interface DuePromise {
  readonly incident: Incident;
  readonly promise: Given;
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
