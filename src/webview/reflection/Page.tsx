import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { ScreenId } from '../../core/protocol';
import { NextButton, ReadButton, SkipButton, TypedPage } from '../shared/TypedPage';
import { useSession } from './session';
import { Evidence } from './screens/Evidence';
import { Facts } from './screens/Facts';
import { Guess } from './screens/Guess';
import { LastPlan } from './screens/LastPlan';
import { NextPlan } from './screens/NextPlan';
import { Ratings } from './screens/Ratings';
import { Summary } from './screens/Summary';
import { Tabs } from './Tabs';
import { LinkButton } from '../shared/LinkButton';

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

/** The whole page: the screens. */
export function Page(): JSX.Element {
  const { screen } = useSession().state;
  const Current = screens[screen];
  return (
    <TypedPage nav={<Tabs />} actions={<Actions />}>
      <Current key={screen} />
      <Deeper />
    </TypedPage>
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
      <LinkButton onClick={() => post({ type: 'deepen', place: 'list' })}>
        {l10n.t('Go deeper')}
      </LinkButton>
    </p>
  );
}

function Actions(): JSX.Element {
  const { state, post } = useSession();
  const { screen, tabs } = state;
  const ends = { summary: l10n.t('Close'), nextPlan: l10n.t('Finish') } as Partial<Record<ScreenId, string>>;
  return (
    <>
      <button type="button" class="button secondary" hidden={screen === tabs[0]?.id} onClick={() => post({ type: 'back' })}>
        {l10n.t('Back')}
      </button>
      <ReadButton />
      <SkipButton hidden={screen === 'summary'} label={l10n.t('Skip this screen')} />
      <NextButton label={ends[screen] ?? l10n.t('Next')} />
    </>
  );
}
