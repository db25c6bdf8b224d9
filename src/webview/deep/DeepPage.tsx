import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { DeepPlace } from '../../core/deep/places';
import { Header } from '../reflection/Header';
import { Screen } from '../reflection/Screen';
import { useSaved } from '../reflection/useSaved';
import { Questions } from './Questions';
import { SectionList } from './SectionList';
import { SectionTabs } from './SectionTabs';
import { Ahead } from './sections/Ahead';
import { Behaviours } from './sections/Behaviours';
import { Card } from './sections/Card';
import { Coaching } from './sections/Coaching';
import { Decisions } from './sections/Decisions';
import { Members } from './sections/Members';
import { Outside } from './sections/Outside';
import { useDeep } from './session';
import { Why } from './Why';
import { useFocusOn } from '../reflection/useFocusOn';

/** Complete by type: a new place does not compile until it is here. */
const parts: Record<DeepPlace, () => JSX.Element | null> = {
  list: SectionList, A: Decisions, B: Members, C: Questions, D: Questions, E: Coaching, F: Behaviours, G: Outside, H: Ahead, I: Questions, card: Card,
};

/** The whole page: as that of the screens, with the sections in place of the tabs. */
export function DeepPage(): JSX.Element {
  const { state, typing, post } = useDeep();
  const saved = useSaved(state.save, typing.isSaved);
  const main = useRef<HTMLElement>(null);
  const { place, heading, lead } = state;
  const Current = parts[place];
  useFocusOn(place, main);
  return (
    <div class="page">
      <Header saved={saved}>
        <SectionTabs />
      </Header>
      <main ref={main}>
        <form
          id="form"
          class="column"
          onSubmit={(event) => {
            event.preventDefault();
            post({ type: 'next' });
          }}
        >
          <Screen key={place} title={heading} lead={lead}>
            <Current />
            <Why />
          </Screen>
        </form>
      </main>
      <DeepActions />
    </div>
  );
}

function DeepActions(): JSX.Element {
  const { state, post } = useDeep();
  const mac = /Mac/.test(navigator.platform);
  const isList = state.place === 'list';
  return (
    <footer class="actions">
      <div class="column">
        <div>
          {isList ? (
            <button type="button" class="button secondary" onClick={() => post({ type: 'screens', screen: null })}>
              {l10n.t('Back to the short path')}
            </button>
          ) : (
            <button type="button" class="button secondary" onClick={() => post({ type: 'deepen', place: 'list' })}>
              {l10n.t('All sections')}
            </button>
          )}
          {state.finished && (
            <button type="button" class="button secondary" aria-keyshortcuts="F2" onClick={() => post({ type: 'read' })}>
              {l10n.t('Read')} <kbd aria-hidden="true">F2</kbd>
            </button>
          )}
          <button type="button" class="link push" hidden={isList || state.place === 'card'} onClick={() => post({ type: 'skip' })}>
            {l10n.t('Skip this section')}
          </button>
          <button type="submit" class="button" form="form">
            {isList ? l10n.t('Begin with the first') : l10n.t('Next')}
          </button>
          <kbd aria-hidden="true">{mac ? '⌘↩' : l10n.t('Ctrl+Enter')}</kbd>
        </div>
      </div>
    </footer>
  );
}
