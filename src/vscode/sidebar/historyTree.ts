import * as vscode from 'vscode';
import { localFields } from '../../core/incident/times';
import type { FoundIncident } from '../../core/found/findings';
import { isOld } from '../../core/found/listing';
import { incidentState, isReplay, newestFirst } from '../../core/incident/state';
import { fileNameParts } from '../../core/journal/filename';
import type { Incident } from '../../core/journal/schema';
import type { Entry, ReadableEntry } from '../../store/entry';
import type { Journal } from '../../store/journal';
import type { FoundIncidents } from '../found/foundIncidents';
import { areContentsHidden } from '../hiding';
import { canRestore, missingWords } from '../keeping/missing';
import { locale } from '../place';
import { arrangementIn, showArrangement, type Arrangement, type Sort } from './arrangement';
import { factWords, iconOf, stateWords } from './incidentLook';
import { isSameList } from './sameList';

/** A heading (open, waiting, drafts, a year), one incident's file, how many files are not in the folder now, or a bar while contents are hidden. */
export type HistoryNode =
  | { readonly kind: 'group'; readonly id: string; readonly label: string; readonly nodes: readonly (EntryNode | FoundNode)[] }
  | { readonly kind: 'missing'; readonly count: number }
  | { readonly kind: 'bar'; readonly length: number }
  | EntryNode
  | FoundNode;
export interface EntryNode {
  readonly kind: 'entry';
  readonly entry: Entry;
}

/** An incident that sources tell of, and that is no record yet. */
export interface FoundNode extends FoundIncident {
  readonly kind: 'found';
}

/**
 * The editor fetches a list part by part. A change that it is told of while it fetches one that it began by itself may leave it with a
 * heading and nothing below (seen with VS Code 1.139 where the side bar was opened in the moment of a save), so it is told again after
 * so many milliseconds.
 */
const SETTLED = 1_000;

