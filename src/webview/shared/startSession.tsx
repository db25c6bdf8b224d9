import { render, type JSX } from 'preact';
import type { ReflectionMessage } from '../../core/protocol';
import type { TypedPageState } from '../../core/reflection/reflectionState';
import { connect } from './host';
import { keepFocus } from './keepFocus';
import { SessionContext, type PageSession, type Whereabouts } from './session';
import { Typing } from './typing';

type Post = PageSession['post'];

/**
 * Starts a page on which something is typed: each state is drawn, with what is being typed on top of it, and the keys that the editor
 * catches go back to it. Once a page.
 * @param Page the whole page; its parts take the session from `usePage`
 * @param whereabouts what the shared parts of a page need of this kind of state
 */
export function startSession<State extends TypedPageState>(Page: () => JSX.Element, whereabouts: (state: State, post: Post) => Whereabouts): void {
  const host = connect<State, ReflectionMessage>();
  const root = document.getElementById('root');
  if (!root) return;
  const typing = new Typing();
  let state: State | undefined;

  /** Every key goes to the editor at once, which delays the writing: a page that delays loses text when its tab closes. */
  const type: PageSession['type'] = (field, text, options = { post: true }) => {
    const base = typing.type(field, text);
    if (options.post) host.post({ type: 'answer', field, text, base });
    show();
  };

  const show = (): void => {
    if (!state) return;
    const session: PageSession<State> = { state, post: host.post, typing, type, ...whereabouts(state, host.post) };
    render(
      <SessionContext.Provider value={session}>
        <Page />
      </SessionContext.Provider>,
      root,
    );
  };

  keepFocus(root);
  host.onState((next) => {
    state = next;
    typing.receive(next);
    host.remember({ id: next.id, reading: false });
    show();
  });
  host.onKey((key) => state && host.post(whereabouts(state, host.post).keys?.[key] ?? { type: key }));
}
