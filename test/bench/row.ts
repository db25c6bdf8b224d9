/** One line of `npm run bench` and of bench-results.json. */
export interface BenchRow {
  readonly name: string;
  readonly unit: string;
  readonly measured: number;
  /** The least that the same work can cost, in the same unit; null for sizes and pauses. */
  readonly floor: number | null;
  /** `measured` over `floor`: what travels from one machine to another. */
  readonly ratio: number | null;
  /** The most that `ratio` may be, or `measured` where there is no floor. */
  readonly bound: number;
  readonly within: boolean;
}

/** The middle of the values; of an even number of them the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? NaN;
}

export interface Pair {
  readonly measured: number;
  readonly floor: number;
  readonly ratio: number;
}

/** Something that takes time. It may return milliseconds of its own, where only a part of it counts. */
export type Timed = () => Promise<number | void>;

/**
 * Times two things in turns, so that a busy machine slows both, and takes medians; the ratio is the median of the ratios within each
 * turn. One turn before the first is not counted.
 * @param rounds at least 9
 * @returns milliseconds
 */
export async function interleaved(measure: Timed, floor: Timed, rounds: number): Promise<Pair> {
  if (rounds < 9) throw new RangeError(`A median of ${rounds} says little. Measure at least 9 times.`);
  const turns: { measured: number; floor: number }[] = [];
  for (let turn = 0; turn <= rounds; turn++) turns.push({ floor: await timed(floor), measured: await timed(measure) });
  const counted = turns.slice(1);
  return {
    measured: median(counted.map((turn) => turn.measured)),
    floor: median(counted.map((turn) => turn.floor)),
    ratio: median(counted.map((turn) => turn.measured / turn.floor)),
  };
}

async function timed(work: Timed): Promise<number> {
  const start = performance.now();
  const own = await work();
  return own ?? performance.now() - start;
}

/** A row of something that has a floor, in milliseconds. */
export function rowOf(name: string, pair: Pair, bound: number): BenchRow {
  return { name, unit: 'ms', ...pair, bound, within: pair.ratio <= bound };
}

/** A row of something that has none. */
export function plainRow(name: string, unit: string, measured: number, bound: number): BenchRow {
  return { name, unit, measured, floor: null, ratio: null, bound, within: measured <= bound };
}
