import * as l10n from '@vscode/l10n';
import type { Incident } from '../journal/schema';
import { openIncidents } from './life';
import { durationWords } from './window';

const MINUTE = 60_000;

/** What the clock says of the incidents that run. */
export interface Clock {
  /** "42 min · Payment timeouts", or how many run. */
  readonly text: string;
  /** One for each that runs, the newest first. */
  readonly open: readonly { readonly id: string; readonly title: string; readonly running: string }[];
  /** When the text is another one, in milliseconds from now. */
  readonly nextChange: number;
}

/**
 * How long the open incidents have been running; undefined where none is open. Only from the records and the clock, so it is the same
 * in each window and after each restart.
 * @param records every record that is not deleted, in any order
 * @param now the clock, in milliseconds
 * @param hidden without titles: somebody else sees the screen
 */
export function clockOf(records: readonly Incident[], now: number, hidden = false): Clock | undefined {
  const running = openIncidents(records).map(({ id, title, window }) => ({ id, title, since: now - Date.parse(window.start) }));
  const [newest, ...others] = running;
  if (!newest) return undefined;
  const open = running.map(({ id, title, since }) => ({ id, title, running: runningWords(since) }));
  const text = others.length > 0 ? l10n.t('{0} incidents open', running.length) : hidden ? runningWords(newest.since) : l10n.t('{0} · {1}', runningWords(newest.since), newest.title);
  return { text, open, nextChange: Math.min(...running.map(({ since }) => MINUTE - (((since % MINUTE) + MINUTE) % MINUTE))) };
}

/** Whole minutes that have passed, unlike a duration, which is rounded: a clock does not run ahead. */
function runningWords(since: number): string {
  return since < MINUTE ? l10n.t('0 min') : durationWords(Math.floor(since / MINUTE) * MINUTE);
}
