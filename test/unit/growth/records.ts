import fc from 'fast-check';
import type { Incident, Kind, Rating } from '../../../src/core/journal/schema';
import { KINDS, NO_OCCASION } from '../../../src/core/journal/values';
import { behaviours } from '../../../src/core/reflection/behaviours';

export const NOW = Date.parse('2026-05-14T20:37:00Z');
export const LOCALE = { zone: 'Europe/Berlin', language: 'en' };
const HOUR = 3_600_000;

export const iso = (time: number): string => new Date(time).toISOString();

/** An incident that was over five hours ago, with nothing noted about it. */
export function waiting(id: string, more: Partial<Incident> = {}): Incident {
  return { format: 1, id, title: `Incident ${id}`, window: { start: iso(NOW - 7 * HOUR), end: iso(NOW - 5 * HOUR) }, ...more };
}

/** A finished reflection with one rating: an anchor of a behaviour. `day` is when it began, in days before now. */
export function finished(id: string, day: number, anchor: Rating['anchor'], more: Partial<Incident> = {}, rated: Partial<Rating> = {}): Incident {
  const start = NOW - day * 24 * HOUR;
  const rating: Rating = { id: `r-${id}`, at: iso(start + 2 * HOUR), behaviour: 'C1', table: 1, ...(anchor !== undefined && { anchor }), ...rated };
  return {
    ...waiting(id),
    window: { start: iso(start), end: iso(start + HOUR) },
    kind: 'real',
    reflection: { path: 'short', started: iso(start + HOUR), finished: iso(start + 3 * HOUR), ratings: [rating] },
    ...more,
  };
}

/** The same record with more ratings. */
export function withRatings(incident: Incident, ratings: readonly Rating[]): Incident {
  const { reflection } = incident;
  return reflection ? { ...incident, reflection: { ...reflection, ratings: [...(reflection.ratings ?? []), ...ratings] } } : incident;
}

const anchors = fc.constantFrom(1, 2, 3, 4, 5, NO_OCCASION, undefined) as fc.Arbitrary<Rating['anchor']>;
const ids = behaviours().map(({ id }) => id);

const rating: fc.Arbitrary<Omit<Rating, 'id'>> = fc
  .record({
    behaviour: fc.constantFrom(...ids, 'X9'),
    table: fc.constantFrom(1, 1, 1, 2),
    anchor: anchors,
    at: fc.integer({ min: 0, max: 40 }).map((hours) => iso(NOW - 400 * HOUR + hours * HOUR)),
  })
  .map(({ anchor, ...rest }) => ({ ...rest, ...(anchor !== undefined && { anchor }) }));

const record: fc.Arbitrary<Omit<Incident, 'id'>> = fc
  .record({
    kind: fc.constantFrom<Kind | undefined>(...KINDS, 'real', undefined),
    start: fc.integer({ min: 0, max: 300 }),
    ended: fc.boolean(),
    cancelled: fc.nat(9).map((chance) => chance === 0),
    stage: fc.constantFrom('none', 'draft', 'finished', 'finished', 'finished'),
    ratings: fc.array(rating, { maxLength: 14 }),
    title: fc.string({ unit: 'binary', maxLength: 300 }),
    made: fc.boolean(),
  })
  .map(({ kind, start, ended, cancelled, stage, ratings, title, made }) => {
    const from = NOW - start * 12 * HOUR;
    return {
      format: 1 as const,
      title,
      window: { start: iso(from), ...(ended && { end: iso(from + HOUR) }) },
      ...(kind && { kind }),
      ...(cancelled && { cancelled: iso(from) }),
      ...(stage !== 'none' && {
        reflection: {
          path: 'short' as const,
          started: iso(from + HOUR),
          ...(stage === 'finished' && { finished: iso(NOW - 380 * HOUR) }),
          ratings: ratings.map((each, at) => ({ ...each, id: `rating-${at}` })),
        },
      }),
      ...(made && { plan: { id: 'the-plan', cue: title, act: title, made: iso(from + 2 * HOUR) } }),
    };
  });

/** Any journal: every kind, stage, table and order. */
export const journals = fc.array(record, { maxLength: 40 }).map((records) => records.map((each, at): Incident => ({ ...each, id: `incident-${at}` })));
