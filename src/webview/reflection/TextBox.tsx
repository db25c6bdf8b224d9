import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { KEEPS } from '../../core/journal/clash';
import { LONGEST_ANSWER } from '../../core/journal/values';
import type { TextField } from '../../core/reflection/textField';
import { Clash } from './ChangedTwice';
import { Nudged } from './Nudged';
import { usePage } from '../shared/session';

interface TextBoxProps {
  readonly field: TextField;
  readonly id: string;
  /** One line; Enter goes on. Else a text area. */
  readonly line?: boolean;
  readonly rows?: number;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  /** Offers a question where the text judges the past by what is known today. */
  readonly nudge?: boolean;
}

type Element = HTMLInputElement | HTMLTextAreaElement;

/** A text field. It is not controlled: what is being typed stays on screen whatever state arrives. */
export function TextBox({ field, id, line, rows = 2, describedBy, invalid, nudge }: TextBoxProps): JSX.Element {
  const { typing, type, state } = usePage();
  const element = useRef<Element>(null);
  const shown = typing.shown(field);
  useLayoutEffect(() => {
    if (element.current && element.current.value !== shown) element.current.value = shown;
  });
  const nudged = nudge === true && state.nudge;
  const described = [describedBy, nudged ? `${id}-offer` : undefined].filter(Boolean).join(' ');
  const common = {
    id,
    maxLength: LONGEST_ANSWER,
    ...(described && { 'aria-describedby': described }),
    ...(invalid && { 'aria-invalid': 'true' as const }),
    onInput: (event: InputEvent) => type(field, (event.currentTarget as Element).value, { post: !event.isComposing }),
    onCompositionEnd: (event: CompositionEvent) => type(field, (event.currentTarget as Element).value),
  };
  const box = line ? (
    <input ref={element as never} type="text" {...(common as object)} />
  ) : (
    <textarea ref={element as never} rows={rows} {...(common as object)} />
  );
  return (
    <>
      {nudged ? <Nudged id={`${id}-offer`} text={shown}>{box}</Nudged> : box}
      <ChangedElsewhere field={field} />
    </>
  );
}

/** A field that was changed in two places: both texts, and the choice. */
function ChangedElsewhere({ field }: { readonly field: TextField }): JSX.Element | null {
  const { state, post } = usePage();
  const theirs = state.clashes[field];
  if (theirs === undefined) return null;
  return <Clash theirs={theirs} keeps={KEEPS} onKeep={(keep) => post({ type: 'settle', field, keep })} />;
}
