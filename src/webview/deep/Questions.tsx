import type { JSX } from 'preact';
import type { AskedState } from '../../core/deep/deepState';
import { TextBox } from '../reflection/TextBox';
import { useDeep } from './session';

/** The questions of the section that is open. */
export function Questions(): JSX.Element {
  return (
    <>
      {useDeep().state.questions.map((asked) => (
        <Question key={asked.field} asked={asked} />
      ))}
    </>
  );
}

/** One question, with room for a line or more. */
export function Question({ asked: { field, words } }: { readonly asked: AskedState }): JSX.Element {
  return (
    <div class="field">
      <label for={field}>{words}</label>
      <TextBox field={field} id={field} nudge />
    </div>
  );
}
