import type { OccasionList } from '../../core/growth/occasionList';
import type { Series } from '../../core/growth/series';

/** A behaviour in the kind of incident that the reader looks at. */
export interface Shown {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly series: Series;
}

/** The open occasions, where they are of this behaviour. */
export function openOf({ id }: Shown, open: OccasionList | undefined): OccasionList | undefined {
  return open?.behaviour === id ? open : undefined;
}
