import type { LetterChange, LetterLook } from './state';

/** One thing that was noted, and the fields of which it shows what they say now. */
export interface Part {
  readonly label?: string;
  readonly text?: string;
  readonly look: LetterLook;
  /** As a revision names them; one that ends with "/" stands for every field below it. */
  readonly fields?: readonly string[];
  /** What it said before, of what is kept by itself and not as a revision. */
  readonly before?: readonly LetterChange[];
}

/** Parts of a section; what was not answered has none. */
export type Parts = readonly (Part | undefined)[];

/** A text of the lead. Undefined where there is none. */
export function said(text: string | undefined, more: Omit<Part, 'text' | 'look'> & { readonly look?: LetterLook } = {}): Part | undefined {
  return text === undefined || text === '' ? undefined : { look: 'text', ...more, text };
}

/** A quiet line of ours. */
export function aside(text: string): Part {
  return { look: 'quiet', text };
}
