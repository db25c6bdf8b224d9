import { render } from 'preact';
import type { DashboardState } from '../../core/growth/dashboardState';
import type { Opened } from '../../core/growth/opened';
import type { DashboardMessage } from '../../core/protocol';
import { connect } from '../shared/host';
import { Board } from './Board';
import { scopeIn } from './view';

const host = connect<DashboardState, DashboardMessage, Opened>(scopeIn);
const root = document.getElementById('root') ?? document.body;
let framed = true;

host.onState((state, opened) => {
  if (framed) root.replaceChildren(); // the static frame that stood here for the first paint
  framed = false;
  const focused = document.activeElement;
  render(<Board state={state} opened={opened} host={host} />, root);
  // Before Chromium 133 (VS Code 1.100 has 132), what moves to another place in its list loses the focus; it is still what the reader is at.
  if (focused instanceof HTMLElement && focused.isConnected && focused !== document.activeElement) focused.focus();
});
