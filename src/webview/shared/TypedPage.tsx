import * as l10n from '@vscode/l10n';
import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Header } from './Header';
import { usePage } from './session';
import { useFocusOn } from './useFocusOn';
import { useSaved } from './useSaved';

interface TypedPageProps {
  /** Where else the lead can go: the tabs, in the header. */
  readonly nav: ComponentChildren;
  /** The screen or section. */
  readonly children: ComponentChildren;
  /** The buttons below, of which one submits the form. */
  readonly actions: ComponentChildren;
}

/** A page on which something is typed: header and buttons stay, only what is between them scrolls. Its form, by the id `form`, goes on. */
export function TypedPage({ nav, children, actions }: TypedPageProps): JSX.Element {
  const { state, typing, post, here, keys } = usePage();
  const saved = useSaved(state.save, typing.isSaved);
  const main = useRef<HTMLElement>(null);
  useFocusOn(here, main);
  return (
    <div class="page">
      <Header saved={saved}>{nav}</Header>
      <main ref={main}>
        <form
          id="form"
          class="column"
          onSubmit={(event) => {
            event.preventDefault();
            post(keys?.next ?? { type: 'next' });
          }}
        >
          {children}
        </form>
      </main>
      <footer class="actions">
        <div class="column">
          <div>{actions}</div>
        </div>
      </footer>
    </div>
  );
}

/** From what can be written to the letter that it becomes, once it is finished. */
export function ReadButton(): JSX.Element | null {
  const { state, post } = usePage();
  if (!state.finished) return null;
  return (
    <button type="button" class="button secondary" aria-keyshortcuts="F2" onClick={() => post({ type: 'read' })}>
      {l10n.t('Read')} <kbd aria-hidden="true">F2</kbd>
    </button>
  );
}

/** Leaves what is here unanswered. It pushes what follows to the right, also where it is hidden. */
export function SkipButton({ hidden, label }: { readonly hidden: boolean; readonly label: string }): JSX.Element {
  const { post } = usePage();
  return (
    <button type="button" class="link push" hidden={hidden} onClick={() => post({ type: 'skip' })}>
      {label}
    </button>
  );
}

/** Goes on: the one primary button, with the key that does the same from inside a text. */
export function NextButton({ label }: { readonly label: string }): JSX.Element {
  const mac = /Mac/.test(navigator.platform);
  return (
    <>
      <button type="submit" class="button" form="form">
        {label}
      </button>
      <kbd aria-hidden="true">{mac ? '⌘↩' : l10n.t('Ctrl+Enter')}</kbd>
    </>
  );
}
