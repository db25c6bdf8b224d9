import * as vscode from 'vscode';
import type { FoundIncident } from '../../core/found/findings';
import { DOCUMENT } from '../../core/found/listing';
import { sourceNames } from '../../core/found/sourceWords';
import { dayWords } from '../../core/incident/times';
import { locale } from '../place';

/** What a source tells of, with which. Opening it makes a record of it. */
export function foundItem({ incident, assembled }: FoundIncident): vscode.TreeItem {
  const item = new vscode.TreeItem(incident.title);
  const claims = assembled.claims.map(({ claim }) => claim);
  const isDocument = claims.some(({ source }) => source === DOCUMENT);
  item.id = `found ${incident.id}`;
  item.description = [dayWords(incident.window.start, locale(), Date.now()), sourceNames(claims)].join(', ');
  item.iconPath = new vscode.ThemeIcon(isDocument ? 'book' : 'git-commit');
  item.contextValue = `${isDocument ? 'foundDocument' : 'found'}${claims.length > 1 ? ' several' : ''}`;
  const refs = claims.flatMap(({ source, ref, why = [] }) => (source === DOCUMENT ? (ref ?? []) : why));
  const more = [...refs, vscode.l10n.t('Found, and not in your journal. It comes in when you look back at it.')];
  item.tooltip = [incident.title, item.description, ...more].join('\n');
  item.command = { command: 'leadDebrief.openReflection', title: vscode.l10n.t('Look Back at It'), arguments: [incident.id] };
  item.accessibilityInformation = { label: [incident.title, item.description, ...more].join(', ') };
  return item;
}
