import { join } from 'node:path';
import { claimKey } from '../../core/identity/claimFacts';
import type { Claim } from '../../core/journal/schema';
import { afterLook, newSource, type Rhythm, type SourceState } from '../../core/looking/schedule';
import type { PullSource } from '../../sources/incidentSource';
import { digest } from '../../store/digest';
import { LookMemory } from '../../store/lookMemory';

const MINUTE = 60_000;
/** What is on this machine tells by itself when it changed: it is only looked at again in case that was missed. */
const RHYTHM: Rhythm = { every: 15 * MINUTE, whileOpen: 15 * MINUTE };
/** Where another window is looking, it is asked again after this long, in milliseconds. */
const AGAIN = 2_000;
/** What was said longest ago is forgotten beyond this many. */
const KEPT = 2_000;

/** What is remembered of a source: JSON. */
export interface Remembered {
  readonly cursor?: unknown;
  readonly claims: readonly Claim[];
  readonly state: SourceState;
  /** How long the last look took, in milliseconds. */
  readonly took: number;
  readonly problems: readonly string[];
}

export interface LookingOptions {
  readonly source: PullSource;
  /** What it looks at, among all that sources of its id may: absolute paths. */
  readonly about: string;
  /** The editor's folder of all memories, absolute. */
  readonly storage: string;
  /** It says all that it knows each time; else what it said before still holds. */
  readonly saysAll: boolean;
  /** Called when there may be other claims. */
  readonly changed: () => void;
}

/** One source in one window: looks when it is told to, one look at a time, and knows what was said. */
export class Looking {
  #memory: Remembered | undefined;
  #looking: Promise<void> | undefined;
  #isWanted = false;
  readonly #stop = new AbortController();
  readonly #store: LookMemory;

  constructor(readonly options: LookingOptions) {
    const { source, about, storage } = options;
    this.#store = new LookMemory(join(storage, digest(`${source.id}\n${about}`)));
  }

  get claims(): readonly Claim[] {
    return this.#memory?.claims ?? [];
  }

  /** What is known; undefined: it was never looked. */
  get memory(): Remembered | undefined {
    return this.#memory;
  }

  /** When it is to look again, in milliseconds since 1970. */
  get due(): number {
    return this.#memory?.state.due ?? Date.now() + RHYTHM.every;
  }

  /** Looks, once what is being looked at is done. */
  look(): Promise<void> {
    this.#isWanted = true;
    this.#looking ??= this.#run().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** Changes what is remembered. */
  async change(change: (memory: Remembered) => Remembered): Promise<void> {
    await this.#store.turn(async (before) => {
      this.#memory = change(usable(before));
      return { memory: { ...this.#memory }, result: true };
    });
    this.options.changed();
  }

  dispose(): void {
    this.#stop.abort();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    if (this.#memory === undefined) {
      const stored = await this.#store.read().catch(() => undefined);
      if (stored !== undefined) this.#memory = usable(stored);
      if (stored !== undefined) this.options.changed();
    }
    while (this.#isWanted && !signal.aborted) {
      this.#isWanted = false;
      if (await this.#lookOnce()) continue;
      this.#isWanted = true;
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }

  /** Whether it looked, and not another window. */
  async #lookOnce(): Promise<boolean> {
    const { changed } = this.options;
    try {
      const looked = await this.#store.turn(async (before) => {
        this.#memory = await this.#pull(usable(before));
        return { memory: { ...this.#memory }, result: true };
      });
      if (looked) changed();
      return looked === true;
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.#memory = { ...usable(this.#memory), state: afterLook(usable(this.#memory).state, { ok: false, trouble: 'unreadable', detail }, RHYTHM, chance()) };
      changed();
      return true;
    }
  }

  async #pull(before: Remembered): Promise<Remembered> {
    const began = performance.now();
    const pulled = await this.options.source.pull(before.cursor, this.#stop.signal);
    const after = { took: Math.round(performance.now() - began), state: afterLook(before.state, pulled, RHYTHM, chance()) };
    if (!pulled.ok) return { ...before, ...after };
    const kept = this.options.saysAll ? [] : before.claims;
    const claims = new Map([...kept, ...pulled.claims].map((claim) => [claimKey(claim), claim]));
    return { ...after, cursor: pulled.next, claims: [...claims.values()].slice(-KEPT), problems: pulled.problems };
  }
}

const chance = (): { readonly now: number; readonly random: number } => ({ now: Date.now(), random: Math.random() });

/** What was stored, as far as it can be used: it is of this extension alone, and whatever is wrong with it, it is looked again. */
function usable(memory: unknown): Remembered {
  const { cursor, claims, state, took, problems } = (memory ?? {}) as Partial<Remembered>;
  const isWhole = Array.isArray(claims) && Array.isArray(problems) && typeof took === 'number' && typeof state?.failures === 'number';
  return isWhole ? { cursor, claims: claims as readonly Claim[], state, took, problems: problems as readonly string[] } : { claims: [], state: newSource(RHYTHM, chance()), took: 0, problems: [] };
}
