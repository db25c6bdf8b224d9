import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import type { Known } from '../journal/known';
import { ID, TIME } from '../journal/schema';
import { iso } from './days';

/** The version of the format of the history of prompts. */
export const HISTORY_FORMAT = 1;
/** How the lead answered a prompt. `later` has a time; `notAnIncident`, `skip` and `never` are *Not for me*. */
export const ANSWERS = ['start', 'later', 'notAnIncident', 'skip', 'never'] as const;
/** Asks beyond this many are forgotten, the first ones first: years of them, and a bound that no wrong clock can move. */
const KEPT = 500;

const opt = v.exactOptional;
const time = v.pipe(v.string(), v.regex(TIME));

const ask = v.looseObject({
  incident: v.pipe(v.string(), v.regex(ID)),
  /** When it was asked, then each time at which the clock said that this lay in the future: it counts on each of these days. */
  times: v.pipe(v.array(time), v.minLength(1)),
  answer: opt(v.picklist(ANSWERS)),
  answered: opt(time),
  /** With `later`: not before. */
  until: opt(time),
});

const neverFor = v.looseObject({ kind: v.picklist(['service', 'trigger']), name: v.string() });

/**
 * What was asked and answered in one journal, kept by the editor on this machine and not in the journal: one value for each
 * journal id. Times are ISO 8601 in UTC.
 */
export const historySchema = v.looseObject({
  format: v.literal(HISTORY_FORMAT),
  /** In the order in which it was asked. */
  asked: v.array(ask),
  /** Services and triggers that are never asked about. */
  neverFor: opt(v.array(neverFor)),
  /** Open incidents of which it was asked whether they are still open. */
  stillOpen: opt(v.array(v.looseObject({ incident: v.string(), at: time }))),
  /** When it was told, once a week at most, that a lesson is due. */
  lessons: opt(v.array(time)),
  /** When a history could not be read and this one was begun. Nothing more is asked on that day. */
  lost: opt(time),
});

export type PromptHistory = Known<v.InferOutput<typeof historySchema>>;
export type Ask = PromptHistory['asked'][number];
export type Answer = (typeof ANSWERS)[number];
export type NeverFor = NonNullable<PromptHistory['neverFor']>[number];

/** A history, or why there is none to be used. `newer` must not be written over. */
export type HistoryReading =
  | { readonly state: 'read'; readonly history: PromptHistory }
  | { readonly state: 'broken'; readonly history: PromptHistory; readonly reason: string }
  | { readonly state: 'newer'; readonly reason: string };

/**
 * Reads what was stored. Fields that are not known stay in it.
 * @param value the parsed value; undefined where nothing was stored yet
 * @param now the clock, in milliseconds
 */
export function readHistory(value: unknown, now: number): HistoryReading {
  if (value === undefined) return { state: 'read', history: { format: HISTORY_FORMAT, asked: [] } };
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (typeof format === 'number' && format > HISTORY_FORMAT) {
    return { state: 'newer', reason: l10n.t('What was asked before was written by a newer Lead Debrief, so nothing is asked. Update the extension.') };
  }
  const { issues } = v.safeParse(historySchema, value, { abortEarly: true });
  if (!issues) return { state: 'read', history: value as PromptHistory };
  const where = v.getDotPath(issues[0]) ?? l10n.t('the beginning');
  return {
    state: 'broken',
    history: { format: HISTORY_FORMAT, asked: [], lost: iso(now) },
    reason: l10n.t('What was asked before could not be read (at {0}), so it starts afresh and asks nothing more today.', where),
  };
}

/** When a history says that something was asked, by a clock that says `now`: the last of its times that is not in the future. */
export function askedAt({ times }: Ask, now: number): number {
  const past = times.map((each) => Date.parse(each)).filter((each) => each <= now);
  return past.length > 0 ? Math.max(...past) : now;
}

/**
 * The same history where the clock was not set back. An ask in the future was made before now by a clock that went ahead, perhaps
 * on this very day: it counts from now on today as well as on the day that it names. The same object where nothing changed.
 */
export function settled(history: PromptHistory, now: number): PromptHistory {
  const isAhead = ({ times }: Ask): boolean => times.every((each) => Date.parse(each) > now);
  const lostAhead = history.lost !== undefined && Date.parse(history.lost) > now;
  if (!lostAhead && !history.asked.some(isAhead)) return history;
  const asked = history.asked.map((each) => (isAhead(each) ? { ...each, times: [...each.times, iso(now)] } : each));
  return { ...history, asked, ...(lostAhead && { lost: iso(now) }) };
}

/** The history with one more ask. Write it before anything is shown; where it cannot be written, do not ask. */
export function recordAsk(history: PromptHistory, incident: string, now: number): PromptHistory {
  return { ...history, asked: [...history.asked, { incident, times: [iso(now)] }].slice(-KEPT) };
}

/** The asks about one incident, in the order in which they were made. */
export const asksAbout = (history: PromptHistory, incident: string): readonly Ask[] => history.asked.filter((each) => each.incident === incident);
