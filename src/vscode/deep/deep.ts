// The deep path. A bundle of its own: most windows never go into it.
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';

if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });

export { deepState } from '../../core/deep/deepStateOf';
export { deepFrame } from './deepFrame';
export { handleDeep } from './deepHandlers';
