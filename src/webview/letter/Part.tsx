import type { JSX } from 'preact';
import type { LetterChange, LetterLook, LetterPart } from '../../core/letter/state';

interface PartProps {
  readonly part: LetterPart;
  /** Whether what it said before is shown. */
  readonly open: boolean;
}

/** One thing that was noted: what it is about, its text, and what that said before. */
export function Part({ part: { label, text, look, changes }, open }: PartProps): JSX.Element {
  return (
    <div class="field">
      {label !== undefined && <p class="help">{label}</p>}
      {text !== undefined && <Text look={look} text={text} />}
      {changes.map((change) => (
        <Change key={change.title} change={change} open={open} />
      ))}
    </div>
  );
}

function Text({ look, text }: { readonly look: LetterLook; readonly text: string }): JSX.Element {
  switch (look) {
    case 'heading':
      return <h3>{text}</h3>;
    case 'quote':
      return <blockquote class="quote">{text}</blockquote>;
    case 'text':
      return <p class="said">{text}</p>;
    case 'quiet':
      return <p class="help">{text}</p>;
  }
}

function Change({ change: { title, before }, open }: { readonly change: LetterChange; readonly open: boolean }): JSX.Element {
  return (
    <details open={open} class="small">
      <summary>{title}</summary>
      <ol class="compared rows">
        {before.map(({ until, text }, index) => (
          <li key={index}>
            <p class="quiet">{until}</p>
            <p class="said">{text}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}
