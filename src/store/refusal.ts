/**
 * Why nothing was saved, for programs. `gone`: the journal's folder vanished. `missing`: the incident's file is not in the folder
 * now. `not-possible`: the result of the change is not what the schema allows.
 */
export type RefusalCode =
  | 'disk-full'
  | 'read-only'
  | 'no-permission'
  | 'busy'
  | 'locked'
  | 'gone'
  | 'missing'
  | 'not-found'
  | 'exists'
  | 'duplicate'
  | 'unreadable'
  | 'newer'
  | 'invalid'
  | 'not-possible'
  | 'too-large'
  | 'changing'
  | 'failed';

/** Nothing was saved, and why. Expected, so a value; everything on disk and in memory is as it was. */
export interface Refused {
  readonly ok: false;
  readonly code: RefusalCode;
  /** A sentence for people. */
  readonly reason: string;
}

/** The bytes are durable, and memory holds them. */
export interface Saved<T> {
  readonly ok: true;
  readonly record: T;
}
