import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { Recall, WritePlan } from '../PlanStep';
import { Promises } from '../Promises';
import { Screen } from '../Screen';
import { useSession } from '../session';

/** One plan for next time: written, then typed once from memory. One plan is open at a time. */
export function NextPlan(): JSX.Element {
  const { state } = useSession();
  const { plan } = state;
  return (
    <Screen
      title={l10n.t('One plan for next time')}
      lead={l10n.t('Choose a moment that you can see or hear, and one act that takes less than a minute.')}
    >
      {plan.stage === 'recall' ? (
        <Recall />
      ) : (
        <>
          <WritePlan />
          <Promises />
        </>
      )}
    </Screen>
  );
}
