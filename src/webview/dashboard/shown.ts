import type { Series } from '../../core/growth/series';

/** A behaviour in the kind of incident that the reader looks at. */
export interface Shown {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly series: Series;
}

/** In the narrowest sidebar, older dots than these run out at the left. */
const FIT_ANYWHERE = 15;

/** Whether older occasions may be out of sight. */
export function isLong({ series }: Shown): boolean {
  return series.count + series.earlier > FIT_ANYWHERE;
}
