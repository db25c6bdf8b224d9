import type { JSX } from 'preact';
import { JOINED_FROM, type Series } from '../../core/growth/series';
import { Dots, RADIUS } from './Dots';

/** Fixed geometry: nothing is measured or scaled, so that dots are the same everywhere. In px. */
const STEP = 12;
const ROW = 8;
const TOP = 6;
/** More room where other anchors begin. */
const GAP = 6;

interface StripProps {
  readonly series: Series;
  /** What it says to who cannot see it. */
  readonly spoken: string;
}

/** One dot an occasion, newest at the right edge; older ones run out at the left. */
export function Strip({ series, spoken }: StripProps): JSX.Element {
  return (
    <div class="strip">
      <span class="ends" aria-hidden="true">
        <span>5</span>
        <span>1</span>
      </span>
      <svg role="img" aria-label={spoken}>
        <line class="rule" x2="100%" y1={y(5)} y2={y(5)} />
        <line class="rule" x2="100%" y1={y(1)} y2={y(1)} />
        <svg x="100%">
          <Drawing series={series} />
        </svg>
      </svg>
    </div>
  );
}

function y(anchor: number): number {
  return TOP + (5 - anchor) * ROW;
}

/** Everything is placed from the right edge, where x is 0. */
function Drawing({ series }: { readonly series: Series }): JSX.Element {
  const anchors = [...series.anchors].map(Number);
  const today = [...(series.today ?? '')].map(Number);
  const gaps = (at: number): number => series.breaks.filter((each) => each > at).length * GAP;
  const x = (at: number): number => (at - anchors.length) * STEP + RADIUS - gaps(at);
  const compared = series.breaks.at(-1) ?? 0;
  return (
    <>
      <Spread series={series} left={x(compared) - RADIUS - 2} />
      {series.count >= JOINED_FROM && <polyline class="run" points={anchors.flatMap((anchor, at) => (at < compared ? [] : [`${x(at)},${y(anchor)}`])).join(' ')} />}
      {series.breaks.map((at) => (
        <line key={at} class="break" x1={x(at) - (STEP + GAP) / 2} x2={x(at) - (STEP + GAP) / 2} y1={0} y2={y(1) + TOP} />
      ))}
      <Dots at={anchors.map((anchor, at) => [x(at), y(anchor)])} />
      {today.map((anchor, at) => anchor > 0 && <circle key={at} class="dot today" cx={x(at)} cy={y(anchor)} r={RADIUS - 0.5} />)}
    </>
  );
}

/** The median of all that may be compared; from 6 to 11 occasions also the box of their range. */
function Spread({ series, left }: { readonly series: Series; readonly left: number }): JSX.Element | null {
  if (!series.spread) return null;
  const { median, range } = series.spread;
  const middle = y((median[0] + median[1]) / 2);
  const [low, high] = range;
  return (
    <>
      {series.count < JOINED_FROM && (
        <rect class="range" x={left} y={y(high) - RADIUS - 2} width={-left - 0.5} height={(high - low) * ROW + 2 * RADIUS + 4} rx={3} />
      )}
      <line class="median" x1={left} x2={0} y1={middle} y2={middle} />
    </>
  );
}
