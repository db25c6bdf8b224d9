import * as v from 'valibot';
import { DEEP_PLACES, MEMBER_ACTS, REQUEST_WAYS } from './deep/places';
import { JUDGED, KINDS, LEDGER, MARKS, OUTCOMES, ROLES, SAMES, SEVERITIES, NO_OCCASION } from './journal/values';
import { BEHAVIOUR_ID, TIME } from './journal/schema';
import { CLASH_FILES, KEEPS } from './journal/clash';
import type { DashboardState } from './growth/dashboardState';
import type { Opened } from './growth/opened';
import { RUNNING_PERIODS, type Period } from './growth/period';
import { LISTS } from './growth/lists';
import { REMEDIES } from './growth/remedies';
import { QUARTER_ID } from './incident/quarter';
import type { LetterState } from './letter/state';
import type { PageKey } from './pageKeys';
import { PLAIN_CUES } from './plan/planCues';
import { TIME_OF_DAY } from './plan/weekly';
import { PRIVACY_ACTIONS, type PrivacyState } from './privacy/state';
import type { DeepState } from './deep/deepState';
import type { DrillState } from './drill/drillState';
import type { ReflectionState } from './reflection/reflectionState';
import { textField, type TextField } from './reflection/textField';
import { FORMS, QUARTER_SECTIONS, SECTIONS, SHOWN } from './share/choice';
import type { ShareState } from './share/shareState';
import { FIELDS } from './tableImport/fields';
import { DAY_ORDERS } from './tableImport/readTime';
import { TABLE_SOURCES } from './tableImport/sourceNames';
import { MOST_COLUMNS } from './tableImport/table';
import type { TableState } from './tableImport/tableState';

/**
 * Every message between the editor and the pages. Pages send intents, the editor sends whole states; there are no answers to
 * wait for. What arrives from a page is checked against these schemas, whatever the page is believed to be.
 */

const type = <const T extends string>(name: T) => v.literal(name);
const short = v.pipe(v.string(), v.maxLength(200));
/** As much as one record may hold; more is refused, so that a page cannot fill the disk. Fields take less (`LONGEST_ANSWER`). */
const long = v.pipe(v.string(), v.maxLength(5_000_000));
const behaviour = v.pipe(v.string(), v.regex(BEHAVIOUR_ID));
/** In the one form in which files hold it: UTC. */
const time = v.pipe(v.string(), v.regex(TIME));

export type { TextField };

export const SCREENS = ['lastPlan', 'facts', 'guess', 'evidence', 'ratings', 'nextPlan', 'summary'] as const;
export type ScreenId = (typeof SCREENS)[number];
const screen = v.picklist(SCREENS);

const drillPage = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000));

/** One choice among stored values; null takes it back. */
const choice = v.variant('field', [
  v.object({ type: type('choose'), field: v.literal('role'), value: v.nullable(v.picklist(ROLES)) }),
  v.object({ type: type('choose'), field: v.literal('kind'), value: v.nullable(v.picklist(KINDS)) }),
  v.object({ type: type('choose'), field: v.literal('outcome'), value: v.nullable(v.picklist(OUTCOMES)) }),
  v.object({ type: type('choose'), field: v.literal('severity'), value: v.nullable(v.picklist(SEVERITIES)) }),
  v.object({ type: type('choose'), field: v.literal('ledger'), value: v.nullable(v.picklist(LEDGER)) }),
  v.object({ type: type('choose'), field: v.picklist(['best', 'costly']), value: v.nullable(behaviour) }),
  v.object({ type: type('choose'), field: v.literal('lastPlan'), value: v.nullable(v.picklist(['keep', 'replace'])) }),
]);
export type Choice = v.InferOutput<typeof choice>;

