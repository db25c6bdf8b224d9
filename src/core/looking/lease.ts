/**
 * Of all windows on a machine one looks at a source: the one that was in front last. It says so in a lease that all can read, and renews it;
 * a window that closed, or sleeps, renews nothing. The lease is read and written under a lock (`src/store/lookLease.ts`): this only decides.
 */
export interface Lease {
  /** The window that looks: an id that it made for itself. */
  readonly window: string;
  /** When it last said so, in milliseconds. */
  readonly beat: number;
}

/** How often the window that looks says so, and for how long others believe it: milliseconds. Three beats may be missed. */
export const BEAT = 30_000;
export const PATIENCE = 4 * BEAT;

/**
 * The lease that a window may write now; undefined where another one looks. A beat from the future was made by a clock that has been set
 * back since: it counts for nothing, or nobody would look for as long as the clock was ahead.
 * @param inFront the window has the focus: then it looks
 */
export function takeLease(lease: Lease | undefined, window: string, now: number, inFront = false): Lease | undefined {
  const isOthers = lease !== undefined && lease.window !== window;
  const isFresh = lease !== undefined && lease.beat <= now + BEAT && now - lease.beat < PATIENCE;
  return isOthers && isFresh && !inFront ? undefined : { window, beat: now };
}
