import type { Drill, DrillPoint } from '../journal/drillSchema';

/** A page of a drill: the situation, a decision before and after what happened, the end, a plan for next time. */
export type DrillPage =
  | { readonly kind: 'situation' }
  | { readonly kind: 'ask' | 'told'; readonly point: DrillPoint; readonly index: number }
  | { readonly kind: 'end' }
  | { readonly kind: 'plan' };

type Pages = Pick<Drill, 'points' | 'page' | 'reached'>;

/** The page that says how it ended. The first is 0. */
export const endPage = ({ points }: Pages): number => 2 * points.length + 1;

/** The number of the last page, where a plan can be made. */
export const lastPage = (drill: Pages): number => endPage(drill) + 1;

/** The last page that may be shown, within what there is. Behind the end nothing is left to reveal. */
export function reachedPage(drill: Pages): number {
  const reached = Math.max(drill.reached ?? 0, 0);
  return reached >= endPage(drill) ? lastPage(drill) : reached;
}

/** Where the lead is: never behind what was reached. */
export const currentPage = (drill: Pages): number => Math.min(Math.max(drill.page ?? 0, 0), reachedPage(drill));

/** What a page is. One that is not there is the nearest one. */
export function pageAt(drill: Pages, page: number): DrillPage {
  if (page <= 0) return { kind: 'situation' };
  const index = Math.floor((page - 1) / 2);
  const point = drill.points[index];
  if (point) return { kind: page % 2 === 1 ? 'ask' : 'told', point, index };
  return { kind: page > endPage(drill) ? 'plan' : 'end' };
}

/** The page on which a decision is asked for. */
export const askPage = (index: number): number => 1 + 2 * index;
