import * as vscode from 'vscode';
import { isAbsolute, join, relative } from 'node:path';
import { FEWEST_MOMENTS } from '../../core/drill/cut';
import type { DrillStory } from '../../core/drill/story';
import { progressWords } from '../../core/drill/words';
import { pathInFolder } from '../../core/found/documentPath';
import { DOCUMENT, isFromDocument } from '../../core/found/listing';
import { incidentState, isReplay, newestFirst } from '../../core/incident/state';
import { dayWords } from '../../core/incident/times';
import { roleWords } from '../../core/incident/words';
import type { Incident } from '../../core/journal/schema';
import { mayOpen } from '../../core/reflection/screens';
import { foldersOnDisk, locale } from '../place';
import { plain } from '../plain';
import type { Row } from '../prompting/pick';
import { iconOf } from '../sidebar/incidentLook';
import { readDrills, type ReadDrill } from './drillFiles';
import type { Practising } from './practising';

/** What choosing a row does. */
export interface Begin {
  readonly story: (story: DrillStory) => PromiseLike<unknown>;
  readonly incident: (incident: Incident) => PromiseLike<unknown>;
  readonly document: (incident: Incident) => PromiseLike<unknown>;
}

/** Where a team keeps its drills, below each open folder. */
const TEAM_FOLDERS = ['drills', 'docs/drills', '.lead-debrief/drills'];

/** All that can be practised with: what was begun, drills that are ready, those of the team, own incidents, documents; then files that cannot be used. */
export async function drillRows({ journal, folder, extension, found }: Practising, begin: Begin): Promise<readonly Row[]> {
  const ready = await readDrills(join(extension.fsPath, 'drills'), 'ready');
  const team = await readTeamDrills(folder.fsPath);
  const records = [...journal.records()].sort(newestFirst);
  const own = records.filter(mayReplay);
  const documents = found.all.map(({ incident }) => incident).filter(isFromDocument);
  const bad = [...ready, ...team].flatMap(badRow);
  return [
    ...group(vscode.l10n.t('Begun'), records.filter((record) => isReplay(record) && incidentState(record) === 'draft').map(begunRow)),
    ...group(vscode.l10n.t('Ready'), ready.flatMap((each) => storyRow(each, begin))),
    ...group(vscode.l10n.t('Of your team'), team.flatMap((each) => storyRow(each, begin))),
    ...group(vscode.l10n.t('Your incidents'), own.filter(hasEnough).map((record) => incidentRow(record, begin))),
    ...group(vscode.l10n.t('Your incidents of which little is noted: git is asked first'), own.filter((record) => !hasEnough(record)).map((record) => incidentRow(record, begin))),
    ...group(vscode.l10n.t('Incident documents'), documents.map((incident) => documentRow(incident, begin))),
    ...group(vscode.l10n.t('Cannot be used'), bad),
    ...(vscode.workspace.isTrusted ? [] : group(vscode.l10n.t('Restricted Mode'), [restrictedRow()])),
  ];
}

/** Those of the open folders, and of the journal's own. None in Restricted Mode, as of every other source. */
async function readTeamDrills(journal: string): Promise<readonly ReadDrill[]> {
  if (!vscode.workspace.isTrusted) return [];
  const folders = new Set([...foldersOnDisk().flatMap((each) => TEAM_FOLDERS.map((below) => join(each, below))), join(journal, 'drills')]);
  return (await Promise.all([...folders].map((each) => readDrills(each, 'team')))).flat();
}

/** An own incident that is over and whose evidence is open: before the guess of its reflection nothing of it is shown. */
export const mayReplay = (record: Incident): boolean => !isReplay(record) && record.cancelled === undefined && record.window.end !== undefined && mayOpen('evidence', record);

/** Whether the record alone holds enough moments. */
const hasEnough = ({ evidence = [], foresight = [], incidentNotes = [] }: Incident): boolean => evidence.length + foresight.length + incidentNotes.length >= FEWEST_MOMENTS;

const group = (label: string, rows: readonly Row[]): readonly Row[] => (rows.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows]);

function begunRow(record: Incident): Row {
  const description = [record.drill && progressWords(record.drill), dayWords(record.window.start, locale(), Date.now())].filter(Boolean).join(', ');
  return { label: plain(record.title), description, iconPath: new vscode.ThemeIcon('edit'), run: () => vscode.commands.executeCommand('leadDebrief.openReflection', record.id) };
}

function storyRow({ file, story }: ReadDrill, begin: Begin): readonly Row[] {
  if (!story) return [];
  const { title, minutes, role, points, source } = story;
  const facts = [
    minutes !== undefined && vscode.l10n.t('about {0} min', minutes),
    points.length === 1 ? vscode.l10n.t('1 decision') : vscode.l10n.t('{0} decisions', points.length),
    role && roleWords()[role].toLowerCase(),
  ];
  const description = facts.filter(Boolean).join(', ');
  return [{ label: plain(title), description, ...(source === 'team' && { detail: plain(pathOf(file)) }), iconPath: new vscode.ThemeIcon('beaker'), run: () => begin.story(story) }];
}

function incidentRow(incident: Incident, begin: Begin): Row {
  return { label: plain(incident.title), description: dayWords(incident.window.start, locale(), Date.now()), iconPath: iconOf(incident), run: () => begin.incident(incident) };
}

function documentRow(incident: Incident, begin: Begin): Row {
  const claim = (incident.claims ?? []).find(({ source }) => source === DOCUMENT);
  const description = [dayWords(incident.window.start, locale(), Date.now()), pathInFolder(claim?.ref ?? '')].join(', ');
  return { label: plain(incident.title), description: plain(description), iconPath: new vscode.ThemeIcon('file'), run: () => begin.document(incident) };
}

/** A file that cannot be used is left as it is, and said: which, where in it, why, and what to do. */
function badRow(read: ReadDrill): readonly Row[] {
  if (read.story) return [];
  const { file, line, column, reason } = read;
  const at = new vscode.Position(line - 1, column - 1);
  return [
    {
      label: plain(pathOf(file)),
      description: vscode.l10n.t('line {0}, column {1}', line, column),
      detail: plain(vscode.l10n.t('{0}. Choose it to open it there; correct it, and it is listed above.', reason)),
      iconPath: new vscode.ThemeIcon('warning'),
      run: () => vscode.window.showTextDocument(vscode.Uri.file(file), { selection: new vscode.Range(at, at) }),
    },
  ];
}

const restrictedRow = (): Row => ({
  label: vscode.l10n.t('Drills of your team and incident documents are not read here'),
  detail: vscode.l10n.t('Trust this workspace to practise with them.'),
  iconPath: new vscode.ThemeIcon('shield'),
  run: () => vscode.commands.executeCommand('workbench.trust.manage'),
});

/** Below the open folder that has it. */
function pathOf(file: string): string {
  const paths = foldersOnDisk().map((folder) => relative(folder, file)).filter((path) => !path.startsWith('..') && !isAbsolute(path));
  return (paths[0] ?? file).replaceAll('\\', '/');
}
