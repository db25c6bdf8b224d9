import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { NoteLevel } from '../../core/growth/notes';

/** Height of a row's drawing and its middle, in px. */
const [ROW, MIDDLE, RADIUS] = [20, 10, 3.5];

interface NoteLevelsProps {
  readonly levels: readonly NoteLevel[];
  readonly caption: string;
  /** What it says to who cannot see it. */
  readonly spoken: string;
}

/** "60 %". */
export function percent(sure: number): string {
  return l10n.t('{0} %', sure);
}

/** A row for each stated confidence: a dot at how often it happened, a short line at how sure the lead was, and the counts. */
export function NoteLevels({ levels, caption, spoken }: NoteLevelsProps): JSX.Element {
  return (
    <figure aria-label={caption}>
      <div class="levels" role="img" aria-label={spoken}>
        {levels.map((level) => (
          <Level key={level.sure} {...level} />
        ))}
        <span />
        <span class="ends">
          <span>{l10n.t('never')}</span>
          <span>{l10n.t('always')}</span>
        </span>
      </div>
      <figcaption class="words">{l10n.t('A dot is how often it happened, with the counts; the short line is how sure you were. Few notes can land anywhere by chance.')}</figcaption>
    </figure>
  );
}

function Level({ sure, happened, count }: NoteLevel): JSX.Element {
  return (
    <>
      <span class="n">{percent(sure)}</span>
      <svg height={ROW}>
        <line class="rule" x2="100%" y1={MIDDLE} y2={MIDDLE} />
        <line class="sure" x1={`${sure}%`} x2={`${sure}%`} y1={MIDDLE - 6} y2={MIDDLE + 6} />
        <circle class="dot" cx={`${(100 * happened) / count}%`} cy={MIDDLE} r={RADIUS} />
      </svg>
      <span class="n">{l10n.t('{0} of {1}', happened, count)}</span>
    </>
  );
}
