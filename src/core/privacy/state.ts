import type { Remedy } from '../growth/remedies';

/** How something stands: as it should be; to be looked at; not checked; just to know. Each has a word beside its icon. */
export type FindingLook = 'fine' | 'look' | 'unknown' | 'info';

/** What a button of the page does. */
export const PRIVACY_ACTIONS = ['excludeHistory', 'includeHistory', 'ignoreItself', 'shareThroughGit', 'replaceName'] as const;
export type PrivacyAction = (typeof PRIVACY_ACTIONS)[number];

/** One step of what can be done, with commands for a terminal. */
export interface Step {
  readonly text: string;
  readonly commands: readonly string[];
}

/** One thing that was found. */
export interface Finding {
  readonly look: FindingLook;
  readonly text: string;
  readonly details: readonly string[];
  /** A folder that can be opened, by its number among those that were looked at. */
  readonly place?: { readonly number: number; readonly path: string };
  readonly action?: { readonly id: PrivacyAction; readonly words: string };
  /** What can be done, in this order. */
  readonly steps?: readonly Step[];
  /** What cannot be undone, below the steps. */
  readonly limits?: string;
}

export interface PrivacySection {
  readonly id: 'where' | 'readers' | 'git' | 'copies' | 'network';
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** All that *Check Privacy* shows. */
export interface PrivacyState {
  readonly title: string;
  /** How many things are to be looked at, and how many were not checked. */
  readonly verdict: string;
  /** When it was looked. */
  readonly looked: string;
  /** Why there is no journal, and what can be done about that. */
  readonly notice?: { readonly words: string; readonly remedies: readonly Remedy[] };
  readonly sections: readonly PrivacySection[];
}

type More = Partial<Omit<Finding, 'look' | 'text'>>;

/** A finding; what is not given is empty. */
export const finding = (look: FindingLook, text: string, more: More = {}): Finding => ({ look, text, details: [], ...more });
