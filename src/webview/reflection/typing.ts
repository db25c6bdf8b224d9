import type { TextField } from '../../core/protocol';

interface Mine {
  readonly text: string;
  /** What the field said when the typing began. */
  readonly base: string;
}

/**
 * The texts that were typed and have not yet come back in a state. While a field has one, no state touches it on screen; once a
 * state says the same, it is saved.
 */
export class Typing {
  readonly #mine = new Map<string, Mine>();
  #texts: Readonly<Record<string, string>> = {};

  /** Whether every text on screen is in the state. */
  get isSaved(): boolean {
    return this.#mine.size === 0;
  }

  /** All texts that are on screen and not saved, one below the other. */
  get unsaved(): string {
    return [...this.#mine.values()].map(({ text }) => text).join('\n\n');
  }

  /** A state arrived: texts that it holds are saved. */
  receive(texts: Readonly<Record<string, string>>): void {
    this.#texts = texts;
    for (const [field, { text }] of this.#mine) if ((texts[field] ?? '') === text) this.#mine.delete(field);
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
