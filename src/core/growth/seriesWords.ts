import * as l10n from '@vscode/l10n';
import { JOINED_FROM, type Series, type Span } from './series';
import { CHANCE, OFF_MEDIAN_FROM, type Signal } from './signals';

/** How many occasions are read out; more would drown the listener, and the table has all. */
const SPOKEN = 20;

/** "6 occasions". */
export function occasionsWords(count: number): string {
  return count === 1 ? l10n.t('1 occasion') : l10n.t('{0} occasions', count);
}

/**
 * What may be said of a behaviour under the rules for numbers: nothing below six occasions, from six on the median and the
 * range, from twelve on in place of the range how often each act came, and what stands out in their order. Never a trend, and never without that it may be chance.
 */
export function seriesWords(series: Series): string {
  const earlier = series.earlier === 0 ? '' : l10n.t('{0} more under earlier wording, left of the line.', series.earlier);
  return [spreadWords(series), orderWords(series), earlier].filter(Boolean).join(' ');
}

/** What stands out in the order of a run chart; nothing where it is none yet, or all are the same. */
export function orderWords({ count, spread, signals, off = 0 }: Series): string {
  if (count < JOINED_FROM || spread?.range[0] === spread?.range[1]) return '';
  if (!signals) return l10n.t('Off the median: {0}. Their order is looked at from {1} on.', off, OFF_MEDIAN_FROM);
  return signals.length === 0 ? l10n.t('No shift.') : [...signals.map(signalWords), l10n.t('May be chance, about 1 in 20.')].join(' ');
}

function signalWords(signal: Signal): string {
  if (signal.rule === 'crossings') return l10n.t('Few crossings.');
  return signal.side === 'above' ? l10n.t('Shift: {0} in a row above the median.', signal.length) : l10n.t('Shift: {0} in a row below the median.', signal.length);
}

/**
 * How many signals chance alone would show, where any shows; else nothing.
 * @param all every series that is shown
 */
export function chanceWords(all: readonly Series[], language: string): string {
  if (!all.some(({ signals }) => signals !== undefined && signals.length > 0)) return '';
  const able = all.filter(({ signals }) => signals !== undefined).length;
  if (able === 1) return l10n.t('Only one behaviour has enough occasions for a signal. By chance alone it shows one about 1 time in 20.');
  const expected = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(able * CHANCE);
  return l10n.t('Among the {0} behaviours with enough occasions, about {1} such signals are expected by chance alone.', able, expected);
}

/** From twelve on how often each act came: the range is in that, and it says more than the two ends. */
function spreadWords({ spread, times }: Series): string {
  if (!spread) return l10n.t('Too few to compare.');
  const [low, high] = spread.range;
  if (low === high) return l10n.t('{0} each time.', low);
  const [lower, upper] = spread.median;
  if (times) return `${lower === upper ? l10n.t('Median {0}.', lower) : l10n.t('Median between {0} and {1}.', lower, upper)} ${l10n.t('Acts {0} to {1} came {2} times.', low, high, times.join(', '))}`;
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

/** A range in the cell of a table: "2 to 4", "3 each time". */
export function rangeWords([low, high]: Span): string {
  return low === high ? l10n.t('{0} each time', low) : l10n.t('{0} to {1}', low, high);
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
