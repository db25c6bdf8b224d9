import * as vscode from 'vscode';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EXCLUDE, isExcluded, type Excluded } from '../../core/privacy/copies';
import type { EditorFacts, GitLook, PlaceFacts, PlaceId, PrivacyFacts } from '../../core/privacy/facts';
import { readGitPrivacy } from '../../sources/gitPrivacy';
import { readAccess } from '../../store/access';
import { hasJournal } from '../../store/whereabouts';
import { gitPath } from '../git';
import type { Place } from '../place';

/** Looks at everything that *Check Privacy* shows. Reads only. @param storage the editor's own folder for the extension, absolute */
export async function lookAtPrivacy(place: Place, storage: string, signal: AbortSignal): Promise<PrivacyFacts> {
  const { journal } = place;
  await journal?.load();
  await journal?.whenLoaded;
  const folder = place.journal && place.folder.fsPath;
  const id = journal?.facts()?.id;
  const wanted: readonly (readonly [PlaceId, string])[] = [
    ...(folder === undefined ? [] : ([['journal', folder], ...(await leftBeside(folder))] as const)),
    ...(id === undefined ? [] : ([['backups', join(storage, 'backups', id)]] as const)),
    ['asked', join(storage, 'prompts')],
  ];
  const places = await Promise.all(wanted.map(async ([name, path]): Promise<PlaceFacts> => ({ id: name, path, access: await readAccess(path) })));
  return {
    places: places.filter((each) => each.id === 'journal' || each.access.kind !== 'none'),
    ...(!place.journal && { noJournal: place.reason }),
    shared: journal?.facts()?.shared === true,
    founded: folder !== undefined && hasJournal(folder),
    people: journal?.people().people.length ?? 0,
    git: folder === undefined ? { kind: 'noPlace' } : await lookAtGit(folder, signal),
    editor: editorFacts(),
    platform: process.platform,
  };
}

/** Where the journal was before it was moved from here. */
async function leftBeside(folder: string): Promise<readonly (readonly [PlaceId, string])[]> {
  const names = await readdir(dirname(folder)).catch(() => []);
  return names.filter((name) => name.startsWith(`${basename(folder)}-moved-`)).map((name) => ['left', join(dirname(folder), name)] as const);
}

async function lookAtGit(folder: string, signal: AbortSignal): Promise<GitLook> {
  if (!vscode.workspace.isTrusted) return { kind: 'restricted' };
  const git = await gitPath();
  return git === undefined ? { kind: 'missing' } : { kind: 'looked', facts: await readGitPrivacy({ folder, git, signal }) };
}

function editorFacts(): EditorFacts {
  const settings = vscode.workspace.getConfiguration();
  return {
    localHistory: settings.get('workbench.localHistory.enabled', true),
    excluded: isExcluded(settings.get<Excluded>(EXCLUDE, {})),
    hotExit: settings.get('files.hotExit', 'onExit'),
  };
}
