import { withField } from '../journal/fields';
import type { Incident } from '../journal/schema';
import type { Choice } from '../protocol';
import { inReflection } from './progress';
import type { Step } from './step';
import { revise } from './texts';

/** The choices that live in the record itself; `ledger` is in the record of the last plan. */
export type OwnChoice = Exclude<Choice, { field: 'ledger' }>;

/** What one choice says in the record now. */
function chosen(incident: Incident, field: OwnChoice['field']): string | undefined {
  if (field === 'best' || field === 'costly') return incident.reflection?.guess?.[field];
  if (field === 'lastPlan') return incident.reflection?.answers?.['lastPlan'];
  return incident[field];
}

/** Sets one choice, or takes it back. After *Finish* what it said before is kept as a revision. */
export function choose(incident: Incident, choice: OwnChoice, step: Step): Incident {
  const before = chosen(incident, choice.field);
  if (before === (choice.value ?? undefined)) return incident;
  return revise(set(incident, choice, step), choice.field, before ?? '', step);
}

function set(incident: Incident, choice: OwnChoice, step: Step): Incident {
  switch (choice.field) {
    case 'best':
    case 'costly':
      return guess(incident, choice.field, choice.value ?? undefined, step);
    case 'lastPlan':
      return inReflection(incident, step, (reflection) => {
        const answers = withField(reflection.answers ?? {}, 'lastPlan', choice.value ?? undefined);
        return withField(reflection, 'answers', Object.keys(answers).length > 0 ? answers : undefined);
      });
    case 'role':
      return withField(incident, 'role', choice.value ?? undefined);
    case 'kind':
      return kind(incident, choice.value ?? undefined);
    case 'outcome':
      return withField(incident, 'outcome', choice.value ?? undefined);
    case 'severity':
      return withField(incident, 'severity', choice.value ?? undefined);
  }
}

/** Who watched someone lead had no role: the role goes with the choice. */
function kind(incident: Incident, value: Incident['kind'] | undefined): Incident {
  const changed = withField(incident, 'kind', value);
  return value === 'shadow' ? withField(changed, 'role', undefined) : changed;
}

/** A guess after the evidence is marked as one: it is no forecast any more. */
function guess(incident: Incident, field: 'best' | 'costly', value: string | undefined, step: Step): Incident {
  return inReflection(incident, step, (reflection) => {
    const after = reflection.evidenceOpened !== undefined ? { changedAfterEvidence: true } : {};
    return { ...reflection, guess: { ...withField(reflection.guess ?? {}, field, value), ...after } };
  });
}

/** When it was, with "you" as the one who said so. The caller has checked it with `windowProblem`. */
export function setWindow(incident: Incident, start: string, end: string, step: Step): Incident {
  const { window } = incident;
  if (window.start === start && window.end === end) return incident;
  const before = `${window.start}/${window.end ?? ''}`;
  const changed = {
    ...window,
    start,
    end,
    ...(window.start === start ? {} : { startFrom: 'person' }),
    ...(window.end === end ? {} : { endFrom: 'person' }),
  };
  return revise({ ...incident, window: changed }, 'window', before, step);
}
