import { withField } from '../journal/fields';
import type { Incident, Reflection } from '../journal/schema';
import type { LastPlan } from '../plan/lastPlan';
import type { ScreenId } from '../protocol';
import { isAnswered, mayOpen } from './screens';
import type { Step } from './step';

/** Begins the short path. A reflection that was begun already stays as it is. */
export function begin(incident: Incident, step: Step): Incident {
  return incident.reflection ? incident : { ...incident, reflection: { path: 'short', started: step.now } };
}

/** Changes the reflection of a record, beginning one where there is none. */
export function inReflection(incident: Incident, step: Step, change: (reflection: Reflection) => Reflection): Incident {
  const begun = begin(incident, step);
  return begun.reflection ? { ...begun, reflection: change(begun.reflection) } : begun;
}

/** Sets an answer in the lead's own words, or takes it away. No answers at all are no field. */
export function withAnswer(incident: Incident, question: string, text: string | undefined, step: Step): Incident {
  return inReflection(incident, step, (reflection) => {
    const answers = withField(reflection.answers ?? {}, question, text);
    return withField(reflection, 'answers', Object.keys(answers).length > 0 ? answers : undefined);
  });
}

/** Goes to a screen. The evidence, once shown, closes the guess. Refuses (same record) a screen that may not be opened yet. */
export function openScreen(incident: Incident, screen: ScreenId, step: Step): Incident {
  if (!mayOpen(screen, incident)) return incident;
  return inReflection(incident, step, (reflection) => ({
    ...withField(reflection, 'section', undefined),
    screen,
    ...(screen === 'evidence' && reflection.evidenceOpened === undefined ? { evidenceOpened: step.now } : {}),
  }));
}

/** Leaves a screen. One on which nothing was answered counts as skipped; one that was answered later no longer does. */
export function leaveScreen(incident: Incident, screen: ScreenId, last: LastPlan | undefined, step: Step): Incident {
  return inReflection(incident, step, (reflection) => {
    const others = (reflection.skipped ?? []).filter((each) => each !== screen);
    const skipped = isAnswered(screen, incident, last) ? others : [...others, screen];
    return withField(reflection, 'skipped', skipped.length > 0 ? skipped : undefined);
  });
}

/** Ends the reflection. It can be opened and changed afterwards; those changes are kept as revisions. */
export function finish(incident: Incident, step: Step): Incident {
  return inReflection(incident, step, (reflection) => ({
    ...withField(reflection, 'section', undefined),
    screen: 'summary',
    finished: reflection.finished ?? step.now,
  }));
}
