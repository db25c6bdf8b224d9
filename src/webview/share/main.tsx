import type { ShareMessage } from '../../core/protocol';
import type { ShareState } from '../../core/share/shareState';
import { draw } from '../shared/draw';
import { connect } from '../shared/host';
import { SharePage } from './SharePage';

const host = connect<ShareState, ShareMessage>();
host.onState((state) => draw(<SharePage state={state} post={host.post} />));
