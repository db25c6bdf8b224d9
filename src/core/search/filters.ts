import * as l10n from '@vscode/l10n';
import { incidentState, type IncidentState } from '../incident/state';
import { timeOrder } from '../incident/timeOrder';
import { fromLocalFields, type Locale } from '../incident/times';
import { typedDays } from '../incident/typedDays';
import { kindWords, outcomeWords, roleWords, severityWords } from '../incident/words';
import type { Incident, Person } from '../journal/schema';
import { behaviours } from '../reflection/behaviours';
import { namesOf, peopleIn } from './texts';
import { fold, holdAll, wordsOf } from './words';

/** Whether a record is one that is looked for. */
export type Test = (incident: Incident) => boolean;

/** What a filter is read with. */
export interface FilterContext {
  readonly locale: Locale;
  readonly people: readonly Person[];
}

/** A filter as the lead types it: `key:value`. */
export interface Filter {
  readonly key: string;
  /** An example, and what it does, for who types nothing yet. */
  readonly example: string;
  readonly about: string;
  /** Reads a value, or says in one sentence why it is none. */
  readonly read: (value: string, context: FilterContext) => Test | string;
}

/** All filters, in the order in which they are explained. Keys are typed, so they are the same in every language. */
export function filters(): readonly Filter[] {
  return [
    { key: 'before', example: 'before:2026-06', about: l10n.t('began before June 2026; a year or a day will do too'), read: before },
    { key: 'after', example: 'after:2026-05-14', about: l10n.t('began after 14 May 2026'), read: after },
    { key: 'person', example: 'person:ana', about: l10n.t('names somebody with that name or alias'), read: person },
    choice('kind', 'kind:drill', l10n.t('real, drill or shadow'), kindWords(), ({ kind = 'real' }) => kind),
    choice('role', 'role:led', l10n.t('what you mostly did'), roleWords(), ({ role }) => role),
    choice('outcome', 'outcome:rough', l10n.t('clean or rough'), outcomeWords(), ({ outcome }) => outcome),
    choice('severity', 'severity:sev1', l10n.t('from SEV-1 to SEV-4'), severityWords(), ({ severity }) => severity),
    { key: 'behaviour', example: 'behaviour:C4', about: l10n.t('guessed or rated, by id or by name (behaviour:picture)'), read: behaviour },
    { key: 'tag', example: 'tag:checkout', about: l10n.t('has that tag'), read: (value) => amongWords(value, ({ tags }) => tags) },
    { key: 'service', example: 'service:payments', about: l10n.t('hit that service'), read: (value) => amongWords(value, ({ services }) => services) },
    choice('state', 'state:waiting', l10n.t('open, waiting, draft, finished or cancelled; draft alone will do'), stateChoices(), incidentState),
  ];
}

/** Other ways to type a key. */
export const OTHER_KEYS: Readonly<Record<string, string>> = { behavior: 'behaviour' };

/** States are typed as they are called here. */
const stateChoices = (): Record<IncidentState, string> => ({
  open: l10n.t('Open'),
  waiting: l10n.t('Waiting'),
  draft: l10n.t('Draft'),
  finished: l10n.t('Finished'),
  cancelled: l10n.t('Cancelled, false alarm'),
});

/** A filter on one of several stored values. Its beginning is enough, in the file's words or those on screen. */
function choice<Value extends string>(key: string, example: string, about: string, words: Readonly<Record<Value, string>>, of: (incident: Incident) => Value | undefined): Filter {
  const read = (value: string): Test | string => {
    const wanted = wordsOf(value);
    const all = Object.keys(words) as Value[];
    const meant = all.filter((each) => fold(each) === fold(value));
    const found = new Set(meant.length > 0 ? meant : all.filter((each) => holdAll(wordsOf(`${each} ${words[each]}`), wanted)));
    if (wanted.length === 0 || found.size === 0) return l10n.t('{0} takes one of these: {1}.', `${key}:`, all.join(', '));
    return (incident) => {
      const own = of(incident);
      return own !== undefined && found.has(own);
    };
  };
  return { key, example, about, read };
}

function amongWords(value: string, of: (incident: Incident) => readonly string[] | undefined): Test {
  const wanted = wordsOf(value);
  return (incident) => (of(incident) ?? []).some((each) => holdAll(wordsOf(each), wanted));
}

function person(value: string, { people }: FilterContext): Test | string {
  const wanted = wordsOf(value);
  const meant = new Set(people.filter((each) => namesOf(each).some((name) => holdAll(wordsOf(name), wanted))).map(({ id }) => id));
  if (meant.size === 0) return l10n.t('Nobody in this journal is called “{0}”.', value);
  return (incident) => peopleIn(incident).some((id) => meant.has(id));
}

function behaviour(value: string): Test | string {
  const wanted = wordsOf(value);
  const all = behaviours();
  const byId = all.filter(({ id }) => fold(id) === fold(value));
  const meant = new Set((byId.length > 0 ? byId : all.filter(({ name }) => holdAll(wordsOf(name), wanted))).map(({ id }) => id));
  if (meant.size === 0) return l10n.t('No behaviour is called “{0}”. Ids are C1 to C6, T1 to T4, W1 and W2.', value);
  const isMeant = (id: string | undefined): boolean => id !== undefined && meant.has(id);
  return ({ reflection }) =>
    reflection !== undefined &&
    (isMeant(reflection.guess?.best) || isMeant(reflection.guess?.costly) || (reflection.picked ?? []).some(isMeant) || (reflection.ratings ?? []).some((rating) => isMeant(rating.behaviour)));
}

function before(value: string, { locale }: FilterContext): Test | string {
  const days = typedDays(value);
  const from = days && fromLocalFields(`${days.first}T00:00`, locale.zone);
  return from === undefined ? notADay('before:', value) : ({ window }) => timeOrder(window.start, from) < 0;
}

function after(value: string, { locale }: FilterContext): Test | string {
  const days = typedDays(value);
  const from = days && fromLocalFields(`${days.next}T00:00`, locale.zone);
  return from === undefined ? notADay('after:', value) : ({ window }) => timeOrder(window.start, from) >= 0;
}

function notADay(key: string, value: string): string {
  return l10n.t('{0} takes a year, a month or a day, like {1}. “{2}” is none.', key, `${key}2026-06`, value);
}
