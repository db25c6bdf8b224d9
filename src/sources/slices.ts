import { setImmediate } from 'node:timers/promises';

/** So long may work go on before others have a turn: milliseconds. The bound for a pause of the extension host is 50. */
const SLICE = 15;

/** Ends a slice of work when its time is over. */
export class Slices {
  #began = performance.now();

  get isOver(): boolean {
    return performance.now() - this.#began >= SLICE;
  }

  /** Lets everything else that waits have its turn. */
  async rest(): Promise<void> {
    await setImmediate();
    this.#began = performance.now();
  }

  /** Goes through steps, resting between them. @returns what they come to */
  async through<T>(steps: Generator<void, T>): Promise<T> {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      if (this.isOver) await this.rest();
    }
  }
}
