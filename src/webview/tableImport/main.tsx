import type { TableMessage } from '../../core/protocol';
import type { TableState } from '../../core/tableImport/tableState';
import { draw } from '../shared/draw';
import { connect } from '../shared/host';
import { TablePage } from './TablePage';

const host = connect<TableState, TableMessage>();
host.onState((state) => draw(<TablePage state={state} post={host.post} />));
