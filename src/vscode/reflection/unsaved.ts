import type { Incident } from '../../core/journal/schema';
import type { Refused, Saved } from '../../store/refusal';
import type { TextField } from '../../core/protocol';

/** One change on its way to the disk. */
export interface Change {
  /** What the record will say: shown while the change waits, so that a failed save takes no choice off the screen. */
  readonly preview?: (incident: Incident) => Incident;
  readonly save: () => Promise<Saved<unknown> | Refused>;
}

/** A text as typed, with what it was based on and what this panel wrote last. */
export interface UnsavedText {
  readonly text: string;
  readonly base: string;
  readonly written?: string;
}

export interface UnsavedOptions {
  /** Saves some texts; each field as it is now. */
  readonly saveTexts: (texts: ReadonlyMap<TextField, UnsavedText>) => Promise<Saved<unknown> | Refused>;
  /** Called whenever `problem` changed. */
  readonly onChange: () => void;
}

/** Written at most so long after the first unsaved key (`decisions`: Saved). */
const DELAY = 500;
/** How long until a failed save is tried again by itself; the last one repeats. */
const RETRIES = [1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * What a panel still has to save. Texts wait up to half a second, newest per field; choices are saved at once, after the texts
 * before them. What the disk refuses stays here, with the reason, and is tried again: nothing is dropped.
 */
export class UnsavedChanges {
  #texts = new Map<TextField, UnsavedText>();
  #written = new Map<TextField, string>();
  #changes: Change[] = [];
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<boolean> = Promise.resolve(true);
  #failures = 0;
  #problem: string | undefined;

  constructor(private readonly options: UnsavedOptions) {}

  /** Why the last save failed; undefined when it did not. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Whether everything is on disk. */
  get isEmpty(): boolean {
    return this.#texts.size === 0 && this.#changes.length === 0;
  }

  /** A record with the choices that still wait. */
  preview(incident: Incident): Incident {
    return this.#changes.reduce((record, change) => change.preview?.(record) ?? record, incident);
  }

  /** A text as it stands after a key. */
  type(field: TextField, text: string, base: string): void {
    const written = this.#written.get(field);
    this.#texts.set(field, { text, base, ...(written !== undefined && { written }) });
    if (this.#problem === undefined) this.#schedule(DELAY);
  }

  /** A change that is saved at once. Resolves to whether it is on disk. */
  add(change: Change): Promise<boolean> {
    this.#changes.push(change);
    return this.flush();
  }

  /** Saves all that waits. Resolves to whether all of it is on disk. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = this.#running.then(() => this.#run());
    return this.#running;
  }

  /** Gives up waiting; what was typed so far is written once more. */
  async close(): Promise<void> {
    await this.flush();
    clearTimeout(this.#timer);
  }

  #schedule(delay: number): void {
    this.#timer ??= setTimeout(() => void this.flush(), delay);
  }

  async #run(): Promise<boolean> {
    const refused = (await this.#saveTexts()) ?? (await this.#saveChanges());
    const problem = refused?.reason;
    if (refused) {
      const delay = RETRIES[Math.min(this.#failures++, RETRIES.length - 1)] ?? DELAY;
      this.#schedule(delay);
    } else this.#failures = 0;
    if (problem !== this.#problem) {
      this.#problem = problem;
      this.options.onChange();
    }
    return refused === undefined;
  }

  async #saveTexts(): Promise<Refused | undefined> {
    if (this.#texts.size === 0) return undefined;
    const texts = new Map(this.#texts);
    const result = await this.options.saveTexts(texts);
    if (!result.ok) return result;
    for (const [field, saved] of texts) {
      this.#written.set(field, saved.text);
      const now = this.#texts.get(field);
      if (now === saved) this.#texts.delete(field);
      else if (now) this.#texts.set(field, { ...now, written: saved.text });
    }
    return undefined;
  }

  async #saveChanges(): Promise<Refused | undefined> {
    for (let change = this.#changes.shift(); change; change = this.#changes.shift()) {
      const result = await change.save();
      if (result.ok) continue;
      this.#changes.unshift(change);
      return result;
    }
    return undefined;
  }
}
