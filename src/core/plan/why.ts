import { keepOther, keptText, otherTextAt, withoutClash, type Keep, type Typed } from '../journal/clash';
import type { Incident } from '../journal/schema';
import { explainLedger } from './ledger';

/*
 * "What made the difference?" is asked in one incident's reflection, and kept in the record that holds the plan. It may be typed in
 * two places as any other text.
 */

const pathOf = (after: string): string => `text/ledger.why/${after}`;

function whyOf({ plan }: Incident, after: string): string {
  return plan?.ledger?.find(({ incident }) => incident === after)?.why ?? '';
}

/** The other text, where it was changed in two places. */
export function otherWhy(incident: Incident, after: string): string | undefined {
  return otherTextAt(incident, pathOf(after));
}

/** Writes what was typed after an incident. If the entry says something else by now, that is kept until the lead chooses. */
export function typeWhy(incident: Incident, after: string, typed: Typed): Incident {
  return keepOther(explainLedger(incident, after, typed.text), pathOf(after), whyOf(incident, after), typed);
}

/** The lead chooses between the text and the other one. The same record where none waits. */
export function settleWhy(incident: Incident, after: string, keep: Keep): Incident {
  const theirs = otherWhy(incident, after);
  if (theirs === undefined) return incident;
  return explainLedger(withoutClash(incident, pathOf(after)), after, keptText(keep, whyOf(incident, after), theirs));
}
