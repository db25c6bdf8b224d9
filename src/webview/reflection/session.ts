import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReflectionMessage, TextField } from '../../core/protocol';
import type { ReflectionState } from '../../core/reflection/reflectionState';
import type { Typing } from './typing';

/** What every part of the page needs: the state, the line to the editor, and what is being typed. */
export interface PageSession {
  readonly state: ReflectionState;
  readonly post: (message: ReflectionMessage) => void;
  readonly typing: Typing;
  /** A text as it stands after a key; `post: false` while a composition (IME) is under way. */
  readonly type: (field: TextField, text: string, options?: { readonly post: boolean }) => void;
}

export const SessionContext = createContext<PageSession | undefined>(undefined);

/** The session of the page around. */
export function useSession(): PageSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('outside of a page');
  return session;
}
