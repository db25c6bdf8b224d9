import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { LedgerLine, OpenPlanState, PlanState } from '../../core/growth/planState';
import { Act } from './Act';
import { Section } from './Section';
import type { DashboardHost } from './view';

interface PlanProps {
  readonly plan: PlanState;
  readonly host: DashboardHost;
}

/** The open plan and what became of it, and the plans before it. */
export function PlanSection({ plan, host }: PlanProps): JSX.Element {
  const { open } = plan;
  return (
    <Section id="plan" title={l10n.t('Your plan')}>
      {open ? <OpenPlan plan={open} host={host} /> : <p class="words">{l10n.t('No open plan. The next one comes at the end of a reflection, or of a drill.')}</p>}
      <EarlierPlans plan={plan} host={host} />
    </Section>
  );
}

function OpenPlan({ plan, host }: { readonly plan: OpenPlanState; readonly host: DashboardHost }): JSX.Element {
  return (
    <>
      <blockquote class="quote">{plan.words}</blockquote>
      {plan.ledger.length === 0 && <p class="words">{l10n.t('Its moment has not come yet.')}</p>}
      {plan.ledger.map((line) => (
        <Ledger key={line.kind} line={line} />
      ))}
      {plan.cues && <p class="words">{plan.cues}</p>}
      <Moments plan={plan} />
      {plan.before.length > 0 && (
        <details>
          <summary>{l10n.t('What it said before')}</summary>
          <ul class="words">
            {plan.before.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      )}
      <div class="buttons">
        <Act host={host} does={{ type: 'ledger' }}>{l10n.t('Its moment came…')}</Act>
        {!plan.isHidden && <Act host={host} does={{ type: 'changePlan' }}>{l10n.t('Change…')}</Act>}
        <Act host={host} does={{ type: 'closePlan' }}>{l10n.t('Give it up…')}</Act>
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

/** Each entry of the ledger, in order. */
function Moments({ plan: { moments, moreMoments } }: { readonly plan: OpenPlanState }): JSX.Element | null {
  if (moments.length === 0) return null;
  return (
    <details>
      <summary>{moments.length + moreMoments === 1 ? l10n.t('The one entry') : l10n.t('All {0} entries', moments.length + moreMoments)}</summary>
      {moreMoments > 0 && <p class="words">{l10n.t('The newest {0}.', moments.length)}</p>}
      <ol class="words">
        {moments.map(({ words, why }, at) => (
          <li key={at}>
            {words}
            {why !== undefined && ` “${why}”`}
          </li>
        ))}
      </ol>
    </details>
  );
}

function EarlierPlans({ plan: { earlier, moreEarlier }, host }: PlanProps): JSX.Element | null {
  if (earlier.length === 0) return null;
  const count = earlier.length + moreEarlier;
  return (
    <details>
      <summary>{count === 1 ? l10n.t('1 earlier plan') : l10n.t('{0} earlier plans', count)}</summary>
      <ul class="others">
        {earlier.map(({ id, words, became }) => (
          <li key={id}>
            <Act host={host} does={{ type: 'reflect', id }}>{words}</Act>
            <span class="words">{became}</span>
          </li>
        ))}
      </ul>
      {moreEarlier > 0 && <p class="words">{l10n.t('{0} more in the history.', moreEarlier)}</p>}
    </details>
  );
}
