import type { TypedPageState, UnsavedText } from '../../core/reflection/reflectionState';
import type { TextField } from '../../core/reflection/textField';

type Texts = Pick<TypedPageState, 'texts' | 'unsaved'>;

/** A text as typed here. */
interface OwnText extends UnsavedText {
  /** A state said that the editor has it, and has still to save it. */
  isHeard?: boolean;
}

/**
 * The texts that were typed and have not yet come back in a state. While a field has one, no state touches it on screen; once a
 * state says the same, or what the editor had to save waits no more, it is saved: what the field says then was chosen since.
 */
export class Typing {
  readonly #mine = new Map<string, OwnText>();
  #state: Texts = { texts: {}, unsaved: {} };

  /** Whether every text on screen is in the state, and on disk. */
  get isSaved(): boolean {
    return this.#unsaved.size === 0;
  }

  /** All texts that are on screen and not saved, one below the other. */
  get unsaved(): string {
    return [...this.#unsaved.values()].map(({ text }) => text).join('\n\n');
  }

  /** What was typed here, and what a page before this one left: a page is made anew whenever its tab is shown again. */
  get #unsaved(): ReadonlyMap<string, UnsavedText> {
    return new Map([...Object.entries(this.#state.unsaved), ...this.#mine]);
  }

  /** A state arrived: a text that it holds or that waited in the one before, and that the editor does not have to save any more, is saved. */
  receive(state: Texts): void {
    this.#state = state;
    for (const [field, mine] of this.#mine) {
      const waits = state.unsaved[field];
      if (waits) mine.isHeard ||= waits.text === mine.text;
      else if (mine.isHeard || (state.texts[field] ?? '') === mine.text) this.#mine.delete(field);
    }
  }

  /** A key was pressed. Returns what the text is based on. */
  type(field: TextField, text: string): string {
    const base = this.#waiting(field)?.base ?? this.#state.texts[field] ?? '';
    this.#mine.set(field, { text, base });
    return base;
  }

  /** What a field shows: what is being typed, else what the state says. */
  shown(field: TextField): string {
    return this.#waiting(field)?.text ?? this.#state.texts[field] ?? '';
  }

  #waiting(field: TextField): UnsavedText | undefined {
    return this.#mine.get(field) ?? this.#state.unsaved[field];
  }
}
