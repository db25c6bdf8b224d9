import { access, constants, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import { lessonsInsertion } from '../../core/documents/lessonsPlace';
import { DOCUMENT, isFromDocument } from '../../core/found/listing';
import { newestFirst } from '../../core/incident/state';
import type { Incident } from '../../core/journal/schema';
import { lessonLines, lessonMarkdown, type LessonLine } from '../../core/share/lessonLines';
import { readDocument } from '../../sources/documentFile';
import type { Journal } from '../../store/journal';
import { PEOPLE_FILE } from '../../store/recordKind';
import { placeOf } from '../found/documentPlace';
import { locale } from '../place';
import { plain } from '../plain';
import { factWords, iconOf } from '../sidebar/incidentLook';
import { pickLines } from './pickLessons';
import { compareText } from './wholeText';

const heading = (): string => vscode.l10n.t('Insert My Lessons');
const say = (words: string): undefined => void vscode.window.showInformationMessage(words);

/**
 * Puts chosen lines of a finished reflection into the document that tells of its incident, once the person has seen them there: as a change of
 * the editor's, which can be undone and is not saved. Without people's names unless they are asked for.
 * @param id of the incident; where it is absent, the person is asked
 */
export async function insertLessons(journal: Journal, id: string | undefined): Promise<void> {
  await journal.refresh(); // who is to be hidden is what the files say now
  if (journal.problems().some((each) => each.file === PEOPLE_FILE)) return say(vscode.l10n.t('The list of people cannot be read, so their names could not be hidden. Nothing was inserted.'));
  const record = await chooseRecord(journal.records(), id);
  const file = record && (await chooseDocument(record));
  const document = file && (await openWritable(file));
  if (!record || !document) return;
  const of = (shown: 'alias' | 'name'): readonly LessonLine[] => lessonLines({ record, people: journal.people(), all: journal.records(), shown, locale: locale(), now: Date.now() });
  if (of('alias').length === 0) return say(vscode.l10n.t('This reflection has no lesson, plan, answer or promise that could be inserted.'));
  const lines = await pickLines(of, document.getText(), heading());
  if (lines && lines.length > 0) await insert(document, lines);
}

async function chooseRecord(records: readonly Incident[], id: string | undefined): Promise<Incident | undefined> {
  const able = records.filter((record) => record.reflection?.finished !== undefined && isFromDocument(record)).sort(newestFirst);
  const given = able.find((each) => each.id === id);
  if (given) return given;
  if (able.length === 0) return say(vscode.l10n.t('There is no finished reflection on an incident that a document tells of.'));
  const rows = able.map((incident) => ({ label: plain(incident.title), description: factWords(incident), iconPath: iconOf(incident), incident }));
  return (await vscode.window.showQuickPick(rows, { title: heading(), placeHolder: vscode.l10n.t('Of which reflection?') }))?.incident;
}

/** The document of the incident; which, where there are several. */
async function chooseDocument({ claims = [] }: Incident): Promise<string | undefined> {
  const told = claims.filter(({ source }) => source === DOCUMENT);
  const files = [...new Set(told.flatMap((claim) => placeOf(claim) ?? []).map(({ folder, path }) => join(folder, path)))];
  if (files.length === 0) return say(vscode.l10n.t('The document is not in an open folder: {0}', told[0]?.ref ?? ''));
  if (files.length === 1) return files[0];
  const rows = files.map((file) => ({ label: plain(basename(file)), description: plain(vscode.workspace.asRelativePath(file)), file }));
  return (await vscode.window.showQuickPick(rows, { title: heading(), placeHolder: vscode.l10n.t('Into which document?') }))?.file;
}

/** Opens a document that can be changed and saved so that all else of it stays as it is; says why where it cannot. */
async function openWritable(file: string): Promise<vscode.TextDocument | undefined> {
  const name = basename(file);
  const isWritable = await Promise.all([access(file, constants.W_OK), stat(file)]).then(([, { mode }]) => (mode & 0o222) !== 0, () => false);
  if (!isWritable) return say(vscode.l10n.t('{0} cannot be written, so nothing was inserted.', name));
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
  const { text } = await readDocument(file);
  // The editor gives a file one kind of line end, and letters of another code are lost in it: saving would change more than what is inserted.
  if (document.isDirty || (text !== undefined && !text.includes('\uFFFD') && text === document.getText())) return document;
  return say(vscode.l10n.t('{0} has line ends of two kinds, or is no text in UTF-8, so saving it would change more of it. Nothing was inserted.', name));
}

async function insert(document: vscode.TextDocument, lines: readonly LessonLine[]): Promise<void> {
  const before = document.getText();
  const insertion = lessonsInsertion(before, lines.map(lessonMarkdown));
  const name = basename(document.uri.fsPath);
  const after = before.slice(0, insertion.at) + insertion.text + before.slice(insertion.at);
  const close = await compareText(document.uri, after, name, vscode.l10n.t('{0}: with your lessons', name));
  const yes = { label: vscode.l10n.t('Insert'), detail: vscode.l10n.t('It is not saved yet, and Undo takes it back.') };
  const where = insertion.isNew ? vscode.l10n.t('Below a new heading at the end of {0}: {1}', name, insertion.heading) : vscode.l10n.t('In {0}, below its heading: {1}', name, insertion.heading);
  const answer = await vscode.window.showQuickPick([yes, { label: vscode.l10n.t('Do Not Insert') }], { title: heading(), placeHolder: where, ignoreFocusOut: true });
  await close();
  if (answer !== yes) return;
  if (document.getText() !== before) return say(vscode.l10n.t('{0} was changed meanwhile, so nothing was inserted.', name));
  const [edit, at] = [new vscode.WorkspaceEdit(), document.positionAt(insertion.at)];
  edit.insert(document.uri, at, insertion.text);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  if (!(await vscode.workspace.applyEdit(edit))) return say(vscode.l10n.t('{0} cannot be written, so nothing was inserted.', name));
  editor.selection = new vscode.Selection(at, document.positionAt(insertion.at + insertion.text.length));
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