/** What the reflection page asks for. Each line is one intent. */
export const reflectionMessage = v.union([
  v.object({ type: type('ready') }),
  /** A text as it stands, with the text it was based on, so that a change made elsewhere meanwhile is never overwritten. */
  v.object({ type: type('answer'), field: textField, text: long, base: long }),
  choice,
  /** When it was; UTC. */
  v.object({ type: type('window'), start: time, end: time }),
  /** A behaviour to rate, picked after the evidence because the guess was skipped, or put back. */
  v.object({ type: type('pick'), behaviour, on: v.boolean() }),
  /** The act that fits a behaviour, or no occasion; null takes it back. */
  v.object({ type: type('rate'), behaviour, anchor: v.nullable(v.picklist([1, 2, 3, 4, 5, NO_OCCASION])) }),
  /** Go to a screen. */
  v.object({ type: type('open'), screen }),
  /** Leave the current screen forward; the plan is looked at once before it is saved. */
  v.object({ type: type('next') }),
  v.object({ type: type('back') }),
  v.object({ type: type('skip') }),
  /** The guess is read-only once the evidence was opened; this opens it again, and marks it. */
  v.object({ type: type('changeGuess') }),
  /** A part of the plan that was turned back is kept as it is. */
  v.object({ type: type('keepAsIs'), part: v.picklist(['cue', 'act']) }),
  /** What the editor sees that brings the plan up; branches and files are texts, `cue.branch` and `cue.file`. */
  v.object({ type: type('cue'), cue: v.picklist(PLAIN_CUES), on: v.boolean() }),
  /** Each week on a day, 1 Monday to 7 Sunday, at a time of day like 09:30; no day takes it back. */
  v.object({ type: type('weekly'), day: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), time: v.pipe(v.string(), v.regex(TIME_OF_DAY)) }),
  /** Back from typing the plan from memory to the plan itself. */
  v.object({ type: type('changePlan') }),
  /** The words typed from memory become the plan. */
  v.object({ type: type('takeTyped') }),
  /** The moment in which the next step was not obvious, by the key of its entry; null takes it back. */
  v.object({ type: type('moment'), key: v.nullable(short) }),
  v.object({ type: type('hide'), key: short, hidden: v.boolean() }),
  v.object({ type: type('addMoment'), at: time, title: short }),
  v.object({ type: type('removeMoment'), key: short }),
  /** Whether what a foresight note expected happened, by the key of its entry; null takes it back. */
  v.object({ type: type('judge'), key: short, judged: v.nullable(v.picklist(JUDGED)) }),
  v.object({ type: type('openCommit'), key: short }),
  /** Opens a document that a claim of the incident names, at a line. */
  v.object({ type: type('openLine'), document: v.pipe(v.string(), v.maxLength(4_096)), line: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)) }),
  /** Somebody from the evidence, by name; null takes it back. Whom git does not know is typed, as `person.name`. */
  v.object({ type: type('person'), name: v.nullable(short) }),
  v.object({ type: type('mark'), mark: v.picklist(MARKS), on: v.boolean() }),
  /** A promise to tell the person. */
  v.object({ type: type('remind'), on: v.boolean() }),
  /** Make a promise that can be checked, or take one back. */
  v.object({ type: type('makePromise') }),
  v.object({ type: type('takeBackPromise'), promise: short }),
  /** Which text stays, where a field was changed in two places. */
  v.object({ type: type('settle'), field: textField, keep: v.picklist(KEEPS) }),
  /** The same for any other value, by its place in a file. */
  v.object({ type: type('settleValue'), of: v.picklist(CLASH_FILES), path: long, keep: v.picklist(KEEPS) }),
  /** Choose what the lesson is about: files, services, behaviours. */
  v.object({ type: type('tieLesson') }),
  v.object({ type: type('retry') }),
  v.object({ type: type('copy'), text: long }),
  v.object({ type: type('close') }),
  /** From the letter of a finished reflection to its screens, and back. */
  v.object({ type: type('edit') }),
  v.object({ type: type('read') }),
  /** Look at what could leave of this reflection. */
  v.object({ type: type('share') }),
  /** From the screens into the deep path, and to a place in it. */
  v.object({ type: type('deepen'), place: v.picklist(DEEP_PLACES) }),
  /** A decision point of the timeline, by the key of its entry. */
  v.object({ type: type('decision'), key: short, on: v.boolean() }),
  /** Somebody in the deep path, by name or alias: named there, marked, used again and again, kept from something, thanked, to be told. */
  v.object({ type: type('member'), name: short, does: v.picklist(MEMBER_ACTS), on: v.boolean() }),
  /** The one person to talk with, by name; null takes it back. */
  v.object({ type: type('coach'), name: v.nullable(short) }),
  /** Whom to ask for an outside view, and about which behaviour. */
  v.object({ type: type('askWhom'), name: v.nullable(short) }),
  v.object({ type: type('askAbout'), behaviour: v.nullable(behaviour) }),
  /** The request for it goes to the clipboard, or to the person's mail program. */
  v.object({ type: type('request'), by: v.picklist(REQUEST_WAYS) }),
  /** What was written about the next situation becomes what the journal seeks next. */
  v.object({ type: type('seekNext') }),
  /** The card of a conversation, through Share, for paper. */
  v.object({ type: type('shareCard') }),
  /** From the deep path back to the screens: to one of them, or to where the lead was. */
  v.object({ type: type('screens'), screen: v.nullable(screen) }),
  /** Look at what of it could go into the document that tells of the incident. */
  v.object({ type: type('insertLessons') }),
  /** On from a page of a drill, which reveals the next; pressed twice, only once. */
  v.object({ type: type('drillOn'), page: drillPage }),
  /** To a page of a drill that was reached already. */
  v.object({ type: type('drillPage'), page: drillPage }),
  /** Of a decision in a drill: how sure, whether the same was done, whether the call was right; null takes it back. */
  v.object({ type: type('sure'), point: short, sure: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))) }),
  v.object({ type: type('same'), point: short, same: v.nullable(v.picklist(SAMES)) }),
  v.object({ type: type('right'), point: short, right: v.nullable(v.picklist(JUDGED)) }),
]);
export type ReflectionMessage = v.InferOutput<typeof reflectionMessage>;

