import type { Shelf } from './place';
import type { Held } from './reading';

/** What this window holds of a file of which there is one: the facts, the people. */
export class SingleFile<T> implements Shelf<T> {
  #held: Held<T> | undefined;

  held(): Held<T> | undefined {
    return this.#held;
  }

  put(held: Held<T>): void {
    this.#held = held;
  }

  /** Undefined while there is none that can be read. */
  record(): T | undefined {
    return this.#held?.outcome.state === 'ok' ? this.#held.outcome.record : undefined;
  }
}
