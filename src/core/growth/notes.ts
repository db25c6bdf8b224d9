import { isReviewed } from '../incident/state';
import { timeOrder } from '../incident/timeOrder';
import { dayWords, type Locale } from '../incident/times';
import type { Incident, Judged, Kind } from '../journal/schema';
import { KINDS } from '../journal/values';
import { kindOf } from './occasions';
import { shorten } from './shorten';
import { within } from './within';

/** From this many notes on, it is counted how often what they said happened; below, they are a list. */
export const COUNTED_FROM = 10;
/** How many are listed, and what the list may take of the state, in bytes. */
const SHORT = { listed: 5, room: 900 };
/** The same where the reader opened all. */
const WHOLE = { listed: 200, room: 40_000 };
const TITLE = 60;
const WORDS = 120;

/** The notes with one stated confidence: "60 %, happened 3 of 5". */
export interface NoteLevel {
  /** In per cent, to the nearest ten. */
  readonly sure: number;
  readonly happened: number;
  readonly count: number;
}

/** The notes of one kind of incident, counted. */
export interface CountedNotes {
  /** The least sure first. */
  readonly levels: readonly NoteLevel[];
  /** Judged, and in no level: whether it happened is unclear. */
  readonly unclear: number;
  /** Judged, and in no level: no confidence was stated. */
  readonly unstated: number;
}

/** One judged note. */
export interface NoteLine {
  readonly incident: string;
  readonly title: string;
  readonly day: string;
  readonly kind: Kind;
  /** What was expected; where that was not said, what was believed. */
  readonly words: string;
  readonly sure?: number;
  readonly judged: Judged;
}

/** What became of what the lead believed before the outcome was known. Never a score. */
export interface NotesState {
  /** The kinds of which there are enough. */
  readonly counted: Readonly<Partial<Record<Kind, CountedNotes>>>;
  /** The notes of the other kinds, newest first. */
  readonly list: readonly NoteLine[];
  /** How many more of these there are. */
  readonly more: number;
  /** Notes of finished reflections that were not judged. */
  readonly unjudged: number;
  /** The reader opened all. */
  readonly isWhole: boolean;
}

type Note = NonNullable<Incident['foresight']>[number];
interface Judgement {
  readonly incident: Incident;
  readonly note: Note;
  readonly judged: Judged;
}

/**
 * The foresight notes of finished reflections, by what was judged of them. Real, drill and shadow apart.
 * @param records every record that is not deleted, in any order
 * @param now the clock, in milliseconds
 */
export function notesState(records: readonly Incident[], locale: Locale, now: number, isWhole = false): NotesState {
  const judgements: Record<Kind, Judgement[]> = { real: [], drill: [], shadow: [] };
  let unjudged = 0;
  for (const incident of records.filter(isReviewed)) {
    for (const note of incident.foresight ?? []) {
      if (note.judged) judgements[kindOf(incident)].push({ incident, note, judged: note.judged });
      else unjudged += 1;
    }
  }
  const isEnough = (kind: Kind): boolean => judgements[kind].filter(isCounted).length >= COUNTED_FROM;
  const enough = KINDS.filter(isEnough);
  const listed = KINDS.filter((kind) => !isEnough(kind)).flatMap((kind) => judgements[kind]).sort(newestFirst);
  const most = isWhole ? WHOLE : SHORT;
  const list = within(listed.slice(0, most.listed).map((each) => lineOf(each, locale, now)), most.room);
  const counted = Object.fromEntries(enough.map((kind) => [kind, countsOf(judgements[kind])]));
  return { counted, list, more: listed.length - list.length, unjudged, isWhole };
}

/** A note with a confidence, of which is known whether it happened. */
function isCounted({ note, judged }: Judgement): boolean {
  return note.sure !== undefined && judged !== 'unclear';
}

function countsOf(judgements: readonly Judgement[]): CountedNotes {
  const levels = new Map<number, NoteLevel>();
  for (const { note, judged } of judgements.filter(isCounted)) {
    const sure = Math.round((note.sure ?? 0) / 10) * 10;
    const { happened = 0, count = 0 } = levels.get(sure) ?? {};
    levels.set(sure, { sure, happened: happened + (judged === 'yes' ? 1 : 0), count: count + 1 });
  }
  return {
    levels: [...levels.values()].sort((a, b) => a.sure - b.sure),
    unclear: judgements.filter(({ judged }) => judged === 'unclear').length,
    unstated: judgements.filter(({ note, judged }) => judged !== 'unclear' && note.sure === undefined).length,
  };
}

function newestFirst(a: Judgement, b: Judgement): number {
  return timeOrder(b.note.at, a.note.at) || (a.incident.id === b.incident.id ? compare(a.note.id, b.note.id) : compare(a.incident.id, b.incident.id));
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function lineOf({ incident, note, judged }: Judgement, locale: Locale, now: number): NoteLine {
  return {
    incident: incident.id,
    title: shorten(incident.title, TITLE),
    day: dayWords(note.at, locale, now),
    kind: kindOf(incident),
    words: shorten(note.next ?? note.belief, WORDS),
    ...(note.sure !== undefined && { sure: note.sure }),
    judged,
  };
}
