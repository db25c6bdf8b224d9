import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { guessSides, type GuessSide } from '../../../core/reflection/guessSides';
import { BehaviourSelect } from '../BehaviourSelect';
import { ChangedBeside } from '../ChangedTwice';
import { Screen } from '../Screen';
import { useSession } from '../session';
import { LinkButton } from '../../shared/LinkButton';

/** The guess, before the evidence. Once that was seen, the guess is read-only; *Change* opens it again and marks it. */
export function Guess(): JSX.Element {
  const { state } = useSession();
  const title = l10n.t('Before you look: what is your guess?');
  const lead = l10n.t('One behaviour that went best, one that cost most. You will rate these two after the evidence.');
  return (
    <Screen title={title} lead={lead}>
      {state.guess.locked ? <GuessAsItWas /> : <GuessFields />}
      <ChangedBeside field="best" />
      <ChangedBeside field="costly" />
    </Screen>
  );
}

function GuessFields(): JSX.Element {
  const { state, post } = useSession();
  const { guess, facts, offered } = state;
  const [twice, setTwice] = useState<GuessSide>();
  /** What was chosen a moment ago, and no state says yet. */
  const [fresh, setFresh] = useState<Partial<Record<GuessSide, string | undefined>>>({});
  useEffect(() => setFresh({}), [guess.best, guess.costly]);
  const chosen = { ...guess, ...fresh };
  const otherThan = (side: GuessSide): string | undefined => chosen[side === 'best' ? 'costly' : 'best'];
  const choose = (side: GuessSide, value: string | undefined): void => {
    const same = value !== undefined && value === otherThan(side);
    setTwice(same ? side : undefined);
    if (same) return;
    setFresh({ ...fresh, [side]: value });
    post({ type: 'choose', field: side, value: value ?? null });
  };
  return (
    <>
      {guessSides(facts.outcome).map(([side, label]) => (
        <BehaviourSelect
          key={side}
          id={side}
          label={label}
          rows={offered}
          chosen={twice === side ? otherThan(side) : chosen[side]}
          invalid={twice === side}
          describedBy={twice === side ? 'twice' : undefined}
          onChoose={(value) => choose(side, value)}
        />
      ))}
      <p class="turned" id="twice" role="status" hidden={!twice}>
        {l10n.t('Choose two different ones, or leave one open.')}
      </p>
      {guess.changed && <p class="help">{l10n.t('Changed after the evidence was opened.')}</p>}
    </>
  );
}

function GuessAsItWas(): JSX.Element {
  const { state, post } = useSession();
  const { guess, facts, offered } = state;
  const name = (side: GuessSide): string => offered.find(({ id }) => id === guess[side])?.name ?? l10n.t('No guess');
  return (
    <>
      <dl class="facts">
        {guessSides(facts.outcome).map(([side, label]) => [<dt key={`${side}-label`}>{label}</dt>, <dd key={side}>{name(side)}</dd>])}
      </dl>
      <p class="help">
        {guess.changed ? l10n.t('Changed after the evidence was opened.') : l10n.t('As you guessed it before you saw the evidence.')}{' '}
        <LinkButton onClick={() => post({ type: 'changeGuess' })}>
          {l10n.t('Change')}
        </LinkButton>
      </p>
    </>
  );
}
