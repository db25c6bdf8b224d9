import { join } from 'node:path';
import { claimKey } from '../../core/identity/claimFacts';
import type { Claim } from '../../core/journal/schema';
import { BEAT } from '../../core/looking/lease';
import { afterLook, newSource, type Rhythm, type SourceState } from '../../core/looking/schedule';
import type { PullSource } from '../../sources/incidentSource';
import { digest } from '../../store/digest';
import { LookLease } from '../../store/lookLease';
import { LookMemory, type Turn } from '../../store/lookMemory';

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
  /** How long the last look took, in milliseconds, and how many there were. */
  readonly took: number;
  readonly looks: number;
  readonly problems: readonly string[];
}

export interface LookingOptions {
  readonly source: PullSource;
  /** The folder that it looks at, absolute. */
  readonly about: string;
  /** The editor's folder of all memories, absolute. */
  readonly storage: string;
  /** It says all that it knows each time; else what it said before still holds. */
  readonly saysAll: boolean;
  /** Called when there may be other claims. */
  readonly changed: () => void;
  /** All of it is looked at next: whoever looked before may have missed something. */
  readonly lookAnew: () => void;
  /** This window, among all of this machine: an id. */
  readonly window: string;
  /** Whether this window is in front; resolves only as long as the editor is there. */
  readonly inFront: () => PromiseLike<boolean>;
}

/**
 * One source in one window: looks when it is told to, one look at a time, and knows what was said. Of several windows the one that was in
 * front last looks when something happens; the others take over what it saw.
 */
export class Looking {
  #memory: Remembered | undefined;
  #looking: Promise<void> | undefined;
  #isWanted = false;
  #isMine = true;
  #stamp: number | undefined;
  #watch: { close(): void } | undefined;
  readonly #stop = new AbortController();
  readonly #store: LookMemory;
  readonly #lease: LookLease;
  readonly #beat: NodeJS.Timeout;

  constructor(readonly options: LookingOptions) {
    const { source, about, storage, window } = options;
    const folder = join(storage, digest(`${source.id}\n${about}`));
    this.#store = new LookMemory(folder);
    this.#lease = new LookLease(join(folder, 'lease'), window, Date.now);
    this.#beat = setInterval(() => void this.#renew(), BEAT).unref();
  }

  /** Whether this window is the one that looks. */
  get isMine(): boolean {
    return this.#isMine;
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

  /** Looks, once what is being looked at is done, unless another window does. @param always also then: at the start, and where the lead asks for it */
  async look(always = false): Promise<void> {
    this.#isMine = await this.#lease.hold(always && (await this.options.inFront()));
    if (!this.#isMine && !always) return;
    this.#isWanted = true;
    await (this.#looking ??= this.#run().finally(() => (this.#looking = undefined)));
    await this.#takeOver(); // what another window saw while this one looked
  }

  /** Changes what is remembered, once nobody looks: here, or in another window. */
  async change(change: (memory: Remembered) => Remembered): Promise<void> {
    const turn = () => this.#store.turn(async (before) => {
      this.#memory = change(usable(before));
      return { memory: { ...this.#memory }, result: true };
    });
    let taken: Turn<boolean> | undefined;
    while (!taken && !this.#stop.signal.aborted) taken = await turn();
    if (taken) this.#stamp = taken.stamp;
    this.options.changed();
  }

  dispose(): void {
    this.#stop.abort();
    clearInterval(this.#beat);
    this.#watch?.close();
    this.#lease.release();
  }

  /** This window came to the front: from now on it looks, not the one that did. */
  async takeLease(): Promise<void> {
    this.#isMine = await this.#lease.hold(await this.options.inFront());
  }

  /** Says that this window still looks, or takes over from one that is gone. */
  async #renew(): Promise<void> {
    const was = this.#isMine;
    await this.takeLease();
    if (was || !this.#isMine) return;
    this.options.lookAnew();
    await this.look();
  }

  /** Takes over what another window saw. */
  async #takeOver(): Promise<void> {
    if (this.#looking) return;
    const stamp = await this.#store.stamp();
    if (stamp === undefined || stamp === this.#stamp || this.#stop.signal.aborted) return;
    const stored = await this.#store.read().catch(() => undefined);
    if (stored === undefined || this.#looking) return;
    [this.#stamp, this.#memory] = [stamp, usable(stored)];
    this.options.changed();
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
      const turn = await this.#store.turn(async (before) => {
        this.#memory = await this.#pull(usable(before));
        return { memory: { ...this.#memory }, result: true };
      });
      this.#watch ??= this.#store.watch(() => void this.#takeOver());
      if (!turn) return false;
      this.#stamp = turn.stamp;
      changed();
      return true;
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
    const after = { took: Math.round(performance.now() - began), looks: before.looks + 1, state: afterLook(before.state, pulled, RHYTHM, chance()) };
    if (!pulled.ok) return { ...before, ...after };
    const kept = this.options.saysAll ? [] : before.claims;
    const claims = new Map([...kept, ...pulled.claims].map((claim) => [claimKey(claim), claim]));
    return { ...after, cursor: pulled.next, claims: [...claims.values()].slice(-KEPT), problems: pulled.problems };
  }
}

const chance = (): { readonly now: number; readonly random: number } => ({ now: Date.now(), random: Math.random() });

/** What was stored, as far as it can be used: it is of this extension alone, and whatever is wrong with it, it is looked again. */
function usable(memory: unknown): Remembered {
  const { cursor, claims, state, took, looks = 0, problems } = (memory ?? {}) as Partial<Remembered>;
  const isWhole = Array.isArray(claims) && Array.isArray(problems) && typeof took === 'number' && typeof state?.failures === 'number';
  return isWhole ? { cursor, claims: claims as readonly Claim[], state, took, looks, problems: problems as readonly string[] } : { claims: [], state: newSource(RHYTHM, chance()), took: 0, looks: 0, problems: [] };
}
