import type { DeepState } from '../../core/deep/deepState';
import { usePage, type PageSession } from '../shared/session';

/** The session of the page around, where that is the page of the deep path. */
export function useDeep(): PageSession<DeepState> {
  return usePage() as PageSession<DeepState>;
}
