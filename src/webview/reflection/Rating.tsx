import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Anchor } from '../../core/journal/schema';
import { NO_OCCASION } from '../../core/journal/values';
import type { RatingState } from '../../core/reflection/reflectionState';
import { ChangedBeside } from './ChangedTwice';
import { usePage } from '../shared/session';
import { TextBox } from './TextBox';
import { LinkButton } from '../shared/LinkButton';

/** The keys of a scale, in its order: the number is the key to press. */
const KEYS: readonly (readonly [key: string, anchor: Anchor])[] = [
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
  ['5', 5],
  ['0', NO_OCCASION],
];

/** Evidence first: the scale appears with its first character, or on request. Anchors describe acts, never people. */
export function Rating({ rating }: { readonly rating: RatingState }): JSX.Element {
  const { state, typing, post } = usePage();
  const { behaviour, name, anchor, picked } = rating;
  const [without, setWithout] = useState(false);
  const field = `evidence.${behaviour}` as const;
  const scale = without || (anchor !== undefined && anchor !== NO_OCCASION) || typing.shown(field) !== '';
  return (
    <fieldset class="rating">
      <legend>{name}</legend>
      <div class="field">
        <label for={field}>{l10n.t('What did you do or say that shows it?')}</label>
        <TextBox field={field} id={field} nudge />
      </div>
      {scale ? (
        <Scale rating={rating} />
      ) : (
        <p class="cluster">
          <LinkButton onClick={() => setWithout(true)}>
            {l10n.t('Rate without an example')}
          </LinkButton>
          <label class="choice">
            <input
              type="checkbox"
              checked={anchor === NO_OCCASION}
              onChange={({ currentTarget }) => post({ type: 'rate', behaviour, anchor: currentTarget.checked ? NO_OCCASION : null })}
            />{' '}
            {l10n.t('No occasion this time')}
          </label>
        </p>
      )}
      <ChangedBeside field={`anchor.${behaviour}`} />
      {picked && anchor === undefined && state.texts[field] === '' && (
        <p>
          <LinkButton onClick={() => post({ type: 'pick', behaviour, on: false })}>
            {l10n.t('Choose another behaviour')}
          </LinkButton>
        </p>
      )}
    </fieldset>
  );
}

function Scale({ rating }: { readonly rating: RatingState }): JSX.Element {
  const { post } = usePage();
  const { behaviour, name, anchors, anchor } = rating;
  const group = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent): void => {
    const index = KEYS.findIndex(([key]) => key === event.key);
    const choice = KEYS[index];
    if (!choice || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    post({ type: 'rate', behaviour, anchor: choice[1] });
    group.current?.querySelectorAll('input')[index]?.focus();
  };
  return (
    <>
      <div class="scale" role="radiogroup" aria-label={name} aria-describedby={`${behaviour}-keys`} ref={group} onKeyDown={press}>
        {KEYS.map(([key, value], index) => (
          <label key={key}>
            <input type="radio" name={`scale-${behaviour}`} checked={anchor === value} onChange={() => post({ type: 'rate', behaviour, anchor: value })} />
            <b>{key}</b>
            <span>{anchors[index] ?? l10n.t('No occasion this time')}</span>
          </label>
        ))}
      </div>
      <p class="help" id={`${behaviour}-keys`}>
        {l10n.t('Keys')} <kbd>1</kbd> {l10n.t('to')} <kbd>5</kbd>, <kbd>0</kbd> {l10n.t('for no occasion.')}
      </p>
    </>
  );
}
