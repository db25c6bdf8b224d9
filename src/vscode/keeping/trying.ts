import * as vscode from 'vscode';
import { plain } from '../plain';
import type { Refused } from '../../store/refusal';

/** Does something; where that is refused, says why and tries again for as long as the person wants. Undefined where it was given up. */
export async function untilDone<T extends { readonly ok: true }>(work: () => Promise<T | Refused>): Promise<T | undefined> {
  const again = vscode.l10n.t('Try Again');
  for (;;) {
    const outcome = await work();
    if (outcome.ok) return outcome;
    if ((await vscode.window.showErrorMessage(plain(outcome.reason), again)) !== again) return undefined;
  }
}
