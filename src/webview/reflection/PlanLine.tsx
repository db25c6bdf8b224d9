import * as l10n from '@vscode/l10n';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import warning from '@vscode/codicons/src/icons/warning.svg';
import type { PlanPart } from '../../core/plan/turnBack';
import type { TextField } from '../../core/protocol';
import { Svg } from '../shared/Svg';
import { usePlan } from './session';
import { TextBox } from './TextBox';
import { LinkButton } from '../shared/LinkButton';

interface PlanLineProps {
  readonly part: PlanPart;
  readonly field: Extract<TextField, `plan.${string}` | `typed.${string}`>;
  /** One line of help, with the id `cue-help` or `act-help`. */
  readonly children?: ComponentChildren;
  /** The id of words elsewhere that are to be read with it. */
  readonly describedBy?: string;
}

/** One half of a plan. What is turned back says why, once, and can be kept as it is. */
export function PlanLine({ part, field, children, describedBy }: PlanLineProps): JSX.Element {
  const { state, post } = usePlan();
  const reason = field.startsWith('plan.') ? state.plan.turnedBack[part] : undefined;
  const first = part === 'cue' || state.plan.turnedBack.cue === undefined;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (reason !== undefined && first) line.current?.querySelector('input')?.focus();
  }, [reason, first]);
  const described = [reason && `${part}-turned`, children && `${part}-help`, describedBy].filter(Boolean).join(' ');
  return (
    <div class="plan-line" ref={line}>
      <label class="label" for={field}>
        {part === 'cue' ? l10n.t('When I next see') : l10n.t('I will')}
      </label>
      <div class="field">
        <TextBox field={field} id={field} line invalid={reason !== undefined} describedBy={described || undefined} />
        {reason !== undefined && (
          <p class="turned" id={`${part}-turned`}>
            <Svg svg={warning} />
            <span>
              {reason}{' '}
              <LinkButton onClick={() => post({ type: 'keepAsIs', part })}>
                {l10n.t('Keep it as it is')}
              </LinkButton>
            </span>
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
