import { isPastLimit, type Load } from '../growth/load';
import type { Incident, Rating } from '../journal/schema';
import { KINDS, NO_OCCASION } from '../journal/values';
import { ratingOf } from '../reflection/ratings';
import type { EvidenceReading } from '../reflection/reflectionState';
import type { DeepSection } from './places';
import type { Condition, Fact, Question } from './question';
import { questions } from './questions';

/** What decides which questions come. */
export interface Asking {
  readonly incident: Incident;
  readonly evidence: Pick<EvidenceReading, 'status' | 'people'>;
  readonly load: Load;
}

/** Whether a text says anything. */
export const isSaid = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** What each fact means. Complete by type. */
const facts: Record<Fact, (asking: Asking) => boolean> = {
  // Who was alone asks nobody; while nobody knows who was there, it is asked.
  several: ({ incident, evidence }) => (incident.people ?? []).length + evidence.people.length !== 1,
  again: ({ incident }) => (incident.people ?? []).some(({ again }) => again === true),
  heldBack: ({ incident }) => (incident.people ?? []).some(({ heldBack }) => heldBack === true),
  learned: ({ incident }) => (incident.people ?? []).some(({ marks }) => marks.includes('learned')),
  unlike: ({ incident }) => (incident.foresight ?? []).some(({ judged }) => judged === 'no'),
  compared: ({ incident }) => [incident.reflection?.guess?.best, incident.reflection?.guess?.costly].some((id) => id !== undefined && isNumber(ratingOf(incident, id))),
  heard: ({ incident }) => (incident.outside ?? []).some(({ text }) => isSaid(text)),
  planned: ({ incident }) => isSaid(incident.plan?.cue) || isSaid(incident.plan?.act),
  pastLimit: ({ load }) => isPastLimit(load),
  decision: ({ incident }) => (incident.evidence ?? []).some(({ decision }) => decision === true),
  coached: ({ incident }) => coachedPerson(incident) !== undefined,
};

const isNumber = (rating: Rating | undefined): boolean => rating?.anchor !== undefined && rating.anchor !== NO_OCCASION;

/** The entry of the one person whom the lead wants to talk with. */
export function coachedPerson({ people, reflection }: Incident): NonNullable<Incident['people']>[number] | undefined {
  return reflection?.coached === undefined ? undefined : people?.find(({ id }) => id === reflection.coached);
}

/** Whether a question was answered, be it of one thing of several. */
export function isQuestionAnswered({ reflection }: Incident, id: string): boolean {
  return Object.entries(reflection?.answers ?? {}).some(([name, text]) => (name === id || name.startsWith(`${id}.`)) && isSaid(text));
}

/** Whether a question comes by what the record says. */
export function fits(condition: Condition, asking: Asking): boolean {
  const { outcome, kind = KINDS[0], role } = asking.incident;
  const { outcome: after, kinds, roles, after: answered, fact, unless } = condition;
  return (
    (after === undefined || after === outcome) &&
    (kinds === undefined || kinds.includes(kind)) &&
    (roles === undefined || (role !== undefined && roles.includes(role))) &&
    (answered === undefined || answered.some((id) => isQuestionAnswered(asking.incident, id))) &&
    (fact === undefined || facts[fact](asking)) &&
    (unless === undefined || !facts[unless](asking))
  );
}

/** How many of the optional questions of a section come. */
const OPTIONAL = 1;

/**
 * The questions of a section, in their order: those that fit what is known, of the optional ones some, and every one that was answered
 * already. After an outcome its own come first (Ellis, Mendel & Nir 2006).
 */
export function askedIn(section: DeepSection, asking: Asking): readonly Question[] {
  const { incident } = asking;
  const own = questions().filter((each) => each.section === section);
  const fitting = own.filter(({ when = {} }) => fits(when, asking));
  const some = someOf(fitting.filter(({ optional }) => optional), `${incident.id} ${section}`);
  const asked = own.filter((each) => isQuestionAnswered(incident, each.id) || (fitting.includes(each) && (!each.optional || some.includes(each))));
  const isFirst = ({ firstAfter }: Question): boolean => firstAfter !== undefined && firstAfter === incident.outcome;
  return [...asked.filter(isFirst), ...asked.filter((each) => !isFirst(each))];
}

/** Some of several, by a text: the same for the same text, another for another. */
function someOf(optional: readonly Question[], text: string): readonly Question[] {
  if (optional.length <= OPTIONAL) return optional;
  const start = hashOf(text) % optional.length;
  return Array.from({ length: OPTIONAL }, (_, index) => optional[(start + index) % optional.length]).filter((each) => each !== undefined);
}

/** FNV-1a, 32 bit: spreads ids that begin alike. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
