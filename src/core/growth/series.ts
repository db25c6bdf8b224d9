import type { Occasion } from './occasions';
import { signalsOf, SIGNALS_FROM, type Signal } from './signals';

/** From this many occasions on, a median and a range may be said; below, nothing is compared. */
export const COMPARABLE_FROM = 6;
/** From this many on, it is a run chart: the dots are joined, and something may be said about their order. */
export const JOINED_FROM = SIGNALS_FROM;
/** How many occasions are drawn, the newest. The count, the median and the range are of all. */
export const DRAWN = 100;

/** The lower and the upper of two numbers; the same twice where there is one. */
export type Span = readonly [low: number, high: number];

/** The occasions of one behaviour in one kind of incident. */
export interface Series {
  /** How many, under the newest anchors. */
  readonly count: number;
  /** How many under earlier anchors: drawn, but never compared with the others. */
  readonly earlier: number;
  /** The newest acts, oldest first, one digit each: "32434". */
  readonly anchors: string;
  /** How they are seen today, digit below digit, 0 where nothing changed. Absent where nothing changed at all. */
  readonly today?: string;
  /** Before which of the acts other anchors begin, as places in `anchors`. */
  readonly breaks: readonly number[];
  /** The newest act. */
  readonly latest: number;
  /** From six occasions on. The median of an even number lies between two acts. */
  readonly spread?: { readonly median: Span; readonly range: Span };
  /** From twelve on: how often each act came, from the lowest of the range to the highest. */
  readonly times?: readonly number[];
  /** What stands out in the order of all under the newest anchors. Absent where there are too few to say, empty where nothing does. */
  readonly signals?: readonly Signal[];
  /** Where there are occasions enough for that, and only too few of them off the median: how many are. */
  readonly off?: number;
}

/**
 * What may be drawn and said of a behaviour, undefined where it had no occasion.
 * @param occasions of one kind of incident, the earliest first
 */
export function seriesOf(occasions: readonly Occasion[]): Series | undefined {
  const inOrder = inOrderOfTables(occasions);
  const newest = inOrder.at(-1);
  if (!newest) return undefined;
  const current = inOrder.filter(({ table }) => table === newest.table);
  const drawn = inOrder.slice(-DRAWN);
  const today = drawn.map((each) => each.today ?? 0);
  const spread = current.length >= COMPARABLE_FROM ? spreadOf(current) : undefined;
  const range = spread?.range ?? [0, 0];
  const values = current.map(({ anchor }) => anchor);
  const median = spread && (spread.median[0] + spread.median[1]) / 2;
  const signals = median === undefined ? undefined : signalsOf(values, median);
  return {
    count: current.length,
    earlier: inOrder.length - current.length,
    anchors: drawn.map(({ anchor }) => anchor).join(''),
    ...(today.some((anchor) => anchor > 0) && { today: today.join('') }),
    breaks: drawn.flatMap(({ table }, at) => (at > 0 && drawn[at - 1]?.table !== table ? [at] : [])),
    latest: newest.anchor,
    ...(spread && { spread }),
    ...(current.length >= JOINED_FROM && { times: timesOf(current).slice(range[0] - 1, range[1]) }),
    ...(signals ? { signals } : current.length >= JOINED_FROM && { off: values.filter((anchor) => anchor !== median).length }),
  };
}

function inOrderOfTables(occasions: readonly Occasion[]): readonly Occasion[] {
  const table = occasions[0]?.table;
  return occasions.every((each) => each.table === table) ? occasions : [...occasions].sort((a, b) => a.table - b.table);
}

/** The acts are in an order but have no distances, so no two of them are averaged: the median is one act, or lies between two. */
function spreadOf(occasions: readonly Occasion[]): { readonly median: Span; readonly range: Span } {
  const counts = timesOf(occasions);
  const actAt = (place: number): number => {
    let before = 0;
    return counts.findIndex((count) => (before += count) > place) + 1;
  };
  const last = occasions.length - 1;
  return { median: [actAt(Math.floor(last / 2)), actAt(Math.ceil(last / 2))], range: [actAt(0), actAt(last)] };
}

/** How often each of the five acts came. */
function timesOf(occasions: readonly Occasion[]): number[] {
  const counts = [0, 0, 0, 0, 0];
  for (const { anchor } of occasions) counts[anchor - 1] = (counts[anchor - 1] ?? 0) + 1;
  return counts;
}
