import * as l10n from '@vscode/l10n';
import { NO_OCCASION } from '../journal/values';
import type { Incident } from '../journal/schema';
import { isSaid } from './asked';
import { DEEP_PLACES, DEEP_SECTIONS, type DeepPlace, type DeepSection } from './places';
import { questionOf } from './questions';

export interface SectionWords {
  /** As a tab. */
  readonly name: string;
  /** As a heading. */
  readonly title: string;
  /** One line of help. */
  readonly lead: string;
  /** About how many minutes it takes: half a minute to pick or tick, three quarters of one to write a line. Somebody who writes more takes longer. */
  readonly minutes: number;
}

/** The sections in words. Complete by type. */
export const sectionWords = (): Record<DeepSection, SectionWords> => ({
  A: { name: l10n.t('Decisions'), minutes: 6, title: l10n.t('What did you know, and what not?'), lead: l10n.t('Up to three moments in which you decided. Beside each stands only what was known by then.') },
  B: { name: l10n.t('People'), minutes: 4, title: l10n.t('Who carried, corrected, connected, calmed, learned?'), lead: l10n.t('Marks say what somebody did in this one incident. Nothing is counted.') },
  C: { name: l10n.t('Explanations'), minutes: 4, title: l10n.t('What else could explain it?'), lead: l10n.t('One act that helped, one that got in the way, and another explanation for each.') },
  D: { name: l10n.t('Surprise'), minutes: 2, title: l10n.t('What surprised you, and where were you lucky?'), lead: l10n.t('One line for each is enough.') },
  E: { name: l10n.t('Coaching'), minutes: 4, title: l10n.t('Whose idea could it become?'), lead: l10n.t('One person, and a card for a conversation in which you ask and they decide.') },
  F: { name: l10n.t('Behaviours'), minutes: 4, title: l10n.t('Every behaviour that had an occasion'), lead: l10n.t('First what shows it, then the number. What had no occasion stays open.') },
  G: { name: l10n.t('Outside view'), minutes: 2, title: l10n.t('Ask one person about one thing'), lead: l10n.t('Two lines to one person about one behaviour. Their answer stands beside your own rating.') },
  H: { name: l10n.t('Ahead'), minutes: 3, title: l10n.t('What could stop the plan, and where next?'), lead: l10n.t('An obstacle, a rehearsal, and the next situation to step towards.') },
  I: { name: l10n.t('One sentence'), minutes: 1, title: l10n.t('One sentence to a colleague, had it been theirs'), lead: l10n.t('As you would say it to somebody whom you like.') },
});

/** What makes a section answered beside its questions. */
const beside: Partial<Record<DeepSection, (incident: Incident) => boolean>> = {
  A: ({ evidence }) => (evidence ?? []).some(({ decision }) => decision === true),
  B: ({ people, reflection }) => (people ?? []).some(({ id, marks, again, heldBack }) => again === true || heldBack === true || (marks.length > 0 && id !== reflection?.person)),
  E: ({ reflection }) => reflection?.coached !== undefined,
  F: ({ reflection }) => new Set((reflection?.ratings ?? []).filter(({ anchor }) => anchor !== undefined && anchor !== NO_OCCASION).map(({ behaviour }) => behaviour)).size > 2,
  G: ({ outside }) => (outside ?? []).some(({ asked, text }) => asked !== undefined || text !== ''),
};

/** The sections in which anything was answered, in their order. */
export function answeredSections(incident: Incident): readonly DeepSection[] {
  const answers = Object.entries(incident.reflection?.answers ?? {}).filter(([, text]) => isSaid(text));
  const asked = new Set(answers.map(([name]) => questionOf(name)?.section));
  return DEEP_SECTIONS.filter((section) => asked.has(section) || beside[section]?.(incident) === true);
}

/** Where to go on: the first section that is neither answered nor was passed by, else the first that is not answered, else the first of all. */
export function sectionToGoOn(incident: Incident): DeepSection {
  const answered = answeredSections(incident);
  const open = DEEP_SECTIONS.filter((section) => !answered.includes(section));
  return open.find((section) => incident.reflection?.skipped?.includes(section) !== true) ?? open[0] ?? DEEP_SECTIONS[0];
}

/** Where the lead is in the deep path; undefined on the screens. A place of another version is the list. */
export function deepPlace({ reflection }: Incident): DeepPlace | undefined {
  const stored = reflection?.section;
  return stored === undefined ? undefined : (DEEP_PLACES.find((each) => each === stored) ?? 'list');
}
