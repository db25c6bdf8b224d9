import { keepOther, keptText, otherTextAt, withoutClash, type Keep, type Typed } from '../journal/clash';
import type { Incident } from '../journal/schema';
import { explainLedger } from './ledger';

/*
 * "What made the difference?" is asked in one incident's reflection, and kept in the record that holds the plan. It may be typed in
 * two places as any other text.
 */

const PATH = 'text/ledger.why/';
const pathOf = (after: string): string => `${PATH}${after}`;

/** The incident that a path of a clash is about, undefined where it is about something else. */
export const askedAfter = (path: string): string | undefined => (path.startsWith(PATH) ? path.slice(PATH.length) : undefined);

function whyOf({ plan }: Incident, after: string): string {
  return plan?.ledger?.find(({ incident }) => incident === after)?.why ?? '';
}

/** What made the difference, of each incident that was asked after: the path of a clash about it, and where the record holds it. */
export function whysIn({ plan }: Incident): readonly { readonly path: string; readonly at: readonly string[]; readonly text: string }[] {
  const asked = (plan?.ledger ?? []).filter(({ incident }, i, all) => incident !== undefined && all.findIndex((each) => each.incident === incident) === i);
  return asked.flatMap(({ id, incident = '', why = '' }) => (why === '' ? [] : [{ path: pathOf(incident), at: ['plan', 'ledger', id, 'why'], text: why }]));
}

/** The other text, where it was changed in two places. */
export function otherWhy(incident: Incident, after: string): string | undefined {
  return otherTextAt(incident, pathOf(after));
}

/** Writes what was typed after an incident. If the entry says something else by now, that is kept until the lead chooses. */
export function typeWhy(incident: Incident, after: string, typed: Typed): Incident {
  return keepOther(explainLedger(incident, after, typed.text), pathOf(after), whyOf(incident, after), typed);
}

/** The lead chooses between the text and the other one. The same record where none waits, or where there is no place for it any more. */
export function settleWhy(incident: Incident, after: string, keep: Keep): Incident {
  const theirs = otherWhy(incident, after);
  const hasPlace = incident.plan?.ledger?.some((entry) => entry.incident === after) === true;
  if (theirs === undefined || (keep !== 'mine' && !hasPlace)) return incident;
  return explainLedger(withoutClash(incident, pathOf(after)), after, keptText(keep, whyOf(incident, after), theirs));
}
