import type { SourceHealth, Trouble } from './health';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** How often a source is looked at. Times are milliseconds. */
export interface Rhythm {
  readonly every: number;
  /** The same while one of its incidents is open. */
  readonly whileOpen: number;
  /** Sources of one host are asked one after the other; undefined: it asks no host. */
  readonly host?: string;
}

/** What is known of a source between two looks, in every window. Times are milliseconds since 1970. */
export interface SourceState {
  /** Not before; undefined: not before the settings change. */
  readonly due: number | undefined;
  /** Failed looks since the last one that answered. */
  readonly failures: number;
  readonly health: SourceHealth;
}

/** What a look came to. */
export type LookOutcome = { readonly ok: true; readonly open: boolean; readonly pause?: number } | { readonly ok: false; readonly trouble: Trouble; readonly detail?: string; readonly pause?: number };

/** The clock, in milliseconds, and a number from 0 to 1. */
export interface Chance {
  readonly now: number;
  readonly random: number;
}

/** Looks come this much sooner or later, so that the windows of a whole team do not ask at once: a share of the time. */
const JITTER = 0.1;
/** After failures: 1, 2, 4 … minutes, an hour at most, and any part of it. */
const FIRST_PAUSE = MINUTE;
const LONGEST_PAUSE = 60 * MINUTE;
/** Where a source wants a pause and does not say how long. */
const RATE_PAUSE = MINUTE;
/** A source may ask for no longer pause than this. */
const MOST_PAUSE = 24 * 60 * MINUTE;
/** After a sleep the looks that were missed are one, begun within this time: the network may not be there yet. */
const WAKING = 30 * SECOND;
/** Turns that are further apart than this have a sleep between them. */
const SLEEP = 5 * MINUTE;

/** A source that was never looked at: due within a tenth of its time, not all at once. */
export const newSource = ({ every }: Rhythm, { now, random }: Chance): SourceState => ({ due: now + every * JITTER * random, failures: 0, health: {} });

/** What is known after a look. */
export function afterLook(state: SourceState, outcome: LookOutcome, rhythm: Rhythm, chance: Chance): SourceState {
  const { now } = chance;
  if (outcome.ok) {
    const pause = Math.max(jittered(outcome.open ? rhythm.whileOpen : rhythm.every, chance), asked(outcome.pause));
    return { due: now + pause, failures: 0, health: { lastOk: now } };
  }
  const { trouble, detail } = outcome;
  const failures = state.failures + 1;
  const pause = pauseAfter(outcome, failures, chance);
  const due = pause === undefined ? undefined : now + pause;
  const { lastOk } = state.health;
  return { due, failures, health: { ...(lastOk !== undefined && { lastOk }), trouble, ...(detail !== undefined && { detail }), ...(due !== undefined && { again: due }) } };
}

/** A wrong key is not tried again until somebody changes it: it could lock the account. */
function pauseAfter({ trouble, pause }: Extract<LookOutcome, { ok: false }>, failures: number, chance: Chance): number | undefined {
  if (trouble === 'auth' || trouble === 'badConfig') return undefined;
  if (trouble === 'rateLimited') return Math.max(SECOND, jittered(asked(pause) || RATE_PAUSE, { ...chance, random: 0.5 + chance.random / 2 }));
  const longest = Math.min(FIRST_PAUSE * 2 ** Math.min(failures - 1, 10), LONGEST_PAUSE);
  return Math.max(SECOND, longest * chance.random, asked(pause));
}

const asked = (pause = 0): number => (Number.isFinite(pause) ? Math.min(Math.max(0, pause), MOST_PAUSE) : 0);
const jittered = (time: number, { random }: Chance): number => time * (1 + JITTER * (2 * random - 1));

/** After the settings of a source changed it is asked again, whatever went wrong before. */
export const afterSettings = (state: SourceState, rhythm: Rhythm, chance: Chance): SourceState => ({ ...newSource(rhythm, chance), health: lastOkOf(state) });

const lastOkOf = ({ health: { lastOk } }: SourceState): SourceHealth => (lastOk === undefined ? {} : { lastOk });

/**
 * After a sleep, or with a clock that was set: what is overdue is looked at once, a little later; what is due in a future that its rhythm
 * never gave comes within its time.
 * @param lastTurn when the schedule was last asked, in milliseconds; undefined: never in this window
 */
export function afterGap(state: SourceState, rhythm: Rhythm, lastTurn: number | undefined, chance: Chance): SourceState {
  const { now, random } = chance;
  if (state.due === undefined) return state;
  const isAhead = state.due > now + Math.max(rhythm.every * (1 + JITTER), MOST_PAUSE);
  const isAwake = lastTurn === undefined || now < lastTurn || now - lastTurn > SLEEP;
  if (isAhead) return { ...state, due: now + rhythm.every * random };
  return isAwake && state.due < now && rhythm.host !== undefined ? { ...state, due: now + WAKING * random } : state;
}

/** A source in the schedule. */
export interface Scheduled {
  readonly id: string;
  readonly rhythm: Rhythm;
  readonly state: SourceState;
  readonly isRunning: boolean;
}

export interface Moment {
  /** The clock, in milliseconds. */
  readonly now: number;
  /** The editor has done what it does at its start. */
  readonly isIdle: boolean;
  /** This window is the one that looks. */
  readonly holdsLease: boolean;
}

/** What is to be started now, and when to ask again (milliseconds since 1970); undefined: when something changes. */
export interface LookTurn {
  readonly start: readonly string[];
  readonly again: number | undefined;
}

/** What a window does now: nothing before the editor is idle, nothing while another window looks, and one look at a time at each host; the longest overdue first. */
export function lookTurn(sources: readonly Scheduled[], { now, isIdle, holdsLease }: Moment): LookTurn {
  if (!isIdle || !holdsLease) return { start: [], again: undefined };
  const busy = new Set(sources.flatMap(({ isRunning, rhythm }) => (isRunning && rhythm.host !== undefined ? [rhythm.host] : [])));
  const waiting = sources.filter(({ isRunning, state }) => !isRunning && state.due !== undefined).toSorted((a, b) => (a.state.due ?? 0) - (b.state.due ?? 0) || (a.id < b.id ? -1 : 1));
  const start: string[] = [];
  for (const { id, rhythm, state } of waiting) {
    if ((state.due ?? Infinity) > now || (rhythm.host !== undefined && busy.has(rhythm.host))) continue;
    if (rhythm.host !== undefined) busy.add(rhythm.host);
    start.push(id);
  }
  // What waits for its host is asked for again when that look ends.
  const later = waiting.flatMap(({ state }) => (state.due !== undefined && state.due > now ? [state.due] : []));
  return { start, again: later.length > 0 ? Math.min(...later) : undefined };
}
