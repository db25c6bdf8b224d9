import { questionOf } from '../deep/questions';
import { PERSON_ID, type Incident, type Reflection, type Sign } from '../journal/schema';
import { isOn, type Section, type ShareChoice } from './choice';
import type { HideNames } from './hideNames';

/** What decides what of a record leaves. */
export interface Redaction {
  readonly choice: ShareChoice;
  /** Whether somebody leaves at all, by their id. */
  readonly leaves: (person: string) => boolean;
  readonly hide: HideNames;
}

/** Questions of no bank whose answers are about what happened. A question of the bank says where it belongs. Every other answer counts as one about feelings, so that a new question stays in by itself. */
const ABOUT_FACTS: readonly string[] = ['otherwise'];
/** Answers that are written elsewhere: the moment, the note about somebody, what becomes of the last plan. */
const ELSEWHERE: Readonly<Record<string, Section | undefined>> = { moment: 'moment', 'person.note': 'people', lastPlan: undefined };

/** To which section an answer belongs; undefined where it never leaves. */
export function sectionOfAnswer(question: string): Section | undefined {
  if (Object.hasOwn(ELSEWHERE, question)) return ELSEWHERE[question];
  const asked = questionOf(question);
  if (asked) return asked.shared ?? 'answers';
  return ABOUT_FACTS.includes(question) ? 'answers' : 'feelings';
}

/**
 * As much of a record as leaves: a record of its own, made field by field from the sections that are on, so that a field that this
 * version does not know, an older wording (`revisions`) or what lost in a merge (`clashes`) never leaves with it. Its title and its times
 * always do.
 */
export function redactIncident(record: Incident, redaction: Redaction): Incident {
  const { format, id, title, window, kind, cancelled } = record;
  const { hide } = redaction;
  const { start, end } = window;
  return {
    format, id, title: hide(title),
    window: { start, ...(end !== undefined && { end }) },
    ...(kind && { kind }),
    ...(cancelled !== undefined && { cancelled }),
    ...facts(record, redaction), ...notes(record, redaction), ...others(record, redaction), ...reflected(record, redaction), ...planned(record, redaction),
  };
}

type Part = Partial<Incident>;

/** The value through `change`, as a field; no field where there is none. */
function field<T, K extends string>(key: K, value: T | undefined, change: (value: T) => T): { readonly [Key in K]?: T } {
  return value === undefined ? {} : ({ [key]: change(value) } as { [Key in K]?: T });
}

function facts({ severity, rawSeverity, role, outcome, stakes, services, tags }: Incident, { choice, hide }: Redaction): Part {
  if (!isOn(choice, 'facts')) return {};
  const all = (words: readonly string[]): readonly string[] => words.map(hide);
  return {
    ...(severity && { severity }), ...field('rawSeverity', rawSeverity, hide), ...(role && { role }), ...(outcome && { outcome }),
    ...field('stakes', stakes, hide), ...field('services', services, all), ...field('tags', tags, all),
  };
}

type OutsideView = NonNullable<Incident['outside']>[number];

function viewed({ id, at, text, person, behaviour, asked }: OutsideView, leaves: Redaction['leaves'], hide: HideNames): OutsideView {
  const whom = person !== undefined && PERSON_ID.test(person) && leaves(person);
  return { id, at, text: hide(text), ...(whom && { person }), ...(behaviour !== undefined && { behaviour }), ...(asked !== undefined && { asked }) };
}

function notes({ incidentNotes, foresight, evidence, outside }: Incident, { choice, hide, leaves }: Redaction): Part {
  const moments = (evidence ?? []).filter((each) => (each.moment === true || each.decision === true) && each.hidden !== true);
  return {
    ...(isOn(choice, 'notes') && incidentNotes && { incidentNotes: incidentNotes.map(({ id, at, text }) => ({ id, at, text: hide(text) })) }),
    ...(isOn(choice, 'notes') && foresight && {
      foresight: foresight.map(({ id, at, belief, sure, next, judged }) => ({
        id, at, belief: hide(belief), ...(sure !== undefined && { sure }), ...field('next', next, hide), ...(judged && { judged }),
      })),
    }),
    ...(isOn(choice, 'moment') && moments.length > 0 && {
      evidence: moments.map(({ id, at, source, title, kind, moment, decision }) => ({ id, at, source: hide(source), title: hide(title), ...field('kind', kind, hide), ...(moment && { moment }), ...(decision && { decision }) })),
    }),
    ...(isOn(choice, 'outside') && outside && { outside: outside.map((view) => viewed(view, leaves, hide)) }),
  };
}

