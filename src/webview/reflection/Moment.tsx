import * as l10n from '@vscode/l10n';
import type { ComponentChildren, JSX } from 'preact';
import book from '@vscode/codicons/src/icons/book.svg';
import discard from '@vscode/codicons/src/icons/discard.svg';
import gitCommit from '@vscode/codicons/src/icons/git-commit.svg';
import merged from '@vscode/codicons/src/icons/merge.svg';
import megaphone from '@vscode/codicons/src/icons/megaphone.svg';
import note from '@vscode/codicons/src/icons/note.svg';
import person from '@vscode/codicons/src/icons/account.svg';
import tag from '@vscode/codicons/src/icons/tag.svg';
import { timeOfDay, weekdayWords } from '../../core/incident/times';
import { judgedWords } from '../../core/incident/words';
import { JUDGED } from '../../core/journal/values';
import type { EvidenceEntry, EvidenceKind } from '../../core/evidence/entry';
import { pathInFolder } from '../../core/found/documentPath';
import { Svg } from '../shared/Svg';
import { Radios } from './Radios';
import { useSession } from './session';
import { LinkButton } from '../shared/LinkButton';

/** A shape for each kind, complete by type. The words beside it say the same. */
const ICONS: Record<EvidenceKind, string> = {
  landing: gitCommit,
  merge: merged,
  revert: discard,
  tag,
  moment: person,
  began: megaphone,
  ended: megaphone,
  note,
  remark: note,
  told: book,
};

interface MomentProps {
  readonly entry: EvidenceEntry;
  /** First of its day: says which. */
  readonly newDay: boolean;
  readonly children?: ComponentChildren;
}

/** One row of the timeline: the radio is the point on the rail. */
export function Moment({ entry, newDay, children }: MomentProps): JSX.Element {
  const { state, post } = useSession();
  const { locale } = state;
  const day = weekdayWords(entry.at, locale, Date.now());
  return (
    <li class={entry.hidden ? 'row hidden-entry' : 'row'}>
      {newDay && <p class="day quiet small">{day}</p>}
      <div class="point">
        <label class="moment">
          <input
            type="radio"
            name="moment"
            checked={entry.moment === true}
            aria-describedby={entry.moment ? 'picked' : undefined}
            onChange={() => post({ type: 'moment', key: entry.key })}
          />
          <time dateTime={entry.at}>{timeOfDay(entry.at, locale)}</time>
          <span class="what">
            <span class="kind">
              <Svg svg={ICONS[entry.kind]} />
              <span>{titleOf(entry)}</span>
              {entry.fixCandidate && <span class="tag">{l10n.t('first fix?')}</span>}
              {entry.hidden && <span class="tag">{l10n.t('hidden')}</span>}
            </span>
            {entry.note && <span class="quote">{[entry.note.belief, entry.note.next].filter(Boolean).join(' ')}</span>}
          </span>
        </label>
        <Extras entry={entry} />
      </div>
      {entry.note && <Judgement entry={entry} />}
      {entry.moment && (
        <p class="visually-hidden" id="picked">
          {l10n.t('The question for this moment follows.')}
        </p>
      )}
      {children}
    </li>
  );
}

/** A foresight note asks, once its outcome is known. Its own words say which note is meant: there may be several. */
function Judgement({ entry }: { readonly entry: EvidenceEntry }): JSX.Element {
  const { post } = useSession();
  const words = judgedWords();
  return (
    <div class="answer">
      <Radios
        name={`judged-${entry.key}`}
        legend={l10n.t('Did it happen?')}
        inline
        values={JUDGED.map((judged) => [judged, words[judged]] as const)}
        chosen={entry.note?.judged}
        onChoose={(judged) => post({ type: 'judge', key: entry.key, judged })}
      />
    </div>
  );
}

/** What a row is called. */
export function titleOf(entry: EvidenceEntry): string {
  if (entry.kind === 'tag') return l10n.t('Tag {0}', entry.title);
  if (entry.kind === 'note') return entry.note?.sure === undefined ? l10n.t('Your note') : l10n.t('Your note, {0} % sure', entry.note.sure);
  return entry.title;
}

/** The repository where there are several, and the commit, to be opened. */
export function Place({ entry: { key, repository, commit } }: { readonly entry: EvidenceEntry }): JSX.Element {
  const { state, post } = useSession();
  return (
    <>
      {state.evidence.several && repository !== undefined && <span class="who">{repository}</span>}
      {commit !== undefined && (
        <button type="button" class="link mono" aria-label={l10n.t('Open commit {0}', commit.slice(0, 7))} onClick={() => post({ type: 'openCommit', key })}>
          {commit.slice(0, 7)}
        </button>
      )}
    </>
  );
}

/** Who, which commit, what it undoes, and what can be done with it. */
function Extras({ entry }: { readonly entry: EvidenceEntry }): JSX.Element {
  const { post } = useSession();
  const { key, author, reverts, told } = entry;
  return (
    <p class="extras small">
      {author !== undefined && <span class="who">{author}</span>}
      {reverts && <span class="who">{l10n.t('undoes {0}, {1} min after it landed', reverts.ref.slice(0, 7), reverts.minutesAfterLanding)}</span>}
      <Place entry={entry} />
      {told && (
        <LinkButton onClick={() => post({ type: 'openLine', ...told })}>
          {l10n.t('{0}, line {1}', pathInFolder(told.document), told.line)}
        </LinkButton>
      )}
      {entry.source === 'person' ? (
        <button type="button" class="link act" aria-label={l10n.t('Remove: {0}', entry.title)} onClick={() => post({ type: 'removeMoment', key })}>
          {l10n.t('Remove')}
        </button>
      ) : (
        (entry.source === 'git' || told) && (
          <button
            type="button"
            class="link act"
            aria-label={entry.hidden ? l10n.t('Show: {0}', entry.title) : l10n.t('Hide: {0}', entry.title)}
            onClick={() => post({ type: 'hide', key, hidden: entry.hidden !== true })}
          >
            {entry.hidden ? l10n.t('Show') : l10n.t('Hide')}
          </button>
        )
      )}
    </p>
  );
}
