import * as vscode from 'vscode';
import { join } from 'node:path';
import { openIncidents } from '../../core/incident/life';
import type { LedgerWord, Plan } from '../../core/journal/schema';
import { readCueMemory, takeEvent, type CueMemory } from '../../core/plan/cueMemory';
import { cueOf, eventName, isMomentOf, type CueEvent } from '../../core/plan/cues';
import { hasEvent, noteLedger } from '../../core/plan/ledger';
import { openPlan, type OpenPlan } from '../../core/plan/openPlan';
import { weeklyTurn } from '../../core/plan/weekly';
import type { Journal } from '../../store/journal';
import { LookMemory } from '../../store/lookMemory';
import { foldersOnDisk, locale, newId } from '../place';
import { saveOrSay } from '../saving';
import { Soon } from '../soon';
import { GitCues } from './gitCues';
import { shownPlan } from './shownPlan';

const HOUR = 3_600_000;
/** A window that is not in front lets the one that is be the first: milliseconds. */
const BEHIND = 1_000;
/** Changes of the journal in a row are looked at together: milliseconds. */
const TOGETHER = 100;

/** Shows the open plan of a journal when the editor sees one of its cues. Watches only for those that it has. */
export class CueWatch implements vscode.Disposable {
  readonly #store: LookMemory;
  readonly #followed: vscode.Disposable;
  #memory: CueMemory = { shown: [] };
  /** Looked up once for all that happens until the journal is another. */
  #open: OpenPlan | undefined;
  #running: string | undefined;
  readonly #changed = new Soon(TOGETHER, () => this.#follow());
  #watched = '';
  #watches: vscode.Disposable[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** @param storage the editor's own folder for the extension, absolute */
  constructor(
    private readonly journal: Journal,
    storage: string,
  ) {
    this.#store = new LookMemory(join(storage, 'cues', journal.facts()?.id ?? 'none'));
    const anew = (): void => {
      this.#watched = '';
      this.#follow();
    };
    this.#followed = vscode.Disposable.from(
      this.#changed,
      journal.onDidChange(() => this.#changed.start()),
      vscode.workspace.onDidGrantWorkspaceTrust(anew),
      vscode.workspace.onDidChangeWorkspaceFolders(anew),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('leadDebrief.timeZone') && anew()),
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#lookAtClock()),
    );
    this.#follow();
  }

  dispose(): void {
    this.#followed.dispose();
    this.#end();
  }

  /** Shows the plan, where this is its moment and the first time that anybody tells of it. */
  async happened(event: CueEvent): Promise<void> {
    const open = this.#open;
    if (!open || !isMomentOf(open.plan, event, Date.now())) return; // most events are none
    if (!vscode.window.state.focused) await new Promise((resolve) => setTimeout(resolve, BEHIND));
    if (await this.isTaken(open.plan, event)) await this.ask(open, event);
  }

  /** Whether an event is the plan's moment, and the plan is now shown for it here, and in no other window: from then on it was. */
  async isTaken(plan: Plan, event: CueEvent): Promise<boolean> {
    if (!isMomentOf(plan, event, Date.now())) return false;
    const shown = { plan: plan.id, event: eventName(event, locale().zone) };
    if (hasEvent(plan, shown.event)) return false;
    const known = takeEvent(this.#memory, shown, Date.now());
    if (!known.may) {
      this.#memory = known.memory;
      return false;
    }
    const turn = this.#store.turn(async (before) => {
      const { memory, may } = takeEvent(readCueMemory(before), shown, Date.now());
      this.#memory = memory;
      return { memory: { ...memory }, result: may };
    });
    return (await turn.catch(() => undefined))?.result === true; // what cannot be remembered is not shown: it might be shown again and again
  }

  /** Shows the plan in the lead's words, and notes what became of it. Closing it says neither. */
  async ask({ incident, plan }: OpenPlan, event: CueEvent): Promise<void> {
    const did = await askWhatBecame(shownPlan(plan));
    if (did === undefined) return;
    const during = 'incident' in event ? event.incident : this.#running;
    const note = { now: new Date().toISOString(), newId, event: eventName(event, locale().zone), ...(during !== undefined && { after: during }) };
    await saveOrSay(() => this.journal.update(incident.id, (record) => noteLedger(record, did, note)));
  }

  #end(): void {
    clearTimeout(this.#timer);
    for (const each of this.#watches) each.dispose();
    this.#watches = [];
  }

  /** Watches anew where the plan or its cues are others. */
  #follow(): void {
    const records = this.journal.records();
    this.#open = openPlan(records);
    this.#running = openIncidents(records)[0]?.id;
    const plan = this.#open?.plan;
    const watched = JSON.stringify([plan?.id, plan?.cues]);
    if (watched === this.#watched) return;
    this.#watched = watched;
    this.#end();
    if (plan) this.#watch(plan);
  }

  #watch(plan: Plan): void {
    const wantsGit = cueOf(plan, 'revert') ?? cueOf(plan, 'branch');
    if (wantsGit && vscode.workspace.isTrusted) this.#watches.push(new GitCues(foldersOnDisk(), (event) => this.happened(event)));
    if (cueOf(plan, 'file')) this.#watches.push(vscode.window.onDidChangeActiveTextEditor((editor) => this.#opened(editor?.document.uri)));
    this.#lookAtClock();
  }

  #opened(uri: vscode.Uri | undefined): void {
    const incident = this.#running;
    if (!uri || incident === undefined || !vscode.workspace.getWorkspaceFolder(uri)) return;
    void this.happened({ kind: 'file', path: vscode.workspace.asRelativePath(uri, false), incident, at: Date.now() });
  }

  /** Is asked when it is time, each hour, since a clock may be changed, and when the window comes to the front, since the machine may have slept. */
  #lookAtClock(): void {
    clearTimeout(this.#timer);
    const plan = this.#open?.plan;
    const cue = plan && cueOf(plan, 'weekly');
    const turn = cue && weeklyTurn(cue, locale().zone, Date.now());
    if (!turn) return;
    const left = turn.from - Date.now();
    if (left <= 0) void this.happened({ kind: 'weekly', day: turn.day, at: turn.from });
    this.#timer = setTimeout(() => this.#lookAtClock(), left > 0 ? Math.min(left, HOUR) : HOUR);
  }
}

async function askWhatBecame(words: string): Promise<LedgerWord | undefined> {
  const [did, not] = [vscode.l10n.t('Did It'), vscode.l10n.t('Not This Time')];
  const answer = await vscode.window.showInformationMessage(words, did, not);
  return answer === did ? 'acted' : answer === not ? 'chose' : undefined;
}
