import * as vscode from 'vscode';
import type { EvidenceEntry } from '../../core/evidence/entry';
import type { Incident } from '../../core/journal/schema';
import { tieLesson as tied, type LessonTies } from '../../core/plan/lesson';
import { behaviour, behavioursAskedIn } from '../../core/reflection/behaviours';
import { behavioursToRate } from '../../core/reflection/ratings';
import { readChangedFiles } from '../../sources/changedFiles';
import { inDialogue } from '../dialogue';
import { gitPath } from '../git';
import { plain } from '../plain';
import type { ReflectionSession } from '../reflection/session';

/** Files of so many commits are offered; those of the turning points come first. */
const COMMITS = 8;
const FILES = 60;

interface Tie extends vscode.QuickPickItem {
  readonly tie?: readonly [kind: keyof LessonTies, value: string];
}

/** Chooses what a lesson is about, so that it comes back where it can be used. What is proposed is what the reflection named. */
export async function tieLesson(session: ReflectionSession): Promise<void> {
  const { record } = session;
  if (!record?.lesson) return;
  const now = record.lesson;
  const isNew = !now.files && !now.services && !now.behaviours;
  const files = await filesOf(session);
  const rows = [
    ...group(vscode.l10n.t('Files'), 'files', [...new Set([...(now.files ?? []), ...files.all])], (file) => (isNew ? files.ofMoment.includes(file) : now.files?.includes(file))),
    ...group(vscode.l10n.t('Services'), 'services', [...new Set([...(now.services ?? []), ...(record.services ?? [])])], (service) => isNew || now.services?.includes(service)),
    ...group(vscode.l10n.t('Behaviours'), 'behaviours', behavioursFor(record), (id) => (isNew ? behavioursToRate(record)[1] === id : now.behaviours?.includes(id)), (id) => behaviour(id)?.name ?? id),
  ];
  const title = vscode.l10n.t('What Is the Lesson About?');
  const placeholder = vscode.l10n.t('It then comes up when such an incident is declared, and above these files where that is switched on.');
  const chosen = await inDialogue((dialogue) => dialogue.pickSome(rows, { title, placeholder, matchOnDescription: true }));
  if (!chosen) return;
  const valuesOf = (kind: keyof LessonTies): readonly string[] => chosen.flatMap(({ tie }) => (tie?.[0] === kind ? [tie[1]] : []));
  session.change((before) => tied(before, { files: valuesOf('files'), services: valuesOf('services'), behaviours: valuesOf('behaviours') }));
}

function group(label: string, kind: keyof LessonTies, values: readonly string[], picked: (value: string) => boolean | undefined, nameOf = (value: string): string => value): readonly Tie[] {
  if (values.length === 0) return [];
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...values.map((value): Tie => ({ label: plain(nameOf(value)), picked: picked(value) === true, tie: [kind, value] }))];
}

/** Those that were rated come first. */
function behavioursFor(record: Incident): readonly string[] {
  const rated = behavioursToRate(record).flatMap((id) => id ?? []);
  return [...new Set([...rated, ...behavioursAskedIn(record.kind).map(({ id }) => id)])];
}

/** The files that the moment's change touched, then those of the turning points and of the others, as far as git says. */
async function filesOf(session: ReflectionSession): Promise<{ readonly all: readonly string[]; readonly ofMoment: readonly string[] }> {
  if (!vscode.workspace.isTrusted) return { all: [], ofMoment: [] };
  const git = (await gitPath()) ?? 'git';
  const entries = [...(session.state()?.evidence.entries ?? [])].filter(({ commit }) => commit !== undefined).sort((a, b) => weight(b) - weight(a)).slice(0, COMMITS);
  const lists = await Promise.all(entries.map(async (entry) => ({ entry, files: await filesIn(entry, session.rootOf(entry), git) })));
  const ofMoment = lists.filter(({ entry }) => entry.moment).flatMap(({ files }) => files);
  return { all: [...new Set(lists.flatMap(({ files }) => files))].slice(0, FILES), ofMoment };
}

const weight = ({ moment, kind }: EvidenceEntry): number => (moment ? 2 : 0) + (kind === 'revert' ? 1 : 0);

async function filesIn({ commit }: EvidenceEntry, root: string | undefined, git: string): Promise<readonly string[]> {
  if (commit === undefined || root === undefined) return [];
  return (await readChangedFiles({ root, git, commit })).files.map(({ path }) => path);
}
