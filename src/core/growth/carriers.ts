import type { Incident } from '../journal/schema';
import { kindOf } from './occasions';
import { COMPARABLE_FROM } from './series';

/** The one or two who are named in most incidents. */
export interface Carriers {
  /** Their ids in the people file. */
  readonly people: readonly string[];
  /** In how many incidents one of them is named. */
  readonly named: number;
  /** Of how many in which anybody is. */
  readonly incidents: number;
}

/**
 * Who is named in most of the real incidents in which anybody is named: one person in more than half, else two who between them are in
 * three quarters. Undefined below six incidents, and where several pairs are. Only in how many incidents the lead named somebody is
 * counted, nothing else of a person.
 * @param reviewed the incidents that were looked back at, in any order
 */
export function carriersOf(reviewed: readonly Incident[]): Carriers | undefined {
  const incidents = reviewed.filter((each) => kindOf(each) === 'real' && (each.people ?? []).length > 0);
  if (incidents.length < COMPARABLE_FROM) return undefined;
  const namedIn = new Map<string, Set<Incident>>();
  for (const incident of incidents) {
    for (const { person } of incident.people ?? []) namedIn.set(person, (namedIn.get(person) ?? new Set()).add(incident));
  }
  const count = incidents.length;
  const most = [...namedIn].filter(([, of]) => of.size > count / 2);
  if (most.length > 0) return most.length > 2 ? undefined : together(most, count);
  // Two who reach three quarters, neither of them more than half: each is in a quarter at least.
  const often = [...namedIn].filter(([, of]) => of.size >= count / 4);
  const pairs = often.flatMap((one, at) => often.slice(at + 1).map((other) => together([one, other], count))).filter(({ named }) => named >= (count * 3) / 4);
  const [pair, another] = pairs;
  return another ? undefined : pair;
}

function together(named: readonly (readonly [string, ReadonlySet<Incident>])[], incidents: number): Carriers {
  return { people: named.map(([person]) => person).sort(), named: new Set(named.flatMap(([, of]) => [...of])).size, incidents };
}
