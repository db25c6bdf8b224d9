import type { Locale } from '../incident/times';
import type { Incident, Person } from '../journal/schema';
import type { LastPlan } from '../plan/lastPlan';

/** All that a letter is made from. */
export interface LetterContext {
  readonly incident: Incident;
  /** The plan that its reflection asked about first. */
  readonly last: LastPlan | undefined;
  /** Everybody in the people file. */
  readonly people: readonly Person[];
  readonly locale: Locale;
  /** The clock, in milliseconds. */
  readonly now: number;
  /** What another incident of the journal is called, by its id. */
  readonly titleOf: (incident: string) => string | undefined;
}

/** What stood in a field before, and until when it did. */
export interface LetterBefore {
  /** "Until Sun 3 May, 14:02". */
  readonly until: string;
  /** As it was typed, or in words. */
  readonly text: string;
}

/** What one field said before it was changed, to be opened. */
export interface LetterChange {
  /** "Changed on 3 May: what it said before". */
  readonly title: string;
  /** The newest first. */
  readonly before: readonly LetterBefore[];
}

/** How a part looks: a heading below that of its section, words as they were written down then, a plain text, a quiet line. */
export type LetterLook = 'heading' | 'quote' | 'text' | 'quiet';

/** One thing that was noted. */
export interface LetterPart {
  /** What it is about, where the heading does not say so. */
  readonly label?: string;
  /** As it was typed, or a sentence of ours. Absent where only what it said before is left. Never HTML. */
  readonly text?: string;
  readonly look: LetterLook;
  readonly changes: readonly LetterChange[];
}

/** What belongs together, below a heading. */
export interface LetterSection {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly LetterPart[];
}

/** A finished reflection to be read: all that was noted, and nothing that can be filled in. */
export interface LetterState {
  readonly id: string;
  readonly title: string;
  /** When the incident was. */
  readonly when: string;
  /** When it was looked back at, and whether something was changed since. */
  readonly finished: string;
  readonly sections: readonly LetterSection[];
  /** A document tells of the incident: lessons may go into it. */
  readonly fromDocument?: true;
  /** The screens on which nothing was answered, in one line. */
  readonly skipped?: string;
}
