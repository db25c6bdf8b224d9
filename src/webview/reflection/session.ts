import type { ReflectionState } from '../../core/reflection/reflectionState';
import { usePage, type PageSession } from '../shared/session';

/** The session of the page around, where that is the page of the screens. */
export function useSession(): PageSession<ReflectionState> {
  return usePage() as PageSession<ReflectionState>;
}
