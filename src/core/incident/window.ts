import * as l10n from '@vscode/l10n';

const DAY = 86_400_000;
/** An incident that lasts longer is taken for a slip of the hand. */
const LONGEST_DAYS = 30;

/**
 * What is wrong with the window of an incident, as a sentence, or undefined where nothing is.
 * @param start when it began, ISO 8601 UTC, or undefined where it is not given or not a time
 * @param end when it was over, likewise
 * @param now the clock, in milliseconds
 */
export function windowProblem(start: string | undefined, end: string | undefined, now: number): string | undefined {
  const from = start === undefined ? NaN : Date.parse(start);
  const to = end === undefined ? NaN : Date.parse(end);
  if (Number.isNaN(from)) return l10n.t('When did it begin? Give a day and a time.');
  if (Number.isNaN(to)) return l10n.t('When was it over? Give a day and a time.');
  if (to < from) return l10n.t('The end is before the start.');
  if (from > now) return l10n.t('The start is in the future.');
  if (to > now) return l10n.t('The end is in the future.');
  if (to - from > LONGEST_DAYS * DAY) return l10n.t('That is more than {0} days. Is the month right?', LONGEST_DAYS);
  return undefined;
}

/** How long something took, in words: "1 h 35 min". Whole minutes; under one minute says so. */
export function durationWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return l10n.t('under a minute');
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [
    days ? l10n.t('{0} d', days) : '',
    hours ? l10n.t('{0} h', hours) : '',
    rest && !days ? l10n.t('{0} min', rest) : '',
  ].filter(Boolean);
  return parts.join(' ');
}
