import { isReviewed } from '../incident/state';
import { endOfToday } from '../incident/times';
import { timeOrder } from '../incident/timeOrder';
import type { Incident } from '../journal/schema';

const DAY = 86_400_000;
/**
 * When a lesson comes back, in days after its reflection was finished. Spaced beats massed (g = .74), and expanding spacing is as good as
 * even (Latimier et al. 2021).
 */
export const RETURNS = [3, 10, 30, 90] as const;

/** A lesson that comes back, and since when. */
export interface DueLesson {
  readonly incident: Incident;
  readonly lesson: NonNullable<Incident['lesson']>;
  /** ISO 8601 UTC. */
  readonly since: string;
}

/** What noting needs from outside. */
export interface Noting {
  /** The clock: ISO 8601 UTC. */
  readonly now: string;
  /** Makes an id that was never used. */
  readonly newId: () => string;
}

/**
 * The lessons that are due, the longest due first: from the day on, in the lead's zone. One that was seen late does not come back sooner
 * after that than was meant.
 * @param records every record that is not deleted, in any order
 * @param now the clock, in milliseconds
 */
export function dueLessons(records: readonly Incident[], zone: string, now: number): readonly DueLesson[] {
  const end = endOfToday(zone, now);
  return records
    .flatMap((incident): DueLesson[] => {
      const since = isReviewed(incident) ? nextReturn(incident) : undefined;
      return incident.lesson && since !== undefined && since < end ? [{ incident, lesson: incident.lesson, since }] : [];
    })
    .sort((a, b) => timeOrder(a.since, b.since) || (a.incident.id < b.incident.id ? -1 : 1));
}

/** Undefined where there is no lesson, or it has come back as often as it does. */
function nextReturn({ lesson, reflection }: Incident): string | undefined {
  const seen = (lesson?.seen ?? []).map(({ at }) => Date.parse(at)).sort((a, b) => a - b);
  const days = lesson && RETURNS[seen.length];
  if (days === undefined || reflection?.finished === undefined) return undefined;
  const meant = Date.parse(reflection.finished) + days * DAY;
  const gap = days - (RETURNS[seen.length - 1] ?? 0);
  return new Date(Math.max(meant, (seen.at(-1) ?? -Infinity) + gap * DAY)).toISOString();
}

/** Notes that a lesson came back, and whether the lead remembered it. The same record where there is no lesson. */
export function noteRecall(incident: Incident, recalled: boolean, { now, newId }: Noting): Incident {
  const { lesson } = incident;
  return lesson ? { ...incident, lesson: { ...lesson, seen: [...(lesson.seen ?? []), { id: newId(), at: now, recalled }] } } : incident;
}
