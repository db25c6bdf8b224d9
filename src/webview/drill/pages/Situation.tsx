import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useDrill } from '../session';
import { Paragraphs } from '../Story';

/** What is so when it begins. */
export function Situation(): JSX.Element {
  const { state } = useDrill();
  return (
    <>
      <Paragraphs text={state.situation} />
      <p class="help">{l10n.t('It is kept in your journal as a drill, and never counted as real.')}</p>
    </>
  );
}
