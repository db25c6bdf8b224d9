/**
 * Of all windows on a machine one looks at the sources. It says so in a lease that all can read, and renews it; a window that closed, or
 * sleeps, renews nothing. The lease is read and written under a lock (`src/store/lock.ts`): these functions only decide.
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
 */
export function takeLease(lease: Lease | undefined, window: string, now: number): Lease | undefined {
  const isOthers = lease !== undefined && lease.window !== window;
  const isFresh = lease !== undefined && lease.beat <= now + BEAT && now - lease.beat < PATIENCE;
  return isOthers && isFresh ? undefined : { window, beat: now };
}

/** Whether a window may go on with a look that it began: its lease has not been taken over meanwhile. */
export const holdsLease = (lease: Lease | undefined, window: string): boolean => lease?.window === window;
