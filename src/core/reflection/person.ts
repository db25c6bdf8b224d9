import * as l10n from '@vscode/l10n';
import { withField } from '../journal/fields';
import type { Incident, Mark, PersonInIncident } from '../journal/schema';
import { MARKS } from '../journal/values';
import { inReflection } from './progress';
import type { Step } from './step';

/** The one person who would have been missed, as noted in this incident. */
export function missedPerson(incident: Incident): PersonInIncident | undefined {
  return incident.people?.find(({ id }) => id === incident.reflection?.person);
}

/** Names somebody (by their id in the people file), or nobody. What was noted about the one before goes to the new one. */
export function missPerson(incident: Incident, person: string | undefined, step: Step): Incident {
  const before = missedPerson(incident);
  const others = (incident.people ?? []).filter((each) => each !== before);
  if (person === undefined) {
    const emptied = withField(incident, 'people', others.length > 0 ? others : undefined);
    return inReflection(emptied, step, (reflection) => withField(reflection, 'person', undefined));
  }
  const entry: PersonInIncident = { ...(before ?? { id: step.newId(), marks: [] }), person };
  return inReflection({ ...incident, people: [...others, entry] }, step, (reflection) => ({ ...reflection, person: entry.id }));
}

/** Marks what the person did, or takes the mark back. */
export function markPerson(incident: Incident, mark: Mark, on: boolean): Incident {
  const entry = missedPerson(incident);
  if (!entry) return incident;
  const marks = MARKS.filter((each) => (each === mark ? on : entry.marks.includes(each)));
  return { ...incident, people: (incident.people ?? []).map((each) => (each === entry ? { ...entry, marks } : each)) };
}

/** Whether there is a promise to tell the person. */
export function willTell(incident: Incident): boolean {
  const entry = missedPerson(incident);
  return entry !== undefined && (incident.promises ?? []).some((each) => each.person === entry.person && each.state === 'open');
}

/** Promises to tell the person, or takes that promise back. A promise that was kept stays. */
export function promiseToTell(incident: Incident, name: string, on: boolean, step: Step): Incident {
  const entry = missedPerson(incident);
  if (!entry || on === willTell(incident)) return incident;
  const promises = incident.promises ?? [];
  const after = on
    ? [...promises, { id: step.newId(), text: l10n.t('Tell {0}', name), person: entry.person, state: 'open' as const }]
    : promises.filter((each) => each.person !== entry.person || each.state !== 'open');
  return withField(incident, 'promises', after.length > 0 ? after : undefined);
}
