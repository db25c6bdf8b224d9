import type { ComponentChildren, JSX } from 'preact';

/** A field beside another, with its small label above. */
export function Labelled({ id, label, children }: { readonly id: string; readonly label: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class="field">
      <label class="help" for={id}>
        {label}
      </label>
      {children}
    </div>
  );
}
