import * as vscode from 'vscode';
import type { GitEvidence } from '../../core/evidence/commit';
import type { Timeline } from '../../core/evidence/entry';
import { problemSentence } from '../../core/evidence/problems';
import { PATHS_SETTING, readPathSetting } from '../../core/evidence/pathSetting';
import { timeline } from '../../core/evidence/timeline';
import type { ToldDocument } from '../../core/found/documentClaim';
import { DOCUMENT } from '../../core/found/listing';
import type { Incident } from '../../core/journal/schema';
import type { EvidenceReading } from '../../core/reflection/reflectionState';
import type { FolderPaths } from '../../sources/ownPaths';
import { readGitEvidence } from '../../sources/git';
import { gitPath } from '../git';
import { part } from '../parts';
import { foldersOnDisk, locale } from '../place';

interface Known {
  /** The window that it was read for. */
  readonly window: string;
  readonly git: GitEvidence;
  readonly documents: readonly ToldDocument[];
  readonly problems: readonly string[];
  readonly status: EvidenceReading['status'];
  readonly stop: AbortController;
  /** What was made of it last: each key that is typed asks for it several times. */
  shown?: { readonly incident: Incident; readonly timeline: Timeline };
}

const NOTHING: GitEvidence = { repositories: [] };
/** How long git waits, in milliseconds: the state that asks for it goes to the page first, and is drawn before git takes a core. */
const SCREEN_FIRST = 100;

/**
 * Reads what git knows of an incident's window, once a window, and keeps it while the editor is open. Nothing of it is shown
 * before the guess; nothing but what the lead touches is stored.
 */
export class EvidenceReader implements vscode.Disposable {
  readonly #known = new Map<string, Known>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  readonly #followed = [vscode.workspace.onDidGrantWorkspaceTrust(() => this.forget()), vscode.workspace.onDidChangeWorkspaceFolders(() => this.forget()), vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(PATHS_SETTING) && this.forget())];

  /** What is known now; starts reading where nothing is. */
  reading(incident: Incident): EvidenceReading {
    const known = this.#ensure(incident);
    if (known.shown?.incident !== incident) known.shown = { incident, timeline: timeline(incident, known.git, known.documents) };
    return { ...known.shown.timeline, status: known.status, problems: known.problems, documents: known.documents };
  }

  /** The repository that an entry came from, where it was read in this window. */
  rootOf(repository: string | undefined): string | undefined {
    const all = [...this.#known.values()].flatMap(({ git }) => git.repositories);
    return all.find(({ name }) => name === repository)?.root;
  }

  /** Reads again when it is next shown: more may have landed since, or the workspace is trusted now. */
  forget(id?: string): void {
    for (const [known, { stop }] of this.#known) {
      if (id !== undefined && known !== id) continue;
      stop.abort();
      this.#known.delete(known);
    }
    this.#changed.fire();
  }

  dispose(): void {
    for (const { stop } of this.#known.values()) stop.abort();
    for (const each of this.#followed) each.dispose();
    this.#changed.dispose();
  }

  #ensure(incident: Incident): Known {
    const { start, end = start } = incident.window;
    const window = `${start}/${end}`;
    const before = this.#known.get(incident.id);
    if (before?.window === window) return before;
    before?.stop.abort();
    const known = this.#begin(window);
    this.#known.set(incident.id, known);
    if (known.status === 'reading') setTimeout(() => void this.#read(incident, known, start, end), SCREEN_FIRST);
    return known;
  }

  #begin(window: string): Known {
    const stop = new AbortController();
    if (vscode.workspace.isTrusted) return { window, git: NOTHING, documents: [], problems: [], status: 'reading', stop };
    const restricted = vscode.l10n.t('Git is off in Restricted Mode. Trust this workspace to see what landed.');
    return { window, git: NOTHING, documents: [], problems: [restricted], status: 'ready', stop };
  }

  async #read({ id, claims = [] }: Incident, known: Known, start: string, end: string): Promise<void> {
    const { signal } = known.stop;
    if (signal.aborted) return;
    const documents = claims.some(({ source }) => source === DOCUMENT) ? part('found').readToldDocuments(claims) : [];
    const { evidence, problems } = await readGitEvidence({ folders: foldersOnDisk(), ownPaths: ownPaths(), git: await gitPath(), start, end, signal });
    if (signal.aborted) return;
    const sentences = problems.map((problem) => problemSentence(problem, locale(), Date.now()));
    this.#known.set(id, { window: known.window, stop: known.stop, git: evidence, documents: await documents, problems: sentences, status: 'ready' });
    this.#changed.fire();
  }
}

/** What the setting of each folder says. */
function ownPaths(): readonly FolderPaths[] {
  return foldersOnDisk().map((folder) => ({ folder, setting: readPathSetting(vscode.workspace.getConfiguration(undefined, vscode.Uri.file(folder)).get(PATHS_SETTING)) }));
}
