/** A plan was shown at its cue, in whatever window. */
export interface Shown {
  /** The plan's id. */
  readonly plan: string;
  /** What `eventName` calls it. */
  readonly event: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What all windows of a journal know about what was shown. */
export interface CueMemory {
  readonly shown: readonly Shown[];
}

/** At most one line an hour, whatever happens: in milliseconds. */
export const APART = 3_600_000;
/** As many are remembered. No event of so long ago can come again: each has an incident, a commit or a day in its name. */
const KEPT = 500;

/**
 * Whether a plan may be shown for an event now: once for each event, at most one an hour. What is to be remembered is given in any case, since a
 * clock that was set back must not hold the next one up for longer than an hour.
 * @param now the clock, in milliseconds
 */
export function takeEvent(memory: CueMemory, { plan, event }: Omit<Shown, 'at'>, now: number): { readonly memory: CueMemory; readonly may: boolean } {
  const shown = memory.shown.map((each) => (each.at > now ? { ...each, at: now } : each));
  const was = shown.some((each) => each.plan === plan && each.event === event);
  const may = !was && shown.every(({ at }) => now - at >= APART);
  return { may, memory: { shown: may ? [...shown, { plan, event, at: now }].slice(-KEPT) : shown } };
}

/** What was stored, as far as it can be used: it is of this extension alone. */
export function readCueMemory(stored: unknown): CueMemory {
  const { shown } = (stored ?? {}) as Partial<CueMemory>;
  const isWhole = (each: Partial<Shown> | null): boolean => typeof each?.plan === 'string' && typeof each.event === 'string' && typeof each.at === 'number';
  return { shown: Array.isArray(shown) ? shown.filter(isWhole) : [] };
}
