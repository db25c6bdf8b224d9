import type { DashboardState } from '../../core/growth/dashboardState';
import type { Opened } from '../../core/growth/opened';
import type { DashboardMessage } from '../../core/protocol';
import { draw } from '../shared/draw';
import { connect } from '../shared/host';
import { Board } from './Board';
import { scopeIn } from './view';

const host = connect<DashboardState, DashboardMessage, Opened>(scopeIn);

host.onState((state, opened) => {
  const focused = document.activeElement;
  draw(<Board state={state} opened={opened} host={host} />);
  // Before Chromium 133 (VS Code 1.100 has 132), what moves to another place in its list loses the focus; it is still what the reader is at.
  if (focused instanceof HTMLElement && focused.isConnected && focused !== document.activeElement) focused.focus();
});
