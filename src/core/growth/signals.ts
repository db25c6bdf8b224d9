/** From this many occasions on, and this many off the median, something may be said about their order. */
export const SIGNALS_FROM = 12;
export const OFF_MEDIAN_FROM = 10;
/** How often one series without change shows a signal, at the most. */
export const CHANCE = 0.05;

/** `shift`: many in a row on one side of the median. `crossings`: the median is crossed less often than chance would have it. */
export type Signal = { readonly rule: 'shift'; readonly length: number; readonly side: 'above' | 'below' } | { readonly rule: 'crossings' };

/** How a series lies about its median. Who lies on it counts on neither side, and breaks no run. */
export interface Sides {
  readonly above: number;
  readonly below: number;
  readonly crossings: number;
  /** The newest of the longest runs on one side. */
  readonly longest: { readonly length: number; readonly side: 'above' | 'below' };
}

/**
 * What stands out in the order of a series; undefined where there are too few to say, an empty list where nothing does.
 *
 * The two rules of a run chart (Anhøj & Olesen 2014): the longest run on one side of the median is longer than round(log2 n + 3), or the
 * median is crossed less often than the 5 % point of the binomial with n - 1 trials; n are the values off the median. They are made for
 * values that rarely lie on the median, with half of them on each side. Five acts lie on it often, so that the sides are unequal and runs
 * long by chance: there the two rules signal in 1 of 5 series without change (see `test/unit/growth/signalsSimulation.test.ts`). So
 * a signal needs one thing more, which holds for any sides: of all orders of as many above and as many below, at most 5 % cross the median as
 * seldom (Wald & Wolfowitz 1940). Whatever the ties, at most 1 series in 20 without change can signal at one look.
 * @param values in order, oldest first
 * @param median a value, or the middle between two
 */
export function signalsOf(values: readonly number[], median: number): readonly Signal[] | undefined {
  const sides = sidesOf(values, median);
  if (values.length < SIGNALS_FROM || sides.above + sides.below < OFF_MEDIAN_FROM) return undefined;
  const signals = runChartSignals(sides);
  return signals.length > 0 && isRare(sides) ? signals : [];
}

export function sidesOf(values: readonly number[], median: number): Sides {
  let [above, below, crossings, run] = [0, 0, 0, 0];
  let side: 'above' | 'below' | undefined;
  let longest: Sides['longest'] = { length: 0, side: 'above' };
  for (const value of values) {
    if (value === median) continue;
    const now = value > median ? 'above' : 'below';
    if (side !== undefined && now !== side) crossings += 1;
    run = now === side ? run + 1 : 1;
    side = now;
    if (now === 'above') above += 1;
    else below += 1;
    if (run >= longest.length) longest = { length: run, side: now };
  }
  return { above, below, crossings, longest };
}

/** The two rules as their source has them. */
export function runChartSignals({ above, below, crossings, longest }: Sides): readonly Signal[] {
  const off = above + below;
  const signals: Signal[] = [];
  if (longest.length > Math.round(Math.log2(off) + 3)) signals.push({ rule: 'shift', ...longest });
  if (crossings < fivePercentPoint(off - 1)) signals.push({ rule: 'crossings' });
  return signals;
}

/** The smallest count that a fair coin, thrown so often, stays at or below in at least 5 % of cases. */
function fivePercentPoint(trials: number): number {
  let [count, chance] = [0, Math.exp(-trials * Math.LN2)];
  while (chance < CHANCE && count < trials) chance += Math.exp(logWays(trials, ++count) - trials * Math.LN2);
  return count;
}

/** Whether at most 5 % of all orders of so many above and so many below cross the median as seldom, or less often. */
function isRare({ above, below, crossings }: Sides): boolean {
  const all = logWays(above + below, above);
  let chance = above === 0 || below === 0 ? 1 : 0;
  for (let runs = crossings + 1; runs >= 2 && chance <= CHANCE; runs--) chance += ordersWith(runs, above, below, all);
  return chance <= CHANCE;
}

/** The share of all orders that has exactly so many runs. They alternate, so that one side has half of them, or one more. */
function ordersWith(runs: number, above: number, below: number, all: number): number {
  const [more, fewer] = [Math.ceil(runs / 2), Math.floor(runs / 2)];
  return Math.exp(logSplits(above, more) + logSplits(below, fewer) - all) + Math.exp(logSplits(above, fewer) + logSplits(below, more) - all);
}

/** The logarithm of the number of ways to part so many, in order, into so many runs. */
function logSplits(count: number, runs: number): number {
  return logWays(count - 1, runs - 1);
}

const logFactorials = [0];

/** The logarithm of the number of ways to choose so many of so many. */
function logWays(of: number, chosen: number): number {
  if (chosen < 0 || chosen > of) return -Infinity;
  while (logFactorials.length <= of) logFactorials.push((logFactorials.at(-1) ?? 0) + Math.log(logFactorials.length));
  return (logFactorials[of] ?? 0) - (logFactorials[chosen] ?? 0) - (logFactorials[of - chosen] ?? 0);
}
