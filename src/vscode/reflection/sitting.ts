import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';

/* What is loaded with the first reflection that is opened: a bundle of its own, which most windows never need. */

if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });

export { EvidenceReader } from './evidenceReader';
export { ReflectionPanel } from './panel';
