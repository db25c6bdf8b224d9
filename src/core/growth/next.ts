import * as l10n from '@vscode/l10n';
import { incidentState, newestFirst } from '../incident/state';
import { dayWords, type Locale } from '../incident/times';
import type { Incident } from '../journal/schema';
import { lastPlanFor } from '../plan/lastPlan';
import { currentScreen, shortPath } from '../reflection/screens';
import { shorten } from './shorten';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** How many are offered at once; the history has all. */
const OFFERED = 5;
const TITLE = 100;

/** An incident to go on with, or to look back at. */
export interface NextItem {
  readonly id: string;
  readonly title: string;
  readonly state: 'draft' | 'waiting';
  /** "Draft, 3 of 6", or "Ended 5 h ago". */
  readonly words: string;
}

/** What can be done next: drafts, then what waits; the newest first. */
export interface Next {
  readonly items: readonly NextItem[];
  /** How many more there are. */
  readonly more: number;
}

/**
 * What can be done next.
 * @param records every record that is not deleted, in any order
 * @param now the clock, in milliseconds
 */
export function nextOf(records: readonly Incident[], locale: Locale, now: number): Next {
  const inState = (state: NextItem['state']): Incident[] => records.filter((record) => incidentState(record) === state).sort(newestFirst);
  const drafts = inState('draft');
  const waiting = inState('waiting');
  const items = [
    ...drafts.slice(0, OFFERED).map((draft) => itemOf(draft, 'draft', draftWords(draft, records, now))),
    ...waiting.slice(0, OFFERED).map((each) => itemOf(each, 'waiting', endedWords(each.window.end ?? each.window.start, locale, now))),
  ].slice(0, OFFERED);
  return { items, more: drafts.length + waiting.length - items.length };
}

function itemOf({ id, title }: Incident, state: NextItem['state'], words: string): NextItem {
  return { id, title: shorten(title, TITLE), state, words };
}

/** "Draft, 3 of 6": where the lead stopped, as the reflection itself counts. */
function draftWords(draft: Incident, records: readonly Incident[], now: number): string {
  const path = shortPath(lastPlanFor(records, draft, new Date(now).toISOString()) !== undefined);
  return l10n.t('Draft, {0} of {1}', path.indexOf(currentScreen(draft, path)) + 1, path.length);
}

/** How long ago an incident was over, as exactly as it matters; after a month the day. */
export function endedWords(end: string, locale: Locale, now: number): string {
  const ago = now - Date.parse(end);
  const days = Math.round(ago / DAY);
  if (ago < MINUTE) return l10n.t('Ended just now');
  if (ago < HOUR) return l10n.t('Ended {0} min ago', Math.floor(ago / MINUTE));
  if (ago < 2 * DAY) return l10n.t('Ended {0} h ago', Math.floor(ago / HOUR));
  return days <= 30 ? l10n.t('Ended {0} days ago', days) : l10n.t('Ended on {0}', dayWords(end, locale, now));
}
