import type { Incident } from '../journal/schema';

/** Where an incident stands. Derived from the record, never stored. */
export type IncidentState = 'open' | 'waiting' | 'draft' | 'finished' | 'cancelled';

/** open: no end yet. waiting: over, not looked back at. draft: a reflection was begun. finished. cancelled: a false alarm. */
export function incidentState(incident: Incident): IncidentState {
  if (incident.cancelled !== undefined) return 'cancelled';
  if (incident.reflection?.finished !== undefined) return 'finished';
  if (incident.reflection !== undefined) return 'draft';
  return incident.window.end === undefined ? 'open' : 'waiting';
}

/** Newest first, by when it began, then by id, so that the order is the same everywhere. */
export function newestFirst(a: Incident, b: Incident): number {
  return Date.parse(b.window.start) - Date.parse(a.window.start) || (a.id === b.id ? 0 : a.id < b.id ? 1 : -1);
}
