import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { ScreenId } from '../../core/protocol';
import { Header } from './Header';
import { useSession } from './session';
import { Evidence } from './screens/Evidence';
import { Facts } from './screens/Facts';
import { Guess } from './screens/Guess';
import { LastPlan } from './screens/LastPlan';
import { NextPlan } from './screens/NextPlan';
import { Ratings } from './screens/Ratings';
import { Summary } from './screens/Summary';
import { Tabs } from './Tabs';
import { useSaved } from './useSaved';
import { useFocusOn } from './useFocusOn';

/** Complete by type: a new screen does not compile until it is here. */
const screens: Record<ScreenId, () => JSX.Element | null> = {
  lastPlan: LastPlan,
  facts: Facts,
  guess: Guess,
  evidence: Evidence,
  ratings: Ratings,
  nextPlan: NextPlan,
  summary: Summary,
};

/** The whole page: header and buttons stay, only the screen scrolls. */
export function Page(): JSX.Element {
  const { state, typing, post } = useSession();
  const saved = useSaved(state.save, typing.isSaved);
  const main = useRef<HTMLElement>(null);
  useFocusOn(state.screen, main);
  const Current = screens[state.screen];
  return (
    <div class="page">
      <Header saved={saved}>
        <Tabs />
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
          <Current key={state.screen} />
          <Deeper />
        </form>
      </main>
      <Actions />
    </div>
  );
}

/** From the start, and wherever the lead is once they went further. */
function Deeper(): JSX.Element | null {
  const { state, post } = useSession();
  const { deep, screen, tabs } = state;
  if (screen === 'summary' || (!deep && screen !== tabs[0]?.id)) return null;
  return (
    <p class="help cluster">
      {deep ? l10n.t('You began to look further.') : l10n.t('Five minutes are enough for most. Does this one deserve more?')}
      <button type="button" class="link" onClick={() => post({ type: 'deepen', place: 'list' })}>
        {l10n.t('Go deeper')}
      </button>
    </p>
  );
}

function Actions(): JSX.Element {
  const { state, post } = useSession();
  const { screen, tabs } = state;
  const ends = { summary: l10n.t('Close'), nextPlan: l10n.t('Finish') } as Partial<Record<ScreenId, string>>;
  const mac = /Mac/.test(navigator.platform);
  return (
    <footer class="actions">
      <div class="column">
        <div>
          <button type="button" class="button secondary" hidden={screen === tabs[0]?.id} onClick={() => post({ type: 'back' })}>
            {l10n.t('Back')}
          </button>
          {state.finished && (
            <button type="button" class="button secondary" aria-keyshortcuts="F2" onClick={() => post({ type: 'read' })}>
              {l10n.t('Read')} <kbd aria-hidden="true">F2</kbd>
            </button>
          )}
          <button type="button" class="link push" hidden={screen === 'summary'} onClick={() => post({ type: 'skip' })}>
            {l10n.t('Skip this screen')}
          </button>
          <button type="submit" class="button" form="form">
            {ends[screen] ?? l10n.t('Next')}
          </button>
          <kbd aria-hidden="true">{mac ? '⌘↩' : l10n.t('Ctrl+Enter')}</kbd>
        </div>
      </div>
    </footer>
  );
}
