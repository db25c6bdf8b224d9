// A drill. A bundle of its own: most windows never practise.
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';

if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });

export { drillState } from '../../core/drill/drillStateOf';
export { deepFrame } from '../deep/deepFrame';
export { handleDrill } from './drillHandlers';
