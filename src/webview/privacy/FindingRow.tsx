import check from '@vscode/codicons/src/icons/check.svg';
import copyIcon from '@vscode/codicons/src/icons/copy.svg';
import info from '@vscode/codicons/src/icons/info.svg';
import question from '@vscode/codicons/src/icons/question.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';
import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Finding, FindingLook, Step } from '../../core/privacy/state';
import { Svg } from '../shared/Svg';
import type { Post } from './Privacy';

interface FindingProps {
  readonly finding: Finding;
  readonly post: Post;
  readonly copy: (text: string) => void;
  readonly copied: string;
}

const icons: Readonly<Record<FindingLook, string>> = { fine: check, look: warning, unknown: question, info };

function lookWords(look: FindingLook): string {
  return { fine: l10n.t('As it should be'), look: l10n.t('To look at'), unknown: l10n.t('Not checked'), info: l10n.t('To know') }[look];
}

/** One thing that was found: how it stands, and what can be done. */
export function FindingRow({ finding: { look, text, details, place, action, steps, limits }, post, copy, copied }: FindingProps): JSX.Element {
  return (
    <li class="finding">
      <Svg svg={icons[look]} label={lookWords(look)} />
      <div class="field">
        <p class={look === 'look' ? 'label' : undefined}>{text}</p>
        {place && (
          <p class="cluster">
            <code>{place.path}</code>
            <button type="button" class="link" aria-label={l10n.t('Open Folder {0}', place.path)} onClick={() => post({ type: 'openPlace', place: place.number })}>
              {l10n.t('Open Folder')}
            </button>
          </p>
        )}
        {details.map((detail) => (
          <p key={detail} class="help">
            {detail}
          </p>
        ))}
        {action && (
          <p>
            <button type="button" class="button secondary" onClick={() => post({ type: 'act', action: action.id })}>
              {action.words}
            </button>
          </p>
        )}
        {steps && <Steps steps={steps} copy={copy} copied={copied} />}
        {limits !== undefined && <p class="quote">{limits}</p>}
      </div>
    </li>
  );
}

interface StepsProps {
  readonly steps: readonly Step[];
  readonly copy: (text: string) => void;
  readonly copied: string;
}

/** Numbered, where there are several. */
function Steps({ steps, ...rest }: StepsProps): JSX.Element {
  const [first] = steps;
  if (first && steps.length === 1) return <StepBody step={first} {...rest} />;
  return (
    <ol class="advice">
      {steps.map((step) => (
        <li key={step.text}>
          <StepBody step={step} {...rest} />
        </li>
      ))}
    </ol>
  );
}

function StepBody({ step: { text, commands }, copy, copied }: { readonly step: Step } & Omit<StepsProps, 'steps'>): JSX.Element {
  return (
    <div class="field">
      <p>{text}</p>
      {commands.map((command) => (
        <p key={command} class="command">
          <code>{command}</code>
          <button type="button" class="icon-button" aria-label={l10n.t('Copy the command {0}', command)} title={l10n.t('Copy')} onClick={() => copy(command)}>
            <Svg svg={command === copied ? check : copyIcon} />
          </button>
        </p>
      ))}
    </div>
  );
}
