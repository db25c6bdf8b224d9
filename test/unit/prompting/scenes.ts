import { fromLocalFields } from '../../../src/core/incident/times';
import type { Incident } from '../../../src/core/journal/schema';
import { judgePrompts, promptTurn, type IncidentVerdict, type PromptVerdict } from '../../../src/core/prompting/gate';
import { readHistory, type PromptHistory } from '../../../src/core/prompting/history';
import type { Circumstances } from '../../../src/core/prompting/scene';
import { readPromptSettings, type PromptSettings } from '../../../src/core/prompting/settings';

export const ZONE = 'Europe/Berlin';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const STANDARD: PromptSettings = readPromptSettings(() => undefined).settings;
export const EMPTY: PromptHistory = { format: 1, asked: [] };
/** Focused, nothing typed, nothing debugged. */
export const QUIET = { windowActive: true, debugging: false };

export const iso = (at: number): string => new Date(at).toISOString();

/** "2026-05-14 14:10" in a zone, in milliseconds. 14 May 2026 is a Thursday. */
export function at(fields: string, zone = ZONE): number {
  const time = fromLocalFields(fields.replace(' ', 'T'), zone);
  if (time === undefined) throw new Error(`not a time: ${fields}`);
  return Date.parse(time);
}

/** A real incident of an hour that a person declared; `ended` is in Berlin's time. */
export function over(id: string, ended: string, more: Partial<Incident> = {}): Incident {
  const end = at(ended);
  const claims = [{ id: 'c1', source: 'person', seen: iso(end) }];
  return { format: 1, id, title: `Incident ${id}`, kind: 'real', window: { start: iso(end - HOUR), end: iso(end) }, claims, ...more };
}

/** One that only a system reported, over after some minutes. */
export function alert(id: string, ended: string, minutes: number, source = 'prometheus'): Incident {
  const end = at(ended);
  return over(id, ended, { window: { start: iso(end - minutes * MINUTE), end: iso(end) }, claims: [{ id: 'c1', source, seen: iso(end) }] });
}

export function running(id: string, began: string): Incident {
  return { format: 1, id, title: `Incident ${id}`, kind: 'real', window: { start: iso(at(began)) } };
}

/** A history in which something was asked at these times, of Berlin, without an answer. */
export function asked(...asks: readonly (readonly [incident: string, when: string])[]): PromptHistory {
  return { ...EMPTY, asked: asks.map(([incident, when]) => ({ incident, times: [iso(at(when))] })) };
}

/** What a case sets beside one incident that ended on Thursday, 14 May 2026, at 11:00. */
export interface Case {
  readonly now?: string;
  readonly records?: readonly Incident[];
  readonly history?: PromptHistory;
  readonly settings?: Partial<PromptSettings>;
  readonly zone?: string;
  readonly moment?: Partial<Circumstances['moment']>;
}

export function circumstances({ now = '2026-05-14 14:00', records, history = EMPTY, settings, zone = ZONE, moment }: Case): Circumstances {
  return {
    records: records ?? [over('a1', '2026-05-14 11:00')],
    history: { state: 'read', history },
    settings: { ...STANDARD, ...settings },
    zone,
    now: at(now),
    moment: { ...QUIET, ...moment },
  };
}

export const judge = (given: Case): PromptVerdict => judgePrompts(circumstances(given));

/** What is said of the first incident, or of the one with an id. */
export function verdictOn(given: Case, id?: string): IncidentVerdict {
  const { incidents } = judge(given);
  const found = id === undefined ? incidents[0] : incidents.find(({ incident }) => incident.id === id);
  if (!found) throw new Error('no verdict');
  return found;
}

/** One window's turn on what is stored: what it read, and what it leaves behind. */
export function turn(stored: unknown, given: Omit<Circumstances, 'history'>): { readonly verdict: PromptVerdict; readonly stored: unknown } {
  const taken = promptTurn({ ...given, history: readHistory(stored, given.now) });
  return { verdict: taken.verdict, stored: taken.changed ? JSON.parse(JSON.stringify(taken.history)) : stored };
}
