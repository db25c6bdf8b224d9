import { dueLessons, type DueLesson } from '../plan/lesson';
import { clockOf, dayOf, isNight } from './days';
import type { PromptHistory } from './history';
import { sceneOf, type Circumstances, type Scene } from './scene';
import { momentFinding, timeFinding } from './waitRules';

/** At most one notification about lessons in so many days (decisions.md 4): in milliseconds. */
const WEEK = 7 * 86_400_000;

/**
 * The lesson of which to say now that it is due, or undefined: within working hours, at a breakpoint, not while an incident is open or just over,
 * not on a day on which it was asked about an incident, and once a week. Write `recordLesson` before saying it. It is no prompt, and counts as none.
 */
export function lessonTurn(circumstances: Circumstances, history: PromptHistory): DueLesson | undefined {
  const { records, settings, zone, now } = circumstances;
  if (!settings.lessons || wasTold(history, now)) return undefined;
  const scene = sceneOf({ ...circumstances, history: { state: 'read', history } });
  if (timeFinding(scene) || momentFinding(scene) || isMorningAfter(scene) || wasAsked(scene)) return undefined;
  return dueLessons(records, zone, now)[0];
}

/** Whether it may be said within the next hours that one is due: then it is looked again. */
export function mayTellLesson({ records, settings, zone, now }: Circumstances, history: PromptHistory): boolean {
  return settings.enabled && settings.lessons && !wasTold(history, now) && dueLessons(records, zone, now).length > 0;
}

/** A time that lies ahead was noted by a clock that went ahead: within a week it counts all the same. */
const wasTold = ({ lessons = [] }: PromptHistory, now: number): boolean => lessons.some((at) => Math.abs(now - Date.parse(at)) < WEEK);

const wasAsked = ({ askedOn, now, zone }: Scene): boolean => askedOn.some(({ day }) => day === dayOf(now, zone));

/** An incident ended in the night: the lead is left alone in the morning. */
function isMorningAfter({ mornings, now, zone, settings }: Scene): boolean {
  const clock = clockOf(now, zone);
  return mornings.has(dayOf(now, zone)) && (clock < settings.afterNight || isNight(clock, settings));
}
