import * as l10n from '@vscode/l10n';
import { withField } from '../journal/fields';
import type { Incident, Severity } from '../journal/schema';
import { FORMAT } from '../journal/values';
import { newestFirst } from './state';
import { storedTime, timeOfDay, type Locale } from './times';

/** What a change of an incident needs from outside, so that it stays a pure function. */
export interface Moment {
  /** The clock: ISO 8601 UTC. */
  readonly now: string;
  /** Makes an id that was never used. */
  readonly newId: () => string;
}

/** A step in the life of an incident that leaves a note in the lead's words and zone. */
export interface NotedMoment extends Moment {
  readonly locale: Locale;
}

/** Who is told what the lead declares. */
export interface Declaration {
  readonly title: string;
  readonly severity?: Severity;
}

/** A foresight note: what the lead believes while the outcome is not known. */
export interface Belief {
  readonly belief: string;
  /** How sure, in per cent. */
  readonly sure?: number;
  /** What is expected to happen next. */
  readonly next?: string;
  /** The commit that is checked out. */
  readonly head?: string;
}

/** It runs: neither over nor called off. Where it stands in a reflection does not matter: one that came back may have a draft. */
export function isOpen({ window, cancelled }: Incident): boolean {
  return window.end === undefined && cancelled === undefined;
}

/** Incidents that run, the newest first. */
export function openIncidents(records: readonly Incident[]): readonly Incident[] {
  return records.filter(isOpen).sort(newestFirst);
}

/** What an incident is called until somebody names it: "Incident 14:05". */
export function proposedTitle(now: string, locale: Locale): string {
  return l10n.t('Incident {0}', timeOfDay(now, locale));
}

/** A new record of an incident that begins now and is led by the lead. */
export function declareIncident({ title, severity }: Declaration, { now, newId }: Moment): Incident {
  return {
    format: FORMAT,
    id: newId(),
    title,
    window: { start: storedTime(Date.parse(now)), startFrom: 'person' },
    ...(severity && { severity }),
    role: 'commander',
    kind: 'real',
    claims: [{ id: newId(), source: 'person', seen: storedTime(Date.parse(now)) }],
  };
}

/** Adds a foresight note. They are append-only: what was believed then is never written anew. */
export function noteBelief(incident: Incident, { belief, sure, next, head }: Belief, { now, newId }: Moment): Incident {
  const note = {
    id: newId(),
    at: now,
    ...(head !== undefined && { head }),
    belief,
    ...(sure !== undefined && { sure }),
    ...(next !== undefined && { next }),
  };
  return { ...incident, foresight: [...(incident.foresight ?? []), note] };
}

/** It is over. The same record where it was over already, or called off. A clock that was set back gives no end before the start. */
export function resolveIncident(incident: Incident, now: string): Incident {
  return isOpen(incident) ? ended(incident, now) : incident;
}

/** It was a false alarm: it is over, and asks for no reflection. The same record where it was called off already. */
export function cancelIncident(incident: Incident, now: string): Incident {
  if (incident.cancelled !== undefined) return incident;
  return { ...(incident.window.end === undefined ? ended(incident, now) : incident), cancelled: storedTime(Date.parse(now)) };
}

/** Takes *Not an incident* back at once: it is over as it was, and asks for its reflection. The same record where it was not called off. */
export function takeBackCancel(incident: Incident): Incident {
  return withField(incident, 'cancelled', undefined);
}

/** It came back, or was no false alarm: it runs again, and a note says since when. The same record where it runs. */
export function reopenIncident(incident: Incident, moment: NotedMoment): Incident {
  if (isOpen(incident)) return incident;
  const { end } = incident.window;
  const text =
    incident.cancelled !== undefined
      ? l10n.t('Reopened: it was no false alarm.')
      : l10n.t('It came back. It had been over at {0}.', timeOfDay(end ?? moment.now, moment.locale));
  const window = withField(withField(incident.window, 'end', undefined), 'endFrom', undefined);
  return withNote(withField({ ...incident, window }, 'cancelled', undefined), text, moment);
}

/** It was noticed late: sets when it began, and keeps when that was thought before as a note. The same record where nothing changes. */
export function changeStart(incident: Incident, start: string, moment: NotedMoment): Incident {
  const before = incident.window.start;
  if (Date.parse(before) === Date.parse(start)) return incident;
  const window = { ...incident.window, start, startFrom: 'person' };
  const [from, to] = [timeOfDay(before, moment.locale), timeOfDay(start, moment.locale)];
  return withNote({ ...incident, window }, l10n.t('The start was changed from {0} to {1}.', from, to), moment);
}

/** Somebody else leads from now on: a note on the timeline. What the lead mostly did is asked in the reflection. */
export function handOver(incident: Incident, name: string, moment: NotedMoment): Incident {
  return withNote(incident, l10n.t('{0} leads from {1}.', name, timeOfDay(moment.now, moment.locale)), moment);
}

function withNote(incident: Incident, text: string, { now, newId }: Moment): Incident {
  return { ...incident, incidentNotes: [...(incident.incidentNotes ?? []), { id: newId(), at: now, text }] };
}

function ended(incident: Incident, now: string): Incident {
  const { start } = incident.window;
  const end = Date.parse(now) < Date.parse(start) ? start : storedTime(Date.parse(now));
  return { ...incident, window: { ...incident.window, end, endFrom: 'person' } };
}
