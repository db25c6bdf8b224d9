import * as l10n from '@vscode/l10n';
import { quarterBounds, quarterOf, quarterWords, QUARTER_ID } from '../incident/quarter';
import { fromLocalFields, localFields, type Locale } from '../incident/times';
import type { Incident } from '../journal/schema';

/** Periods that are counted from today. The others are quarters. */
export const RUNNING_PERIODS = ['all', 'year', 'twelveMonths'] as const;
/** How many quarters are offered, the newest. */
const OFFERED = 20;

export type Period = (typeof RUNNING_PERIODS)[number] | `${number}-${string}`;

/** One period to choose. */
export interface PeriodChoice {
  readonly id: Period;
  readonly words: string;
}

/** From the first moment on, and before the other; absent: open. In milliseconds. */
interface Bounds {
  readonly from?: number;
  readonly to?: number;
}

/**
 * The incidents that began in a period, in the lead's zone.
 * @param now the clock, in milliseconds
 */
export function inPeriod(records: readonly Incident[], period: Period, zone: string, now: number): readonly Incident[] {
  const { from = -Infinity, to = Infinity } = boundsOf(period, zone, now);
  if (from === -Infinity && to === Infinity) return records;
  return records.filter(({ window }) => {
    const start = Date.parse(window.start);
    return start >= from && start < to;
  });
}

function boundsOf(period: Period, zone: string, now: number): Bounds {
  const today = localFields(new Date(now).toISOString(), zone).slice(0, 10);
  const year = Number(today.slice(0, 4));
  const first = (at: number): number => dayStart(`${String(at).padStart(4, '0')}-01-01`, zone);
  if (period === 'all') return {};
  if (period === 'year') return { from: first(year), to: first(year + 1) };
  if (period === 'twelveMonths') return { from: dayStart(aYearBefore(today), zone) };
  const { start, end } = quarterBounds(period, zone);
  return { from: Date.parse(start), to: Date.parse(end) };
}

/** A year before 29 February is 1 March. */
function aYearBefore(day: string): string {
  const before = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
  return before.endsWith('-02-29') ? before.replace('-02-29', '-03-01') : before;
}

function dayStart(day: string, zone: string): number {
  return Date.parse(fromLocalFields(`${day}T00:00`, zone) ?? '');
}

/** What can be chosen: the periods that are counted from today, then the quarters in which something began, newest first. */
export function periodChoices(records: readonly Incident[], chosen: Period, { zone, language }: Locale): readonly PeriodChoice[] {
  const quarters = new Set(records.filter(({ cancelled }) => cancelled === undefined).map(({ window }) => quarterOf(window.start, zone)));
  const newest = [...quarters].sort().reverse().slice(0, OFFERED);
  const isKnown = QUARTER_ID.test(chosen) && !newest.includes(chosen);
  return [
    { id: 'all', words: l10n.t('All time') },
    { id: 'year', words: l10n.t('This year') },
    { id: 'twelveMonths', words: l10n.t('Last 12 months') },
    ...[...newest, ...(isKnown ? [chosen] : [])].map((id) => ({ id: id as Period, words: quarterWords(id, language) })),
  ];
}
