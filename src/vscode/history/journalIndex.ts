import { setImmediate } from 'node:timers/promises';
import type { Query } from '../../core/search/query';
import { SearchIndex, type Found } from '../../core/search/searchIndex';
import type { Entry } from '../../store/entry';
import type { Journal } from '../../store/journal';

/** How long the index is built before others get a turn, in milliseconds. */
const SLICE = 20;

/** The index of one journal. It is built at the first search, and follows the journal when it is asked again. */
export class JournalIndex {
  readonly #index = new SearchIndex();
  #seen: { readonly entries: readonly Entry[]; readonly people: unknown } | undefined;
  #following: Promise<void> | undefined;

  constructor(private readonly journal: Journal) {}

  /** Whether it holds what the journal shows now. */
  get isCurrent(): boolean {
    return this.#seen?.entries === this.journal.entries() && this.#seen.people === this.journal.people().people;
  }

  /** Whether it was built. */
  get isBuilt(): boolean {
    return this.#seen !== undefined;
  }

  /** Takes over what changed. */
  follow(): Promise<void> {
    this.#following ??= this.#follow().finally(() => (this.#following = undefined));
    return this.#following;
  }

  search(query: Query, limit: number): Found {
    return this.#index.search(query, limit);
  }

  async #follow(): Promise<void> {
    const { journal } = this;
    await journal.load();
    await journal.whenLoaded;
    while (!this.isCurrent) {
      const [entries, people] = [journal.entries(), journal.people().people];
      const steps = this.#index.follow([...journal.records(), ...journal.absorbed()], people);
      for (let isDone = false; !isDone; ) {
        const start = performance.now();
        while (!isDone && performance.now() - start < SLICE) isDone = steps.next().done === true;
        if (!isDone) await setImmediate();
      }
      this.#seen = { entries, people };
    }
  }
}

const indexes = new WeakMap<Journal, JournalIndex>();

/** The one index of a journal, for as long as the journal is open. */
export function indexOf(journal: Journal): JournalIndex {
  let index = indexes.get(journal);
  if (!index) indexes.set(journal, (index = new JournalIndex(journal)));
  return index;
}
