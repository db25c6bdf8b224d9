/** The sides of a file with git's conflict markers, each a whole text. `base` is undefined where the markers do not hold it. */
export interface MarkedSides {
  readonly ours: string;
  readonly theirs: string;
  readonly base: string | undefined;
}

type Side = 'ours' | 'base' | 'theirs';

/** Seven characters, then a label or nothing. No line of JSON begins like this. Longer ones are conflicts inside a base. */
const MARKER = /^(<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$/;
const NESTED = /^(<{8,}|>{8,})( |\r?$)/;

/** Which marker may follow where: `outside` is what both sides have. */
const next: Readonly<Record<Side | 'outside', Readonly<Record<string, Side | 'outside'>>>> = {
  outside: { '<': 'ours' },
  ours: { '|': 'base', '=': 'theirs' },
  base: { '=': 'theirs' },
  theirs: { '>': 'outside' },
};

/**
 * The sides of a text with git's conflict markers, in the styles merge, diff3 and zdiff3. With the last, lines that both sides added
 * alike stand outside the conflict, so that the base may not be JSON; a caller then goes on without one.
 * @returns undefined where there are no markers, or where they are not whole
 */
export function sidesFromMarkers(text: string): MarkedSides | undefined {
  const lines: Record<Side, string[]> = { ours: [], base: [], theirs: [] };
  let now: Side | 'outside' = 'outside';
  let [conflicts, bases] = [0, 0];
  for (const line of text.split('\n')) {
    const mark = MARKER.exec(line)?.[1]?.[0];
    if (mark === undefined) {
      for (const side of now === 'outside' ? (['ours', 'base', 'theirs'] as const) : [now]) lines[side].push(line);
      continue;
    }
    const then: Side | 'outside' | undefined = next[now][mark];
    if (then === undefined) return undefined;
    if (then === 'ours') conflicts++;
    if (then === 'base') bases++;
    now = then;
  }
  if (conflicts === 0 || now !== 'outside') return undefined;
  const isBaseWhole = bases === conflicts && !lines.base.some((line) => NESTED.test(line));
  const [ours, base, theirs] = [lines.ours, lines.base, lines.theirs].map((side) => side.join('\n')) as [string, string, string];
  return { ours, theirs, base: isBaseWhole ? base : undefined };
}
