import { endOfToday } from '../incident/times';
import type { Incident } from '../journal/schema';
import { openPlan, type OpenPlan } from './openPlan';

const DAY = 86_400_000;
/** If-then plans work better where they are rehearsed (Gollwitzer & Sheeran 2006 and later); the first of the spaced returns (Latimier et al. 2021). */
const AFTER = 3 * DAY;

/**
 * The open plan, where it is to be typed from memory once more: from the third day after it was made on, in the lead's zone. Once: later its moments
 * rehearse it. Undefined where it is not due.
 * @param records every record that is not deleted, in any order
 * @param now the clock, in milliseconds
 */
export function dueRehearsal(records: readonly Incident[], zone: string, now: number): OpenPlan | undefined {
  const open = openPlan(records);
  if (!open || open.plan.rehearsed !== undefined || open.incident.reflection?.finished === undefined) return undefined;
  const due = Date.parse(open.plan.made ?? '') + AFTER;
  return due < Date.parse(endOfToday(zone, now)) ? open : undefined;
}

/** Notes that the plan was typed from memory once more. The same record where it has none. */
export function noteRehearsal(incident: Incident, now: string): Incident {
  return incident.plan ? { ...incident, plan: { ...incident.plan, rehearsed: now } } : incident;
}
