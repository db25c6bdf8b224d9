import * as vscode from 'vscode';
import { usableZone } from '../../core/incident/zone';
import type { Moment } from '../../core/prompting/scene';
import { readPromptSettings, type SettingProblem } from '../../core/prompting/settings';
import { locale } from '../place';
import type { Surroundings } from './prompter';

/** What this window sees of the lead: settings, the focus, when something was last typed, whether something is debugged. */
export class WindowSurroundings implements vscode.Disposable {
  readonly #followed: vscode.Disposable;

  /**
   * @param lastTyped when something was last typed, in milliseconds
   * @param changed called when it may be time to judge again
   */
  constructor(
    private readonly lastTyped: () => number | undefined,
    changed: () => void,
  ) {
    this.#followed = vscode.Disposable.from(
      vscode.window.onDidChangeWindowState(({ focused }) => focused && changed()),
      vscode.debug.onDidTerminateDebugSession(changed),
      vscode.debug.onDidChangeActiveDebugSession(changed),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('leadDebrief') && changed()),
    );
  }

  now(): Surroundings {
    return { settings: readSettings().settings, zone: locale().zone, moment: this.#moment() };
  }

  /** Settings that cannot be used, and what is used instead. */
  problems(): readonly SettingProblem[] {
    const set = vscode.workspace.getConfiguration('leadDebrief').get<string>('timeZone', '');
    const { problem } = usableZone(set, Intl.DateTimeFormat().resolvedOptions().timeZone);
    return [...readSettings().problems, ...(problem === undefined ? [] : [{ setting: 'leadDebrief.timeZone', sentence: problem }])];
  }

  dispose(): void {
    this.#followed.dispose();
  }

  #moment(): Moment {
    const lastTypedAt = this.lastTyped();
    return {
      windowActive: vscode.window.state.focused,
      debugging: vscode.debug.activeDebugSession !== undefined,
      ...(lastTypedAt !== undefined && { lastTypedAt }),
    };
  }
}

function readSettings(): ReturnType<typeof readPromptSettings> {
  const set = vscode.workspace.getConfiguration('leadDebrief.prompt');
  return readPromptSettings((name) => set.get(name));
}
