import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { LessonField } from '../LessonField';
import { Screen } from '../Screen';
import { useSession } from '../session';
import { LinkButton } from '../../shared/LinkButton';

/** What was noted, and the plan. Nothing is scored and nothing is praised. */
export function Summary(): JSX.Element {
  const { state, post } = useSession();
  const { lead, plan, closing, lesson, noted } = state.summary;
  return (
    <Screen title={l10n.t('That is all for today')} lead={lead}>
      <div class="block">
        <h2>{l10n.t('Your plan')}</h2>
        {plan !== undefined && <blockquote class="quote">{plan}</blockquote>}
        <p class="quiet">{closing}</p>
      </div>
      <LessonField {...lesson} />
      <div class="block">
        <h2>{l10n.t('What you noted')}</h2>
        <dl class="facts">
          {noted.map(([label, words], index) => [<dt key={`label-${index}`}>{label}</dt>, <dd key={index}>{words}</dd>])}
        </dl>
      </div>
      <p class="cluster">
        <LinkButton onClick={() => post({ type: 'deepen', place: 'list' })}>
          {l10n.t('Go deeper')}
        </LinkButton>
        <LinkButton onClick={() => post({ type: 'share' })}>
          {l10n.t('Share…')}
        </LinkButton>
        {state.summary.fromDocument && (
          <LinkButton onClick={() => post({ type: 'insertLessons' })}>
            {l10n.t('Insert my lessons…')}
          </LinkButton>
        )}
      </p>
    </Screen>
  );
}
