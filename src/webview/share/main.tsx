import { render } from 'preact';
import type { ShareMessage } from '../../core/protocol';
import type { ShareState } from '../../core/share/shareState';
import { connect } from '../shared/host';
import { SharePage } from './SharePage';

const host = connect<ShareState, ShareMessage>();
const root = document.getElementById('root') ?? document.body;
let framed = true;

host.onState((state) => {
  if (framed) root.replaceChildren(); // the static frame that stood here for the first paint
  framed = false;
  render(<SharePage state={state} post={host.post} />, root);
});
