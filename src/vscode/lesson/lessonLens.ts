import * as vscode from 'vscode';
import { dayWords } from '../../core/incident/times';
import type { Incident } from '../../core/journal/schema';
import { lessonsOfFile, untieFile } from '../../core/plan/lessonFiles';
import { shorten } from '../../core/growth/shorten';
import type { Journal } from '../../store/journal';
import { areContentsHidden, onContentsHidden } from '../hiding';
import { locale } from '../place';
import { pick } from '../prompting/pick';
import { saveOrSay } from '../saving';
import { recallLesson } from './recalling';

const COMMAND = 'leadDebrief.lessonOfFile';
const TITLE = 60;

/** A line above a file that was part of an earlier incident, where a lesson was left. It says that there is one, and not what it says. */
export class LessonLens implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #own: vscode.Disposable;

  constructor(private readonly journal: Journal) {
    const tell = (): void => this.#changed.fire();
    this.#own = vscode.Disposable.from(
      this.#changed,
      journal.onDidChange(tell),
      onContentsHidden(tell),
      vscode.languages.registerCodeLensProvider({ scheme: 'file' }, this),
      vscode.commands.registerCommand(COMMAND, (id: unknown, path: unknown) => typeof id === 'string' && typeof path === 'string' && this.#ask(id, path)),
    );
    void journal.whenLoaded.then(tell);
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const path = vscode.workspace.asRelativePath(uri, false);
    const [newest] = areContentsHidden() ? [] : lessonsOfFile(this.journal.records(), path);
    if (!newest) return [];
    const title = vscode.l10n.t('Part of {0}, {1}. You left yourself a lesson.', shorten(newest.title, TITLE), this.#day(newest));
    return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { title, command: COMMAND, arguments: [newest.id, path] })];
  }

  dispose(): void {
    this.#own.dispose();
  }

  #day({ window }: Incident): string {
    return dayWords(window.start, locale(), Date.now());
  }

  async #ask(id: string, path: string): Promise<void> {
    const rows = [
      { label: vscode.l10n.t('Recall It'), detail: vscode.l10n.t('First from memory, then you see it.'), run: () => recallLesson(this.journal, id) },
      { label: vscode.l10n.t('Read the Reflection'), run: () => vscode.commands.executeCommand('leadDebrief.openReflection', id) },
      { label: vscode.l10n.t('Not for This File'), detail: vscode.l10n.t('The lesson stays; this file is no longer among what it is about.'), run: () => saveOrSay(() => this.journal.update(id, (record) => untieFile(record, path))) },
    ];
    await pick(rows, { title: vscode.l10n.t('A Lesson About {0}', path) });
  }
}
