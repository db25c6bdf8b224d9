import type * as vscode from 'vscode';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { CueEvent } from '../../core/plan/cues';
import { headEvents, madeBranch } from '../../core/plan/headLog';
import { beginningOf, gitFolders, HeadLog, type GitFolder } from '../../sources/headLogs';
import { Soon } from '../soon';
import { watched } from '../watched';

/** What git writes in a row is read together: milliseconds. */
const TOGETHER = 300;
/** Where git notes what became of each branch. */
const BRANCHES = ['logs', 'refs', 'heads'];

/** Tells of reverts and branches that are made here, from what git notes in its own files: git is never run, and nothing is asked now and then. */
export class GitCues implements vscode.Disposable {
  readonly #watches: vscode.Disposable[] = [];
  #isOver = false;

  /** @param folders of the workspace, absolute */
  constructor(
    folders: readonly string[],
    private readonly happened: (event: CueEvent) => unknown,
  ) {
    void gitFolders(folders).then((found) => this.#isOver || found.forEach((each) => this.#watch(each)));
  }

  dispose(): void {
    this.#isOver = true;
    for (const each of this.#watches) each.dispose();
  }

  #watch(folder: GitFolder): void {
    const log = new HeadLog(folder);
    const branches = join(folder.common, ...BRANCHES);
    const read = (): Promise<void> => log.news().then((lines) => headEvents(lines).forEach((event) => this.happened(event)));
    const soon = new Soon(TOGETHER, () => void read());
    void log.news(); // what was done before is no news
    const changed = new Set<string>();
    const later = new Soon(TOGETHER, () => {
      for (const path of changed) void this.#readBranch(branches, path);
      changed.clear();
    });
    const note = ({ fsPath }: vscode.Uri): void => {
      changed.add(fsPath);
      later.start();
    };
    this.#watches.push(soon, later, watched(join(folder.own, 'logs'), 'HEAD', () => soon.start()), watched(branches, '**', note));
  }

  /** A branch was made, or a folder of them: the editor may tell of that alone. */
  async #readBranch(branches: string, path: string): Promise<void> {
    const inside = await readdir(path).catch(() => undefined);
    if (inside) return void (await Promise.all(inside.map((name) => this.#readBranch(branches, join(path, name)))));
    const branch = relative(branches, path).replaceAll(sep, '/');
    const made = madeBranch(branch, await beginningOf(path));
    if (made && !this.#isOver) this.happened(made);
  }
}
