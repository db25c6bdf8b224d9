import * as vscode from 'vscode';
import type { Refused, Saved } from '../store/refusal';

/**
 * Saves, and where that fails says why and tries again for as long as the person wants. Resolves to the record, or undefined where it
 * was given up.
 * @param typed what the person typed for it: it can be copied, so that it is not lost with the question that is closed by now
 */
export async function saveOrSay<T>(save: () => Promise<Saved<T> | Refused>, typed = ''): Promise<T | undefined> {
  const again = vscode.l10n.t('Try Again');
  const copy = vscode.l10n.t('Copy My Text');
  for (;;) {
    const result = await save();
    if (result.ok) return result.record;
    const reason = vscode.l10n.t('Not saved: {0}', result.reason);
    const answer = await vscode.window.showErrorMessage(reason, again, ...(typed === '' ? [] : [copy]));
    if (answer === copy) await vscode.env.clipboard.writeText(typed);
    if (answer === undefined) return undefined;
  }
}
