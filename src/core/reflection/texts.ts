import { textOrNone, withField } from '../journal/fields';
import type { Incident, Plan } from '../journal/schema';
import { cueOf } from '../plan/cues';
import { withCue } from '../plan/planCues';
import type { TextField } from '../protocol';
import { withAnswer } from './progress';
import { noteOfPerson, noteOnPerson, placeOfNote } from './person';
import { rateEvidence, ratingOf } from './ratings';
import { revise } from './revise';
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

/** Where each text is. Complete by type. */
const places: Record<Exclude<OwnTextField, `evidence.${string}`>, TextPlace> = {
  stakes: { at: () => ['stakes'], read: ({ stakes }) => stakes, write: (incident, text) => withField(incident, 'stakes', text) },
  moment: answer('moment'),
  'person.note': { at: placeOfNote, read: noteOfPerson, write: noteOnPerson },
  'plan.cue': planText('cue'),
  'plan.act': planText('act'),
  'cue.branch': cuePattern('branch'),
  'cue.file': cuePattern('file'),
  'typed.cue': typedText('cue'),
  'typed.act': typedText('act'),
};

function isEvidence(field: OwnTextField): field is `evidence.${string}` {
  return field.startsWith('evidence.');
}

function behaviourOf(field: `evidence.${string}`): string {
  return field.slice('evidence.'.length);
}

/** Changes the plan of a record, making one where there is none. */
export function inPlan(incident: Incident, step: Step, change: (plan: Plan) => Plan): Incident {
  return { ...incident, plan: change(incident.plan ?? { id: step.newId() }) };
}

/** A text as it stands in the record; the empty text where there is none. */
export function readText(incident: Incident, field: OwnTextField): string {
  return (isEvidence(field) ? ratingOf(incident, behaviourOf(field))?.evidence : places[field].read(incident)) ?? '';
}

/** The fields of a record that say something now, each with the place that it is read from. */
export function textsIn(incident: Incident): readonly { readonly field: OwnTextField; readonly at: readonly string[]; readonly text: string }[] {
  const fixed = Object.entries(places).map(([field, { at }]) => ({ field: field as OwnTextField, at: at(incident) }));
  const rated = [...new Set((incident.reflection?.ratings ?? []).map(({ behaviour }) => behaviour))].map((behaviour) => ({
    field: `evidence.${behaviour}` as const,
    at: ['reflection', 'ratings', ratingOf(incident, behaviour)?.id ?? '', 'evidence'],
  }));
  return [...fixed, ...rated].map((each) => ({ ...each, text: readText(incident, each.field) })).filter(({ text }) => text !== '');
}

/** Sets a text, kept exactly as typed. After *Finish* what it said before is kept as a revision, one per field and session. */
export function writeText(incident: Incident, field: OwnTextField, text: string, step: Step): Incident {
  const before = readText(incident, field);
  if (before === text) return incident;
  const changed = isEvidence(field)
    ? rateEvidence(incident, behaviourOf(field), text, step)
    : places[field].write(incident, textOrNone(text), step);
  return revise(changed, field, before, step);
}
