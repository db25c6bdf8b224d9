import * as l10n from '@vscode/l10n';
import { withField } from '../journal/fields';
import { nameOf } from '../journal/people';
import type { Incident, Person } from '../journal/schema';
import type { Step } from './step';

type Given = NonNullable<Incident['promises']>[number];

/** What a promise to tell somebody holds. One that holds more (a day, a sign to look for, a kind) is another promise. */
const HELD: readonly string[] = ['id', 'text', 'person', 'state'] satisfies readonly (keyof Given)[];

/** Whether a promise is to tell somebody what they did, and no more; whatever became of it. */
export function isPromiseToTell({ person, due, check, kind }: Given): boolean {
  return person !== undefined && due === undefined && check === undefined && kind === undefined;
}

const isToTell = (promise: Given, person: string): boolean => isPromiseToTell(promise) && promise.person === person && promise.state === 'open';

/** Whether there is a promise to tell somebody. One that was kept is none any more. */
export function hasPromiseToTell(incident: Incident, person: string): boolean {
  return (incident.promises ?? []).some((each) => isToTell(each, person));
}

const toTell = (): string => l10n.t('Tell them what it made possible');

/**
 * What was promised, as the lead reads it: a promise to tell somebody says whom. The promise itself holds no name, so that comes from the
 * people file. As it is in the record where they are not in there, or it says more.
 */
export function promisedWords(promise: Given, people: readonly Person[]): string {
  const name = isPromiseToTell(promise) && promise.text === toTell() ? nameOf(people, promise.person) : undefined;
  return name === undefined ? promise.text : l10n.t('Tell {0} what it made possible', name);
}

/** Promises to tell somebody. The words hold no name: the people file is the only place of names. */
export function addPromiseToTell(incident: Incident, person: string, step: Step): Incident {
  const promise: Given = { id: step.newId(), text: toTell(), person, state: 'open' };
  return { ...incident, promises: [...(incident.promises ?? []), promise] };
}

/** Gives a promise to tell somebody to somebody else, since the name was wrong, or takes it back (undefined). */
export function movePromiseToTell(incident: Incident, from: string, to: string | undefined): Incident {
  const promises = (incident.promises ?? []).flatMap((each) => {
    if (!isToTell(each, from)) return [each];
    return to === undefined ? takenBack(each) : [{ ...each, person: to }];
  });
  return withField<Incident, 'promises'>(incident, 'promises', promises.length > 0 ? promises : undefined);
}

/** They were told: a promise to tell somebody was kept. Not yet after all: it is open again. The same record where there is none. */
export function settlePromiseToTell(incident: Incident, person: string, told: boolean): Incident {
  const [before, after] = told ? (['open', 'kept'] as const) : (['kept', 'open'] as const);
  const isMeant = (promise: Given): boolean => promise.state === before && isToTell({ ...promise, state: 'open' }, person);
  if (!incident.promises?.some(isMeant)) return incident;
  return { ...incident, promises: incident.promises.map((each) => (isMeant(each) ? { ...each, state: after } : each)) };
}

/** One with fields of another version is dropped, never removed. */
function takenBack(promise: Given): readonly Given[] {
  return Object.keys(promise).every((key) => HELD.includes(key)) ? [] : [{ ...promise, state: 'dropped' }];
}
