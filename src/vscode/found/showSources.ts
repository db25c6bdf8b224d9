import * as vscode from 'vscode';
import { basename } from 'node:path';
import { DOCUMENT } from '../../core/found/listing';
import { claimKey } from '../../core/identity/claimFacts';
import { healthWords } from '../../core/looking/health';
import { GIT } from '../../core/signals/signalClaim';
import type { DocumentsMemory } from '../../sources/incidentDocuments';
import { locale } from '../place';
import { plain } from '../plain';
import { pick, type Row } from '../prompting/pick';
import type { Finding } from './finding';
import type { Looking } from './looking';
import { isOn, SETTINGS, type SourceId } from './sources';

/** *Show Sources*: each with its last look, what that came to, what it cost, and how it is. */
export async function showSources(finding: Finding): Promise<void> {
  const { sources } = finding;
  const listed = new Set(sources.claims.map(claimKey));
  const again = { label: `$(refresh) ${vscode.l10n.t('Look Again Now')}`, run: () => sources.look(true).then(() => showSources(finding)) };
  const rows: Row[] = ([DOCUMENT, GIT] as const).flatMap((id) => {
    const lookings = sources.of(id);
    return [heading(nameOf(id)), ...(lookings.length > 0 ? lookings.map((each) => rowOf(each, id, listed)) : [offRow(id)])];
  });
  await pick([...rows, heading(''), again], { title: vscode.l10n.t('Sources of Incidents'), placeHolder: vscode.l10n.t('Choose a source to change its setting. All of them stay on this machine.'), matchOnDetail: true });
}

const nameOf = (id: SourceId): string => (id === DOCUMENT ? vscode.l10n.t('Documents') : vscode.l10n.t('Git'));
const heading = (label: string): Row => ({ label, kind: vscode.QuickPickItemKind.Separator });

/** @param listed what stands in the list, by key: a commit that brought a document does not */
function rowOf({ options: { about }, memory, claims, isMine }: Looking, id: SourceId, listed: ReadonlySet<string>): Row {
  const count = claims.filter((claim) => listed.has(claimKey(claim))).length;
  const found = count === 1 ? vscode.l10n.t('1 found') : vscode.l10n.t('{0} found', count);
  const { state, took = 0, problems = [], cursor } = memory ?? {};
  const health = state?.health ?? {};
  const files = id === DOCUMENT ? Object.keys((cursor as DocumentsMemory | undefined)?.files ?? {}).length : undefined;
  const cost = memory === undefined ? '' : costWords(files, (took / 1000).toFixed(1));
  const icon = problems.length > 0 || health.trouble !== undefined ? '$(warning)' : '$(check)';
  return { label: `${icon} ${plain(basename(about))}`, description: found, detail: plain([healthWords(health, locale(), Date.now()), cost, isMine ? '' : vscode.l10n.t('Another window looks.'), ...problems].filter(Boolean).join(' ')), run: () => openSetting(id) };
}

/** @param files how many documents there are, where it looks at documents */
function costWords(files: number | undefined, seconds: string): string {
  if (files === undefined) return vscode.l10n.t('That took {0} s.', seconds);
  return files === 1 ? vscode.l10n.t('1 Markdown file, in {0} s.', seconds) : vscode.l10n.t('{0} Markdown files, in {1} s.', files, seconds);
}

function offRow(id: SourceId): Row {
  const why = !vscode.workspace.isTrusted
    ? vscode.l10n.t('Off in Restricted Mode. Trust this workspace to have it look.')
    : isOn(id)
      ? id === GIT
        ? vscode.l10n.t('There is no git repository here, or no git.')
        : vscode.l10n.t('No folder is open.')
      : vscode.l10n.t('Turned off in the settings.');
  return { label: `$(circle-slash) ${vscode.l10n.t('Nothing is looked at')}`, detail: why, run: () => openSetting(id) };
}

export const openSetting = (id: SourceId): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.openSettings', `@id:leadDebrief.sources.${SETTINGS[id]}`);
