import { render } from 'preact';
import type { ReflectionMessage, TextField } from '../../core/protocol';
import type { ReflectionState } from '../../core/reflection/reflectionState';
import { connect } from '../shared/host';
import { keepFocus } from './keepFocus';
import { Page } from './Page';
import { SessionContext } from './session';
import { Typing } from './typing';

const host = connect<ReflectionState, ReflectionMessage>();
const root = document.getElementById('root');
const typing = new Typing();
let state: ReflectionState | undefined;

/** Every key goes to the editor at once, which delays the writing: a page that delays loses text when its tab closes. */
function type(field: TextField, text: string, options = { post: true }): void {
  const base = typing.type(field, text);
  if (options.post) host.post({ type: 'answer', field, text, base });
  show();
}

function show(): void {
  if (!state || !root) return;
  render(
    <SessionContext.Provider value={{ state, post: host.post, typing, type }}>
      <Page />
    </SessionContext.Provider>,
    root,
  );
}

if (root) keepFocus(root);
host.onState((next) => {
  state = next;
  typing.receive(next);
  host.remember({ id: next.id, reading: false });
  show();
});
host.onKey((key) => host.post({ type: key }));
