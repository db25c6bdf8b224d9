import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { AT_ONCE, type OccasionLine, type OccasionList } from '../../core/growth/occasionList';
import { Act } from './Act';
import type { DashboardHost } from './view';

interface OccasionsProps {
  readonly list: OccasionList;
  /** Of which behaviour. */
  readonly name: string;
  readonly host: DashboardHost;
}

/** The occasions of one behaviour, newest first: when, the act, what shows it; each opens its reflection. */
export function OccasionsList({ list, name, host }: OccasionsProps): JSX.Element {
  return (
    <div class="occasions">
      <ol aria-label={l10n.t('Occasions, newest first: {0}', name)}>
        {list.lines.map((line) => (
          <Occasion key={line.incident} line={line} acts={list.acts} host={host} />
        ))}
      </ol>
      {list.lines.length < list.total && <Pages list={list} host={host} />}
    </div>
  );
}

interface OccasionProps {
  readonly line: OccasionLine;
  readonly acts: readonly string[];
  readonly host: DashboardHost;
}

function Occasion({ line, acts, host }: OccasionProps): JSX.Element {
  const { incident, title, day, anchor, today, isOtherWording, evidence } = line;
  const act = isOtherWording ? l10n.t('other wording then') : acts[anchor - 1];
  return (
    <li>
      <p class="about">
        <Act host={host} does={{ type: 'reflect', id: incident }}>{title}</Act>
        <span class="words">{day}</span>
      </p>
      <p>{l10n.t('{0}: {1}', anchor, act ?? '')}</p>
      {today !== undefined && <p class="words">{l10n.t('Seen today as {0}.', today)}</p>}
      {evidence === undefined ? <p class="words">{l10n.t('Rated without an example.')}</p> : <blockquote class="quote">{evidence}</blockquote>}
    </li>
  );
}

/** The buttons stay where they are at either end, so that the focus does. */
function Pages({ list: { behaviour, from, lines, total }, host }: Omit<OccasionsProps, 'name'>): JSX.Element {
  const end = from + lines.length;
  const turn = (words: string, to: number | undefined): JSX.Element => (
    <button type="button" class="link" aria-disabled={to === undefined} onClick={() => to !== undefined && host.post({ type: 'occasions', behaviour, from: to })}>
      {words}
    </button>
  );
  return (
    <div class="buttons">
      <span class="words" role="status">
        {l10n.t('{0} to {1} of {2}', from + 1, end, total)}
      </span>
      {turn(l10n.t('Show newer'), from > 0 ? Math.max(0, from - AT_ONCE) : undefined)}
      {turn(l10n.t('Show older'), end < total ? Math.max(end, from + 1) : undefined)}
    </div>
  );
}
