import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { DeepPlace } from '../../core/deep/places';
import type { Keep } from '../../core/journal/clash';
import type { ClashState } from '../../core/reflection/clashStates';
import { usePage } from '../shared/session';
import { LinkButton } from '../shared/LinkButton';

interface ClashProps {
  /** What the field says; absent where the field beside it shows that. */
  readonly mine?: string;
  readonly theirs: string;
  readonly about?: string;
  readonly keeps: readonly Keep[];
  readonly onKeep: (keep: Keep) => void;
}

/** What was changed in two places: both of it, and the choice. */
export function Clash({ mine, theirs, about, keeps, onKeep }: ClashProps): JSX.Element {
  const words: Record<Keep, string> = { mine: l10n.t('Keep mine'), theirs: l10n.t('Keep theirs'), both: l10n.t('Keep both') };
  const label = about === undefined ? l10n.t('Changed in two places') : l10n.t('Changed in two places: {0}', about);
  return (
    <div class="clash" role="group" aria-label={label}>
      {mine === undefined ? <p>{l10n.t('This answer was changed in another place too.')}</p> : <p>{l10n.t('{0}. It says “{1}” here, and in another place:', about ?? '', mine)}</p>}
      <blockquote class="quote">{theirs}</blockquote>
      <p class="cluster">
        {keeps.map((keep) => (
          <button type="button" class="button secondary" key={keep} onClick={() => onKeep(keep)}>
            {words[keep]}
          </button>
        ))}
      </p>
    </div>
  );
}

/** Beside a field that is no text: where it was changed in two places. */
export function ChangedBeside({ field }: { readonly field: string }): JSX.Element {
  const { state, post } = usePage();
  const here = state.twofold.filter(({ at, path }) => at?.field === field && path.startsWith('/'));
  return (
    <>
      {here.map(({ of, path, about, theirs, keeps }) => (
        <Clash key={path} theirs={theirs} about={about} keeps={keeps} onKeep={(keep) => post({ type: 'settleValue', of, path, keep })} />
      ))}
    </>
  );
}

/** Above the fields of every screen: what has no field on one now, and where else there is more to choose. */
export function ChangedTwice(): JSX.Element | null {
  const { state, tabs, here, go, elsewhere: where, post } = usePage();
  const { twofold } = state;
  const loose = twofold.filter(({ at }) => !at);
  const elsewhere = tabs.filter(({ id, mayOpen }) => id !== here && mayOpen && twofold.some(({ at }) => at?.screen === id));
  // Of the deep path, seen from the screens.
  const deeper = twofold.find(({ at }) => at && at.screen !== here && !tabs.some(({ id }) => id === at.screen))?.at?.screen;
  const more = deeper !== undefined && (
    <p class="help cluster">
      {l10n.t('Answers of the deep path were changed in two places.')}
      <LinkButton onClick={() => post({ type: 'deepen', place: deeper as DeepPlace })}>
        {l10n.t('Choose there')}
      </LinkButton>
    </p>
  );
  if (loose.length === 0 && elsewhere.length === 0) return more || null;
  return (
    <section class="rows" aria-labelledby="twofold">
      <h2 id="twofold">{l10n.t('Changed in two places')}</h2>
      {loose.map((each) => (
        <Loose key={`${each.of} ${each.path}`} clash={each} />
      ))}
      {elsewhere.length > 0 && (
        <p class="cluster">
          {where ?? l10n.t('To choose on another screen:')}
          {elsewhere.map(({ id, name }) => (
            <LinkButton key={id} onClick={() => go(id)}>
              {name}
            </LinkButton>
          ))}
        </p>
      )}
      {more}
    </section>
  );
}

function Loose({ clash }: { readonly clash: ClashState }): JSX.Element {
  const { post } = usePage();
  const { of, path, about, mine, theirs, keeps } = clash;
  return <Clash mine={mine} theirs={theirs} about={about} keeps={keeps} onKeep={(keep) => post({ type: 'settleValue', of, path, keep })} />;
}
