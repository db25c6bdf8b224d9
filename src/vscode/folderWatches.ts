import { watch, type FSWatcher } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type * as vscode from 'vscode';

/**
 * Watches the folders of a journal one by one, on Linux. The editor watches the whole workspace, but on Linux its watcher misses
 * what lies in folders that are made in a row, and a new journal is made of such: nothing that anybody changes in it would be seen
 * until the window is loaded again (seen with VS Code 1.139: in every other new journal).
 */
export class FolderWatches implements vscode.Disposable {
  readonly #watches = new Map<string, FSWatcher>();
  #followed: Promise<void> = Promise.resolve();
  #isFirst = true;
  #isOver = false;

  /**
   * @param folder the journal's, absolute; need not be there
   * @param changed called with the path of a file that changed, or with none where anything may have
   */
  constructor(
    private readonly folder: string,
    private readonly changed: (path?: string) => void,
  ) {}

  /** Watches the folders that are there and are not watched yet. What came before the watch is asked for, save at the first time. */
  follow(): void {
    if (process.platform !== 'linux') return;
    this.#followed = this.#followed.then(async () => {
      const isNew = (await this.#followAll()) && !this.#isFirst;
      this.#isFirst = false;
      if (isNew) this.changed();
    });
  }

  /** The journal's folder came or went: what was watched may be another one now. */
  startAgain(): void {
    this.#drop(this.folder);
    this.follow();
  }

  dispose(): void {
    this.#isOver = true;
    this.#drop(this.folder);
  }

  async #followAll(): Promise<boolean> {
    const incidents = join(this.folder, 'incidents');
    const above = [this.#watch(this.folder), this.#watch(incidents)];
    const entries = await readdir(incidents, { withFileTypes: true }).catch(() => []);
    const years = entries.filter((entry) => entry.isDirectory()).map(({ name }) => this.#watch(join(incidents, name)));
    return [...above, ...years].includes(true);
  }

  /** Whether the folder is watched from now on. One that is not there, or that the system has no watch left for, is not. */
  #watch(folder: string): boolean {
    if (this.#isOver || this.#watches.has(folder)) return false;
    try {
      const watcher = watch(folder, { persistent: false }, (event, name) => this.#note(folder, event, name ?? ''));
      watcher.on('error', () => this.#drop(folder));
      this.#watches.set(folder, watcher);
      return true;
    } catch {
      return false;
    }
  }

  #note(folder: string, event: string, name: string): void {
    if (name.endsWith('.json')) return this.changed(join(folder, name));
    if (event !== 'rename' || name.includes('.')) return;
    this.#drop(join(folder, name));
    this.follow();
  }

  /** Ends the watch of a folder and of those in it. */
  #drop(folder: string): void {
    for (const [path, watcher] of this.#watches) {
      if (path !== folder && !path.startsWith(join(folder, '/'))) continue;
      watcher.close();
      this.#watches.delete(path);
    }
  }
}
