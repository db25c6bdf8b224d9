// Incidents that are found in documents and in git. A bundle of its own, loaded once the editor is idle, where a source is on.
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';

if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });

export { Finding } from './finding';
export { readToldDocuments } from './toldDocuments';
