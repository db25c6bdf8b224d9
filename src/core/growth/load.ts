import * as l10n from '@vscode/l10n';
import { localMonth } from '../incident/times';
import type { Incident } from '../journal/schema';
import { kindOf } from './occasions';

/** How many real incidents this month held, beside how many the lead takes for enough. */
export interface Load {
  /** Of this calendar month in the lead's zone, also those that run or wait; no drill, no false alarm. */
  readonly month: number;
  /** Absent where the lead set none. */
  readonly limit?: number;
}

/**
 * The load of this month. A filter of the dashboard does not touch it.
 * @param records every record that is not deleted
 * @param limit how many real incidents a month are enough
 * @param zone an IANA name
 * @param now the clock, in milliseconds
 */
export function loadOf(records: readonly Incident[], limit: number | undefined, zone: string, now: number): Load {
  const month = localMonth(new Date(now).toISOString(), zone);
  const isNow = (incident: Incident): boolean => incident.cancelled === undefined && kindOf(incident) === 'real' && localMonth(incident.window.start, zone) === month;
  return { month: records.filter(isNow).length, ...(limit !== undefined && { limit }) };
}

/** Whether this month held more than the lead takes for enough. */
export function isPastLimit({ month, limit }: Load): boolean {
  return limit !== undefined && month > limit;
}

/** "2 real this month, your limit is 3." Past it, that comes first. */
export function loadWords(load: Load): string {
  const { month, limit } = load;
  if (limit === undefined) return l10n.t('{0} real this month.', month);
  return isPastLimit(load) ? l10n.t('Past your limit: {0} real this month, your limit is {1}.', month, limit) : l10n.t('{0} real this month, your limit is {1}.', month, limit);
}