/** What the dashboard asks for. */
export const dashboardMessage = v.variant('type', [
  v.object({ type: type('ready') }),
  /** Look at one kind of incident in one period. */
  v.object({ type: type('scope'), kind: v.picklist(KINDS), period: v.union([v.picklist(RUNNING_PERIODS), v.pipe(v.string(), v.regex(QUARTER_ID)) as v.GenericSchema<string, Period>]) }),
  /** Show the occasions of a behaviour from the n-th newest on; null closes them. */
  v.object({ type: type('occasions'), behaviour: v.nullable(behaviour), from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)) }),
  /** Look back at an incident that waits, or go on with a draft. */
  v.object({ type: type('reflect'), id: short }),
  /** Choose an incident, or name a new one. */
  v.object({ type: type('reflectOnAny') }),
  /** Look back at an incident that never was, in a journal that is thrown away. */
  v.object({ type: type('tryIt') }),
  /** The moment of the plan came, or did not. */
  v.object({ type: type('ledger') }),
  /** Type the plan from memory once more. */
  v.object({ type: type('rehearsePlan') }),
  /** Change the words of the plan. */
  v.object({ type: type('changePlan') }),
  /** Say what became of a promise, by its id. */
  v.object({ type: type('checkPromise'), promise: short }),
  /** Recall the lesson of an incident, then see it. */
  v.object({ type: type('recallLesson'), id: short }),
  /** Show all of a list, or only the first of it again. */
  v.object({ type: type('showAll'), list: v.picklist(LISTS), on: v.boolean() }),
  /** Say which situation to seek next, what came of it, or how many real incidents a month are enough. */
  v.object({ type: type('setGoal') }),
  v.object({ type: type('settleGoal') }),
  v.object({ type: type('setLoadLimit') }),
  /** Somebody was thanked for what they did in an incident, or was not after all. By the entry among its people. */
  v.object({ type: type('thanked'), id: short, entry: short, on: v.boolean() }),
  /** Copy a line to thank them with. */
  v.object({ type: type('copyThanks'), id: short, entry: short }),
  /** Give the plan up, with a question first. */
  v.object({ type: type('closePlan') }),
  /** Do something about there being no journal. */
  v.object({ type: type('remedy'), remedy: v.picklist(REMEDIES) }),
  /** Restore the file that cannot be read, from a backup that the person chooses. */
  v.object({ type: type('restore'), file: long }),
  /** Show the file that cannot be read. */
  v.object({ type: type('openFile'), file: long }),
]);
export type DashboardMessage = v.InferOutput<typeof dashboardMessage>;

