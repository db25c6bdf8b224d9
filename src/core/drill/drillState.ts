import type { Judged } from '../journal/schema';
import type { SAMES } from '../journal/values';
import type { LessonState, PlanStepState, TypedPageState } from '../reflection/reflectionState';
import type { TextField } from '../reflection/textField';

export type Same = (typeof SAMES)[number];

/** A part of the drill that can be gone back to, or is still to come. */
export interface DrillTab {
  readonly page: number;
  /** "Situation", "1", "End". */
  readonly name: string;
  /** "Decision 1", where the name does not say it. */
  readonly title: string;
  readonly reached: boolean;
  /** What came of it was shown. */
  readonly done: boolean;
  readonly here: boolean;
}

/** One thing that the story tells. */
export interface LineState {
  readonly time: string;
  readonly from?: string;
  readonly text: string;
}

/** A question with its field. */
export interface DrillAsked {
  readonly field: TextField;
  readonly words: string;
}

/** What the lead said of a decision, before they knew what happened. */
export interface OwnCall {
  readonly said: readonly { readonly words: string; readonly text: string }[];
  /** "60 %", where they said it. */
  readonly sure?: string;
}

/** A decision before what happened is shown. */
export interface AskState {
  readonly point: string;
  /** What came before the last decision. */
  readonly earlier: readonly LineState[];
  /** What came in since. */
  readonly fresh: readonly LineState[];
  readonly ask?: string;
  readonly questions: readonly DrillAsked[];
  readonly sure?: number;
  /** What happened was shown already: the answers are closed. */
  readonly closed?: OwnCall;
}

/** A decision after it. */
export interface ToldState {
  readonly point: string;
  readonly own: OwnCall;
  readonly did?: string;
  readonly then: readonly LineState[];
  readonly same?: Same;
}

/** One decision, as the end lists it. */
export interface CallState {
  readonly point: string;
  /** "16:42". */
  readonly time: string;
  readonly ask?: string;
  readonly own: OwnCall;
  readonly did?: string;
  /** Where the story does not tell that apart: all that happened then. */
  readonly then?: readonly LineState[];
  readonly same?: Same;
  readonly right?: Judged;
  /** How sure, the same or not, right or not: the row of the table. */
  readonly row: readonly [sure: string, same: string, right: string];
}

export interface EndState {
  readonly outcome: string;
  readonly afterwards: readonly string[];
  readonly calls: readonly CallState[];
  readonly questions: readonly DrillAsked[];
  readonly lesson: LessonState;
}

/** The step at which a plan is made out of the drill. */
export interface DrillPlanState extends PlanStepState {
  /** Once the drill is over: the plan that was made here, and whether it is the one that waits for its moment. */
  readonly made?: { readonly words: string; readonly isOpen: boolean };
}

/** All that the page of a drill shows. Nothing in it lies behind the page that is shown. */
export interface DrillState extends TypedPageState {
  readonly page: number;
  readonly tabs: readonly DrillTab[];
  readonly heading: string;
  readonly lead: string;
  /** In which language the story is told, where it says so. */
  readonly language?: string;
  readonly situation: string;
  readonly ask?: AskState;
  readonly told?: ToldState;
  readonly end?: EndState;
  readonly plan?: DrillPlanState;
}
