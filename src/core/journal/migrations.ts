import { FORMAT } from './values';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Brings what was written in one format into the next one. Pure, keeps every field that it does not know (it spreads), and never
 * throws: what it does not understand it leaves, and the check of the newest format says what is wrong.
 */
export type Step = (value: Fields) => Fields;

/** The step that begins at each older format. */
export type Steps = Readonly<Record<number, Step>>;

/** The steps of each kind of file. */
export interface Migrations {
  readonly incident: Steps;
  readonly facts: Steps;
  readonly people: Steps;
}

/** Format 1 is the first, so there is no older one to come from. */
export const MIGRATIONS: Migrations = { incident: {}, facts: {}, people: {} };

/** A value in the format of this version, and from which format it came when that was another. */
export interface Migrated {
  readonly value: Fields;
  readonly from: number | undefined;
}

/** The same value where it is not older than this version, or where a step is missing. */
export function migrate(value: Fields, steps: Steps): Migrated {
  const from = value['format'];
  if (from === FORMAT || typeof from !== 'number' || !Number.isInteger(from) || from > FORMAT) return { value, from: undefined };
  let now = value;
  for (let format = from; format < FORMAT; format++) {
    const step = steps[format];
    if (!step) return { value, from: undefined };
    now = { ...step(now), format: format + 1 };
  }
  return { value: now, from };
}
