// What a test says for the table that `npm run torture` ends with.
import assert from 'node:assert/strict';
import type { Context } from 'mocha';
import { writeRow, type RowKey } from '../../tools/suites/tortureRows.mjs';

/** A number that is small in `npm test` and as it should be in `npm run torture`. */
export const times = (short: number, whole: number): number => (process.env.TORTURE ? whole : short);

/** What was seen. `lost` and each of `wrong` must be 0. */
export interface Seen {
  /** How often it was done; of power cuts, on how many possible disks it was judged. */
  readonly often: number;
  /** What was acknowledged and is not there. */
  readonly lost?: number;
  /** Whatever else must be 0, by its name. */
  readonly wrong?: Readonly<Record<string, number>>;
  /** What else was seen, in words. */
  readonly seen?: string;
  /** What the person was told, to the letter. */
  readonly words?: readonly string[];
}

/** Does the work of one line of the table, writes the line whatever comes of it, and fails where something is not 0. */
export async function seen(key: RowKey, work: () => Seen | Promise<Seen>): Promise<void> {
  let result: Seen | undefined;
  try {
    result = await work();
    const { lost = 0, wrong = {} } = result;
    const bad = Object.entries({ lost, ...wrong }).filter(([, count]) => count !== 0);
    assert.equal(bad.length, 0, bad.map(([name, count]) => `${count} ${name}`).join(', '));
    writeRow({ key, ...result, verdict: 'held' });
  } catch (error) {
    // mocha skips a test by throwing: the line is written where that is decided.
    if (!isSkip(error)) writeRow({ key, often: 0, ...result, verdict: 'failed', reason: firstLine(error) });
    throw error;
  }
}

/** Says in the table that a line cannot be had here, and skips the test. */
export function notHere(key: RowKey, reason: string, context: Context): never {
  writeRow({ key, often: 0, verdict: 'not run', reason: `Not run: ${reason}.` });
  if (context.test) context.test.title += ` (skipped: ${reason})`;
  return context.skip();
}

const isSkip = (error: unknown): boolean => (error as object | null)?.constructor.name === 'Pending';
const firstLine = (error: unknown): string => String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
