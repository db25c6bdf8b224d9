// Records with all that the sections after Behaviours read: guesses, notes, roles, stakes, people.
import fc from 'fast-check';
import type { Incident, Judged, Person, Rating } from '../../../src/core/journal/schema';
import { JUDGED, MARKS, ROLES } from '../../../src/core/journal/values';
import { finished, iso, journals, NOW, withRatings } from './records';

const DAY = 86_400_000;

type Note = NonNullable<Incident['foresight']>[number];
type Named = NonNullable<Incident['people']>[number];

export const PEOPLE: readonly Person[] = [
  { id: 'p-mei', name: 'Mei Lin' },
  { id: 'p-jonas', name: 'Jonas Weber' },
  { id: 'p-priya', name: 'Priya Nair' },
];

/** A finished reflection with a guess and the two ratings. `day` is when it began, in days before now. */
export function guessed(id: string, day: number, best: Rating['anchor'], costly: Rating['anchor'], more: Partial<Incident> = {}): Incident {
  const base = withRatings(finished(id, day, best, more, { behaviour: 'C1' }), [
    { id: `s-${id}`, at: iso(NOW - day * DAY + 2 * 3_600_000), behaviour: 'C5', table: 1, ...(costly !== undefined && { anchor: costly }) },
  ]);
  return withGuess(base, { best: 'C1', costly: 'C5' });
}

export function withGuess(incident: Incident, guess: NonNullable<NonNullable<Incident['reflection']>['guess']>): Incident {
  return { ...incident, ...(incident.reflection && { reflection: { ...incident.reflection, guess } }) };
}

export function note(id: string, more: Partial<Note> = {}): Note {
  return { id, at: iso(NOW - DAY), belief: `Belief ${id}`, ...more };
}

/** A finished reflection with judged notes: how sure, and what was judged. */
export function noted(id: string, day: number, judged: readonly (readonly [sure: number | undefined, judged: Judged | undefined])[], more: Partial<Incident> = {}): Incident {
  const foresight = judged.map(([sure, word], at) =>
    note(`${id}-${at}`, { at: iso(NOW - day * DAY + at), ...(sure !== undefined && { sure }), ...(word && { judged: word }) }),
  );
  return finished(id, day, 3, { foresight, ...more });
}

export function named(id: string, person: string, more: Partial<Named> = {}): Named {
  return { id, person, marks: [], ...more };
}

/** A finished reflection in which people were named. */
export function naming(id: string, day: number, people: readonly Named[], more: Partial<Incident> = {}): Incident {
  return finished(id, day, 3, { people: [...people], ...more });
}

const behaviour = fc.constantFrom('C1', 'C5', 'X9', undefined);
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.constant('渋'.repeat(400)), fc.constant(''));
const extra = fc.record({
  best: behaviour,
  costly: behaviour,
  changed: fc.boolean(),
  role: fc.constantFrom(...ROLES, undefined),
  stakes: fc.option(text, { nil: undefined }),
  foresight: fc.array(fc.record({ sure: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }), judged: fc.constantFrom(...JUDGED, undefined), belief: text, next: fc.option(text, { nil: undefined }) }), { maxLength: 4 }),
  people: fc.array(fc.record({ person: fc.constantFrom('p-mei', 'p-jonas', 'p-priya', 'p-gone'), marks: fc.subarray([...MARKS]), note: fc.option(text, { nil: undefined }), thanked: fc.boolean() }), { maxLength: 3 }),
});

function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

function fill(incident: Incident, { best, costly, changed, foresight, people, role, stakes }: typeof extra extends fc.Arbitrary<infer T> ? T : never): Incident {
  const full = {
    ...incident,
    ...given({ role, stakes }),
    foresight: foresight.map((each, at) => ({ ...given(each), id: `note-${at}`, at: incident.window.start })),
    people: people.map(({ thanked, ...each }, at) => ({ ...given(each), id: `person-${at}`, ...(thanked && { thanked: iso(NOW - at) }) })),
  } as Incident;
  return withGuess(full, { ...given({ best, costly }), ...(changed && { changedAfterEvidence: true }) });
}

/** Any journal, with something for every section. */
export const filledJournals = journals.chain((records) =>
  fc.array(extra, { minLength: records.length, maxLength: records.length }).map((extras) => records.map((record, at) => fill(record, extras[at] as never))),
);

/** The same records in any order. */
export const shuffled = filledJournals.chain((records) => fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })));
