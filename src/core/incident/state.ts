import { timeOrder } from './timeOrder';
import type { Incident } from '../journal/schema';

/** Where an incident stands. Derived from the record, never stored. */
export type IncidentState = 'open' | 'waiting' | 'draft' | 'finished' | 'cancelled';

/**
 * cancelled: a false alarm. open: no end yet, whatever was written about it before it came back. finished. draft: a reflection was
 * begun. waiting: over, not looked back at.
 */
export function incidentState(incident: Incident): IncidentState {
  if (incident.cancelled !== undefined) return 'cancelled';
  if (incident.window.end === undefined) return 'open';
  if (incident.reflection?.finished !== undefined) return 'finished';
  return incident.reflection === undefined ? 'waiting' : 'draft';
}

/** Its reflection is finished, and it was no false alarm: it counts, also while it is open once more. */
export function isReviewed({ reflection, cancelled }: Incident): boolean {
  return reflection?.finished !== undefined && cancelled === undefined;
}

/** It is no incident but the replay of a story: what happened while somebody practised is never taken for it. */
export const isReplay = ({ drill }: Incident): boolean => drill !== undefined;

/** Newest first, by when it began, then by id, so that the order is the same everywhere. */
export function newestFirst(a: Incident, b: Incident): number {
  return timeOrder(b.window.start, a.window.start) || (a.id === b.id ? 0 : a.id < b.id ? 1 : -1);
}
