import * as l10n from '@vscode/l10n';
import type { ComponentChildren, JSX } from 'preact';
import lightbulb from '@vscode/codicons/src/icons/lightbulb-empty.svg';
import { nudges } from '../../core/reflection/nudge';
import { Svg } from '../shared/Svg';
import { usePage } from '../shared/session';

interface NudgedProps {
  readonly id: string;
  readonly text: string;
  readonly children: ComponentChildren;
}

/** Underlines words that judge the past by what is known today, and offers a question. It never blocks. */
export function Nudged({ id, text, children }: NudgedProps): JSX.Element {
  const found = nudges(text, usePage().names);
  const [first] = found;
  const parts: ComponentChildren[] = [];
  let from = 0;
  for (const { start, end, words } of found) {
    parts.push(text.slice(from, start), <mark key={start}>{words}</mark>);
    from = end;
  }
  // The rest of the last word may break the line before it. What follows underlines nothing, and would be laid out at each key.
  if (first) parts.push(text.slice(from).split(/\s/, 1));
  return (
    <>
      <div class="nudged">
        <div class="mirror" aria-hidden="true">
          {parts}
        </div>
        {children}
      </div>
      <p class="offer" id={id} hidden={!first}>
        {first && <Svg svg={lightbulb} />}
        {first && <span>{l10n.t('“{0}”: what made that choice sensible then?', first.words)}</span>}
      </p>
    </>
  );
}
