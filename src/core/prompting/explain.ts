import * as l10n from '@vscode/l10n';
import { whenWords, type Locale } from '../incident/times';
import { shorten } from '../growth/shorten';
import type { Incident } from '../journal/schema';
import type { IncidentVerdict, PromptVerdict } from './gate';
import { askedAt, type Ask, type PromptHistory } from './history';
import { settingOf, type Reason } from './reason';
import { settingId, type PromptSettings } from './settings';

const TITLE = 100;

/** What a sentence is said with. `now` is in milliseconds. */
export interface Telling {
  readonly settings: PromptSettings;
  readonly locale: Locale;
  readonly now: number;
}

/** One sentence or two, and the id of the setting that would change it, where there is one. */
export interface Explanation {
  readonly sentence: string;
  readonly setting?: string;
}

/** What *Why Did It Ask?* shows. */
export interface PromptExplanation {
  /** The last time that it asked, and why it could; absent where it never did. `why` is absent where that is not known by now. */
  readonly lastAsk?: { readonly what: string; readonly why?: string };
  /** What it does now. */
  readonly now: string;
  /** Each incident that was not looked back at, the one that comes first at the top. */
  readonly incidents: readonly (Explanation & { readonly id: string; readonly title: string })[];
}

type Sentences = { readonly [C in Reason['code']]: (reason: Extract<Reason, { code: C }>, telling: Telling) => string };

const when = (time: string, { locale, now }: Telling): string => whenWords(time, locale, now);

/** Complete by type: a new reason does not compile until it has its sentence. */
const waiting = {
  off: () => l10n.t('Waiting: asking is turned off.'),
  historyNewer: () => l10n.t('Waiting: what was asked before was written by a newer Lead Debrief, so nothing is asked. Update the extension.'),
  historyLost: () => l10n.t('Waiting: what was asked before could not be read, so nothing more is asked today.'),
  noWorkdays: () => l10n.t('Waiting: no day is set as a working day, so it never asks.'),
  noHours: (_, { settings }) => l10n.t('Waiting: the working hours are set from {0} to {1}, which is no time at all, so it never asks.', settings.earliest, settings.latest),
  nightNever: (_, { settings }) => l10n.t('Waiting: it ended in the night, so it is not asked about before {0}, when your working hours are over ({1}).', settings.afterNight, settings.latest),
  open: ({ title }) => l10n.t('Waiting: "{0}" is still open.', shorten(title, TITLE)),
  rest: ({ ended, until }, telling) =>
    l10n.t('Waiting: an incident ended at {0}, and the rest of {1} minutes lasts until {2}.', when(ended, telling), telling.settings.restMinutes, when(until, telling)),
  later: ({ until }, telling) => l10n.t('Waiting: you chose to be asked later, not before {0}.', when(until, telling)),
  pending: ({ asked }, telling) => l10n.t('Waiting: it asked at {0}, and leaves you time for an answer until the next working day.', when(asked, telling)),
  justAsked: ({ asked }, telling) =>
    l10n.t('Waiting: it asked about another incident at {0}, and rests for {1} minutes after that.', when(asked, telling), telling.settings.restMinutes),
  notWorkday: () => l10n.t('Waiting: today is not one of your working days.'),
  tooEarly: (_, { settings }) => l10n.t('Waiting: your working hours begin at {0}.', settings.earliest),
  tooLate: (_, { settings }) => l10n.t('Waiting: your working hours were over at {0}.', settings.latest),
  night: ({ ended, own }, telling) =>
    own
      ? l10n.t('Waiting: it ended in the night, at {0}, so it is not asked about before {1}.', when(ended, telling), telling.settings.afterNight)
      : l10n.t('Waiting: an incident ended in the night, at {0}, so nothing is asked before {1}.', when(ended, telling), telling.settings.afterNight),
  dayFull: (_, { settings }) => l10n.t('Waiting: the most that it asks about in a day is {0}, and that was reached.', settings.maxPerDay),
  weekFull: (_, { settings }) => l10n.t('Waiting: the most that it asks in seven days is {0}, and that was reached.', settings.maxPerWeek),
  anotherFirst: ({ title }) => l10n.t('Waiting: "{0}" comes first.', shorten(title, TITLE)),
  windowInactive: () => l10n.t('Waiting: this window of the editor is not the active one.'),
  debugging: () => l10n.t('Waiting: something is being debugged.'),
  typing: (_, { settings }) => l10n.t('Waiting: something was typed in the last minutes. It asks after {0} without.', settings.quietMinutes),
} satisfies Partial<Sentences>;

