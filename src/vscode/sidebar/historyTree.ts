import * as vscode from 'vscode';
import { dayWords, localFields } from '../../core/incident/times';
import { incidentState } from '../../core/incident/state';
import { kindWords, roleWords } from '../../core/incident/words';
import { fileNameParts } from '../../core/journal/filename';
import type { Incident } from '../../core/journal/schema';
import type { Entry } from '../../store/entry';
import type { Journal } from '../../store/journal';
import { canRestore, missingWords } from '../keeping/missing';
import { locale } from '../place';

/** A heading (open, waiting, drafts, a year), one incident's file, or how many files are not in the folder now. */
export type HistoryNode =
  | { readonly kind: 'group'; readonly id: string; readonly label: string; readonly entries: readonly Entry[] }
  | { readonly kind: 'missing'; readonly count: number }
  | EntryNode;
export interface EntryNode {
  readonly kind: 'entry';
  readonly entry: Entry;
}

/** Icons, by what an incident is. Shape tells them apart, never colour alone. */
const ICONS = { real: 'circle-filled', drill: 'beaker', shadow: 'eye', draft: 'edit', waiting: 'bell', open: 'pulse', cancelled: 'circle-slash', fault: 'warning' };

/** The history as a native tree: what is open, what waits, drafts, then years, newest first. */
export class HistoryTree implements vscode.TreeDataProvider<HistoryNode> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(private readonly journal: Journal) {
    journal.onDidChange(() => this.show());
  }

  /** Asks the editor to list everything anew. */
  show(): void {
    this.#changed.fire();
  }

  async getChildren(node?: HistoryNode): Promise<HistoryNode[]> {
    await this.journal.load();
    if (node?.kind === 'group') return node.entries.map((entry) => ({ kind: 'entry', entry }));
    return node ? [] : this.#groups();
  }

  getTreeItem(node: HistoryNode): vscode.TreeItem {
    if (node.kind === 'missing') return missingItem(node.count);
    return node.kind === 'group' ? groupItem(node) : entryItem(node.entry);
  }

  #groups(): HistoryNode[] {
    const open: Entry[] = [];
    const waiting: Entry[] = [];
    const drafts: Entry[] = [];
    const years = new Map<string, Entry[]>();
    for (const entry of this.journal.entries()) {
      const state = entry.state === 'ok' ? incidentState(entry.record) : undefined;
      if (state === 'open') open.push(entry);
      else if (state === 'waiting') waiting.push(entry);
      else if (state === 'draft') drafts.push(entry);
      else years.set(yearOf(entry), [...(years.get(yearOf(entry)) ?? []), entry]);
    }
    const missing = this.journal.backups.missing().length;
    const groups: HistoryNode[] = missing > 0 ? [{ kind: 'missing', count: missing }] : [];
    if (open.length > 0) groups.push({ kind: 'group', id: 'open', label: vscode.l10n.t('Open'), entries: open });
    if (waiting.length > 0) groups.push({ kind: 'group', id: 'waiting', label: vscode.l10n.t('Waiting'), entries: waiting });
    if (drafts.length > 0) groups.push({ kind: 'group', id: 'drafts', label: vscode.l10n.t('Drafts'), entries: drafts });
    for (const [year, entries] of [...years].sort(([a], [b]) => (a < b ? 1 : -1))) groups.push({ kind: 'group', id: year, label: year, entries });
    return groups;
  }
}

function yearOf(entry: Entry): string {
  const start = entry.state === 'ok' ? entry.record.window.start : entry.start;
  if (start !== undefined) return localFields(start, locale().zone).slice(0, 4);
  return fileNameParts(entry.file).day?.slice(0, 4) ?? vscode.l10n.t('Without a date');
}

function groupItem(node: Extract<HistoryNode, { kind: 'group' }>): vscode.TreeItem {
  const item = new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = node.id;
  item.contextValue = 'group';
  item.description = String(node.entries.length);
  return item;
}

/** They stay where they were, as they were last read; this says so once, and offers what can be done. */
function missingItem(count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(missingWords(count));
  item.id = 'missing';
  item.iconPath = new vscode.ThemeIcon(ICONS.fault);
  item.contextValue = 'missingIncidents';
  item.tooltip = `${missingWords(count)}\n${vscode.l10n.t('They are shown as they were last read. Another branch may be checked out, or they may be in a stash.')}`;
  item.command = { command: 'leadDebrief.restoreMissing', title: vscode.l10n.t('Restore from Backup…') };
  return item;
}

function entryItem(entry: Entry): vscode.TreeItem {
  return entry.state === 'ok' ? incidentItem(entry.record, entry.missing) : faultItem(entry);
}

function incidentItem(incident: Incident, missing: boolean): vscode.TreeItem {
  const state = incidentState(incident);
  const item = new vscode.TreeItem(incident.title);
  const kind = incident.kind ?? 'real';
  const day = dayWords(incident.window.start, locale(), Date.now());
  const words = [day, kindWords()[kind].toLowerCase(), incident.role && roleWords()[incident.role].toLowerCase()].filter(Boolean);
  item.id = incident.id;
  const isTwofold = (incident.clashes ?? []).length > 0;
  item.description = [isTwofold ? vscode.l10n.t('changed in two places') : '', ...words, missing ? vscode.l10n.t('not in the folder now') : ''].filter(Boolean).join(', ');
  item.iconPath = new vscode.ThemeIcon(state === 'finished' ? ICONS[kind] : ICONS[state]);
  item.contextValue = missing ? 'missing' : state === 'open' ? 'openIncident' : 'incident';
  item.tooltip = `${incident.title}\n${item.description}\n${stateWords()[state]}`;
  item.command = { command: 'leadDebrief.openReflection', title: vscode.l10n.t('Open'), arguments: [incident.id] };
  item.accessibilityInformation = { label: `${incident.title}, ${item.description}, ${stateWords()[state]}` };
  return item;
}

function stateWords(): Record<ReturnType<typeof incidentState>, string> {
  return {
    open: vscode.l10n.t('still open'),
    waiting: vscode.l10n.t('waits for a reflection'),
    draft: vscode.l10n.t('draft'),
    finished: vscode.l10n.t('finished'),
    cancelled: vscode.l10n.t('false alarm'),
  };
}

/** A file that cannot be used stays in its place, with the reason. */
function faultItem(entry: Exclude<Entry, { state: 'ok' }>): vscode.TreeItem {
  const item = new vscode.TreeItem(entry.name);
  item.id = entry.file;
  item.description = entry.state === 'unreadable' ? vscode.l10n.t('cannot be read: line {0}, column {1}', entry.line, entry.column) : entry.reason;
  item.tooltip = entry.reason;
  item.iconPath = new vscode.ThemeIcon(ICONS.fault);
  item.contextValue = entry.missing ? 'missing' : canRestore(entry) ? 'broken' : 'fault';
  item.command = { command: 'leadDebrief.openFile', title: vscode.l10n.t('Open File'), arguments: [entry.file] };
  item.accessibilityInformation = { label: `${entry.name}, ${item.description}` };
  return item;
}
