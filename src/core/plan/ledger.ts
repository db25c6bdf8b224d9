import { timeOrder } from '../incident/timeOrder';
import { textOrNone, withField } from '../journal/fields';
import type { Incident, Kind, LedgerEntry, LedgerWord, Plan } from '../journal/schema';

/** What noting needs from outside, and what it is about. */
export interface LedgerNote {
  /** The clock: ISO 8601 UTC. */
  readonly now: string;
  /** Makes an id that was never used. */
  readonly newId: () => string;
  /** The id of the incident in whose reflection it was asked. Absent where the lead said it unasked. */
  readonly after?: string;
  /** What the editor saw, where that brought the plan up. An event has one entry of its own. */
  readonly event?: string;
}

/**
 * Notes in a record's plan whether its moment came, and what was done. Each incident that asked has one entry: a second answer
 * changes it, and null takes it back. So has each event that the editor saw. What is said unasked is added each time. The same record where there is no plan, or
 * nothing to change.
 */
export function noteLedger(incident: Incident, word: LedgerWord | null, note: LedgerNote): Incident {
  const { plan } = incident;
  if (!plan) return incident;
  const ledger = plan.ledger ?? [];
  const { after, event } = note;
  const earlier = event !== undefined ? ledger.find((entry) => entry.event === event) : after === undefined ? undefined : ledger.find((entry) => entry.incident === after);
  if (word === null) return earlier ? withLedger(incident, plan, ledger.filter((entry) => entry !== earlier)) : incident;
  if (!earlier) return withLedger(incident, plan, [...ledger, newEntry(word, note)]);
  return withEntry(incident, plan, earlier, { ...earlier, did: word });
}

/** Whether an event that the editor saw has its entry: it was answered, here or on another machine. */
export const hasEvent = ({ ledger = [] }: Pick<Plan, 'ledger'>, event: string): boolean => ledger.some((entry) => entry.event === event);

/** Sets what made the difference in one incident's entry; the empty text takes it back. The same record where there is no such entry. */
export function explainLedger(incident: Incident, after: string, why: string): Incident {
  const { plan } = incident;
  const entry = plan?.ledger?.find((each) => each.incident === after);
  return plan && entry ? withEntry(incident, plan, entry, withField(entry, 'why', textOrNone(why))) : incident;
}

/** Closes a record's plan: it was replaced, or given up. The same record where there is no plan, or it is closed already. */
export function closePlan(incident: Incident, now: string): Incident {
  const { plan } = incident;
  return !plan || plan.closed !== undefined ? incident : { ...incident, plan: { ...plan, closed: now } };
}

/** How often the moment of a plan came, oldest first: true where it was acted on. A moment that did not come is no entry here. */
export type Moments = readonly boolean[];

/**
 * When the moment of a plan came, and whether it was acted on, by what the asking incident was. Real, drill and shadow are
 * counted apart, as everywhere; what was said unasked was real.
 * @param kindOf what an incident was, by its id
 */
export function momentsOf(plan: Plan, kindOf: (id: string) => Kind): Readonly<Record<Kind, Moments>> {
  const moments: Record<Kind, boolean[]> = { real: [], drill: [], shadow: [] };
  const entries = [...(plan.ledger ?? [])].sort((a, b) => timeOrder(a.at, b.at) || (a.id < b.id ? -1 : 1));
  for (const { did, incident } of entries) {
    if (did !== 'absent') moments[incident === undefined ? 'real' : kindOf(incident)].push(did === 'acted');
  }
  return moments;
}

function newEntry(did: LedgerWord, { now, newId, after, event }: LedgerNote): LedgerEntry {
  return { id: newId(), at: now, did, ...(after !== undefined && { incident: after }), ...(event !== undefined && { event }) };
}

function withEntry(incident: Incident, plan: Plan, entry: LedgerEntry, changed: LedgerEntry): Incident {
  if (changed.did === entry.did && changed.why === entry.why) return incident;
  return withLedger(incident, plan, (plan.ledger ?? []).map((each) => (each === entry ? changed : each)));
}

/** An empty ledger is none. */
function withLedger(incident: Incident, plan: Plan, ledger: readonly LedgerEntry[]): Incident {
  return { ...incident, plan: withField(plan, 'ledger', ledger.length > 0 ? ledger : undefined) };
}
