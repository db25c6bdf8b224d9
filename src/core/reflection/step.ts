/** What a change of a reflection needs from outside, so that it stays a pure function. */
export interface Step {
  /** The clock: ISO 8601 UTC. */
  readonly now: string;
  /** Makes an id that was never used: 10 characters of Crockford base32. */
  readonly newId: () => string;
  /** When this panel was opened. After *Finish*, one editing session leaves at most one revision a field. */
  readonly session: string;
}
