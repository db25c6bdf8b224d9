import type { Drill, DrillPoint } from '../journal/drillSchema';

/** A page of a drill: the situation, a decision before and after what happened, the end. */
export type DrillPage =
  | { readonly kind: 'situation' }
  | { readonly kind: 'ask' | 'told'; readonly point: DrillPoint; readonly index: number }
  | { readonly kind: 'end' };

type Pages = Pick<Drill, 'points' | 'page' | 'reached'>;

/** The number of the last page; the first is 0. */
export const lastPage = ({ points }: Pages): number => 2 * points.length + 1;

/** The last page that was shown, within what there is. */
export const reachedPage = (drill: Pages): number => Math.min(Math.max(drill.reached ?? 0, 0), lastPage(drill));

/** Where the lead is: never behind what was reached. */
export const currentPage = (drill: Pages): number => Math.min(Math.max(drill.page ?? 0, 0), reachedPage(drill));

/** What a page is. One that is not there is the nearest one. */
export function pageAt(drill: Pages, page: number): DrillPage {
  if (page <= 0) return { kind: 'situation' };
  const index = Math.floor((page - 1) / 2);
  const point = drill.points[index];
  return point ? { kind: page % 2 === 1 ? 'ask' : 'told', point, index } : { kind: 'end' };
}

/** The page on which a decision is asked for. */
export const askPage = (index: number): number => 1 + 2 * index;
