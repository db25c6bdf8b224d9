import type { JSX } from 'preact';
import { Dots, RADIUS } from './Dots';

/** As in the strips of behaviours, in px: nothing is measured or scaled. */
const [STEP, ROW, TOP] = [12, 16, 6];
/** The rows from the top. */
const ROWS = '+=-';

interface GuessStripProps {
  readonly marks: string;
  /** What the rows are called. */
  readonly ends: readonly string[];
  /** What it says to who cannot see it. */
  readonly spoken: string;
}

/** One dot a reflection in one of three rows, newest at the right edge; older ones run out at the left. */
export function GuessStrip({ marks, ends, spoken }: GuessStripProps): JSX.Element {
  const y = (mark: string): number => TOP + ROWS.indexOf(mark) * ROW;
  return (
    <div class="strip">
      <span class="ends" aria-hidden="true">
        {ends.map((each) => (
          <span key={each}>{each}</span>
        ))}
      </span>
      <svg role="img" aria-label={spoken}>
        {[...ROWS].map((mark) => (
          <line key={mark} class="rule" x2="100%" y1={y(mark)} y2={y(mark)} />
        ))}
        <svg x="100%">
          <Dots at={[...marks].map((mark, at) => [(at - marks.length) * STEP + RADIUS, y(mark)])} />
        </svg>
      </svg>
    </div>
  );
}
