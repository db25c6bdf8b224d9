import * as vscode from 'vscode';
import { incidentState, type IncidentState } from '../../core/incident/state';
import { dayWords } from '../../core/incident/times';
import { kindWords, outcomeWords, roleWords } from '../../core/incident/words';
import type { Incident } from '../../core/journal/schema';
import { locale } from '../place';

/** Icons, by what an incident is. Shape tells them apart, never colour alone. */
const ICONS = { real: 'circle-filled', clean: 'circle-outline', drill: 'beaker', shadow: 'eye', draft: 'edit', waiting: 'bell', open: 'pulse', cancelled: 'circle-slash' };

/** How an incident looks in a list: where it stands, else what it was. A real one that ended clean is an empty circle. */
export function iconOf(incident: Incident): vscode.ThemeIcon {
  const { kind = 'real', outcome } = incident;
  const state = incidentState(incident);
  return new vscode.ThemeIcon(ICONS[state !== 'finished' ? state : kind === 'real' && outcome === 'clean' ? 'clean' : kind]);
}

/** "14 May, real, led, rough". */
export function factWords({ window, kind = 'real', role, outcome }: Incident): string {
  const words = [kindWords()[kind], role && roleWords()[role], outcome && outcomeWords()[outcome]];
  return [dayWords(window.start, locale(), Date.now()), ...words.flatMap((each) => each?.toLowerCase() ?? [])].join(', ');
}

/** Where an incident stands, as it ends a line. */
export function stateWords(): Record<IncidentState, string> {
  return {
    open: vscode.l10n.t('still open'),
    waiting: vscode.l10n.t('waits for a reflection'),
    draft: vscode.l10n.t('draft'),
    finished: vscode.l10n.t('finished'),
    cancelled: vscode.l10n.t('false alarm'),
  };
}
