import * as l10n from '@vscode/l10n';
import { fromLocalFields, localFields, type Locale } from '../incident/times';
import { typedDays } from '../incident/typedDays';
import type { Incident } from '../journal/schema';

const DAY = 86_400_000;

/** Incidents that began within some time, and that time in words. */
export interface Range {
  readonly words: string;
  readonly records: readonly Incident[];
}

/** The ranges that are offered: those in which an incident began. One that holds the same as the one before it is not said again. */
export function rangesIn(records: readonly Incident[], { locale, now }: { readonly locale: Locale; readonly now: number }): readonly Range[] {
  const yearOf = ({ window }: Incident): string => localFields(window.start, locale.zone).slice(0, 4);
  const since = (days: number): readonly Incident[] => records.filter(({ window }) => Date.parse(window.start) >= now - days * DAY);
  const years = [...new Set(records.map(yearOf))].sort().reverse();
  const all = [
    { words: l10n.t('The last 30 days'), records: since(30) },
    { words: l10n.t('The last 90 days'), records: since(90) },
    ...years.map((year) => ({ words: year, records: records.filter((record) => yearOf(record) === year) })),
    { words: l10n.t('Everything in this journal'), records },
  ];
  return all.filter((range, at) => range.records.length > 0 && !isSame(range, all[at - 1]));
}

const isSame = ({ records }: Range, before: Range | undefined): boolean => before?.records.length === records.length && records.every((record, at) => record === before.records[at]);

/** What somebody typed as two times, or in one sentence what is wrong with it. */
export type TypedRange = { readonly start: string; readonly end: string } | { readonly problem: string };

/** Reads "2026-05 to 2026-06-14": each a year, a month or a day, both included; one alone is that time. `end` is the first moment after it. */
export function typedRange(text: string, { zone }: Locale): TypedRange {
  const [from = '', to = from, ...more] = text.trim().split(/\s+(?:to|until|[-–])\s+|\s+/);
  const [first, last] = [typedDays(from), typedDays(to)];
  const start = first && fromLocalFields(`${first.first}T00:00`, zone);
  const end = last && fromLocalFields(`${last.next}T00:00`, zone);
  if (start === undefined || end === undefined || more.length > 0) return { problem: l10n.t('Write it like 2026-04-01 to 2026-06-14. A year or a month will do, too.') };
  return Date.parse(start) < Date.parse(end) ? { start, end } : { problem: l10n.t('The end is before the start.') };
}

/** The records that began within it. */
export function recordsIn(records: readonly Incident[], { start, end }: { readonly start: string; readonly end: string }): readonly Incident[] {
  return records.filter(({ window }) => Date.parse(window.start) >= Date.parse(start) && Date.parse(window.start) < Date.parse(end));
}
