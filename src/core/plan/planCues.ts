import * as l10n from '@vscode/l10n';
import { dateFormat } from '../incident/times';
import { withField } from '../journal/fields';
import type { Cue, Plan } from '../journal/schema';
import { CUES, type CueId } from '../journal/values';
import { isTimeOfDay } from './weekly';

/** The cues that are there or not, with nothing to say about them. */
export const PLAIN_CUES = ['declared', 'resolved', 'revert'] as const satisfies readonly CueId[];
/** Those that name branches or files. */
export const PATTERN_CUES = ['branch', 'file'] as const satisfies readonly CueId[];

/** The cues of a plan as the lead chooses them, in the order of the table. */
export const cueWords = (): Record<CueId, string> => ({
  declared: l10n.t('I declare an incident'),
  resolved: l10n.t('I resolve an incident'),
  revert: l10n.t('A revert is committed here'),
  branch: l10n.t('A branch like this is made or checked out'),
  file: l10n.t('A file or folder like this is opened while an incident is open'),
  weekly: l10n.t('Each week'),
});

/** Monday to Sunday in a language. */
export function weekdayNames(language: string): readonly string[] {
  const format = dateFormat({ language, zone: 'UTC' }, { weekday: 'long' });
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, day + 1)));
}

/** Puts a cue into a plan, in the place of one of the same kind, or takes it out. No cues at all are no field. */
export function withCue(plan: Plan, id: CueId, cue: Omit<Cue, 'id'> | undefined): Plan {
  const others = (plan.cues ?? []).filter((each) => each.id !== id);
  const before = plan.cues?.find((each) => each.id === id);
  const cues = cue ? [...others, { ...before, ...cue, id }] : others;
  return withField<Plan, 'cues'>(plan, 'cues', cues.length > 0 ? cues : undefined);
}

/** Sets the day and time of the weekly cue; no day takes it out. The same plan where the time is none. */
export function withWeekly(plan: Plan, day: number | null, time: string): Plan {
  if (day === null) return withCue(plan, 'weekly', undefined);
  return isTimeOfDay(time) ? withCue(plan, 'weekly', { day, time }) : plan;
}

/** What the editor watches for, as one sentence: "Comes up when I declare an incident, or a branch like hotfix/* is made or checked out." Empty where it watches for nothing. */
export function cueSentence({ cues = [] }: Pick<Plan, 'cues'>, language: string): string {
  const known = CUES.flatMap((id) => cues.find((cue) => cue.id === id) ?? []);
  const list = known.map((cue) => oneCue(cue, language)).filter((words) => words !== '');
  return list.length === 0 ? '' : l10n.t('Comes up when {0}.', list.join(l10n.t(', or ')));
}

function oneCue({ id, pattern = '', day = 1, time = '' }: Cue, language: string): string {
  switch (id as CueId) {
    case 'branch':
      return pattern === '' ? '' : l10n.t('a branch like {0} is made or checked out', pattern);
    case 'file':
      return pattern === '' ? '' : l10n.t('{0} is opened while an incident is open', pattern);
    case 'weekly':
      return l10n.t('it is {0}, {1}', weekdayNames(language)[day - 1] ?? '', time);
    case 'revert':
      return l10n.t('a revert is committed here');
    case 'declared':
    case 'resolved':
      return cueWords()[id as CueId];
  }
}
