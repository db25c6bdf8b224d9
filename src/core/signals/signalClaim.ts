import type { Locale } from '../incident/times';
import type { Claim } from '../journal/schema';
import { iso, signalRef, type Signal } from './signal';
import { signalReasons, signalTitle } from './signalWords';

/** The source's name in claims. */
export const GIT = 'git';
/** About eight of ten that are asked about are incidents; of those that are only listed hardly one is, though nine of ten are setbacks: per cent. */
const SURE = { prompt: 80, list: 10 } as const;
const MINUTE = 60_000;
/** What was undone later than this had hardly been hurting since it landed: minutes. */
const QUICK = 1_440;

/**
 * A signal as a claim: inferred, and so for the list. It began when what was undone landed, where that was undone within a day; else when
 * the commit itself landed.
 * @param now the clock, in milliseconds
 */
export function claimOfSignal(signal: Signal, { id, locale, now }: { readonly id: string; readonly locale: Locale; readonly now: number }): Claim {
  const { at, undone, decision } = signal;
  const before = undone && undone.minutes <= QUICK ? undone.minutes * MINUTE : 0;
  return {
    id, source: GIT,
    ref: signalRef(signal),
    seen: iso(now),
    kind: 'inferred', sure: SURE[decision],
    title: signalTitle(signal, locale, now),
    start: iso(Date.parse(at) - before), precision: 'minute', end: at,
    why: [...signalReasons(signal)],
  };
}

/** The same, for the list: the lead twice called what speaks for it no incident. */
export const onlyListedClaim = (claim: Claim): Claim => ({ ...claim, sure: SURE.list });
