import { textOrNone, withField } from '../journal/fields';
import type { Incident, Plan } from '../journal/schema';
import { withLesson } from '../plan/lesson';
import { cueOf } from '../plan/cues';
import { withCue } from '../plan/planCues';
import { withAnswer } from './progress';
import { noteOfPerson, noteOnPerson, placeOfNote } from './person';
import { rateEvidence, ratingOf } from './ratings';
import { revise } from './revise';
import type { TextField } from './textField';
import type { Step } from './step';

/** The texts that live in the record itself. `ledger.why` is in the record of the last plan, `person.name` in the people file. */
export type OwnTextField = Exclude<TextField, 'ledger.why' | 'person.name'>;

interface TextPlace {
  /** Keys of objects, ids in lists. */
  readonly at: (incident: Incident) => readonly string[];
  readonly read: (incident: Incident) => string | undefined;
  readonly write: (incident: Incident, text: string | undefined, step: Step) => Incident;
}

const answer = (question: string): TextPlace => ({
  at: () => ['reflection', 'answers', question],
  read: ({ reflection }) => reflection?.answers?.[question],
  write: (incident, text, step) => withAnswer(incident, question, text, step),
});

const planText = (part: 'cue' | 'act'): TextPlace => ({
  at: () => ['plan', part],
  read: ({ plan }) => plan?.[part],
  write: (incident, text, step) => inPlan(incident, step, (plan) => withField(plan, part, text)),
});

const typedText = (part: 'cue' | 'act'): TextPlace => ({
  at: () => ['plan', 'typed', part],
  read: ({ plan }) => plan?.typed?.[part],
  write: (incident, text, step) => inPlan(incident, step, (plan) => ({ ...plan, typed: withField(plan.typed ?? {}, part, text) })),
});

const cuePattern = (cue: 'branch' | 'file'): TextPlace => ({
  at: () => ['plan', 'cues', cue, 'pattern'],
  read: ({ plan }) => plan && cueOf(plan, cue)?.pattern,
  write: (incident, text, step) => inPlan(incident, step, (plan) => withCue(plan, cue, text === undefined ? undefined : { pattern: text })),
});

/** A text of an entry in a list of the record, by the entry's id. An entry that is gone takes none. */
const entryText = <List extends 'people' | 'outside', Key extends 'note' | 'text'>(list: List, key: Key) => (id: string): TextPlace => ({
  at: () => [list, id, key],
  read: (incident) => (incident[list] as readonly Entry<Key>[] | undefined)?.find((each) => each.id === id)?.[key],
  write: (incident, text) => {
    const entries = incident[list] as readonly Entry<Key>[] | undefined;
    const written = (each: Entry<Key>): Entry<Key> => (key === 'text' ? { ...each, text: text ?? '' } : withField(each, key, text as Entry<Key>[Key]));
    return entries?.some((each) => each.id === id) ? { ...incident, [list]: entries.map((each) => (each.id === id ? written(each) : each)) } : incident;
  },
});
type Entry<Key extends string> = { readonly id: string } & { readonly [K in Key]?: string };

const rated = (behaviour: string): TextPlace => ({
  at: (incident) => ['reflection', 'ratings', ratingOf(incident, behaviour)?.id ?? '', 'evidence'],
  read: (incident) => ratingOf(incident, behaviour)?.evidence,
  write: (incident, text, step) => rateEvidence(incident, behaviour, text ?? '', step),
});

/** Texts of which there is one for each of something: their field is named by what it begins with. */
const named = { evidence: rated, answer, note: entryText('people', 'note'), outside: entryText('outside', 'text') };
type Named = keyof typeof named;

/** Where each other text is. Complete by type. */
const places: Record<Exclude<OwnTextField, `${Named}.${string}`>, TextPlace> = {
  stakes: { at: () => ['stakes'], read: ({ stakes }) => stakes, write: (incident, text) => withField(incident, 'stakes', text) },
  moment: answer('moment'),
  'person.note': { at: placeOfNote, read: noteOfPerson, write: noteOnPerson },
  lesson: { at: () => ['lesson', 'text'], read: ({ lesson }) => lesson?.text, write: withLesson },
  'plan.cue': planText('cue'),
  'plan.act': planText('act'),
  'cue.branch': cuePattern('branch'),
  'cue.file': cuePattern('file'),
  'typed.cue': typedText('cue'),
  'typed.act': typedText('act'),
};
/** Answers that a screen of the short path asks for, under names of their own. */
const ELSEWHERE: readonly string[] = ['moment', 'person.note', 'lastPlan'];

function placeOf(field: OwnTextField): TextPlace {
  if (Object.hasOwn(places, field)) return places[field as keyof typeof places];
  const dot = field.indexOf('.');
  return named[field.slice(0, dot) as Named](field.slice(dot + 1));
}

/** Changes the plan of a record, making one where there is none. */
export function inPlan(incident: Incident, step: Step, change: (plan: Plan) => Plan): Incident {
  return { ...incident, plan: change(incident.plan ?? { id: step.newId() }) };
}

/** A text as it stands in the record; the empty text where there is none. */
export function readText(incident: Incident, field: OwnTextField): string {
  return placeOf(field).read(incident) ?? '';
}

/** The fields of a record that say something now, each with the place that it is read from. */
export function textsIn(incident: Incident): readonly { readonly field: OwnTextField; readonly at: readonly string[]; readonly text: string }[] {
  const { reflection, people = [], outside = [] } = incident;
  const missed = reflection?.person;
  const fields = [
    ...(Object.keys(places) as OwnTextField[]),
    ...[...new Set((reflection?.ratings ?? []).map(({ behaviour }) => behaviour))].map((behaviour) => `evidence.${behaviour}` as const),
    ...Object.keys(reflection?.answers ?? {}).filter((question) => !ELSEWHERE.includes(question)).map((question) => `answer.${question}` as const),
    ...people.filter(({ id }) => id !== missed).map(({ id }) => `note.${id}` as const),
    ...outside.map(({ id }) => `outside.${id}` as const),
  ];
  return fields.map((field) => ({ field, at: placeOf(field).at(incident), text: readText(incident, field) })).filter(({ text }) => text !== '');
}

/** Sets a text, kept exactly as typed. After *Finish* what it said before is kept as a revision, one per field and session. */
export function writeText(incident: Incident, field: OwnTextField, text: string, step: Step): Incident {
  const before = readText(incident, field);
  if (before === text) return incident;
  return revise(placeOf(field).write(incident, textOrNone(text), step), field, before, step);
}
