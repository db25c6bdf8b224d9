import { median, type Pair } from './row';

/** Medians of what was measured in turns, and the median of the ratios within each turn. At least 9 turns. */
export function pairOf(turns: readonly (readonly [measured: number, floor: number])[]): Pair {
  if (turns.length < 9) throw new RangeError(`A median of ${turns.length} says little. Measure at least 9 times.`);
  return {
    measured: median(turns.map(([measured]) => measured)),
    floor: median(turns.map(([, floor]) => floor)),
    ratio: median(turns.map(([measured, floor]) => measured / floor)),
  };
}
