import type * as vscode from 'vscode';
import type { FoundIncidents } from '../found/foundIncidents';
import { part } from '../parts';
import type { PlacedJournal } from '../place/placedJournal';

/** Practising with a drill. @param idOf the incident that a command was given */
export function drillCommands<Given>(journal: PlacedJournal, folder: vscode.Uri, extension: vscode.Uri, found: FoundIncidents, idOf: (given: Given) => string | undefined): Readonly<Record<string, (given: Given) => unknown>> {
  const practising = { journal, folder, extension, found };
  return {
    'leadDebrief.practise': () => part('practising').practise(practising),
    'leadDebrief.practiseThis': (given) => part('practising').practiseThis(practising, idOf(given)),
  };
}