function others({ people, promises, reflection }: Incident, { choice, hide, leaves }: Redaction): Part {
  const noted = (people ?? []).filter(({ person }) => leaves(person));
  const coached = noted.filter(({ id }) => id === reflection?.coached).map(({ id, person }) => ({ id, person, marks: [] }));
  const promised = (promises ?? []).filter(({ person }) => person === undefined || leaves(person));
  return {
    ...(isOn(choice, 'card') && coached.length > 0 && { people: coached }),
    ...(isOn(choice, 'people') && noted.length > 0 && {
      people: noted.map(({ id, person, marks, again, heldBack, note, thanked }) => ({
        id, person, marks, ...(again && { again }), ...(heldBack && { heldBack }), ...field('note', note, hide), ...(thanked !== undefined && { thanked }),
      })),
    }),
    ...(isOn(choice, 'promises') && promised.length > 0 && {
      promises: promised.map(({ id, text, kind, person, due, check, sign, state }) => ({
        id, text: hide(text), ...field('kind', kind, hide), ...(person !== undefined && PERSON_ID.test(person) && { person }), ...(due !== undefined && { due }), ...field('check', check, hide), ...(sign && { sign: shownSign(sign, hide) }), state,
      })),
    }),
  };
}

function shownSign({ kind, path, text, branch }: Sign, hide: HideNames): Sign {
  return { kind: hide(kind), ...field('path', path, hide), ...field('text', text, hide), ...field('branch', branch, hide) };
}

function reflected({ reflection, people }: Incident, redaction: Redaction): Part {
  if (!reflection) return {};
  const { path, started, finished, person, coached } = reflection;
  const { choice, hide, leaves } = redaction;
  const missed = (people ?? []).find(({ id }) => id === person);
  const talked = (people ?? []).find(({ id }) => id === coached);
  const answers = Object.entries(reflection.answers ?? {}).filter(([question]) => {
    const section = sectionOfAnswer(question);
    return section !== undefined && isOn(choice, section);
  });
  return {
    reflection: {
      path, started, ...(finished !== undefined && { finished }),
      ...(isOn(choice, 'ratings') && rated(reflection, hide)),
      ...(answers.length > 0 && { answers: Object.fromEntries(answers.map(([question, text]) => [question, hide(text)])) }),
      ...(person !== undefined && isOn(choice, 'people') && missed && leaves(missed.person) && { person: hide(person) }),
      ...(coached !== undefined && isOn(choice, 'card') && talked && leaves(talked.person) && { coached: hide(coached) }),
    },
  };
}

function rated({ guess, picked, ratings }: Reflection, hide: HideNames): Partial<Reflection> {
  const { best, costly, changedAfterEvidence } = guess ?? {};
  return {
    ...(guess && { guess: { ...(best !== undefined && { best }), ...(costly !== undefined && { costly }), ...(changedAfterEvidence && { changedAfterEvidence }) } }),
    ...(picked && { picked }),
    ...(ratings && {
      ratings: ratings.map(({ id, at, behaviour, table, anchor, evidence }) => ({
        id, at, behaviour, table, ...(anchor !== undefined && { anchor }), ...field('evidence', evidence, hide),
      })),
    }),
  };
}

function planned({ plan, lesson }: Incident, { choice, hide }: Redaction): Part {
  const each = (texts: readonly string[]): readonly string[] => texts.map(hide);
  return {
    ...(isOn(choice, 'plan') && plan && {
      plan: {
        id: plan.id, ...field('cue', plan.cue, hide), ...field('act', plan.act, hide),
        ...(plan.made !== undefined && { made: plan.made }),
        ...(plan.ledger && { ledger: plan.ledger.map(({ id, at, did, incident, why }) => ({ id, at, did, ...field('incident', incident, hide), ...field('why', why, hide) })) }),
        ...(plan.closed !== undefined && { closed: plan.closed }),
      },
    }),
    ...(isOn(choice, 'lesson') && lesson && { lesson: { text: hide(lesson.text), ...field('files', lesson.files, each), ...field('services', lesson.services, each), ...(lesson.behaviours && { behaviours: lesson.behaviours }) } }),
  };
}
