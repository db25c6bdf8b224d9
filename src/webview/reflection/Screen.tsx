import type { ComponentChildren, JSX } from 'preact';
import { ChangedTwice } from './ChangedTwice';

interface ScreenProps {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** One screen: a question as its heading, one line of help, what was changed in two places, and the fields. Focus comes to the heading, to be read. */
export function Screen({ title, lead, children }: ScreenProps): JSX.Element {
  return (
    <section class="screen" aria-labelledby="question">
      <header>
        <h1 id="question" tabindex={-1}>
          {title}
        </h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </header>
      <ChangedTwice />
      {children}
    </section>
  );
}
