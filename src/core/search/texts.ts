import * as l10n from '@vscode/l10n';
import type { Incident, Person } from '../journal/schema';

/** Where in a record a text stands, for who looks for it. */
export type TextPlace =
  | 'title' | 'tag' | 'service' | 'person' | 'plan' | 'lesson' | 'promise' | 'stakes' | 'answer' | 'example' | 'foresight' | 'note' | 'outside'
  | 'evidence' | 'file' | 'source' | 'former';

/** A text of a record. */
export interface SearchText {
  readonly place: TextPlace;
  readonly text: string;
}

/** How much a word counts by where it stands, 1 to 7: what the lead called it and keeps from it before what came along. */
export const WEIGHTS: Readonly<Record<TextPlace, number>> = {
  title: 7, tag: 6, service: 6, person: 5, plan: 4, lesson: 4, promise: 4, stakes: 3, answer: 3, example: 3, foresight: 3, note: 3, outside: 3,
  evidence: 2, file: 2, source: 1, former: 1,
};

/** The places in words, as they stand before a text that was found. */
export const placeWords = (): Record<TextPlace, string> => ({
  title: l10n.t('Title'),
  tag: l10n.t('Tag'),
  service: l10n.t('Service'),
  person: l10n.t('Person'),
  plan: l10n.t('Plan'),
  lesson: l10n.t('Lesson'),
  promise: l10n.t('Promise'),
  stakes: l10n.t('What could have been lost'),
  answer: l10n.t('Answer'),
  example: l10n.t('What shows it'),
  foresight: l10n.t('Foresight note'),
  note: l10n.t('Note'),
  outside: l10n.t('From others'),
  evidence: l10n.t('Evidence'),
  file: l10n.t('File'),
  source: l10n.t('Source'),
  former: l10n.t('Before a later edit'),
});

/** People by their ids. */
export type PeopleById = ReadonlyMap<string, Person>;

/** By what a person is found: name and alias. */
export function namesOf({ name, alias }: Person): readonly string[] {
  return alias === undefined ? [name] : [name, alias];
}

/** The ids of the people whom a record names, each as often as it does. */
export function peopleIn({ people = [], promises = [], outside = [] }: Incident): readonly string[] {
  return [...people.map(({ person }) => person), ...[...promises, ...outside].flatMap(({ person }) => person ?? [])];
}

type Found = string | undefined;

/** Every word of a record that the lead wrote, or that came with the evidence they kept. Ids, times and choices are none. */
export function textsOf(incident: Incident, people: PeopleById): readonly SearchText[] {
  return PLACES.flatMap(([place, read]) => read(incident, people).flatMap((text) => (text ? { place, text } : [])));
}

const PLACES: readonly (readonly [TextPlace, (incident: Incident, people: PeopleById) => readonly Found[]])[] = [
  ['title', ({ title }) => [title]],
  ['tag', ({ tags = [] }) => tags],
  ['service', ({ services = [] }) => services],
  ['person', (incident, people) => [...new Set(peopleIn(incident))].flatMap((id) => people.get(id) ?? []).flatMap(namesOf)],
  ['plan', ({ plan }) => [plan?.cue, plan?.act, plan?.typed?.cue, plan?.typed?.act, ...(plan?.ledger ?? []).map(({ why }) => why)]],
  ['lesson', ({ lesson }) => [lesson?.text]],
  ['promise', ({ promises = [] }) => promises.flatMap(({ text, check, sign }) => [text, check, sign?.path, sign?.text, sign?.branch])],
  ['stakes', ({ stakes }) => [stakes]],
  ['answer', ({ reflection }) => Object.values(reflection?.answers ?? {})],
  ['example', ({ reflection }) => (reflection?.ratings ?? []).map(({ evidence }) => evidence)],
  ['foresight', ({ foresight = [] }) => foresight.flatMap(({ belief, next }) => [belief, next])],
  ['note', ({ incidentNotes = [], people = [] }) => [...incidentNotes.map(({ text }) => text), ...people.map(({ note }) => note)]],
  ['outside', ({ outside = [] }) => outside.map(({ text }) => text)],
  ['evidence', ({ evidence = [] }) => evidence.flatMap(({ title, ref, repository }) => [title, ref, repository])],
  ['file', ({ lesson }) => lesson?.files ?? []],
  ['source', ({ claims = [], rawSeverity }) => [...claims.map(({ ref }) => ref), rawSeverity]],
  ['former', ({ reflection, clashes = [] }) => [...(reflection?.revisions ?? []).map(({ before }) => before), ...clashes.flatMap(({ other }) => (typeof other === 'string' ? other : []))]],
];
