import * as l10n from '@vscode/l10n';
import type { Outcome } from '../journal/schema';

/** The two halves of a guess. */
export type GuessSide = 'best' | 'costly';

/** After a rough outcome ask first what worked, after a clean one what nearly went wrong (Ellis, Mendel & Nir 2006). */
export function guessSides(outcome: Outcome | undefined): readonly (readonly [GuessSide, string])[] {
  const best = ['best', l10n.t('Went best')] as const;
  return outcome === 'clean' ? [['costly', l10n.t('Nearly went wrong')], best] : [best, ['costly', l10n.t('Cost most')]];
}
