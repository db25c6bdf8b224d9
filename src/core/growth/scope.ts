import type { Locale } from '../incident/times';
import { isReviewed } from '../incident/state';
import type { Incident, Kind } from '../journal/schema';
import { kindOf } from './occasions';
import { inPeriod, periodChoices, type Period, type PeriodChoice } from './period';

/** Which incidents the reader looks at: one kind, never pooled with another, in one period. What is to be done is never filtered. */
export interface Scope {
  readonly kind: Kind;
  readonly period: Period;
}

export const USUAL_SCOPE: Scope = { kind: 'real', period: 'all' };

/** What was chosen, and what can be. */
export interface ScopeState extends Scope {
  readonly periods: readonly PeriodChoice[];
  /** How many reflections of the period were finished. */
  readonly reflections: Readonly<Record<Kind, number>>;
  /** Whether any was finished, in any period. */
  readonly begun: boolean;
}

/** The records of the period, and what the choice looks like. */
export function scopeOf(all: readonly Incident[], { kind, period }: Scope, locale: Locale, now: number): { readonly records: readonly Incident[]; readonly state: ScopeState } {
  const records = inPeriod(all, period, locale.zone, now);
  const reflections: Record<Kind, number> = { real: 0, drill: 0, shadow: 0 };
  for (const incident of records) if (isReviewed(incident)) reflections[kindOf(incident)] += 1;
  return { records, state: { kind, period, periods: periodChoices(all, period, locale), reflections, begun: all.some(isReviewed) } };
}
