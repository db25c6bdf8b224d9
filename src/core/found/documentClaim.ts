import type { Bound } from '../documents/bounds';
import type { Moment } from '../documents/context';
import type { IncidentDocument } from '../documents/read';
import { severityOf } from '../incident/rawSeverity';
import type { Claim } from '../journal/schema';
import { iso } from '../signals/signal';
import { claimKey } from '../identity/claimFacts';
import { DOCUMENT } from './listing';
import { shortId } from './shortId';

/** A time of a document, and the line that says it. */
export interface ToldTime {
  /** ISO 8601 UTC. Of a day alone, its noon: there it is that day nearly everywhere. */
  readonly at: string;
  readonly line: number;
  readonly isDay: boolean;
}

/** What the panel shows of a document: each part with the line that it is from. */
export interface ToldDocument {
  /** As in the claim: the folder's name and the path in it. */
  readonly ref: string;
  readonly title: { readonly value: string; readonly line: number };
  readonly start?: ToldTime;
  readonly end?: ToldTime;
  /** What happened, in the document's words. */
  readonly summary?: string;
  readonly timeline: readonly { readonly at: string; readonly line: number; readonly text: string }[];
}

/** What a document tells. Times that it gives as days are at noon, UTC. @param ref where the document is */
export function toldBy(ref: string, { title, start, end, day, summary, timeline }: IncidentDocument): ToldDocument {
  const dayTime = day && { at: noon(day.value), line: day.line, isDay: true };
  const began = timeOf(start) ?? dayTime;
  const over = timeOf(end);
  return {
    ref,
    title,
    ...(began && { start: began }),
    ...(summary && { summary: summary.value }),
    ...(over && (!began || over.at >= began.at) && { end: over }),
    timeline: timeline.flatMap(({ moment, timed, line, text }) => (moment && timed && text !== '' ? [{ at: iso(moment.at), line, text }] : [])),
  };
}

const timeOf = (bound: Bound | undefined): ToldTime | undefined => bound && { at: atOf(bound.moment), line: bound.line, isDay: bound.moment.precise === 'day' };
const atOf = ({ at, day, precise }: Moment): string => (precise === 'day' ? noon(day) : iso(at));
const noon = ({ year, month, day }: Moment['day']): string => iso(Date.UTC(year, month - 1, day, 12));

/**
 * A document as a claim; undefined where it names no day. One that gives no end is over all the same: it ends where it began, and the lead
 * corrects it.
 * @param seen when the file was last changed, in milliseconds
 */
export function documentClaim(told: ToldDocument, severity: string | undefined, seen: number): Claim | undefined {
  const { ref, title, start, end } = told;
  if (!start) return undefined;
  const known = severity === undefined ? undefined : severityOf(severity);
  return {
    id: shortId(claimKey({ source: DOCUMENT, ref, id: '' })),
    source: DOCUMENT,
    ref,
    seen: iso(Math.floor(seen)),
    kind: 'declared',
    title: title.value,
    start: start.at,
    precision: start.isDay ? 'day' : 'minute',
    end: end?.at ?? start.at,
    ...(known && { severity: known }),
    ...(severity !== undefined && { rawSeverity: severity }),
  };
}
