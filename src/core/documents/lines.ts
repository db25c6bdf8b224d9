/**
 * A document is cut at these bounds before anything is looked for in it, so that the work is linear in what is left. The longest of 350
 * incident documents that were read has 20 KB; 6 KB is usual.
 */
const MOST_CHARACTERS = 200_000;
const MOST_LINES = 4_000;
const LONGEST_LINE = 2_000;

/** A line of the file, as an editor counts them (from 1). */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** The lines of a text with any of the usual line ends, without a byte order mark and without what is beyond the bounds. */
export function linesOf(text: string): Line[] {
  const whole = text.slice(0, MOST_CHARACTERS).replace(/^\uFEFF/, '');
  return whole.split(/\r\n|\n|\r/, MOST_LINES).map((each, index) => ({ number: index + 1, text: each.slice(0, LONGEST_LINE).replace(/[\t\u00A0\u202F\u2009]/g, ' ') }));
}
