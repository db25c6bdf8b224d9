import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { LetterSection, LetterState } from '../../core/letter/state';
import { useFocusToRead } from '../shared/focusToRead';
import { Part } from './Part';

interface LetterProps {
  readonly letter: LetterState;
  readonly edit: () => void;
  readonly deepen: () => void;
  readonly insert: () => void;
}

/** A finished reflection to be read, in one column. Only the text scrolls; the one thing to do stands below it. */
export function Letter({ letter, edit, deepen, insert }: LetterProps): JSX.Element {
  const { title, when, finished, sections, skipped } = letter;
  const [open, setOpen] = useState(false);
  const isChanged = sections.some(({ parts }) => parts.some(({ changes }) => changes.length > 0));
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusToRead(heading);
  return (
    <div class="page">
      <main tabindex={0} aria-labelledby="question">
        <div class="column">
          <article class="screen letter">
            <header>
              <h1 id="question" class="incident" tabindex={-1} ref={heading}>
                {title}
              </h1>
              <p class="lead">{when}</p>
              <p class="lead">
                {finished}{' '}
                {isChanged && (
                  <button type="button" class="link" aria-pressed={open} onClick={() => setOpen(!open)}>
                    {open ? l10n.t('Hide what was changed') : l10n.t('Show what was changed')}
                  </button>
                )}
              </p>
            </header>
            {sections.map((section) => (
              <Section key={section.id} section={section} open={open} />
            ))}
            {skipped !== undefined && <p class="help">{skipped}</p>}
          </article>
        </div>
      </main>
      <Actions letter={letter} edit={edit} deepen={deepen} insert={insert} />
    </div>
  );
}

/** What can be done with it. */
function Actions({ letter, edit, deepen, insert }: LetterProps): JSX.Element {
  return (
    <footer class="actions">
      <div class="column">
        <div>
          <p class="help">{l10n.t('Self-reflection, not appraisal evidence.')}</p>
          {letter.fromDocument && (
            <button type="button" class="link push" onClick={insert}>
              {l10n.t('Insert my lessons…')}
            </button>
          )}
          <button type="button" class={letter.fromDocument ? 'link' : 'link push'} onClick={deepen}>
            {l10n.t('Go deeper')}
          </button>
          <button type="button" class="button secondary" aria-keyshortcuts="F2" onClick={edit}>
            {l10n.t('Edit')} <kbd aria-hidden="true">F2</kbd>
          </button>
        </div>
      </div>
    </footer>
  );
}

function Section({ section: { id, title, parts }, open }: { readonly section: LetterSection; readonly open: boolean }): JSX.Element {
  return (
    <section class="block" aria-labelledby={`section-${id}`}>
      <h2 id={`section-${id}`}>{title}</h2>
      {parts.map((part, index) => (
        <Part key={index} part={part} open={open} />
      ))}
    </section>
  );
}
