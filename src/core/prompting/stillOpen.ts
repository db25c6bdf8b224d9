import { isOpen } from '../incident/life';
import { newestFirst } from '../incident/state';
import type { Incident } from '../journal/schema';
import type { PromptHistory } from './history';
import type { PromptSettings } from './settings';

const HOUR = 3_600_000;

/**
 * The open incident, the newest first, of which to ask whether it is still open: it has run for hours without a note. Once for
 * each incident; write `recordStillOpen` before asking. Undefined where there is none. It is no prompt to reflect, and counts as none.
 * @param now the clock, in milliseconds
 */
export function stillOpenAsk(
  records: readonly Incident[],
  { stillOpen = [] }: PromptHistory,
  { stillOpenHours }: Pick<PromptSettings, 'stillOpenHours'>,
  now: number,
): Incident | undefined {
  if (stillOpenHours === 0) return undefined;
  const asked = new Set(stillOpen.map(({ incident }) => incident));
  const isQuiet = (incident: Incident): boolean => isOpen(incident) && now - lastNoted(incident) >= stillOpenHours * HOUR;
  return records.filter((each) => !asked.has(each.id) && isQuiet(each)).sort(newestFirst)[0];
}

/** When something was last noted in an incident, its start being the first thing, in milliseconds. */
export function lastNoted({ window, foresight = [], incidentNotes = [] }: Incident): number {
  return Math.max(...[window.start, ...foresight.map(({ at }) => at), ...incidentNotes.map(({ at }) => at)].map((at) => Date.parse(at)));
}
