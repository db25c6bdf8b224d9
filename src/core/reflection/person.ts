import { withField } from '../journal/fields';
import type { Incident, Mark, PersonInIncident } from '../journal/schema';
import { MARKS } from '../journal/values';
import { inReflection, withAnswer } from './progress';
import { addPromiseToTell, hasPromiseToTell, movePromiseToTell } from './promises';
import { revise } from './revise';
import type { Step } from './step';

/** Where a note waits while nobody is named: it is typed below the name, and may be saved before it. */
const PERSON_NOTE = 'person.note';
/** What the short path notes of somebody. An entry that says more (when they were told, say) is never dropped. */
const NOTED: readonly string[] = ['id', 'person', 'marks', 'note'] satisfies readonly (keyof PersonInIncident)[];

/** The one person who would have been missed, as noted in this incident. */
export function missedPerson({ people, reflection }: Incident): PersonInIncident | undefined {
  return reflection?.person === undefined ? undefined : people?.find(({ id }) => id === reflection.person);
}

/**
 * Names somebody (by their id in the people file), or nobody. What was noted of the one before goes to the new one: it is the
 * name that was wrong. Where nobody is named any more the note waits for the next name; the marks go.
 */
export function missPerson(incident: Incident, person: string | undefined, step: Step): Incident {
  const before = missedPerson(incident);
  if (before?.person === person) return incident;
  const moved = before ? movePromiseToTell(incident, before.person, person) : incident;
  const changed = person === undefined ? withNobody(moved, step) : withSomebody(moved, person, step);
  return revise(changed, 'person', before?.person ?? '', step);
}

function withNobody(incident: Incident, step: Step): Incident {
  const waiting = withAnswer(incident, PERSON_NOTE, noteOfPerson(incident), step);
  return inReflection(withPeople(waiting, othersIn(incident)), step, (reflection) => withField(reflection, 'person', undefined));
}

function withSomebody(incident: Incident, person: string, step: Step): Incident {
  const before = missedPerson(incident);
  const others = othersIn(incident);
  const noted = withField<Pick<PersonInIncident, 'marks' | 'note'>, 'note'>({ marks: before?.marks ?? [] }, 'note', noteOfPerson(incident));
  const there = others.find((each) => each.person === person);
  const isCorrected = before !== undefined && !others.some(({ id }) => id === before.id);
  const entry = there ? joined(there, noted) : { id: isCorrected ? before.id : step.newId(), person, ...noted };
  const people = there ? others.map((each) => (each === there ? entry : each)) : [...others, entry];
  const named = inReflection(withPeople(incident, people), step, (reflection) => ({ ...reflection, person: entry.id }));
  return withAnswer(named, PERSON_NOTE, undefined, step);
}

/** Everybody else; of the one who is named, what only fits them. */
function othersIn(incident: Incident): readonly PersonInIncident[] {
  const named = missedPerson(incident);
  const saysMore = named !== undefined && Object.keys(named).some((key) => !NOTED.includes(key));
  return (incident.people ?? []).flatMap((each) => {
    if (each !== named) return [each];
    return saysMore ? [withField<PersonInIncident, 'note'>({ ...each, marks: [] }, 'note', undefined)] : [];
  });
}

/** Somebody who has an entry already: both notes stay. */
function joined(entry: PersonInIncident, { marks, note }: Pick<PersonInIncident, 'marks' | 'note'>): PersonInIncident {
  const notes = [...new Set([entry.note, note])].filter((each) => each !== undefined);
  const all = MARKS.filter((mark) => entry.marks.includes(mark) || marks.includes(mark));
  return withField<PersonInIncident, 'note'>({ ...entry, marks: all }, 'note', notes.length > 0 ? notes.join('\n') : undefined);
}

function withPeople(incident: Incident, people: readonly PersonInIncident[]): Incident {
  return withField<Incident, 'people'>(incident, 'people', people.length > 0 ? people : undefined);
}

/** What the person made possible; undefined where nothing was noted. */
export function noteOfPerson(incident: Incident): string | undefined {
  return missedPerson(incident)?.note ?? incident.reflection?.answers?.[PERSON_NOTE];
}

/** Where that note is: keys of objects, ids in lists. */
export function placeOfNote(incident: Incident): readonly string[] {
  const entry = missedPerson(incident);
  return entry?.note === undefined ? ['reflection', 'answers', PERSON_NOTE] : ['people', entry.id, 'note'];
}

/** Notes what the person made possible, or takes it away. Where nobody is named yet, it waits. */
export function noteOnPerson(incident: Incident, note: string | undefined, step: Step): Incident {
  const entry = missedPerson(incident);
  if (!entry) return withAnswer(incident, PERSON_NOTE, note, step);
  const noted = withPeople(incident, (incident.people ?? []).map((each) => (each === entry ? withField<PersonInIncident, 'note'>(each, 'note', note) : each)));
  return withAnswer(noted, PERSON_NOTE, undefined, step);
}

/** Marks what the person did, or takes the mark back. */
export function markPerson(incident: Incident, mark: Mark, on: boolean, step: Step): Incident {
  const entry = missedPerson(incident);
  if (!entry || entry.marks.includes(mark) === on) return incident;
  const marks = MARKS.filter((each) => (each === mark ? on : entry.marks.includes(each)));
  const marked = withPeople(incident, (incident.people ?? []).map((each) => (each === entry ? { ...entry, marks } : each)));
  return revise(marked, 'person.marks', entry.marks.join(', '), step);
}

/** Whether there is a promise to tell the person. */
export function willTell(incident: Incident): boolean {
  const entry = missedPerson(incident);
  return entry !== undefined && hasPromiseToTell(incident, entry.person);
}

/** Promises to tell the person, or takes that promise back. A promise that was kept stays. */
export function promiseToTell(incident: Incident, on: boolean, step: Step): Incident {
  const entry = missedPerson(incident);
  if (!entry || on === willTell(incident)) return incident;
  const changed = on ? addPromiseToTell(incident, entry.person, step) : movePromiseToTell(incident, entry.person, undefined);
  return revise(changed, 'promise', on ? '' : entry.person, step);
}