const inTheList = {
  drill: () => l10n.t('In the list: drills are not asked about.'),
  shadow: () => l10n.t('In the list: what you watched someone lead is not asked about.'),
  inferred: () => l10n.t('In the list: it was only inferred, and nobody said that it was an incident.'),
  started: () => l10n.t('In the list: you started on it when it was asked about.'),
  skipped: () => l10n.t('In the list: you chose not to be asked about it.'),
  notAnIncident: () => l10n.t('In the list: you said that it was not an incident.'),
  tooOld: (_, { settings }) => l10n.t('In the list: it is more than {0} working days ago.', settings.closesAfterWorkdays),
  unanswered: (_, { settings }) => l10n.t('In the list: it was asked about without an answer ({0}), and is not asked about again.', settings.unansweredPrompts),
  endsInFuture: ({ ends }, telling) => l10n.t('In the list: its end is in the future ({0}). Is the date right?', when(ends, telling)),
  never: ({ name }) => l10n.t('In the list: you chose never to be asked about {0}.', name),
  shortAlert: ({ minutes }, { settings }) =>
    l10n.t('In the list: it is an alert of {0} min, and alerts under {1} min are not asked about.', minutes, settings.shortestAlertMinutes),
} satisfies Partial<Sentences>;

const sentences: Sentences = {
  ready: () => l10n.t('It asks now: the rest after the incident is over, and this is a quiet moment in your working hours.'),
  ...waiting,
  ...inTheList,
};

/** Why an incident is asked about, waits or stays in the list. */
export function explain({ reason, until }: Pick<IncidentVerdict, 'reason' | 'until'>, telling: Telling): Explanation {
  const say = sentences[reason.code] as (reason: Reason, telling: Telling) => string;
  const sentence = say(reason, telling);
  const isSaid = until === undefined || reason.code === 'typing' || ('until' in reason && reason.until === until);
  const setting = settingOf(reason);
  return {
    sentence: isSaid ? sentence : l10n.t('{0} It can ask from {1} on.', sentence, when(until, telling)),
    ...(setting && { setting: settingId(setting) }),
  };
}

/**
 * All of *Why Did It Ask?*.
 * @param records every record that is not deleted: for the title of what was asked about last
 */
export function explainPrompting(verdict: PromptVerdict, history: PromptHistory, records: readonly Incident[], telling: Telling): PromptExplanation {
  const last = history.asked.at(-1);
  return {
    ...(last && { lastAsk: askWords(last, records, telling) }),
    now: nowWords(verdict, telling),
    incidents: verdict.incidents.map((each) => ({ id: each.incident.id, title: each.incident.title, ...explain(each, telling) })),
  };
}

function nowWords({ act, incident, until, incidents }: PromptVerdict, telling: Telling): string {
  if (incident) return l10n.t('It asks now, about "{0}".', shorten(incident.title, TITLE));
  if (act === 'none') return l10n.t('There is nothing to ask about.');
  const [first, ...others] = incidents.filter((each) => each.act === 'wait');
  if (until === undefined && first && others.every(({ reason }) => reason.code === first.reason.code)) return explain(first, telling).sentence;
  return until === undefined ? l10n.t('It is waiting. When it can ask is not known yet.') : l10n.t('It is waiting, and can ask from {0} on.', when(until, telling));
}

function askWords(ask: Ask, records: readonly Incident[], telling: Telling): NonNullable<PromptExplanation['lastAsk']> {
  const at = when(new Date(askedAt(ask, telling.now)).toISOString(), telling);
  const record = records.find(({ id }) => id === ask.incident);
  const end = record?.window.end;
  if (!record || end === undefined) return { what: l10n.t('It last asked at {0}, about an incident that is not over or not in the journal now.', at) };
  return {
    what: l10n.t('It last asked at {0}, about "{1}".', at, shorten(record.title, TITLE)),
    why: l10n.t('It had ended at {0}, the rest was over, and it was a quiet moment in your working hours.', when(end, telling)),
  };
}
