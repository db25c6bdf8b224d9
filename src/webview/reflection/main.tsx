import { render } from 'preact';
import type { ReflectionMessage, ScreenId } from '../../core/protocol';
import type { ReflectionState } from '../../core/reflection/reflectionState';
import type { TextField } from '../../core/reflection/textField';
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

const go = (tab: string): void => host.post({ type: 'open', screen: tab as ScreenId });

function show(): void {
  if (!state || !root) return;
  const { screen, tabs, person } = state;
  const names = person.name === undefined ? person.names : [...person.names, person.name];
  render(
    <SessionContext.Provider value={{ state, post: host.post, typing, type, here: screen, tabs, names, go }}>
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
