import * as l10n from '@vscode/l10n';
import { loadOf, type Load } from '../growth/load';
import { windowWords } from '../incident/times';
import { nameOf } from '../journal/people';
import type { Incident } from '../journal/schema';
import { ownTexts } from '../reflection/ownTexts';
import type { ReflectionContext } from '../reflection/reflectionState';
import { shownEvidence, unsavedTexts } from '../reflection/stateOf';
import type { OwnTextField } from '../reflection/texts';
import { askedIn, coachedPerson } from './asked';
import { deepClashes } from './deepClashes';
import type { AskedState, DeepState, SectionState, WhyState } from './deepState';
import { decisionsState, membersState } from './evidenceParts';
import { FINDINGS } from './findings';
import { aheadState, coachingState, outsideState, ratingsState } from './personParts';
import { DEEP_SECTIONS, type DeepPlace, type DeepSection } from './places';
import type { Question } from './question';
import { answeredSections, deepPlace, sectionToGoOn, sectionWords } from './sections';

/** What the deep path needs to know beside the short one. */
export interface DeepContext extends ReflectionContext {
  /** Every record that is not deleted: how many this month held. */
  readonly records: readonly Incident[];
}

/** All that the page of the deep path shows. Pure: the same context gives the same state. */
export function deepState(known: DeepContext): DeepState {
  const context = { ...known, evidence: shownEvidence(known) };
  const { incident, locale, now, save, unsaved, people, evidence } = context;
  const place = deepPlace(incident) ?? 'list';
  const section = place === 'list' ? undefined : place === 'card' ? 'E' : place;
  const asking = { incident, evidence, load: loadOf(known.records, known.files?.journal?.loadLimit, locale.zone, now) };
  const asked = section ? askedIn(section, asking) : [];
  const questions = asked.filter(({ each }) => each === undefined).map(stateOf);
  const parts = partsOf(section, context, asked, asking.load);
  const fields = [...questions, ...(parts.decisions?.points ?? []).flatMap((point) => point.questions), ...(parts.coaching?.talk ?? [])].map(({ field }) => field as OwnTextField);
  return {
    id: incident.id,
    title: incident.title,
    windowWords: windowWords(incident.window, locale, now),
    locale,
    finished: incident.reflection?.finished !== undefined,
    save,
    ...ownTexts(incident, fields),
    unsaved: unsavedTexts(unsaved),
    twofold: deepClashes(context, place),
    nudge: known.nudge !== false,
    place,
    ...headings(context, section, place),
    names: [...new Set([...evidence.people, ...people].map(({ name }) => name))],
    questions,
    why: whyOf(asked),
    ...parts,
  };
}

type Parts = Pick<DeepState, 'decisions' | 'team' | 'coaching' | 'ratings' | 'outside' | 'ahead'>;

/** What the section that is open shows beside its questions. */
function partsOf(section: DeepSection | undefined, context: DeepContext, asked: readonly Question[], load: Load): Parts {
  switch (section) {
    case 'A': return { decisions: decisionsState(context, asked) };
    case 'B': return { team: membersState(context) };
    case 'E': return { coaching: coachingState(context) };
    case 'F': return { ratings: ratingsState(context) };
    case 'G': return { outside: outsideState(context) };
    case 'H': return { ahead: aheadState(context, load) };
    default: return {};
  }
}

function stateOf({ id, words }: Question): AskedState {
  return { field: `answer.${id}`, words: words() };
}

function headings({ incident, people }: DeepContext, section: DeepSection | undefined, place: DeepPlace): Pick<DeepState, 'sections' | 'goOn' | 'heading' | 'lead' | 'count'> {
  const words = sectionWords();
  const skipped = incident.reflection?.skipped ?? [];
  const answered = answeredSections(incident);
  const sections = DEEP_SECTIONS.map((id): SectionState => {
    const { name, title, minutes } = words[id];
    const done = answered.includes(id);
    return { id, name, title, minutes: minutesWords(minutes), done, skipped: !done && skipped.includes(id) };
  });
  const to = sectionToGoOn(incident);
  const goOn = to === DEEP_SECTIONS[0] ? l10n.t('Begin with the first') : l10n.t('Go on with {0}', words[to].name);
  const left = sections.filter(({ done }) => !done).reduce((sum, { id }) => sum + words[id].minutes, 0);
  const done = answered.length;
  const count = l10n.t('{0} of {1} answered', done, sections.length);
  const name = nameOf(people, coachedPerson(incident)?.person);
  if (place === 'card' && name !== undefined) return { sections, goOn, heading: l10n.t('A conversation with {0}', name), lead: l10n.t('Ask, and leave the answer to them. Write down what they said, in their words.'), count };
  if (section) return { sections, goOn, heading: words[section].title, lead: words[section].lead, count };
  return { sections, goOn, heading: l10n.t('Look further'), lead: listLead(done, left), count };
}

function listLead(answered: number, minutesLeft: number): string {
  if (minutesLeft === 0) return l10n.t('Every section is answered. Each can be opened and changed.');
  if (answered === 0) return l10n.t('About {0} minutes in all, in any order. Leave it whenever you like and take it up again: nothing is lost.', minutesLeft);
  return l10n.t('What is left takes about {0} min, in any order. Nothing is lost when you leave.', minutesLeft);
}

/** "about 4 min". */
function minutesWords(minutes: number): string {
  return l10n.t('about {0} min', minutes);
}

/** Each reason once. */
function whyOf(asked: readonly Question[]): readonly WhyState[] {
  const all = new Map(asked.map((each) => [each.why(), FINDINGS[each.source]]));
  return [...all].map(([words, source]) => ({ words, source }));
}
