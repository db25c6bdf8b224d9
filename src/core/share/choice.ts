import * as l10n from '@vscode/l10n';

/** The forms in which a reflection can leave. Only whole JSON comes back as the same records. */
export const FORMS = ['markdown', 'html', 'csv', 'json'] as const;
export type Form = (typeof FORMS)[number];

/** The parts of a reflection that leave or stay, in the order in which they are written. */
export const SECTIONS = ['facts', 'notes', 'moment', 'ratings', 'answers', 'plan', 'lesson', 'people', 'promises', 'feelings', 'outside', 'card'] as const;
export type Section = (typeof SECTIONS)[number];

/** The parts of the look back on a quarter. */
export const QUARTER_SECTIONS = ['led', 'thanked', 'plans'] as const;
export type QuarterSection = (typeof QUARTER_SECTIONS)[number];
export type AnySection = Section | QuarterSection;

/** How somebody leaves: under the alias, by name, or not at all (their name becomes "someone" in every text). */
export const SHOWN = ['alias', 'name', 'out'] as const;
export type Shown = (typeof SHOWN)[number];

/** What somebody chose to let out. What is not named here is as it is by default. */
export interface ShareChoice {
  readonly form: Form;
  /** JSON alone: everything as it is in the journal, so that it can be imported to the same records. */
  readonly whole: boolean;
  readonly sections: Readonly<Partial<Record<AnySection, boolean>>>;
  /** By the id of the person. */
  readonly people: Readonly<Record<string, Shown>>;
}

export const FIRST_CHOICE: ShareChoice = { form: 'markdown', whole: true, sections: {}, people: {} };

/** The card of a conversation alone, to be printed. */
export const CARD_CHOICE: ShareChoice = { form: 'html', whole: false, sections: Object.fromEntries(SECTIONS.map((section) => [section, section === 'card'])), people: {} };

/** What others did or said, and how it felt, stay unless they are chosen. */
const OUT_BY_DEFAULT: ReadonlySet<AnySection> = new Set<AnySection>(['people', 'promises', 'feelings', 'outside', 'card']);

export function isOn({ sections }: ShareChoice, section: AnySection): boolean {
  return sections[section] ?? !OUT_BY_DEFAULT.has(section);
}

export function shownAs({ people }: ShareChoice, person: string): Shown {
  return (Object.hasOwn(people, person) ? people[person] : undefined) ?? 'alias';
}

/** Everything leaves as it is in the journal, names and all. */
export function isWhole({ form, whole }: ShareChoice): boolean {
  return form === 'json' && whole;
}

export function formWords(): Readonly<Record<Form, string>> {
  return { markdown: l10n.t('Markdown'), html: l10n.t('HTML, to print or to read in a browser'), csv: l10n.t('CSV, one row a rating'), json: l10n.t('JSON, to keep or to import') };
}

export function sectionWords(): Readonly<Record<AnySection, string>> {
  return {
    facts: l10n.t('Facts'),
    notes: l10n.t('Notes while it ran'),
    moment: l10n.t('The moment'),
    ratings: l10n.t('Guess and ratings'),
    answers: l10n.t('Other answers'),
    plan: l10n.t('Plan'),
    lesson: l10n.t('Lesson'),
    people: l10n.t('Notes about others'),
    promises: l10n.t('Promises'),
    feelings: l10n.t('Answers about feelings'),
    outside: l10n.t('What others told you'),
    card: l10n.t('The card of a conversation'),
    led: l10n.t('What I led'),
    thanked: l10n.t('Whom I thanked for what'),
    plans: l10n.t('Plans that were acted on'),
  };
}

export function shownWords(): Readonly<Record<Shown, string>> {
  return { alias: l10n.t('By alias'), name: l10n.t('By name'), out: l10n.t('Left out') };
}

/** What each export says, whatever its form. */
export function aboutWords(): string {
  return l10n.t('Self-reflection, not appraisal evidence.');
}
