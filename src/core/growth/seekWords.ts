import * as l10n from '@vscode/l10n';
import { roleWords, seekRoleWords } from '../incident/words';
import { dayWords, plainDayWords, type Locale } from '../incident/times';
import type { Role, Sought } from '../journal/schema';
import type { SeekRole } from '../journal/values';
import type { Came, Seek } from './seek';
import { shorten } from './shorten';

const BACKING = 80;
const GOAL = 140;

/** "Role: Lead. Backing: Mei. By 14 June."; empty where nothing but the situation was said. Without the day where it may wait. */
export function seekDetails({ role, backing, by }: Seek, locale: Locale, now: number, mayWait = false): string {
  return [
    role ? l10n.t('Role: {0}.', seekRoleWords()[role]) : '',
    backing === undefined ? '' : l10n.t('Backing: {0}.', shorten(backing, BACKING)),
    by === undefined || mayWait ? '' : l10n.t('By {0}.', plainDayWords(by, locale, now)),
  ]
    .filter(Boolean)
    .join(' ');
}

/** "Since 2 March: 3 real incidents, 2 of them looked back at. Led: 1." */
export function cameWords({ real, reviewed, inRole }: Came, since: string, role: SeekRole | undefined, locale: Locale, now: number): string {
  const day = dayWords(since, locale, now);
  if (real === 0) return l10n.t('Since {0}: no real incident.', day);
  const one = reviewed === 1 ? l10n.t('Since {0}: 1 real incident, looked back at.', day) : l10n.t('Since {0}: 1 real incident, not looked back at yet.', day);
  const count = real === 1 ? one : l10n.t('Since {0}: {1} real incidents, {2} of them looked back at.', day, real, reviewed);
  return inRole === undefined || !role ? count : l10n.t('{0} {1}: {2}.', count, roleWords()[role as Role], inRole);
}

/** "Met, noted on 4 April: Lead one with two teams". */
export function soughtWords({ at, goal, became }: Sought, locale: Locale, now: number): string {
  const [day, words] = [dayWords(at, locale, now), shorten(goal.trim(), GOAL)];
  return became === 'met' ? l10n.t('Met, noted on {0}: {1}', day, words) : l10n.t('Put aside on {0}: {1}', day, words);
}
