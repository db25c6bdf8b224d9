import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageKey } from '../../core/pageKeys';
import type { ReflectionMessage } from '../../core/protocol';
import type { TypedPageState } from '../../core/reflection/reflectionState';
import type { TextField } from '../../core/reflection/textField';
import type { Typing } from './typing';

/** What every part of a page needs on which something is typed: the state, the line to the editor, and what is being typed. */
export interface PageSession<State extends TypedPageState = TypedPageState> extends Whereabouts {
  readonly state: State;
  readonly post: (message: ReflectionMessage) => void;
  readonly typing: Typing;
  /** A text as it stands after a key; `post: false` while a composition (IME) is under way. */
  readonly type: (field: TextField, text: string, options?: { readonly post: boolean }) => void;
}

/** What a page reads from its own kind of state, for the parts that it shares with others. */
export interface Whereabouts {
  /** Where the reader is, and where else they can go. */
  readonly here: string;
  readonly tabs: readonly { readonly id: string; readonly name: string; readonly mayOpen: boolean }[];
  readonly go: (tab: string) => void;
  /** What stands before the tabs on which more was changed in two places, where they are no screens. */
  readonly elsewhere?: string;
  /** Who may be meant in a text. */
  readonly names: readonly string[];
  /** What a key of the page asks for here, where that is something else than its name says. */
  readonly keys?: Readonly<Partial<Record<PageKey, ReflectionMessage>>>;
}

export const SessionContext = createContext<PageSession | undefined>(undefined);

/** The session of the page around. */
export function usePage(): PageSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('outside of a page');
  return session;
}
