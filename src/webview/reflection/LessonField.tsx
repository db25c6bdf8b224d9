import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { LessonState } from '../../core/reflection/reflectionState';
import { usePage } from '../shared/session';
import { TextBox } from './TextBox';
import { LinkButton } from '../shared/LinkButton';

/** Where a lesson is written and tied to what it is about: at the end of a reflection, and of a drill. */
export function LessonField({ returns, tied }: LessonState): JSX.Element {
  const { post, typing } = usePage();
  return (
    <div class="field">
      <label for="lesson">{l10n.t('A lesson to come back to')}</label>
      <TextBox field="lesson" id="lesson" describedBy="lesson-help" />
      <p class="help" id="lesson-help">
        {returns} {tied}
      </p>
      <LinkButton disabled={typing.shown('lesson').trim() === ''} onClick={() => post({ type: 'tieLesson' })}>
        {l10n.t('Say what it is about…')}
      </LinkButton>
    </div>
  );
}