/** What the page of *Check Privacy* asks for. */
export const privacyMessage = v.variant('type', [
  v.object({ type: type('ready') }),
  v.object({ type: type('lookAgain') }),
  /** Open a folder: by its number in the state, never by a path. */
  v.object({ type: type('openPlace'), place: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)) }),
  v.object({ type: type('act'), action: v.picklist(PRIVACY_ACTIONS) }),
  /** A command to the clipboard. */
  v.object({ type: type('copy'), text: long }),
  v.object({ type: type('remedy'), remedy: v.picklist(REMEDIES) }),
]);
export type PrivacyMessage = v.InferOutput<typeof privacyMessage>;

/** Which preview the person looked at: only that one leaves. */
const revision = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What the page asks for on which somebody chooses what leaves. */
export const shareMessage = v.variant('type', [
  v.object({ type: type('ready') }),
  v.object({ type: type('form'), form: v.picklist(FORMS) }),
  /** JSON alone: everything as it is in the journal, or not. */
  v.object({ type: type('whole'), on: v.boolean() }),
  v.object({ type: type('section'), section: v.picklist([...SECTIONS, ...QUARTER_SECTIONS]), on: v.boolean() }),
  /** How somebody leaves, by their id; null: everybody. */
  v.object({ type: type('person'), person: v.nullable(short), shown: v.picklist(SHOWN) }),
  /** The whole text, in an editor. */
  v.object({ type: type('openText') }),
  v.object({ type: type('toFile'), revision }),
  v.object({ type: type('toClipboard'), revision }),
]);
export type ShareMessage = v.InferOutput<typeof shareMessage>;

/** What the page asks for on which rows of another tool become incidents. */
export const tableMessage = v.variant('type', [
  v.object({ type: type('ready') }),
  /** A column, by its place, for a field; null: none. */
  v.object({ type: type('column'), field: v.picklist(FIELDS), column: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_COLUMNS - 1))) }),
  v.object({ type: type('source'), source: v.picklist(TABLE_SOURCES) }),
  /** Whether times without a zone are the lead's, or UTC. */
  v.object({ type: type('zone'), utc: v.boolean() }),
  v.object({ type: type('order'), order: v.picklist(DAY_ORDERS) }),
  /** Import also what looks like an incident that the journal has, or not. */
  v.object({ type: type('alike'), on: v.boolean() }),
  v.object({ type: type('import'), revision }),
  v.object({ type: type('cancel') }),
]);
export type TableMessage = v.InferOutput<typeof tableMessage>;

/** What a page gets: its whole state, each time anything changed. */
export type StateMessage<State> = { readonly type: 'state'; readonly state: State };
/** Keys that the editor caught for the page (next and back work from inside a text field too). */
export type KeyMessage = { readonly type: 'key'; readonly key: PageKey };
export type ToReflection = StateMessage<ReflectionState> | StateMessage<DeepState> | StateMessage<DrillState> | StateMessage<LetterState> | KeyMessage;
/** What the reader opened, beside the state, so that that stays small; null where nothing is open. It holds until the next one. */
export type OpenedMessage<Opened> = { readonly type: 'opened'; readonly opened: Opened | null };
export type ToDashboard = StateMessage<DashboardState> | OpenedMessage<Opened>;
export type ToPrivacy = StateMessage<PrivacyState>;
export type ToShare = StateMessage<ShareState>;
export type ToTable = StateMessage<TableState>;