/** The history as a native tree: what is open, what waits, drafts, then years or what is finished, in the order that the lead chose. */
export class HistoryTree implements vscode.TreeDataProvider<HistoryNode> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** When the editor last began a list by itself, in milliseconds. */
  #begun: number | undefined;
  /** When it was last told of a change. */
  #told = -SETTLED;
  #again: NodeJS.Timeout | undefined;
  /** What the list was made of last; undefined while that says nothing of the journal. */
  #listed: { readonly entries: readonly Entry[]; readonly missing: number } | undefined;

  constructor(
    private readonly journal: Journal,
    private readonly found: FoundIncidents,
    private readonly memory: vscode.Memento,
  ) {
    showArrangement(memory);
    journal.onDidChange(() => this.#isListed() || this.show());
    found.onDidChange(() => this.show());
  }

  /** Asks the editor to list everything anew, where it has listed anything: its first list says what is so by then. */
  show(): void {
    if (this.#begun === undefined) return;
    this.#tell();
    clearTimeout(this.#again);
    if (performance.now() - this.#begun < SETTLED) this.#again = setTimeout(() => this.#tell(), SETTLED);
  }

  /** Whether the list shows the journal as it is. */
  #isListed(): boolean {
    const { backups } = this.journal;
    const arrangement = arrangementIn(this.memory);
    const look = (entry: ReadableEntry): string => JSON.stringify([entryItem(entry), groupOf(entry, arrangement)]);
    return this.#listed !== undefined && this.#listed.missing === backups.missing().length && isSameList(this.#listed.entries, this.journal.entries(), look);
  }

  #tell(): void {
    this.#told = performance.now();
    this.#changed.fire();
  }

  async getChildren(node?: HistoryNode): Promise<HistoryNode[]> {
    if (node) return node.kind === 'group' && !areContentsHidden() ? [...node.nodes] : [];
    if (!areContentsHidden()) await this.journal.load();
    if (performance.now() - this.#told > SETTLED) this.#begun = performance.now();
    this.#listed = undefined;
    return areContentsHidden() ? BARS.map((length) => ({ kind: 'bar', length })) : this.#groups();
  }

  getTreeItem(node: HistoryNode): vscode.TreeItem {
    if (node.kind === 'missing') return missingItem(node.count);
    if (node.kind === 'bar') return barItem(node.length);
    if (node.kind === 'found') return this.found.finding().item(node);
    return node.kind === 'group' ? groupItem(node) : entryItem(node.entry);
  }

  #groups(): HistoryNode[] {
    const arrangement = arrangementIn(this.memory);
    const groups = new Map<string, (EntryNode | FoundNode)[]>();
    const add = (id: string, node: EntryNode | FoundNode): void => {
      const group = groups.get(id);
      if (group) group.push(node);
      else groups.set(id, [node]);
    };
    const entries = this.journal.entries();
    const missing = this.journal.backups.missing().length;
    this.#listed = { entries, missing };
    for (const entry of entries) add(groupOf(entry, arrangement), { kind: 'entry', entry });
    for (const each of this.found.all) add(isOld(each.incident, Date.now()) ? 'older' : 'waiting', { ...each, kind: 'found' });
    const words = groupWords();
    const isOldestFirst = arrangement.sort === 'oldest';
    const named = Object.keys(words).filter((id) => groups.has(id));
    const years = [...groups.keys()].filter((id) => !(id in words)).sort((a, b) => ((a < b) === isOldestFirst ? -1 : 1));
    return [
      ...(missing > 0 ? [{ kind: 'missing' as const, count: missing }] : []),
      ...[...named, ...years].map((id) => ({ kind: 'group' as const, id, label: words[id] ?? id, nodes: sorted(groups.get(id) ?? [], arrangement.sort) })),
    ];
  }
}

/** What is to be done always stands apart; the rest by the year, or by what became of it. */
function groupOf(entry: Entry, { group }: Arrangement): string {
  const state = entry.state === 'ok' ? incidentState(entry.record) : 'fault';
  const isToDo = state === 'open' || state === 'waiting' || state === 'draft';
  return isToDo || group === 'state' ? state : yearOf(entry);
}

/** Groups that are no years, in their order. */
const groupWords = (): Readonly<Record<string, string>> => ({
  open: vscode.l10n.t('Open'),
  waiting: vscode.l10n.t('Waiting'),
  draft: vscode.l10n.t('Drafts'),
  older: vscode.l10n.t('Older, found and not looked at'),
  finished: vscode.l10n.t('Finished'),
  cancelled: vscode.l10n.t('False alarms'),
  fault: vscode.l10n.t('To be repaired'),
});

/** @param nodes entries newest first, then what was found, newest first */
function sorted(nodes: readonly (EntryNode | FoundNode)[], sort: Sort): readonly (EntryNode | FoundNode)[] {
  if (sort === 'title') {
    const nameOf = (node: EntryNode | FoundNode): string => recordOf(node)?.title ?? (node.kind === 'entry' && node.entry.state !== 'ok' ? node.entry.name : '');
    const { compare } = new Intl.Collator(vscode.env.language, { numeric: true });
    return nodes.toSorted((a, b) => compare(nameOf(a), nameOf(b)));
  }
  const newest = nodes.some(({ kind }) => kind === 'found') ? nodes.toSorted(newerFirst) : nodes;
  return sort === 'oldest' ? newest.toReversed() : newest;
}

function newerFirst(a: EntryNode | FoundNode, b: EntryNode | FoundNode): number {
  const [one, other] = [recordOf(a), recordOf(b)];
  return one && other ? newestFirst(one, other) : 0;
}

function recordOf(node: EntryNode | FoundNode): Incident | undefined {
  if (node.kind === 'found') return node.incident;
  return node.entry.state === 'ok' ? node.entry.record : undefined;
}

function yearOf(entry: Entry): string {
  const start = entry.state === 'ok' ? entry.record.window.start : entry.start;
  if (start !== undefined) return localFields(start, locale().zone).slice(0, 4);
  return fileNameParts(entry.file).day?.slice(0, 4) ?? vscode.l10n.t('Without a date');
}

function groupItem(node: Extract<HistoryNode, { kind: 'group' }>): vscode.TreeItem {
  const item = new vscode.TreeItem(node.label, node.id === 'older' ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded);
  item.id = node.id;
  item.contextValue = 'group';
  item.description = String(node.nodes.length);
  return item;
}

/** As many as there are lines in sight, whatever is in the journal: not even how many there are is shown. */
const BARS = [14, 10, 16, 12, 9];

/** Nothing can be done with a bar: one that is clicked must not show what is under it. */
function barItem(length: number): vscode.TreeItem {
  const item = new vscode.TreeItem('▅'.repeat(length));
  item.tooltip = vscode.l10n.t('Contents are hidden');
  item.accessibilityInformation = { label: vscode.l10n.t('Contents are hidden') };
  return item;
}

/** They stay where they were, as they were last read; this says so once, and offers what can be done. */
function missingItem(count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(missingWords(count));
  item.id = 'missing';
  item.iconPath = new vscode.ThemeIcon('warning');
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
  item.id = incident.id;
  const isTwofold = (incident.clashes ?? []).length > 0;
  const tags = incident.tags ?? [];
  item.description = [isTwofold ? vscode.l10n.t('changed in two places') : '', factWords(incident), missing ? vscode.l10n.t('not in the folder now') : ''].filter(Boolean).join(', ');
  item.iconPath = iconOf(incident);
  item.contextValue = missing ? 'missing' : isReplay(incident) ? 'drill' : `${state === 'open' ? 'openIncident' : 'incident'}${severalIn(incident)}`;
  const more = [stateWords()[state], ...(tags.length > 0 ? [vscode.l10n.t('Tags: {0}', tags.join(', '))] : [])];
  item.tooltip = [incident.title, item.description, ...more].join('\n');
  item.command = { command: 'leadDebrief.openReflection', title: vscode.l10n.t('Open'), arguments: [incident.id] };
  item.accessibilityInformation = { label: [incident.title, item.description, ...more].join(', ') };
  return item;
}

/** Ends a context value, for what can be parted. */
const severalIn = ({ claims = [] }: Incident): string => (claims.length > 1 ? ' several' : '');

/** A file that cannot be used stays in its place, with the reason. */
function faultItem(entry: Exclude<Entry, { state: 'ok' }>): vscode.TreeItem {
  const item = new vscode.TreeItem(entry.name);
  item.id = entry.file;
  item.description = entry.state === 'unreadable' ? vscode.l10n.t('cannot be read: line {0}, column {1}', entry.line, entry.column) : entry.reason;
  item.tooltip = entry.reason;
  item.iconPath = new vscode.ThemeIcon('warning');
  item.contextValue = entry.missing ? 'missing' : canRestore(entry) ? 'broken' : 'fault';
  item.command = { command: 'leadDebrief.openFile', title: vscode.l10n.t('Open File'), arguments: [entry.file] };
  item.accessibilityInformation = { label: `${entry.name}, ${item.description}` };
  return item;
}
