import * as vscode from 'vscode';

interface Heading {
  readonly title: string;
}

interface Listed extends Heading, Pick<vscode.QuickPickOptions, 'matchOnDescription' | 'matchOnDetail' | 'ignoreFocusOut'> {
  readonly placeholder: string;
}

interface Typed extends Heading {
  readonly prompt: string;
  readonly value?: string;
  /** Why a text is not taken; undefined where it is. Any is, where this is absent. */
  readonly refuses?: (text: string) => string | undefined;
  /** What is said of a text that is taken all the same; undefined where nothing is. */
  readonly warns?: (text: string) => string | undefined;
}

/**
 * Questions one after the other. What asked one stays, busy, until the next is there, also while something is looked up in between: a page
 * behind it would take the focus back, and keys that are meant for the next question would go there.
 */
export class Dialogue implements vscode.Disposable {
  #shown: vscode.QuickInput | undefined;
  readonly #leaving = new AbortController();

  /** Aborts where the person leaves. */
  get left(): AbortSignal {
    return this.#leaving.signal;
  }

  /** Asks for one of several. Undefined where the person leaves. */
  pick<Item extends vscode.QuickPickItem>(items: readonly Item[], heading: Listed): Promise<Item | undefined> {
    const pick = vscode.window.createQuickPick<Item>();
    Object.assign(pick, { ignoreFocusOut: true, items, ...heading });
    return this.#ask(pick, () => pick.selectedItems[0]);
  }

  /**
   * Asks for any number of several, those that are `picked` ticked already. Undefined where the person leaves. The editor's own
   * `showQuickPick` shows a list before it has what to list: who presses Enter then has taken nothing, and unticked everything.
   */
  pickSome<Item extends vscode.QuickPickItem>(items: readonly Item[], heading: Listed): Promise<readonly Item[] | undefined> {
    const pick = vscode.window.createQuickPick<Item>();
    Object.assign(pick, { ignoreFocusOut: true, canSelectMany: true, items, ...heading });
    pick.selectedItems = items.filter(({ picked }) => picked);
    return this.#ask(pick, () => pick.selectedItems);
  }

  /** Asks for a text, without blanks around it. Undefined where the person leaves. */
  type({ title, prompt, value = '', refuses = () => undefined, warns = () => undefined }: Typed): Promise<string | undefined> {
    const box = vscode.window.createInputBox();
    Object.assign(box, { ignoreFocusOut: true, title, prompt, value });
    const judge = (): boolean => {
      const [refused, warning] = [refuses(box.value), warns(box.value)];
      box.validationMessage = refused ?? (warning === undefined ? undefined : { message: warning, severity: vscode.InputBoxValidationSeverity.Warning });
      return refused === undefined;
    };
    if (warns(value) !== undefined) judge();
    box.onDidChangeValue(judge);
    return this.#ask(box, () => (judge() ? box.value.trim() : undefined));
  }

  #ask<Answer>(input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox, answer: () => Answer | undefined): Promise<Answer | undefined> {
    const before = this.#shown;
    this.#shown = input;
    return new Promise((resolve) => {
      input.onDidAccept(() => {
        const given = answer();
        if (given === undefined) return;
        input.busy = true;
        resolve(given);
      });
      input.onDidHide(() => {
        if (this.#shown === input) this.#leaving.abort();
        resolve(undefined);
      });
      input.show();
      before?.dispose();
    });
  }

  dispose(): void {
    this.#shown?.dispose();
  }
}

/** Asks one thing, or one after another, so that no page behind it takes the focus between two. */
export async function inDialogue<Answer>(ask: (dialogue: Dialogue) => Promise<Answer>): Promise<Answer> {
  const dialogue = new Dialogue();
  return ask(dialogue).finally(() => dialogue.dispose());
}
