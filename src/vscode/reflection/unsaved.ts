import * as l10n from '@vscode/l10n';
import type { Incident } from '../../core/journal/schema';
import type { TextField } from '../../core/protocol';
import type { Refused, Saved } from '../../store/refusal';

/** One change on its way to the disk. */
export interface Change {
  /** What each record will say: shown while the change waits, so that a failed save takes no choice off the screen. */
  readonly preview?: (incident: Incident) => Incident;
  readonly save: () => Promise<Saved<unknown> | Refused>;
}

/** A text as typed, what it was based on, and what this panel wrote since, or tried to. */
export interface TypedSince {
  readonly text: string;
  readonly base: string;
  readonly written?: readonly string[];
}

export interface UnsavedOptions {
  /** Saves some texts; each field as it is now. */
  readonly saveTexts: (texts: ReadonlyMap<TextField, TypedSince>) => Promise<Saved<unknown> | Refused>;
  /** Called when texts were saved, and when `problem` changed. */
  readonly onChange: () => void;
  /** Does something later; returns how to call it off. Default: the timer of the platform. */
  readonly later?: (work: () => void, milliseconds: number) => () => void;
}

/** Written at most so long after the first unsaved key. */
const DELAY = 500;
/** How long until a failed save is tried again by itself; the last one repeats. */
const RETRIES = [1_000, 2_000, 5_000, 10_000, 30_000];

function platformTimer(work: () => void, milliseconds: number): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}

/**
 * What a panel still has to save. Texts wait up to half a second, newest per field; choices are saved at once, after the texts
 * before them. What the disk refuses stays here, with the reason, and is tried again, also when the panel is closed: nothing is
 * dropped, but for a change that the format forbids, which no second try would save.
 */
export class UnsavedChanges {
  readonly #texts = new Map<TextField, TypedSince>();
  /** Per field, what may be on the disk from here: after a refusal nobody can tell. */
  readonly #written = new Map<TextField, readonly string[]>();
  readonly #changes: Change[] = [];
  readonly #later: NonNullable<UnsavedOptions['later']>;
  #callOff: (() => void) | undefined;
  #running: Promise<boolean> = Promise.resolve(true);
  #failures = 0;
  #problem: string | undefined;

  constructor(private readonly options: UnsavedOptions) {
    this.#later = options.later ?? platformTimer;
  }

  /** Why the last save failed; undefined when it did not. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** The texts that are not on disk yet. */
  get texts(): ReadonlyMap<TextField, TypedSince> {
    return this.#texts;
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
    this.#callOff?.();
    this.#callOff = undefined;
    this.#running = this.#running.then(() => this.#run());
    return this.#running;
  }

  #schedule(delay: number): void {
    this.#callOff ??= this.#later(() => void this.flush(), delay);
  }

  async #run(): Promise<boolean> {
    const hadTexts = this.#texts.size > 0;
    const refused = (await this.#saveTexts()) ?? (await this.#saveChanges());
    if (!refused) this.#failures = 0;
    else if (!this.isEmpty) this.#schedule(RETRIES[Math.min(this.#failures++, RETRIES.length - 1)] ?? DELAY);
    const isNews = refused?.reason !== this.#problem;
    this.#problem = refused?.reason;
    if (isNews || hadTexts) this.options.onChange();
    return refused === undefined;
  }

  async #saveTexts(): Promise<Refused | undefined> {
    if (this.#texts.size === 0) return undefined;
    const texts = new Map(this.#texts);
    const result = await settled(this.options.saveTexts(texts));
    for (const [field, saved] of texts) {
      const before = result.ok ? [] : (this.#written.get(field) ?? []);
      const written = [...new Set([...before, saved.text])];
      this.#written.set(field, written);
      const now = this.#texts.get(field);
      if (result.ok && now === saved) this.#texts.delete(field);
      else if (now) this.#texts.set(field, { ...now, written });
    }
    return result.ok ? undefined : result;
  }

  async #saveChanges(): Promise<Refused | undefined> {
    for (let change = this.#changes.shift(); change; change = this.#changes.shift()) {
      const result = await settled(change.save());
      if (result.ok) continue;
      if (result.code !== 'not-possible') this.#changes.unshift(change);
      return result;
    }
    return undefined;
  }
}

/** A fault of the program is a reason like any other: what was to be saved stays, and the next save goes on. */
async function settled(save: Promise<Saved<unknown> | Refused>): Promise<Saved<unknown> | Refused> {
  try {
    return await save;
  } catch (error) {
    return { ok: false, code: 'failed', reason: l10n.t('It could not be saved ({0}).', error instanceof Error ? error.message : String(error)) };
  }
}
