import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { DeepPlace } from '../../core/deep/places';
import { Screen } from '../reflection/Screen';
import { NextButton, ReadButton, SkipButton, TypedPage } from '../shared/TypedPage';
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

/** Complete by type: a new place does not compile until it is here. */
const parts: Record<DeepPlace, () => JSX.Element | null> = {
  list: SectionList, A: Decisions, B: Members, C: Questions, D: Questions, E: Coaching, F: Behaviours, G: Outside, H: Ahead, I: Questions, card: Card,
};

/** The whole page: as that of the screens, with the sections in place of the tabs. */
export function DeepPage(): JSX.Element {
  const { place, heading, lead } = useDeep().state;
  const Current = parts[place];
  return (
    <TypedPage nav={<SectionTabs />} actions={<DeepActions />}>
      <Screen key={place} title={heading} lead={lead}>
        <Current />
        <Why />
      </Screen>
    </TypedPage>
  );
}

function DeepActions(): JSX.Element {
  const { state, post } = useDeep();
  const isList = state.place === 'list';
  return (
    <>
      {isList ? (
        <button type="button" class="button secondary" onClick={() => post({ type: 'screens', screen: null })}>
          {l10n.t('Back to the short path')}
        </button>
      ) : (
        <button type="button" class="button secondary" onClick={() => post({ type: 'deepen', place: 'list' })}>
          {l10n.t('All sections')}
        </button>
      )}
      <ReadButton />
      <SkipButton hidden={isList || state.place === 'card'} label={l10n.t('Skip this section')} />
      <NextButton label={isList ? state.goOn : l10n.t('Next')} />
    </>
  );
}
