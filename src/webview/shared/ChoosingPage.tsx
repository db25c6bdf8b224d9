import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useFocusToRead } from './focusToRead';

export interface ChoosingPageProps {
  readonly title: string;
  /** What is to be done here, in a sentence. */
  readonly lead: string;
  readonly choices: ComponentChildren;
  /** What comes of the choices, beside them. */
  readonly outcome: ComponentChildren;
  readonly buttons: ComponentChildren;
  /** What was done last. */
  readonly done?: string | undefined;
  /** Why the last press did nothing. */
  readonly problem: string | undefined;
}

/** A page of choices beside what comes of them, with its buttons below. Nothing happens before one of these is pressed. Its sheet imports `media/choosing.css`. */
export function ChoosingPage({ title, lead, choices, outcome, buttons, done, problem }: ChoosingPageProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusToRead(heading);
  return (
    <div class="page">
      <main class="choosing">
        <div class="choices">
          <header>
            <h1 tabIndex={-1} ref={heading}>
              {title}
            </h1>
            <p class="lead">{lead}</p>
          </header>
          {choices}
        </div>
        {outcome}
      </main>
      <footer class="actions">
        <div class="wide">
          {buttons}
          <p role="status">{done}</p>
          {problem !== undefined && (
            <p role="alert" class="turned">
              {problem}
            </p>
          )}
        </div>
      </footer>
    </div>
  );
}
