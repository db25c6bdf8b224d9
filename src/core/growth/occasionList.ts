import { dayWords, type Locale } from '../incident/times';
import type { Incident } from '../journal/schema';
import { behaviour, BEHAVIOUR_TABLE } from '../reflection/behaviours';
import { finishedOldestFirst, kindOf, occasionIn, type Occasion } from './occasions';
import { inPeriod } from './period';
import type { Scope } from './scope';
import { shorten } from './shorten';
import { within } from './within';

/** How many are shown at once. */
export const AT_ONCE = 24;
const TITLE = 80;
const EVIDENCE = 240;
/** What they may take of a message, in bytes: where it holds less than 24, the others come with "Show older". */
const ROOM = 12_000;

/** Whose occasions the reader opened, and from which on: 0 is the newest. */
export interface OpenOccasions {
  readonly behaviour: string;
  readonly from: number;
}

/** One occasion, to be read and to be opened. */
export interface OccasionLine {
  readonly incident: string;
  readonly title: string;
  readonly day: string;
  /** The act as it was rated at the time, 1 to 5. */
  readonly anchor: number;
  /** How it is seen today, where that differs. */
  readonly today?: number;
  /** Rated under another wording of the acts than today's. */
  readonly isOtherWording?: true;
  /** What shows it, in the lead's words. */
  readonly evidence?: string;
}

/** The occasions of one behaviour in the chosen kind and period, newest first. */
export interface OccasionList extends OpenOccasions {
  /** The five acts, from 1 to 5. */
  readonly acts: readonly string[];
  readonly lines: readonly OccasionLine[];
  /** How many there are. */
  readonly total: number;
}

/**
 * The occasions that a strip opens; undefined where there are none.
 * @param all every record that is not deleted
 * @param now the clock, in milliseconds
 */
export function occasionList(all: readonly Incident[], { kind, period }: Scope, open: OpenOccasions, locale: Locale, now: number): OccasionList | undefined {
  const records = inPeriod(all, period, locale.zone, now);
  const ofKind = finishedOldestFirst(records.filter((each) => kindOf(each) === kind));
  const rated = ofKind.flatMap((incident) => {
    const occasion = occasionIn(incident, open.behaviour);
    return occasion ? [{ incident, occasion }] : [];
  });
  if (rated.length === 0) return undefined;
  const from = open.from < rated.length ? open.from : 0; // some are gone since
  const shown = rated.reverse().slice(from, from + AT_ONCE);
  const lines = within(shown.map(({ incident, occasion }) => lineOf(incident, occasion, locale, now)), ROOM);
  return { behaviour: open.behaviour, from, acts: behaviour(open.behaviour)?.anchors ?? [], lines, total: rated.length };
}

function lineOf({ id, title, window }: Incident, { anchor, today, table, evidence = '' }: Occasion, locale: Locale, now: number): OccasionLine {
  return {
    incident: id,
    title: shorten(title, TITLE),
    day: dayWords(window.start, locale, now),
    anchor,
    ...(today !== undefined && { today }),
    ...(table !== BEHAVIOUR_TABLE && { isOtherWording: true as const }),
    ...(evidence.trim() !== '' && { evidence: shorten(evidence.trim(), EVIDENCE) }),
  };
}
