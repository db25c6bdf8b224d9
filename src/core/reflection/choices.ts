import { withField } from '../journal/fields';
import type { Incident } from '../journal/schema';
import type { Choice } from '../protocol';
import { isAskedIn } from './behaviours';
import { inReflection, withAnswer } from './progress';
import { revise } from './revise';
import type { Step } from './step';

/** The choices that live in the record itself; `ledger` is in the record of the last plan. */
export type OwnChoice = Exclude<Choice, { field: 'ledger' }>;

/** What one choice says in the record now. */
function chosen(incident: Incident, field: OwnChoice['field']): string | undefined {
  if (field === 'best' || field === 'costly') return incident.reflection?.guess?.[field];
  if (field === 'lastPlan') return incident.reflection?.answers?.['lastPlan'];
  return incident[field];
}

/**
 * Sets one choice, or takes it back. After *Finish* what it said before is kept as a revision. Refuses (same record) a guess that
 * is not asked about in an incident of this kind, or that is the other guess already.
 */
export function choose(incident: Incident, choice: OwnChoice, step: Step): Incident {
  const before = chosen(incident, choice.field);
  if (before === (choice.value ?? undefined) || !mayChoose(incident, choice)) return incident;
  return revise(set(incident, choice, step), choice.field, before ?? '', step);
}

function mayChoose(incident: Incident, { field, value }: OwnChoice): boolean {
  if ((field !== 'best' && field !== 'costly') || value === null) return true;
  const other = incident.reflection?.guess?.[field === 'best' ? 'costly' : 'best'];
  return value !== other && isAskedIn(incident.kind, value);
}

function set(incident: Incident, choice: OwnChoice, step: Step): Incident {
  switch (choice.field) {
    case 'best':
    case 'costly':
      return guess(incident, choice.field, choice.value ?? undefined, step);
    case 'lastPlan':
      return withAnswer(incident, 'lastPlan', choice.value ?? undefined, step);
    case 'role':
      return withField(incident, 'role', choice.value ?? undefined);
    case 'kind':
      return kind(incident, choice.value ?? undefined, step);
    case 'outcome':
      return withField(incident, 'outcome', choice.value ?? undefined);
    case 'severity':
      return withField(incident, 'severity', choice.value ?? undefined);
  }
}

/** Who watched someone lead had no role: the role goes with the choice. */
function kind(incident: Incident, value: Incident['kind'] | undefined, step: Step): Incident {
  const changed = withField(incident, 'kind', value);
  if (value !== 'shadow' || incident.role === undefined) return changed;
  return revise(withField(changed, 'role', undefined), 'role', incident.role, step);
}

/** A guess after the evidence is marked as one: it is no forecast any more. */
function guess(incident: Incident, field: 'best' | 'costly', value: string | undefined, step: Step): Incident {
  return inReflection(incident, step, (reflection) => {
    const guessed = withField(reflection.guess ?? {}, field, value);
    if (reflection.evidenceOpened !== undefined) return { ...reflection, guess: { ...guessed, changedAfterEvidence: true } };
    return withField(reflection, 'guess', Object.keys(guessed).length > 0 ? guessed : undefined);
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
