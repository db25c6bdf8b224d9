import type { PromptSetting } from './settings';

/** Why an incident is asked about, waits, or only stays in the list. Times are ISO 8601 in UTC. */
export type Reason =
  | { readonly code: 'ready' }
  // It waits.
  | { readonly code: 'off' | 'historyNewer' | 'historyLost' | 'noWorkdays' | 'noHours' | 'nightNever' }
  | { readonly code: 'open'; readonly title: string }
  | { readonly code: 'rest'; readonly ended: string; readonly until: string }
  | { readonly code: 'later'; readonly until: string }
  | { readonly code: 'pending' | 'justAsked'; readonly asked: string }
  | { readonly code: 'notWorkday' | 'tooEarly' | 'tooLate' }
  | { readonly code: 'night'; readonly ended: string; readonly own: boolean }
  | { readonly code: 'dayFull' | 'weekFull' }
  | { readonly code: 'anotherFirst'; readonly title: string }
  | { readonly code: 'windowInactive' | 'debugging' | 'typing' }
  // It stays in the list.
  | { readonly code: 'drill' | 'shadow' | 'inferred' | 'started' | 'skipped' | 'notAnIncident' | 'tooOld' | 'unanswered' }
  | { readonly code: 'endsInFuture'; readonly ends: string }
  | { readonly code: 'never'; readonly name: string }
  | { readonly code: 'shortAlert'; readonly minutes: number };

type Code = Reason['code'];

/** The one setting that would change it. A reason that is not here is changed by no setting. */
const settings: Readonly<Partial<Record<Code, PromptSetting>>> = {
  off: 'enabled',
  noWorkdays: 'workdays',
  noHours: 'latest',
  nightNever: 'afterNight',
  rest: 'restMinutes',
  justAsked: 'restMinutes',
  notWorkday: 'workdays',
  tooEarly: 'earliest',
  tooLate: 'latest',
  night: 'afterNight',
  dayFull: 'maxPerDay',
  anotherFirst: 'maxPerDay',
  weekFull: 'maxPerWeek',
  typing: 'quietMinutes',
  shortAlert: 'shortestAlertMinutes',
  tooOld: 'closesAfterWorkdays',
  unanswered: 'unansweredPrompts',
};

export const settingOf = ({ code }: Reason): PromptSetting | undefined => settings[code];
