import type { Mark } from '../journal/schema';
import type { OfferedBehaviour, RatingState, TypedPageState } from '../reflection/reflectionState';
import type { TextField } from '../reflection/textField';
import type { DeepPlace, DeepSection, TalkPart } from './places';

/** A section in the list, and as a tab. */
export interface SectionState {
  readonly id: DeepSection;
  readonly name: string;
  readonly title: string;
  /** "about 4 min". */
  readonly minutes: string;
  readonly done: boolean;
  /** It was passed by without an answer. */
  readonly skipped: boolean;
}

/** A question with its field. */
export interface AskedState {
  readonly field: TextField;
  readonly words: string;
}

/** Why something is asked, and the finding behind it. */
export interface WhyState {
  readonly words: string;
  readonly source: string;
}

/** A moment that can be picked as a decision point. */
export interface PickState {
  readonly key: string;
  /** "14:02". */
  readonly time: string;
  readonly title: string;
  readonly picked: boolean;
  /** Shown at first; the others on request. */
  readonly first: boolean;
}

/** What was known by a decision point. */
export interface KnownState {
  readonly key: string;
  readonly time: string;
  readonly words: string;
  /** What the lead believed then. */
  readonly believed?: string;
}

export interface DecisionState {
  readonly key: string;
  /** "14:02. A shop called". */
  readonly title: string;
  /** The newest ten, by time. */
  readonly known: readonly KnownState[];
  /** How many came before those. */
  readonly earlier: number;
  readonly questions: readonly AskedState[];
}

/** Section A. */
export interface DecisionsState {
  /** The guess comes first: nothing of the evidence is here. */
  readonly closed: boolean;
  readonly reading: boolean;
  readonly picks: readonly PickState[];
  /** As many as there may be. */
  readonly full: boolean;
  readonly points: readonly DecisionState[];
}

/** Somebody in section B. */
export interface MemberState {
  readonly name: string;
  readonly marks: readonly Mark[];
  readonly again: boolean;
  readonly heldBack: boolean;
  readonly thanked: boolean;
  readonly remind: boolean;
  /** Where what they made possible is written, once they are named. */
  readonly note?: TextField;
}

/** Section B. */
export interface MembersState {
  readonly closed: boolean;
  readonly members: readonly MemberState[];
  /** Names and aliases that can be completed. */
  readonly known: readonly string[];
  /** Who was marked and not thanked yet. */
  readonly notThanked: readonly string[];
}

/** Section E, and the card. */
export interface CoachingState {
  readonly name?: string;
  readonly names: readonly string[];
  /** In their words, as far as the lead knows them. */
  readonly want: string;
  /** Which choice stays open. */
  readonly choice: string;
  readonly talk: readonly { readonly part: TalkPart; readonly title: string; readonly ask: string; readonly field: TextField }[];
}

/** Section F. */
export interface RatingsState {
  readonly facts: readonly string[];
  readonly families: readonly { readonly name: string; readonly ratings: readonly RatingState[] }[];
}

/** Section G. */
export interface OutsideState {
  readonly whom?: string;
  readonly names: readonly string[];
  readonly about?: string;
  readonly behaviours: readonly OfferedBehaviour[];
  /** The two lines; empty while no behaviour is chosen. */
  readonly request: string;
  readonly views: readonly { readonly field: TextField; readonly label: string; readonly asked: string; readonly own: string }[];
}

/** Section H. */
export interface AheadState {
  readonly plan?: string;
  readonly load: string;
  readonly past: boolean;
  readonly goal?: string;
  /** What was written here, where it is not the goal yet. */
  readonly offer?: string;
}

/** All that the page of the deep path shows. */
export interface DeepState extends TypedPageState {
  readonly place: DeepPlace;
  readonly sections: readonly SectionState[];
  /** What *Next* does from the list: "Begin with the first", "Go on with Ahead". */
  readonly goOn: string;
  readonly heading: string;
  readonly lead: string;
  /** Everybody who may be meant in a text. */
  readonly names: readonly string[];
  /** Of the section that is open, in their order. */
  readonly questions: readonly AskedState[];
  readonly why: readonly WhyState[];
  /** Of the section that is open. */
  readonly decisions?: DecisionsState;
  readonly team?: MembersState;
  readonly coaching?: CoachingState;
  readonly ratings?: RatingsState;
  readonly outside?: OutsideState;
  readonly ahead?: AheadState;
}
