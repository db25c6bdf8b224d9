import type { Bound } from '../../../src/core/documents/bounds';
import { dayText } from '../../../src/core/documents/days';

/** A beginning or an end as `evaluate` prints it: a time in UTC, only the day where the document gives no time, null where it gives nothing. */
export function said(bound: Bound | undefined): string | null {
  if (!bound) return null;
  return bound.moment.precise === 'day' ? dayText(bound.moment.day) : new Date(bound.moment.at).toISOString().replace('.000Z', 'Z');
}
