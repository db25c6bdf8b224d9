import type { JSX } from 'preact';
import type { LineState } from '../../core/drill/drillState';
import { useDrill } from './session';

/** What the story tells, by time. In its own language, which may not be that of the page. */
export function Lines({ lines }: { readonly lines: readonly LineState[] }): JSX.Element {
  const { language } = useDrill().state;
  return (
    <ol class="lines" lang={language}>
      {lines.map(({ time, from, text }, index) => (
        <li key={index}>
          <span class="quiet">{time}</span>
          <span>
            {from !== undefined && <b>{from}: </b>}
            {text}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** A text of the story with its paragraphs. */
export function Paragraphs({ text }: { readonly text: string }): JSX.Element {
  const { language } = useDrill().state;
  return (
    <div class="rows paragraphs" lang={language}>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}
