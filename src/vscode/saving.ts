import * as vscode from 'vscode';
import type { Refused, Saved } from '../store/refusal';
import { plain } from './plain';

export interface Trying {
  /** What is said where it is refused; the reason itself where absent. */
  readonly words?: (reason: string) => string;
  /** What the person typed for it: it can be copied, so that it is not lost with the question that is closed by now. */
  readonly typed?: string;
}

/** Does something; where that is refused, says why and tries again for as long as the person wants. Undefined where it was given up. */
export async function untilDone<T extends { readonly ok: true }>(
  work: () => PromiseLike<T | Refused>,
  { words = (reason) => reason, typed = '' }: Trying = {},
): Promise<T | undefined> {
  const again = vscode.l10n.t('Try Again');
  const copy = vscode.l10n.t('Copy My Text');
  for (;;) {
    const outcome = await work();
    if (outcome.ok) return outcome;
    const answer = await vscode.window.showErrorMessage(plain(words(outcome.reason)), again, ...(typed === '' ? [] : [copy]));
    if (answer === copy) await vscode.env.clipboard.writeText(typed);
    if (answer === undefined) return undefined;
  }
}

/** Saves, as `untilDone`. Resolves to the record. */
export async function saveOrSay<T>(save: () => Promise<Saved<T> | Refused>, typed = ''): Promise<T | undefined> {
  return (await untilDone(save, { words: (reason) => vscode.l10n.t('Not saved: {0}', reason), typed }))?.record;
}
