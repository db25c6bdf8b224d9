import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { LedgerLine, PlanState } from '../../core/growth/planState';
import { Section } from './Section';
import type { DashboardHost } from './view';

interface PlanProps {
  readonly plan: PlanState | undefined;
  readonly host: DashboardHost;
}

/** The open plan, and what became of it. */
export function PlanSection({ plan, host }: PlanProps): JSX.Element {
  return (
    <Section id="plan" title={l10n.t('Your plan')}>
      {plan ? <OpenPlan plan={plan} host={host} /> : <p class="words">{l10n.t('No open plan. The next one comes at the end of a reflection.')}</p>}
    </Section>
  );
}

function OpenPlan({ plan, host }: { readonly plan: PlanState; readonly host: DashboardHost }): JSX.Element {
  return (
    <>
      <blockquote class="quote">{plan.words}</blockquote>
      {plan.ledger.length === 0 && <p class="words">{l10n.t('Its moment has not come yet.')}</p>}
      {plan.ledger.map((line) => (
        <Ledger key={line.kind} line={line} />
      ))}
      <div class="buttons">
        <button type="button" class="link" onClick={() => host.post({ type: 'ledger' })}>
          {l10n.t('Its moment came…')}
        </button>
        <button type="button" class="link" onClick={() => host.post({ type: 'closePlan' })}>
          {l10n.t('Give it up…')}
        </button>
      </div>
    </>
  );
}

/** A square for each time the moment came, filled where it was acted on; the sentence says the same. */
function Ledger({ line }: { readonly line: LedgerLine }): JSX.Element {
  return (
    <p class="ledger">
      <span class="cells" aria-hidden="true">
        {[...line.squares].map((acted, at) => (
          <i key={at} class={acted === '1' ? 'on' : ''} />
        ))}
      </span>
      <span>{line.words}</span>
    </p>
  );
}
