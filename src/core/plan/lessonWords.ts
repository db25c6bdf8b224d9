import * as l10n from '@vscode/l10n';
import { dayWords, type Locale } from '../incident/times';
import type { Incident } from '../journal/schema';
import { behaviour } from '../reflection/behaviours';
import { returnsOf } from './lesson';

/** When a lesson comes back, as a sentence. @param now the clock, in milliseconds */
export function returnsWords(incident: Incident, locale: Locale, now: number): string {
  if (incident.lesson?.retired !== undefined) return l10n.t('You retired it: it comes back no more.');
  const days = returnsOf(incident, new Date(now).toISOString()).map((day) => dayWords(day, locale, now));
  if (days.length === 0) return l10n.t('It has come back as often as a lesson does.');
  return l10n.t('A sentence or two for later. It comes back on {0}: first you recall it, then you see it.', new Intl.ListFormat(locale.language, { type: 'conjunction' }).format(days));
}

/** What a lesson is about, as a sentence: "About src/queue.ts, payments, Close the loop." Empty where it is tied to nothing. */
export function tiedWords({ lesson }: Incident): string {
  const names = (lesson?.behaviours ?? []).map((id) => behaviour(id)?.name ?? id);
  const about = [...(lesson?.files ?? []), ...(lesson?.services ?? []), ...names];
  return about.length === 0 ? '' : l10n.t('About {0}.', about.join(', '));
}
