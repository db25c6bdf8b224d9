import type { ComponentProps, JSX } from 'preact';

/** A button in the clothes of a link: it stands in or below a text, and is none of the buttons that lead on. */
export function LinkButton(props: ComponentProps<'button'>): JSX.Element {
  return <button type="button" class="link" {...props} />;
}
