import type { DrillLine } from '../journal/drillSchema';
import type { StoryPoint } from './story';

/** One thing of an incident. A sign is what somebody could see; an act or a thought is what somebody made of it. */
export interface StoryMoment {
  readonly line: DrillLine;
  readonly kind: 'sign' | 'act' | 'thought';
  /** The lead marked it as a decision. */
  readonly marked: boolean;
  /** It was there before the incident began: nothing was to be decided yet. */
  readonly before: boolean;
}

/** Fewer decisions are no drill. */
export const FEWEST_DECISIONS = 2;
/** Something before and something after each of two decisions. */
export const FEWEST_MOMENTS = 4;
/** About twenty minutes. */
const MOST_DECISIONS = 8;
/** One decision for so many moments: where fewer are found, more are made at even steps. */
const EACH = 4;
const APART = 2;

/**
 * Where an incident stops in a drill: in front of each act or thought that follows a sign, and at what the lead marked as a decision. Where
 * too little tells where somebody decided, also at even steps between these. Each decision has what is new by then, and what happened then; nothing is left out.
 * @param moments by time
 * @returns undefined where there is too little for two decisions
 */
export function cutIntoDecisions(moments: readonly StoryMoment[]): readonly StoryPoint[] | undefined {
  if (moments.length < FEWEST_MOMENTS) return undefined;
  const cuts = withEvenCuts(decisionsIn(moments), moments.length);
  let told = 0;
  return cuts.map((cut, index): StoryPoint => {
    const known = moments.slice(told, cut);
    const end = cuts[index + 1] ?? moments.length;
    told = index === cuts.length - 1 ? end : cut + thenIn(moments.slice(cut, end));
    const time = (known.at(-1) ?? moments[cut - 1])?.line.time ?? '';
    return { time, known: known.map(({ line }) => line), then: moments.slice(cut, told).map(({ line }) => line) };
  });
}

/** In front of which moments somebody decided: all that are marked, then of the others as many as there is room for, spread over the incident. */
function decisionsIn(moments: readonly StoryMoment[]): readonly number[] {
  const places = moments.map((_, index) => index).filter((index) => index > 0 && moments[index]?.before === false);
  const marked = places.filter((at) => isMarked(moments, at)).slice(0, MOST_DECISIONS);
  const others = places.filter((at) => isTurn(moments, at) && marked.every((each) => Math.abs(each - at) >= APART));
  const room = Math.max(0, MOST_DECISIONS - marked.length);
  const step = Math.max(1, others.length / Math.max(1, room));
  const spread = others.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  return [...marked, ...spread.slice(0, room)].sort((a, b) => a - b);
}

/** An act that is marked is decided in front of it; a sign, behind it. */
function isMarked(moments: readonly StoryMoment[], at: number): boolean {
  const [before, here] = [moments[at - 1], moments[at]];
  return (here?.marked === true && here.kind !== 'sign') || (before?.marked === true && before.kind === 'sign');
}

/** Whatever came first was seen, or nobody would have done anything. */
const isTurn = (moments: readonly StoryMoment[], at: number): boolean => (at === 1 || moments[at - 1]?.kind === 'sign') && moments[at]?.kind !== 'sign';

/** Each decision has something new, so that two are never side by side; where there is no room for a second one beside what was found, all are at even steps. */
function withEvenCuts(found: readonly number[], length: number): readonly number[] {
  const wanted = Math.min(MOST_DECISIONS, Math.max(FEWEST_DECISIONS, Math.floor(length / EACH)));
  const even: number[] = [];
  for (let index = 1; index <= wanted; index += 1) even.push(Math.max(Math.round((index * length) / (wanted + 1)), (even.at(-1) ?? -1) + APART));
  const cuts = [...found];
  for (const at of even) if (cuts.length < wanted && cuts.every((each) => Math.abs(each - at) >= APART)) cuts.push(at);
  return cuts.length < FEWEST_DECISIONS ? even : cuts.sort((a, b) => a - b);
}

/** How much of what lies between two decisions belongs to the first: the acts, where signs follow them; else half of it. At least one. */
function thenIn(between: readonly StoryMoment[]): number {
  const acts = between.findIndex(({ kind }) => kind === 'sign');
  return acts > 0 ? acts : Math.ceil(between.length / 2);
}
