import { render } from 'preact';
import type { TableMessage } from '../../core/protocol';
import type { TableState } from '../../core/tableImport/tableState';
import { connect } from '../shared/host';
import { TablePage } from './TablePage';

const host = connect<TableState, TableMessage>();
const root = document.getElementById('root') ?? document.body;
let framed = true;

host.onState((state) => {
  if (framed) root.replaceChildren(); // the static frame that stood here for the first paint
  framed = false;
  render(<TablePage state={state} post={host.post} />, root);
});
