import type { Day, DayOrder } from './days';
import type { Zone } from './zones';

/** What a document's days and times are read with. */
export interface TimeContext {
  readonly order: DayOrder;
  /** The day that times without one are on; undefined where the document names none. */
  readonly day?: Day | undefined;
  /** The zone that the document states for all its times. */
  readonly zone?: Zone | undefined;
  /** The zone of times for which none is stated. */
  readonly assumed: Zone;
}

/** A time that was read from a document. */
export interface Moment {
  /** Milliseconds since 1970 in UTC; the beginning of the day in the zone where only the day is known. */
  readonly at: number;
  /** The day in the document's zone: 23:30 in Tokyo is on another day than in UTC. */
  readonly day: Day;
  readonly precise: 'minute' | 'day';
  /** Whether the document says the zone, beside the time or for all times, or it was assumed. */
  readonly zone: 'stated' | 'assumed';
}
