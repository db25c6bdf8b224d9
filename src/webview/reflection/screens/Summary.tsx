import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { Screen } from '../Screen';
import { useSession } from '../session';
import { TextBox } from '../TextBox';

/** What was noted, and the plan. Nothing is scored and nothing is praised. */
export function Summary(): JSX.Element {
  const { state, post, typing } = useSession();
  const { lead, plan, closing, lesson, noted } = state.summary;
  return (
    <Screen title={l10n.t('That is all for today')} lead={lead}>
      <div class="block">
        <h2>{l10n.t('Your plan')}</h2>
        {plan !== undefined && <blockquote class="quote">{plan}</blockquote>}
        <p class="quiet">{closing}</p>
      </div>
      <div class="field">
        <label for="lesson">{l10n.t('A lesson to come back to')}</label>
        <TextBox field="lesson" id="lesson" describedBy="lesson-help" />
        <p class="help" id="lesson-help">
          {lesson.returns} {lesson.tied}
        </p>
        <button type="button" class="link" disabled={typing.shown('lesson').trim() === ''} onClick={() => post({ type: 'tieLesson' })}>
          {l10n.t('Say what it is about…')}
        </button>
      </div>
      <div class="block">
        <h2>{l10n.t('What you noted')}</h2>
        <dl class="facts">
          {noted.map(([label, words], index) => [<dt key={`label-${index}`}>{label}</dt>, <dd key={index}>{words}</dd>])}
        </dl>
      </div>
      <p class="cluster">
        <button type="button" class="link" onClick={() => post({ type: 'deepen', place: 'list' })}>
          {l10n.t('Go deeper')}
        </button>
        <button type="button" class="link" onClick={() => post({ type: 'share' })}>
          {l10n.t('Share…')}
        </button>
        {state.summary.fromDocument && (
          <button type="button" class="link" onClick={() => post({ type: 'insertLessons' })}>
            {l10n.t('Insert my lessons…')}
          </button>
        )}
      </p>
    </Screen>
  );
}
