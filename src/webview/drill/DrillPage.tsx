import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { DrillState } from '../../core/drill/drillState';
import { Screen } from '../reflection/Screen';
import { NextButton, SkipButton, TypedPage } from '../shared/TypedPage';
import { DrillTabs } from './DrillTabs';
import { Ask } from './pages/Ask';
import { End } from './pages/End';
import { Plan } from './pages/Plan';
import { Situation } from './pages/Situation';
import { Told } from './pages/Told';
import { useDrill } from './session';

/** The whole page: as that of the screens, with the decisions in place of the tabs. What is still to come is not in it. */
export function DrillPage(): JSX.Element {
  const { page, heading, lead, count } = useDrill().state;
  return (
    <TypedPage nav={<DrillTabs />} actions={<DrillActions />}>
      <p role="status" class="visually-hidden">
        {page === 0 ? '' : count}
      </p>
      <Screen key={page} title={heading} lead={lead}>
        <Current />
      </Screen>
    </TypedPage>
  );
}

function Current(): JSX.Element {
  const { ask, told, end, plan } = useDrill().state;
  if (ask) return <Ask {...ask} />;
  if (told) return <Told {...told} />;
  if (end) return <End {...end} />;
  return plan ? <Plan {...plan} /> : <Situation />;
}

/** What going on does here. */
function onWords({ page, ask, told, end, plan, tabs, finished }: DrillState, isWritten: boolean): string {
  if (plan && !finished) return l10n.t('Finish');
  if (plan) return isWritten && !plan.made ? l10n.t('Save the plan') : l10n.t('Close');
  if (end) return finished ? l10n.t('Close') : l10n.t('A plan for next time');
  if (ask) return ask.closed ? l10n.t('Next') : l10n.t('Show what happened then');
  if (told) return page + 1 === tabs.at(-2)?.page ? l10n.t('How it ended') : l10n.t('To the next decision');
  return l10n.t('Begin');
}

function DrillActions(): JSX.Element {
  const { state, post, typing } = useDrill();
  const { end, plan, finished, tabs } = state;
  const isWritten = typing.shown('plan.cue').trim() !== '' || typing.shown('plan.act').trim() !== '';
  return (
    <>
      <button type="button" class="button secondary" hidden={state.page === 0} onClick={() => post({ type: 'drillPage', page: state.page - 1 })}>
        {l10n.t('Back')}
      </button>
      <SkipButton hidden={finished || !(end || (plan && isWritten)) || tabs.at(-1)?.done === true} label={l10n.t('Finish without a plan')} />
      <NextButton label={onWords(state, isWritten)} />
    </>
  );
}
