import * as l10n from '@vscode/l10n';
import type { Series, Span } from './series';

/** How many occasions are read out; more would drown the listener, and the table has all. */
const SPOKEN = 20;

/** "6 occasions". */
export function occasionsWords(count: number): string {
  return count === 1 ? l10n.t('1 occasion') : l10n.t('{0} occasions', count);
}

/**
 * What may be said of a behaviour under the rules for numbers: nothing below six occasions, from six on the median and the
 * range. Never a direction.
 */
export function seriesWords(series: Series): string {
  const earlier = series.earlier === 0 ? '' : l10n.t('{0} more under earlier wording, left of the line.', series.earlier);
  return [spreadWords(series), earlier].filter(Boolean).join(' ');
}

function spreadWords({ spread }: Series): string {
  if (!spread) return l10n.t('Too few to compare.');
  const [low, high] = spread.range;
  if (low === high) return l10n.t('{0} each time.', low);
  const [lower, upper] = spread.median;
  return lower === upper
    ? l10n.t('Median {0}, range {1} to {2}.', lower, low, high)
    : l10n.t('Median between {0} and {1}, range {2} to {3}.', lower, upper, low, high);
}

/** A median in the cell of a table: "3", "2 to 3", a dash where there are too few. */
export function medianWords(median: Span | undefined): string {
  if (!median) return '–';
  const [lower, upper] = median;
  return lower === upper ? String(lower) : l10n.t('{0} to {1}', lower, upper);
}

/** What a strip says to who cannot see it: "6 occasions, oldest first: 3, 2, 3, 4, 3, 3". */
export function spokenSeries(series: Series): string {
  const { anchors, today = '', breaks, count, earlier } = series;
  const from = Math.max(0, anchors.length - SPOKEN);
  const acts = [...anchors].map((anchor, at) => {
    const seen = Number(today[at] ?? 0);
    const act = seen > 0 ? l10n.t('{0} (today {1})', anchor, seen) : anchor;
    return breaks.includes(at) && at > from ? l10n.t('other wording from here: {0}', act) : act;
  });
  const spoken = acts.slice(from).join(', ');
  const all = occasionsWords(count + earlier);
  return from > 0 || count + earlier > anchors.length
    ? l10n.t('{0}, the newest {1}, oldest first: {2}', all, acts.length - from, spoken)
    : l10n.t('{0}, oldest first: {1}', all, spoken);
}
