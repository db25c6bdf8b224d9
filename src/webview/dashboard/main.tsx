import { render } from 'preact';
import type { DashboardState } from '../../core/growth/dashboardState';
import type { DashboardMessage } from '../../core/protocol';
import { connect } from '../shared/host';
import { Board } from './Board';
import { scopeIn } from './view';

const host = connect<DashboardState, DashboardMessage>(scopeIn);
const root = document.getElementById('root') ?? document.body;
let framed = true;

host.onState((state) => {
  if (framed) root.replaceChildren(); // the static frame that stood here for the first paint
  framed = false;
  render(<Board state={state} host={host} />, root);
});
