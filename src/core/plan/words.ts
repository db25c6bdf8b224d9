import * as l10n from '@vscode/l10n';
import type { Plan } from '../journal/schema';

/** A plan as one sentence: "When I next see …, I will …." A part that is missing is left open. */
export function planWords(plan: Pick<Plan, 'cue' | 'act'>): string {
  const trim = (text: string | undefined): string => (text ?? '').trim().replace(/[.,;]+$/, '') || '…';
  return l10n.t('When I next see {0}, I will {1}.', trim(plan.cue), trim(plan.act));
}
