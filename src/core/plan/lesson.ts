import { isReviewed } from '../incident/state';
import { endOfToday } from '../incident/times';
import { timeOrder } from '../incident/timeOrder';
import { withField } from '../journal/fields';
import type { Incident, Lesson } from '../journal/schema';

const DAY = 86_400_000;
/**
 * When a lesson comes back, in days after its reflection was finished. Spaced beats massed (g = .74), and expanding spacing is as good as
 * even (Latimier et al. 2021).
 */
export const RETURNS = [3, 10, 30, 90] as const;

/** A lesson that comes back, and since when. */
export interface DueLesson {
  readonly incident: Incident;
  readonly lesson: Lesson;
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

/** Undefined where there is no lesson, it was retired, or it has come back as often as it does. */
function nextReturn({ lesson, reflection }: Incident): string | undefined {
  const seen = (lesson?.seen ?? []).map(({ at }) => Date.parse(at)).sort((a, b) => a - b);
  const days = lesson && RETURNS[seen.length];
  if (days === undefined || reflection?.finished === undefined || !isTaught(lesson)) return undefined;
  const meant = Date.parse(reflection.finished) + days * DAY;
  const gap = days - (RETURNS[seen.length - 1] ?? 0);
  return new Date(Math.max(meant, (seen.at(-1) ?? -Infinity) + gap * DAY)).toISOString();
}

/** Notes that a lesson came back, and whether the lead remembered it. The same record where there is no lesson. */
export function noteRecall(incident: Incident, recalled: boolean, { now, newId }: Noting): Incident {
  const { lesson } = incident;
  return lesson ? { ...incident, lesson: { ...lesson, seen: [...(lesson.seen ?? []), { id: newId(), at: now, recalled }] } } : incident;
}

/** Whether a lesson is there, says something, and was not retired. */
export function isTaught(lesson: Lesson | undefined): boolean {
  return lesson !== undefined && lesson.retired === undefined && lesson.text.trim() !== '';
}

/** The days on which a lesson will come back, the next one first, if each is recalled on its day; ISO 8601 UTC. Before *Finish* they count from now. */
export function returnsOf({ lesson, reflection }: Incident, now: string): readonly string[] {
  const began = Date.parse(reflection?.finished ?? now);
  return RETURNS.slice(lesson?.seen?.length ?? 0).map((days) => new Date(began + days * DAY).toISOString());
}

/** Sets the words of a lesson, kept as typed. One that has none any more, and never came back, is no lesson. */
export function withLesson(incident: Incident, text: string | undefined): Incident {
  const { lesson } = incident;
  if (text === undefined && !lesson?.seen) return withField<Incident, 'lesson'>(incident, 'lesson', undefined);
  return { ...incident, lesson: { ...lesson, text: text ?? '' } };
}

/** What a lesson is about. */
export type LessonTies = Pick<Lesson, 'files' | 'services' | 'behaviours'>;

/** Ties a lesson to what it is about; none of a kind is no field. The same record where there is no lesson. */
export function tieLesson(incident: Incident, ties: LessonTies): Incident {
  const { lesson } = incident;
  if (!lesson) return incident;
  const some = (list: readonly string[] | undefined) => (list && list.length > 0 ? list : undefined);
  const tied = (['files', 'services', 'behaviours'] as const).reduce<Lesson>((changed, kind) => withField<Lesson, typeof kind>(changed, kind, some(ties[kind])), lesson);
  return { ...incident, lesson: tied };
}

/** It comes back no more, and stays in the journal. The same record where there is none, or it was retired. */
export function retireLesson(incident: Incident, now: string): Incident {
  const { lesson } = incident;
  return !lesson || lesson.retired !== undefined ? incident : { ...incident, lesson: { ...lesson, retired: now } };
}

/** It comes back again. */
export function takeBackRetiring(incident: Incident): Incident {
  return incident.lesson ? { ...incident, lesson: withField<Lesson, 'retired'>(incident.lesson, 'retired', undefined) } : incident;
}
