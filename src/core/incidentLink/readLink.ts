import * as l10n from '@vscode/l10n';
import { severityOf } from '../incident/rawSeverity';
import { titleProblem } from '../incident/tidy';
import { storedTime } from '../incident/times';
import { windowProblem } from '../incident/window';
import type { Severity } from '../journal/schema';
import { linkFields, noLink, type LinkFields, type NoLink } from './linkFields';
import { linkTime } from './linkTime';

/** The source of what a link says, where it names none. */
export const LINK = 'link';

/** What a link says of an incident. It was checked, and is not believed: the lead sees it before anything is written. */
export interface IncidentLink {
  readonly state: 'open' | 'resolved';
  /** Who says it: `link`, or the tool that the link names. */
  readonly source: string;
  /** What the tool calls it. */
  readonly id?: string;
  readonly title?: string;
  /** ISO 8601 UTC. */
  readonly start?: string;
  readonly end?: string;
  readonly severity?: Severity;
  /** The severity in the tool's word. */
  readonly rawSeverity?: string;
  readonly services: readonly string[];
  /** An https address. */
  readonly url?: string;
}

export type LinkReading = { readonly ok: true; readonly link: IncidentLink } | NoLink;

const VERSION = '1';
const PATH = '/incident';
/** What tools call the two states. */
const STATES: Readonly<Record<string, IncidentLink['state'] | undefined>> = {
  open: 'open', firing: 'open', triggered: 'open', acknowledged: 'open', active: 'open', investigating: 'open', fixing: 'open', monitoring: 'open',
  resolved: 'resolved', closed: 'resolved', ok: 'resolved',
};
/** Sources that we read ourselves: what they say cannot come by a link. */
export const OWN_SOURCES: readonly string[] = ['person', 'git', 'document', 'documents', 'import', 'prometheus', 'alertmanager'];
const SOURCE = /^[a-z][a-z0-9.-]{0,29}$/;
/** A host in plain letters, so that no letter of another script stands for one; nobody's name before it. */
const ADDRESS = /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]{0,62})\.)*[a-z0-9][a-z0-9-]{0,62}(?::\d{1,5})?(?:[/?#][^\s"<>\\^`{|}]*)?$/i;
/** In UTF-16 code units. */
const LONGEST_ID = 200;
const LONGEST_SEVERITY = 40;
const LONGEST_SERVICE = 100;
const LONGEST_ADDRESS = 1_000;
/** Clocks of two machines differ: a time this far ahead is now, in milliseconds. */
const AHEAD = 120_000;

/**
 * Reads a link that any page may have made. Refuses, with one sentence, whatever is not exactly as written in docs/links.md: another
 * version, other keys, what is too long, signs that cannot be seen, other addresses than https, times without a zone, ahead, or in the wrong order.
 * @param path and query of the link, as the editor hands them over
 * @param now the clock, in milliseconds
 */
export function readLink(path: string, query: string, now: number): LinkReading {
  if (path !== PATH) return noLink(l10n.t('Links lead to {0}, and this one to something else.', PATH));
  const read = linkFields(query);
  if (!read.ok) return read;
  const { v, state: said = '', source = LINK } = read.fields;
  if (v !== VERSION) return noLink(v === undefined ? l10n.t('The link does not say its version: v=1.') : l10n.t('The link is of another version than this one: {0}', v.slice(0, 20)));
  const state = Object.hasOwn(STATES, said.toLowerCase()) ? STATES[said.toLowerCase()] : undefined;
  if (!state) return noLink(l10n.t('The link must say state=open or state=resolved.'));
  const name = source.toLowerCase();
  if (!SOURCE.test(name) || OWN_SOURCES.includes(name)) return noLink(l10n.t('The link names a source that it cannot be from: {0}', source.slice(0, 40)));
  const problem = textProblem(read.fields);
  if (problem !== undefined) return noLink(problem);
  return withTimes(read.fields, { state, source: name }, now);
}

/** What is wrong with the texts, as a sentence. */
function textProblem({ title, id = '', sev = '', url = '', service }: LinkFields): string | undefined {
  if (title !== undefined && titleProblem(title) !== undefined) return titleProblem(title);
  const texts = [...service.map((name) => ['service', name, LONGEST_SERVICE] as const), ['id', id, LONGEST_ID] as const, ['sev', sev, LONGEST_SEVERITY] as const, ['url', url, LONGEST_ADDRESS] as const];
  const long = texts.find(([, text, most]) => text.length > most);
  if (long) return l10n.t('“{0}” has at most {1} signs in a link.', long[0], long[2]);
  if (url !== '' && !ADDRESS.test(url)) return l10n.t('A link may only hold an address that begins with https:// and names its host in plain letters.');
  return undefined;
}

function withTimes({ id, title, start: began, end: over, sev, service, url }: LinkFields, { state, source }: Pick<IncidentLink, 'state' | 'source'>, now: number): LinkReading {
  const [start, end] = [timeIn(began, now), timeIn(over, now)];
  if (start === null || end === null) return noLink(l10n.t('Times in a link are like 2026-05-14T14:02:00Z, with their zone: {0}', ((start === null ? began : over) ?? '').slice(0, 40)));
  if (state === 'open' && end !== undefined) return noLink(l10n.t('The link says that it is open, and when it was over.'));
  const isAhead = start !== undefined && Date.parse(start) > now; // and not: the end is before it
  const last = end ?? (isAhead ? start : new Date(now).toISOString());
  const problem = start === undefined && end === undefined ? undefined : windowProblem(start ?? last, last, now);
  if (problem !== undefined) return noLink(problem);
  const severity = sev === undefined ? undefined : severityOf(sev);
  return {
    ok: true,
    link: {
      state, source, services: service,
      ...(id !== undefined && { id }),
      ...(title !== undefined && { title: title.replace(/\s+/g, ' ') }),
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
      ...(severity && { severity }),
      ...(sev !== undefined && { rawSeverity: sev }),
      ...(url !== undefined && { url }),
    },
  };
}

/** Null: not a time. A time that is only just ahead is now. */
function timeIn(said: string | undefined, now: number): string | undefined | null {
  if (said === undefined) return undefined;
  const time = linkTime(said);
  if (time === undefined) return null;
  const at = Date.parse(time);
  return at > now && at <= now + AHEAD ? storedTime(now) : time;
}
