import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { planWords } from '../../core/plan/words';
import type { PlanStepState } from '../../core/reflection/reflectionState';
import { Cues } from './Cues';
import { PlanLine } from './PlanLine';
import { Radios } from './Radios';
import { usePlan } from './session';
import { LinkButton } from '../shared/LinkButton';

/** A plan that is still open: what becomes of it. */
function OpenPlan({ open }: { readonly open: NonNullable<PlanStepState['open']> }): JSX.Element {
  const { post } = usePlan();
  return (
    <>
      <blockquote class="quote">{open.words}</blockquote>
      <Radios
        name="lastPlan"
        legend={l10n.t('What becomes of your last plan?')}
        values={[
          ['keep', l10n.t('It stays. No new one this time')],
          ['replace', l10n.t('A new one takes its place')],
        ]}
        chosen={open.choice}
        onChoose={(value) => post({ type: 'choose', field: 'lastPlan', value })}
      />
    </>
  );
}

/** The two halves of a plan, and what brings it up; before them, what becomes of one that is still open. */
export function WritePlan(): JSX.Element {
  const { state, typing, type } = usePlan();
  const { plan } = state;
  const asks = plan.open !== undefined && plan.open.choice !== 'replace';
  return (
    <>
      {plan.open && <OpenPlan open={plan.open} />}
      {!asks && (
        <div class="rows">
          <PlanLine part="cue" field="plan.cue">
            <p class="help" id="cue-help">
              {l10n.t('For example:')}{' '}
              <LinkButton disabled={typing.shown('plan.cue') !== ''} onClick={() => type('plan.cue', plan.example)}>
                {plan.example}
              </LinkButton>
            </p>
          </PlanLine>
          <PlanLine part="act" field="plan.act">
            <p class="help" id="act-help">
              {l10n.t('An act, not an aim: what would a camera see you do?')}
            </p>
          </PlanLine>
          <Cues />
        </div>
      )}
    </>
  );
}

/** The plan typed once from memory. */
export function Recall(): JSX.Element {
  const { state, post, keys } = usePlan();
  const { plan, texts } = state;
  const [shown, setShown] = useState(false);
  const words = planWords({ cue: texts['plan.cue'] ?? '', act: texts['plan.act'] ?? '' });
  return (
    <div class="rows">
      <p id="recall">{l10n.t('The plan is saved. Type it once from memory. It need not match word for word.')}</p>
      <PlanLine part="cue" field="typed.cue" describedBy="recall" />
      <PlanLine part="act" field="typed.act" />
      <div role="status">
        {plan.differs && (
          <p class="compared">
            {l10n.t('The plan says “{0}”', words)}{' '}
            <LinkButton onClick={() => post(keys?.next ?? { type: 'next' })}>
              {l10n.t('Keep it')}
            </LinkButton>{' '}
            <LinkButton onClick={() => post({ type: 'takeTyped' })}>
              {l10n.t('Take the new words')}
            </LinkButton>
          </p>
        )}
      </div>
      {shown && <blockquote class="quote">{words}</blockquote>}
      <p class="cluster">
        <LinkButton aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? l10n.t('Hide it') : l10n.t('Show it again')}
        </LinkButton>
        <LinkButton onClick={() => post({ type: 'changePlan' })}>
          {l10n.t('Change the plan')}
        </LinkButton>
      </p>
    </div>
  );
}
