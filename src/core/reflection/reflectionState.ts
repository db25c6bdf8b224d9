import type { ToldDocument } from '../found/documentClaim';
import type { Timeline } from '../evidence/entry';
import type { Anchor, Incident, JournalFacts, Kind, LedgerWord, Mark, Outcome, People, Person, Role, Severity } from '../journal/schema';
import type { CueId } from '../journal/values';
import type { Locale } from '../incident/times';
import type { LastPlan } from '../plan/lastPlan';
import type { ScreenId } from '../protocol';
import type { ClashState } from './clashStates';
import type { TextField } from './textField';

/** What git said, as the page shows it. */
export interface EvidenceReading extends Timeline {
  readonly status: 'waiting' | 'reading' | 'ready';
  /** What git could not do, one sentence each. */
  readonly problems: readonly string[];
  /** What the documents of its claims tell; not posted to the page. */
  readonly documents?: readonly ToldDocument[];
}

/** Whether all is on disk. `failed` keeps the text on screen and says why. */
export type SaveState = { readonly kind: 'saved' } | { readonly kind: 'failed'; readonly reason: string };

/** What only this panel knows and no file: it ends with the panel. */
export interface PanelSession {
  /** Parts of the plan that were turned back, with the reason; once each. */
  readonly turnedBack: { readonly cue?: string; readonly act?: string };
  /** The typed plan was compared and says something else. */
  readonly differs: boolean;
  /** The guess was opened again after the evidence. */
  readonly guessOpen: boolean;
  /** The name of the missed person as it was typed, where the people file has it in another form. */
  readonly typedName?: string;
}

/** A text that the editor has, and the disk not yet. */
export interface UnsavedText {
  readonly text: string;
  /** What the field said when the typing began. */
  readonly base: string;
}

/** All that a reflection's state is made from. The evidence is all that is known: the state withholds it before the guess. */
export interface ReflectionContext {
  readonly incident: Incident;
  readonly last: LastPlan | undefined;
  /** Everybody in the people file. */
  readonly people: readonly Person[];
  /** The journal's other files, for what was changed in two places there. */
  readonly files?: { readonly people?: People | undefined; readonly journal?: JournalFacts | undefined };
  readonly evidence: EvidenceReading;
  readonly locale: Locale;
  /** The clock, in milliseconds. */
  readonly now: number;
  readonly save: SaveState;
  readonly unsaved: ReadonlyMap<TextField, UnsavedText>;
  readonly session: PanelSession;
  /** Whether words that judge the past are underlined; they are, unless the lead turned it off. */
  readonly nudge?: boolean;
  /** The incident never was: what is said of the journal must be true all the same. */
  readonly madeUp?: boolean;
}

export interface ScreenTab {
  readonly id: ScreenId;
  readonly name: string;
  readonly done: boolean;
  readonly mayOpen: boolean;
}

export interface OfferedBehaviour {
  readonly id: string;
  readonly name: string;
  /** The name of its family, as a heading. */
  readonly family: string;
}

export interface RatingState {
  readonly behaviour: string;
  readonly name: string;
  readonly anchors: readonly string[];
  readonly anchor?: Anchor;
  /** Picked after the evidence, because the guess was skipped: may be put back. */
  readonly picked: boolean;
}

/** What stands below the lesson: when it comes back, and what it is about. The second is empty where that is nothing. */
export interface LessonState {
  readonly returns: string;
  readonly tied: string;
}

/** What each page on which something is typed shows around its fields: that of the screens, and that of the deep path. */
export interface TypedPageState {
  readonly id: string;
  readonly title: string;
  readonly windowWords: string;
  readonly locale: Locale;
  /** It can be read as a letter. */
  readonly finished: boolean;
  /** "4 of 6", or "Done". */
  readonly count: string;
  readonly save: SaveState;
  /** The texts of the record, by field. */
  readonly texts: Readonly<Record<string, string>>;
  /** Texts that are not on disk yet: a page that is made anew goes on with them, and none of them counts as saved. */
  readonly unsaved: Readonly<Record<string, UnsavedText>>;
  /** The other text of fields that were changed in two places. */
  readonly clashes: Readonly<Partial<Record<TextField, string>>>;
  /** Every value that was changed in two places, texts too, with the field beside which it is asked. */
  readonly twofold: readonly ClashState[];
  /** Whether words that judge the past by what is known today are underlined. */
  readonly nudge: boolean;
}

/** The step at which a plan is written, and then typed once from memory. */
export interface PlanStepState {
  readonly stage: 'write' | 'recall';
  readonly turnedBack: { readonly cue?: string; readonly act?: string };
  readonly differs: boolean;
  /** What the editor sees that brings it up, beside branches and files, which are texts. */
  readonly cues: readonly CueId[];
  readonly weekly: { readonly day: number | null; readonly time: string };
  readonly example: string;
  /** What is promised after this incident and open, each with its sign in words. */
  readonly promises: readonly { readonly id: string; readonly words: string; readonly sign: string }[];
  /** An open plan: what becomes of it is asked before a new one is made. */
  readonly open?: { readonly words: string; readonly choice?: 'keep' | 'replace' };
}

/** All that the reflection page shows. The page adds nothing but the text being typed and where the reader is. */
export interface ReflectionState extends TypedPageState {
  readonly screen: ScreenId;
  /** The lead went into the deep path once. */
  readonly deep: boolean;
  readonly tabs: readonly ScreenTab[];
  readonly lastPlan?: { readonly cue: string; readonly act: string; readonly made: string; readonly after: string; readonly did?: LedgerWord };
  readonly facts: {
    readonly lead: string;
    readonly start: string;
    readonly end?: string;
    readonly why: string;
    /** Where documents say when it began and was over, in words, to be opened. */
    readonly spots?: readonly { readonly of: 'start' | 'end'; readonly document: string; readonly line: number; readonly words: string; readonly onlyDay?: true }[];
    readonly role?: Role;
    readonly kind?: Kind;
    readonly outcome?: Outcome;
    readonly severity?: Severity;
  };
  /** The behaviours that can be guessed. */
  readonly offered: readonly OfferedBehaviour[];
  readonly guess: { readonly best?: string; readonly costly?: string; readonly locked: boolean; readonly changed: boolean };
  readonly evidence: EvidenceReading;
  /** The notes that were made while it ran, open from now on. */
  readonly hasNotes: boolean;
  readonly ratings: readonly RatingState[];
  /** Behaviours that can still be picked, where fewer than two are to be rated. */
  readonly pickable: readonly OfferedBehaviour[];
  readonly person: {
    readonly names: readonly string[];
    /** Left out of the names as machines; naming one puts it back. */
    readonly machines: readonly string[];
    readonly name?: string;
    readonly other: boolean;
    readonly marks: readonly Mark[];
    readonly remind: boolean;
  };
  readonly plan: PlanStepState;
  readonly summary: { readonly lead: string; readonly plan?: string; readonly closing: string; readonly lesson: LessonState; readonly noted: readonly (readonly [string, string])[]; /** A document tells of the incident. */ readonly fromDocument?: true };
}
