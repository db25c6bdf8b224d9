import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { BehaviourSelect } from '../BehaviourSelect';
import { MissedPerson } from '../MissedPerson';
import { Rating } from '../Rating';
import { Screen } from '../Screen';
import { useSession } from '../session';

/** Two behaviours, what shows each and then the act that fits, and one person. */
export function Ratings(): JSX.Element {
  const { state, post } = useSession();
  const { ratings, pickable, facts } = state;
  return (
    <Screen title={l10n.t('Two behaviours and one person')} lead={l10n.t('Rate what you did this time. First what shows it, then the number.')}>
      {ratings.map((rating) => (
        <Rating key={rating.behaviour} rating={rating} />
      ))}
      {pickable.length > 0 && (
        <BehaviourSelect
          id="pick"
          label={ratings.length === 0 ? l10n.t('Which behaviour do you want to look at?') : l10n.t('And a second one?')}
          rows={pickable}
          chosen={undefined}
          onChoose={(behaviour) => behaviour !== undefined && post({ type: 'pick', behaviour, on: true })}
        />
      )}
      {facts.kind !== 'shadow' && <MissedPerson />}
    </Screen>
  );
}
