import type { ComponentChildren, JSX } from 'preact';

interface SectionProps {
  /** Also its class: where it stands in two columns. */
  readonly id: string;
  readonly title: string;
  /** Beside the title. */
  readonly tool?: JSX.Element | undefined;
  readonly children: ComponentChildren;
}

/** One part of the dashboard, with its heading. */
export function Section({ id, title, tool, children }: SectionProps): JSX.Element {
  return (
    <section class={id} aria-labelledby={`section-${id}`}>
      <header>
        <h2 id={`section-${id}`}>{title}</h2>
        {tool}
      </header>
      {children}
    </section>
  );
}
