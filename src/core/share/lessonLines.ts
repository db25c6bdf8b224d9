import * as l10n from '@vscode/l10n';
import type { Locale } from '../incident/times';
import type { Incident, People } from '../journal/schema';
import { planWords } from '../plan/words';
import type { Shown } from './choice';
import { nameHider, wordsFor, type SharedPerson } from './hideNames';
import { knownPeople } from './knownPeople';
import { inline } from './markdown';
import { sectionLines } from './shareDocument';

/** A line of a reflection that could go into the incident's document. */
export interface LessonLine {
  /** What it is, and the lead's words. */
  readonly label: string;
  readonly text: string;
  /** Whether somebody may be named in it: such a line is only there when it is chosen. */
  readonly names: boolean;
  /** A lesson or a plan, which most people would want there. */
  readonly usual: boolean;
}

/** What is asked of a reflection. */
export interface LessonQuestion {
  readonly record: Incident;
  readonly people: People;
  /** Every record of the journal: an alias is the same in each thing that leaves. */
  readonly all: readonly Incident[];
  /** How people leave. */
  readonly shown: Shown;
  readonly locale: Locale;
  /** The clock, in milliseconds. */
  readonly now: number;
}

/**
 * What of a reflection could stand in its incident's document: the lesson, the plan, what was answered about what happened, and what was promised.
 * Nothing about feelings, ratings or people's parts.
 */
export function lessonLines({ record, people, all, shown, locale, now }: LessonQuestion): readonly LessonLine[] {
  const known = knownPeople(people, all);
  const as = (how: Shown): readonly SharedPerson[] => known.map((person) => ({ ...person, shown: how }));
  const [hide, withoutNames] = [nameHider(as(shown)), nameHider(as('out'))];
  const personWords = (id: string): string => as(shown).filter((person) => person.id === id).map(wordsFor)[0] ?? l10n.t('someone');
  const of = (label: string, text: string, usual: boolean, person = ''): readonly LessonLine[] => {
    if (text.trim() === '') return [];
    const names = person !== '' || withoutNames(text) !== text;
    return [{ label: person === '' ? label : l10n.t('{0}, {1}', label, person), text: hide(text), names, usual: usual && !names }];
  };
  const { lesson, plan, promises = [] } = record;
  const hasPlan = plan !== undefined && (plan.cue ?? plan.act ?? '').trim() !== '';
  return [
    ...of(l10n.t('Lesson'), lesson?.text ?? '', true),
    ...of(l10n.t('Plan'), hasPlan ? planWords(plan) : '', true),
    ...sectionLines('answers', record, { locale, now, personWords }).flatMap(([label, text]) => of(label, text, false)),
    ...promises.flatMap(({ text, person }) => of(l10n.t('Promise'), text, false, person === undefined ? '' : personWords(person))),
  ];
}

/** A line as Markdown, in one line, from which nothing else can be made. Without the mark of its list. */
export function lessonMarkdown({ label, text }: Pick<LessonLine, 'label' | 'text'>): string {
  return `**${inline(label)}:** ${inline(text)}`;
}
