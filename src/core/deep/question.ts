import type { Kind, Outcome, Role } from '../journal/schema';
import type { Section } from '../share/choice';
import type { Finding } from './findings';
import type { DeepSection } from './places';

/** What a record says that decides whether a question comes. Complete by type in `asked.ts`. */
export const FACTS = ['several', 'again', 'heldBack', 'learned', 'unlike', 'compared', 'heard', 'planned', 'pastLimit', 'decision', 'coached'] as const;
export type Fact = (typeof FACTS)[number];

/** When a question comes: all that is named must hold. Of a list one is enough. */
export interface Condition {
  readonly outcome?: Outcome;
  readonly kinds?: readonly Kind[];
  readonly roles?: readonly Role[];
  /** One of these questions was answered. */
  readonly after?: readonly string[];
  readonly fact?: Fact;
  /** Where this holds, it does not come. */
  readonly unless?: Fact;
}

/** One question of the bank. */
export interface Question {
  /** Under which its answer is stored: letters only, never used again for another question. */
  readonly id: string;
  readonly section: DeepSection;
  readonly words: () => string;
  /** Why it is asked, in a sentence. */
  readonly why: () => string;
  readonly source: Finding;
  readonly when?: Condition;
  /** One of several of its section, of which each reflection asks some: not always the same. */
  readonly optional?: true;
  /** After this outcome it comes first in its section. */
  readonly firstAfter?: Outcome;
  /** With which section of an export its answer leaves, if with any: `answers` where absent. What is about others or how it felt stays unless it is chosen. */
  readonly shared?: Section;
  /** Asked once for each: a decision point, a part of a conversation. */
  readonly each?: 'decision' | 'talk';
}
