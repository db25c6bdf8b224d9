import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { DrillPlanState } from '../../../core/drill/drillState';
import { Recall, WritePlan } from '../../reflection/PlanStep';

/** A plan out of the drill: written, then typed once from memory. Once the drill is over it is read here. */
export function Plan({ made, stage }: DrillPlanState): JSX.Element {
  if (!made) return stage === 'recall' ? <Recall /> : <WritePlan />;
  return (
    <>
      <blockquote class="quote">{made.words}</blockquote>
      <p class="help">{made.isOpen ? l10n.t('It is your plan now. Its moment will bring it back.') : l10n.t('It was your plan until you put it aside or made another.')}</p>
    </>
  );
}
