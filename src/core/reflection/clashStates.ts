import { KEEPS, settleValue, type ClashFile, type Keep } from '../journal/clash';
import type { DeepPlace } from '../deep/places';
import { valueAt } from '../journal/pointer';
import type { Clash, Incident, JournalFacts, People } from '../journal/schema';
import type { ScreenId } from '../protocol';
import { settleClash, shownTexts } from './clashes';
import { aboutClash, kindOfPlace, valueWords, type ClashContext } from './clashWords';
import { missedPerson } from './person';
import { behavioursToRate, ratingOf } from './ratings';
import type { PlanStepState, ReflectionContext } from './reflectionState';
import type { Step } from './step';

/** One value that was changed in two places, in words. */
export interface ClashState {
  readonly of: ClashFile;
  readonly path: string;
  /** What it is about. */
  readonly about: string;
  /** What the file says, and what the other place says. */
  readonly mine: string;
  readonly theirs: string;
  /** What can be chosen: both only of texts, and nothing that has no place any more. */
  readonly keeps: readonly Keep[];
  /** The field beside which it is asked. Absent: no screen has one now, so it is asked in the list above them. */
  readonly at?: ClashPlace;
}

export interface ClashPlace {
  readonly screen: ScreenId | DeepPlace;
  /** `role`, `anchor.C1`; of a text as in `textField`. */
  readonly field: string;
}

/** Texts of which both can be kept, one below the other. */
const BOTH: readonly string[] = [
  '/promises/*/text', '/promises/*/check', '/foresight/*/belief', '/foresight/*/next', '/incidentNotes/*/text', '/evidence/*/title', '/people/*/note',
  '/plan/ledger/*/why', '/reflection/ratings/*/evidence', '/lesson/text', '/outside/*/text', '/goal',
];
/** Nothing a person could choose between: of two journals that became one, either id will do. */
const UNASKED = ['/id'];
/** To see what could be chosen; nothing of it is kept. */
const TRIAL: Step = { now: '2000-01-01T00:00:00Z', session: '2000-01-01T00:00:00Z', newId: () => 'trial00000' };

/** What the screens show, as far as it decides whether a field is there. */
export interface ShownFields {
  readonly plan: Pick<PlanStepState, 'stage' | 'open'>;
}

/** Every value that was changed in two places: of this incident, of the people, of the journal. One for each place: the next comes when it is settled. */
export function clashStates(context: ReflectionContext, shown: ShownFields): readonly ClashState[] {
  const { incident, people, locale, now, files } = context;
  const own = statesOf('incident', incident, { record: incident, people, locale, now }, (record, path, keep) => settleClash(record, path, keep, TRIAL));
  const placed = own.map((state): ClashState => {
    const at = placeOf(state.path, incident, shown);
    return at ? { ...state, at } : state;
  });
  const among = <T extends People | JournalFacts>(of: ClashFile, record: T | undefined) =>
    record ? statesOf(of, record, { record, people, locale, now }, settleValue) : [];
  return [...placed, ...among('people', files?.people), ...among('journal', files?.journal)];
}

type Settle<T> = (record: T, path: string, keep: Keep) => T;

function statesOf<T extends { readonly clashes?: readonly Clash[] }>(of: ClashFile, record: T, context: ClashContext, settle: Settle<T>): ClashState[] {
  const first = (record.clashes ?? []).filter(({ path }, i, all) => !UNASKED.includes(path) && all.findIndex((each) => each.path === path) === i);
  return first.map(({ path, other }) => ({
    of,
    path,
    about: aboutClash(path, context),
    mine: valueWords(path, valueOf(record, path), context),
    theirs: valueWords(path, other, context),
    keeps: KEEPS.filter((keep) => (keep !== 'both' || isText(path)) && settle(record, path, keep) !== record),
  }));
}

const isText = (path: string): boolean => path.startsWith('text/') || path.startsWith('/reflection/answers/') || BOTH.includes(kindOfPlace(path));

/** A text of a screen is where that screen reads it. */
function valueOf(record: unknown, path: string): unknown {
  return path.startsWith('/') ? valueAt(record, path) : shownTexts(record as Incident).find((each) => each.path === path)?.text;
}

type Finder = (incident: Incident, shown: ShownFields, match: RegExpExecArray) => ClashPlace | false | undefined;
const on = (screen: ScreenId, field: string): ClashPlace => ({ screen, field });
const isWritten = (stage: 'write' | 'recall') => (_: Incident, { plan }: ShownFields, { 1: field = '' }: RegExpExecArray) =>
  plan.stage === stage && (stage === 'recall' || !plan.open || plan.open.choice === 'replace') && on('nextPlan', field);

/** Where a screen has a field for a value now. */
const finders: readonly (readonly [RegExp, Finder])[] = [
  [/^\/window\/(start|end)$/, (_, __, { 1: field = '' }) => on('facts', field)],
  [/^\/role$/, ({ kind }) => kind !== 'shadow' && on('facts', 'role')],
  [/^\/(kind|outcome|severity)$/, (_, __, { 1: field = '' }) => on('facts', field)],
  [/^\/reflection\/guess\/(best|costly)$/, (_, __, { 1: field = '' }) => on('guess', field)],
  [/^\/reflection\/person$/, ({ kind }) => kind !== 'shadow' && on('ratings', 'person')],
  [/^\/reflection\/ratings\/([^/]+)\/anchor$/, (incident, _, { 1: id }) => {
    const rated = behavioursToRate(incident).find((each) => each !== undefined && ratingOf(incident, each)?.id === id);
    return rated !== undefined && on('ratings', `anchor.${rated}`);
  }],
  [/^text\/(stakes)$/, (_, __, { 1: field = '' }) => on('facts', field)],
  [/^text\/(moment)$/, ({ reflection }, __, { 1: field = '' }) => reflection?.evidenceOpened !== undefined && on('evidence', field)],
  [/^text\/(person\.note)$/, (incident, __, { 1: field = '' }) => incident.kind !== 'shadow' && missedPerson(incident) !== undefined && on('ratings', field)],
  [/^text\/(evidence\.(.+))$/, (incident, __, { 1: field = '', 2: id }) => behavioursToRate(incident).includes(id) && on('ratings', field)],
  [/^text\/(plan\.(?:cue|act))$/, isWritten('write')],
  [/^text\/(typed\.(?:cue|act))$/, isWritten('recall')],
];

function placeOf(path: string, incident: Incident, shown: ShownFields): ClashPlace | undefined {
  for (const [pattern, find] of finders) {
    const match = pattern.exec(path);
    if (match) return find(incident, shown, match) || undefined;
  }
  return undefined;
}
