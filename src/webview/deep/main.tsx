import { render } from 'preact';
import type { DeepState } from '../../core/deep/deepState';
import type { DeepPlace } from '../../core/deep/places';
import type { ReflectionMessage } from '../../core/protocol';
import type { TextField } from '../../core/reflection/textField';
import { keepFocus } from '../reflection/keepFocus';
import { SessionContext } from '../reflection/session';
import { Typing } from '../reflection/typing';
import { connect } from '../shared/host';
import { DeepPage } from './DeepPage';

const host = connect<DeepState, ReflectionMessage>();
const root = document.getElementById('root');
const typing = new Typing();
let state: DeepState | undefined;

/** Every key goes to the editor at once, which delays the writing. */
function type(field: TextField, text: string, options = { post: true }): void {
  const base = typing.type(field, text);
  if (options.post) host.post({ type: 'answer', field, text, base });
  show();
}

const go = (place: string): void => host.post({ type: 'deepen', place: place as DeepPlace });

function show(): void {
  if (!state || !root) return;
  const { place, names, sections } = state;
  const tabs = sections.map(({ id, name }) => ({ id, name, mayOpen: true }));
  render(
    <SessionContext.Provider value={{ state, post: host.post, typing, type, here: place, tabs, names, go }}>
      <DeepPage />
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
