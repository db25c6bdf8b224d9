import * as l10n from '@vscode/l10n';
import type { Drill } from '../journal/drillSchema';
import { currentPage, pageAt } from './pages';
import type { Same } from './drillState';

/** Whether the lead would have done what people did. */
export const sameWords = (): Record<Same, string> => ({ same: l10n.t('The same'), partly: l10n.t('In part'), different: l10n.t('Something else') });

/** "60 %"; where the lead did not say, undefined. */
export const sureWords = (sure: number | undefined): string | undefined => (sure === undefined ? undefined : l10n.t('{0} %', sure));

/** How far a drill has come: "Drill, decision 2 of 6". */
export function progressWords(drill: Drill): string {
  const page = pageAt(drill, currentPage(drill));
  if (page.kind === 'situation') return l10n.t('Drill, at its beginning');
  if (page.kind === 'plan') return l10n.t('Drill, at a plan for next time');
  return page.kind === 'end' ? l10n.t('Drill, at its end') : l10n.t('Drill, decision {0} of {1}', page.index + 1, drill.points.length);
}
