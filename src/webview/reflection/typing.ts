import type { TextField } from '../../core/protocol';
import type { ReflectionState, UnsavedText } from '../../core/reflection/reflectionState';

/**
 * The texts that were typed and have not yet come back in a state. While a field has one, no state touches it on screen; once a
 * state says the same, it is saved.
 */
export class Typing {
  readonly #mine = new Map<string, UnsavedText>();
  #texts: Readonly<Record<string, string>> = {};

  /** Whether every text on screen is in the state. */
  get isSaved(): boolean {
    return this.#mine.size === 0;
  }

  /** All texts that are on screen and not saved, one below the other. */
  get unsaved(): string {
    return [...this.#mine.values()].map(({ text }) => text).join('\n\n');
  }

  /**
   * A state arrived: a text that it holds, and that the editor does not have to save any more, is saved. What another page of this
   * panel left unsaved (this one is made anew whenever the tab is shown again) goes on here.
   */
  receive({ texts, unsaved }: Pick<ReflectionState, 'texts' | 'unsaved'>): void {
    this.#texts = texts;
    for (const [field, { text }] of this.#mine) if (!unsaved[field] && (texts[field] ?? '') === text) this.#mine.delete(field);
    for (const [field, text] of Object.entries(unsaved)) if (!this.#mine.has(field)) this.#mine.set(field, text);
  }

  /** A key was pressed. Returns what the text is based on. */
  type(field: TextField, text: string): string {
    const base = this.#mine.get(field)?.base ?? this.#texts[field] ?? '';
    this.#mine.set(field, { text, base });
    return base;
  }

  /** What a field shows: what is being typed, else what the state says. */
  shown(field: TextField): string {
    return this.#mine.get(field)?.text ?? this.#texts[field] ?? '';
  }
}
