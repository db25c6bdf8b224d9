import { noteThanks } from '../growth/thanks';
import { withField } from '../journal/fields';
import { isSameName } from '../journal/people';
import type { Incident, Person, PersonInIncident } from '../journal/schema';
import { MARKS } from '../journal/values';
import { inReflection } from '../reflection/progress';
import { addPromiseToTell, hasPromiseToTell, movePromiseToTell } from '../reflection/promises';
import { revise } from '../reflection/revise';
import type { Step } from '../reflection/step';
import type { MemberAct } from './places';

/** Whom a name or an alias means; a name comes before an alias. */
export function personNamed(people: readonly Person[], words: string): Person | undefined {
  return people.find(({ name }) => isSameName(name, words)) ?? people.find(({ alias }) => alias !== undefined && isSameName(alias, words));
}

/** The entry of somebody in an incident, by their id in the people file. */
export function memberOf(incident: Incident, person: string): PersonInIncident | undefined {
  return incident.people?.find((each) => each.person === person);
}

/** Notes somebody among the people of an incident. The same record where they are there. */
export function nameMember(incident: Incident, person: string, step: Step): Incident {
  if (memberOf(incident, person)) return incident;
  return { ...incident, people: [...(incident.people ?? []), { id: step.newId(), person, marks: [] }] };
}

/** Says something of somebody in one incident, or takes it back. Naming stays: what was noted is never dropped. After *Finish* what it said before is kept. */
export function sayOfMember(incident: Incident, person: string, act: MemberAct, on: boolean, step: Step): Incident {
  const named = nameMember(incident, person, step);
  const entry = memberOf(named, person);
  if (!entry || act === 'named') return named;
  if (act === 'thanked') return revise(noteThanks(named, entry.id, on ? step.now : undefined), `/people/${entry.id}/thanked`, entry.thanked ?? '', step);
  if (act === 'remind') return remind(named, person, on, step);
  const changed = said(entry, act, on);
  if (!changed) return named;
  const before = [...entry.marks, entry.again && 'again', entry.heldBack && 'heldBack'].filter(Boolean).join(', ');
  return revise({ ...named, people: (named.people ?? []).map((each) => (each === entry ? changed : each)) }, 'person.marks', before, step);
}

function said(entry: PersonInIncident, act: Exclude<MemberAct, 'named' | 'thanked' | 'remind'>, on: boolean): PersonInIncident | undefined {
  if (act === 'again' || act === 'heldBack') return (entry[act] === true) === on ? undefined : withField<PersonInIncident, 'again' | 'heldBack'>(entry, act, on ? true : undefined);
  if (entry.marks.includes(act) === on) return undefined;
  return { ...entry, marks: MARKS.filter((each) => (each === act ? on : entry.marks.includes(each))) };
}

function remind(incident: Incident, person: string, on: boolean, step: Step): Incident {
  if (hasPromiseToTell(incident, person) === on) return incident;
  const changed = on ? addPromiseToTell(incident, person, step) : movePromiseToTell(incident, person, undefined);
  return revise(changed, 'promise', on ? '' : person, step);
}

/** Chooses the one person to talk with, or nobody. What was written for the conversation stays. */
export function coach(incident: Incident, person: string | undefined, step: Step): Incident {
  const named = person === undefined ? incident : nameMember(incident, person, step);
  const entry = person === undefined ? undefined : memberOf(named, person)?.id;
  const before = incident.reflection?.coached;
  if (before === entry) return incident;
  return revise(inReflection(named, step, (reflection) => withField(reflection, 'coached', entry)), '/reflection/coached', before ?? '', step);
}
