import * as l10n from '@vscode/l10n';
import { dateFormat, fromLocalFields, localMonth } from './times';

const DAY_MS = 86_400_000;

/** What names a quarter: the first of its months, "2026-04". */
export const QUARTER_ID = /^\d{4}-(01|04|07|10)$/;

/** The quarter in which a UTC time lies in a zone. */
export function quarterOf(time: string, zone: string): string {
  const month = localMonth(time, zone);
  return `${month.slice(0, -2)}${twoDigits(Math.floor((Number(month.slice(-2)) - 1) / 3) * 3 + 1)}`;
}

/** The first moment of a quarter in a zone, and the first that is not in it any more, in UTC. */
export function quarterBounds(quarter: string, zone: string): { readonly start: string; readonly end: string } {
  const [year, month] = [Number(quarter.slice(0, -3)), Number(quarter.slice(-2))];
  const following = month === 10 ? `${String(year + 1).padStart(4, '0')}-01` : `${quarter.slice(0, -2)}${twoDigits(month + 3)}`;
  const firstOf = (of: string): string => fromLocalFields(`${of}-01T00:00`, zone) ?? '';
  return { start: firstOf(quarter), end: firstOf(following) };
}

/** "Apr to Jun 2026". */
export function quarterWords(quarter: string, language: string): string {
  const from = Date.parse(`${quarter}-01T00:00:00Z`);
  const locale = { zone: 'UTC', language };
  const last = new Date(from + 63 * DAY_MS);
  return l10n.t('{0} to {1}', dateFormat(locale, { month: 'short' }).format(from), dateFormat(locale, { month: 'short', year: 'numeric' }).format(last));
}

const twoDigits = (month: number): string => String(month).padStart(2, '0');
