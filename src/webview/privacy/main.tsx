import { render } from 'preact';
import type { PrivacyMessage } from '../../core/protocol';
import type { PrivacyState } from '../../core/privacy/state';
import { connect } from '../shared/host';
import { Privacy } from './Privacy';

const host = connect<PrivacyState, PrivacyMessage>();
const root = document.getElementById('root') ?? document.body;

host.onState((state) => render(<Privacy state={state} post={host.post} />, root));
