import { arrangeIncident } from '../journal/arrange';
import { addPerson, findPerson } from '../journal/people';
import type { Incident, People, Person } from '../journal/schema';
import type { Exported } from './exportFile';
import { isSameJson } from './sameJson';

/** What importing would do: nothing of it is done yet. */
export interface ImportPlan {
  /** Not in the journal yet. */
  readonly fresh: readonly Incident[];
  /** In the journal already, with other words: skipped, or kept both. */
  readonly other: readonly Incident[];
  /** In the journal already, as they are, whatever the order of their entries: nothing to do. */
  readonly same: readonly Incident[];
}

/**
 * Sorts what an export holds by what the journal has. Nothing is ever overwritten.
 * @param stored the record of an id; null where the id is taken by something that cannot be compared (deleted, unreadable)
 */
export function planImport({ incidents }: Exported, stored: (id: string) => Incident | null | undefined): ImportPlan {
  const plan = { fresh: [] as Incident[], other: [] as Incident[], same: [] as Incident[] };
  for (const incident of incidents) {
    const there = stored(incident.id);
    if (there === undefined) plan.fresh.push(incident);
    else plan[there !== null && isSameJson(arrangeIncident(there), arrangeIncident(incident)) ? 'same' : 'other'].push(incident);
  }
  return plan;
}

/** A copy that stands beside the record of the same id. */
export function asCopy(incident: Incident, id: string): Incident {
  return { ...incident, id };
}

/** Whom the records of an export speak of, by their ids in this journal. */
export interface PeopleImport {
  readonly people: People;
  /** Ids in the export that are others here. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Adds the people of an export. Who is there already, by id and name, by a mail address or by the same name, is that one; an id that
 * somebody else has here becomes another, and an alias that somebody else has is left out for a free one.
 */
export function importPeople(people: People, imported: readonly Person[], newId: () => string): PeopleImport {
  const ids = new Map<string, string>();
  let all = people;
  for (const person of imported) {
    const byId = all.people.find(({ id }) => id === person.id);
    const known = byId && findPerson({ ...all, people: [byId] }, person.name, person.mails) ? byId : findPerson(all, person.name, person.mails);
    if (!known) all = added(all, byId ? { ...person, id: newId() } : person, (id) => id !== person.id && ids.set(person.id, id));
    else if (known.id !== person.id) ids.set(person.id, known.id);
  }
  return { people: all, ids };
}

function added(all: People, person: Person, see: (id: string) => unknown): People {
  see(person.id);
  const isTaken = person.alias !== undefined && all.people.some(({ alias }) => alias === person.alias);
  if (!isTaken) return { ...all, people: [...all.people, person] };
  const { alias } = addPerson(all, person.id, person.name).people.at(-1) ?? {};
  return { ...all, people: [...all.people, { ...person, ...(alias !== undefined && { alias }) }] };
}

/** A record with the ids that its people have here. The same record where nothing changes. */
export function withPeople(incident: Incident, ids: ReadonlyMap<string, string>): Incident {
  const here = (id: string): string => ids.get(id) ?? id;
  const { people, promises } = incident;
  const isTouched = [...(people ?? []), ...(promises ?? [])].some(({ person }) => person !== undefined && ids.has(person));
  if (!isTouched) return incident;
  return {
    ...incident,
    ...(people && { people: people.map((each) => ({ ...each, person: here(each.person) })) }),
    ...(promises && { promises: promises.map((each) => (each.person === undefined ? each : { ...each, person: here(each.person) })) }),
  };
}
