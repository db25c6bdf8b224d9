import * as l10n from '@vscode/l10n';
import { dayWords, windowWords } from '../incident/times';
import { isSameName, nameOf } from '../journal/people';
import { withField } from '../journal/fields';
import type { Incident } from '../journal/schema';
import { otherWhy } from '../plan/why';
import { behaviour, behavioursAskedIn, familyName } from './behaviours';
import { otherText } from './clashes';
import { sectionOf } from '../deep/deepClashes';
import { clashStates, type ClashState, type ShownFields } from './clashStates';
import { missedPerson, willTell } from './person';
import { planStep } from './planStep';
import { anchorOf, behavioursToRate } from './ratings';
import { factsState } from './factsState';
import type { OfferedBehaviour, RatingState, ReflectionContext, ReflectionState } from './reflectionState';
import { currentScreen, isAnswered, mayOpen, screenNames, shortPath } from './screens';
import { summaryOf } from './summary';
import type { TextField } from './textField';
import { readText, type OwnTextField } from './texts';

const FIXED: readonly OwnTextField[] = ['stakes', 'moment', 'person.note', 'lesson', 'plan.cue', 'plan.act', 'cue.branch', 'cue.file', 'typed.cue', 'typed.act'];

/** All that the reflection page shows, from the record and what stands around it. Pure: the same context gives the same state. */
export function reflectionState(known: ReflectionContext): ReflectionState {
  const context = { ...known, evidence: shownEvidence(known) };
  const { incident, last, evidence, locale, now, save, unsaved } = context;
  const path = shortPath(last !== undefined);
  const screen = currentScreen(incident, path);
  const shown = { ...texts(context), plan: planStep(context) };
  return {
    id: incident.id,
    title: incident.title,
    windowWords: windowWords(incident.window, locale, now),
    locale,
    screen,
    deep: incident.reflection?.path === 'deep',
    finished: incident.reflection?.finished !== undefined,
    tabs: tabs(context, path),
    count: screen === 'summary' ? l10n.t('Done') : l10n.t('{0} of {1}', path.indexOf(screen) + 1, path.length),
    save,
    ...shown,
    twofold: twofold(context, shown),
    unsaved: unsavedTexts(unsaved),
    nudge: known.nudge !== false,
    ...(last && { lastPlan: lastPlan(context, last) }),
    facts: factsState(known),
    offered: offered(incident),
    guess: guess(context),
    evidence,
    hasNotes: (incident.foresight ?? []).length > 0,
    ...ratings(incident),
    person: person(context),
    summary: summaryOf(context),
  };
}

/** What was changed in two places. What only the deep path has a field for is asked there. */
function twofold(context: ReflectionContext, shown: ShownFields): readonly ClashState[] {
  return clashStates(context, shown).map((each) => {
    const at = each.at ?? (each.of === 'incident' ? sectionOf(each.path, context) : undefined);
    return at ? { ...each, at } : each;
  });
}

/** What a page goes on with that is made anew. */
export function unsavedTexts(unsaved: ReflectionContext['unsaved']): ReflectionState['unsaved'] {
  return Object.fromEntries([...unsaved].map(([field, { text, base }]) => [field, { text, base }]));
}

/** Nothing of the evidence leaves for the page before the guess; how many changes landed inside the window is part of the facts. */
export function shownEvidence({ incident, evidence }: ReflectionContext): ReflectionContext['evidence'] {
  if (mayOpen('evidence', incident)) return withField<ReflectionContext['evidence'], 'documents'>(evidence, 'documents', undefined);
  const { status, problems, inside } = evidence;
  return { status, problems, inside, entries: [], people: [], machines: [] };
}

function tabs({ incident, last }: ReflectionContext, path: ReturnType<typeof shortPath>): ReflectionState['tabs'] {
  const names = screenNames();
  return path.map((id) => ({
    id,
    name: names[id],
    done: isAnswered(id, incident, last),
    mayOpen: mayOpen(id, incident),
  }));
}

function texts({ incident, last, people, session }: ReflectionContext): Pick<ReflectionState, 'texts' | 'clashes'> {
  const rated = [...behavioursToRate(incident), ...(incident.reflection?.ratings ?? []).map((rating) => rating.behaviour)];
  const noted = [...new Set(rated)].filter((id) => id !== undefined);
  const own: readonly OwnTextField[] = [...FIXED, ...noted.map((id) => `evidence.${id}` as const)];
  const clashes: Partial<Record<TextField, string>> = {};
  for (const field of own) {
    const other = otherText(incident, field);
    if (other !== undefined) clashes[field] = other;
  }
  const why = last && otherWhy(last.incident, incident.id);
  if (why !== undefined) clashes['ledger.why'] = why;
  const name = nameOf(people, missedPerson(incident)?.person) ?? '';
  const { typedName = name } = session;
  const elsewhere = { 'ledger.why': last?.entry?.why ?? '', 'person.name': isSameName(typedName, name) ? typedName : name };
  return { texts: { ...Object.fromEntries(own.map((field) => [field, readText(incident, field)])), ...elsewhere }, clashes };
}

function lastPlan({ locale, now }: ReflectionContext, last: NonNullable<ReflectionContext['last']>): NonNullable<ReflectionState['lastPlan']> {
  const { plan, incident, entry } = last;
  return {
    cue: plan.cue ?? '',
    act: plan.act ?? '',
    made: dayWords(plan.made ?? incident.window.start, locale, now),
    after: incident.title,
    ...(entry && { did: entry.did }),
  };
}

function guess({ incident, session }: ReflectionContext): ReflectionState['guess'] {
  const { guess: stored, evidenceOpened } = incident.reflection ?? {};
  return {
    ...(stored?.best !== undefined && { best: stored.best }),
    ...(stored?.costly !== undefined && { costly: stored.costly }),
    locked: evidenceOpened !== undefined && !session.guessOpen,
    changed: stored?.changedAfterEvidence === true,
  };
}

function ratings(incident: Incident): Pick<ReflectionState, 'ratings' | 'pickable'> {
  const guessed = [incident.reflection?.guess?.best, incident.reflection?.guess?.costly];
  const states = behavioursToRate(incident).flatMap((id): RatingState[] => {
    const row = behaviour(id);
    if (!row) return [];
    const anchor = anchorOf(incident, row.id);
    return [{ behaviour: row.id, name: row.name, anchors: row.anchors, picked: !guessed.includes(row.id), ...(anchor !== undefined && { anchor }) }];
  });
  const taken = states.map((state) => state.behaviour);
  return { ratings: states, pickable: states.length < 2 ? offered(incident).filter(({ id }) => !taken.includes(id)) : [] };
}

/** The behaviours that can be guessed or picked. */
function offered({ kind }: Incident): readonly OfferedBehaviour[] {
  return behavioursAskedIn(kind).map(({ id, name, family }) => ({ id, name, family: familyName(family) }));
}

function person({ incident, people, evidence }: ReflectionContext): ReflectionState['person'] {
  const entry = missedPerson(incident);
  const known = people.find(({ id }) => id === entry?.person);
  const machines = evidence.machines.map(({ name }) => name);
  const fromGit = [...evidence.people.map(({ name }) => name), ...machines.filter((name) => name === known?.name)];
  const other = known !== undefined && !fromGit.includes(known.name);
  return {
    names: fromGit,
    machines: machines.filter((name) => !fromGit.includes(name)),
    ...(known && { name: known.name }),
    other,
    marks: entry?.marks ?? [],
    remind: willTell(incident),
  };
}
