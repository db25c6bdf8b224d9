import * as vscode from 'vscode';
import { dayWords } from '../../core/incident/times';
import type { Incident, Lesson } from '../../core/journal/schema';
import { dueLessons, isTaught, noteRecall, retireLesson, takeBackRetiring } from '../../core/plan/lesson';
import { writeText } from '../../core/reflection/texts';
import type { Journal } from '../../store/journal';
import { shownTitle } from '../hiding';
import { offer } from '../offer';
import { locale, newId } from '../place';
import { pick } from '../prompting/pick';
import { saveOrSay } from '../saving';

/**
 * Recall first, then reveal: what was typed is compared by the lead, and not kept. Then the lesson can be reworded, or retired.
 * @param given the incident; the lesson that is due longest where absent
 */
export async function recallLesson(journal: Journal, given: string | undefined): Promise<void> {
  await journal.load();
  await journal.whenLoaded;
  const due = dueLessons(journal.records(), locale().zone, Date.now());
  const chosen = given === undefined ? due[0]?.incident : journal.records().find((each) => each.id === given && isTaught(each.lesson));
  if (!chosen?.lesson) return void vscode.window.showInformationMessage(vscode.l10n.t('No lesson is due.'));
  const { id, title, window, lesson } = chosen;
  const prompt = vscode.l10n.t('What did you take from {0}, {1}? What you type is not kept.', title, dayWords(window.start, locale(), Date.now()));
  const typed = await vscode.window.showInputBox({ title: vscode.l10n.t('Recall a Lesson'), prompt, ignoreFocusOut: true });
  if (typed === undefined) return;
  const recalled = await askWhether(lesson, typed.trim());
  if (recalled === undefined) return;
  const isDue = due.some(({ incident }) => incident.id === id);
  const noted = !isDue || (await saveOrSay(() => journal.update(id, (record) => noteRecall(record, recalled, { now: new Date().toISOString(), newId }))));
  if (noted) await askWhatNow(journal, chosen, lesson);
}

/** Whether the lead remembered it, beside what they typed. Undefined where they leave. */
async function askWhether({ text }: Lesson, typed: string): Promise<boolean | undefined> {
  const [remembered, forgotten] = [vscode.l10n.t('I Remembered It'), vscode.l10n.t('I Did Not')];
  const detail = typed === '' ? '' : vscode.l10n.t('You typed: {0}', typed);
  const answer = await vscode.window.showInformationMessage(text, { modal: true, detail }, remembered, forgotten);
  return answer === undefined ? undefined : answer === remembered;
}

/** Leaving the list keeps it. */
async function askWhatNow(journal: Journal, { id }: Incident, lesson: Lesson): Promise<void> {
  const rows = [
    { label: vscode.l10n.t('Keep It'), detail: vscode.l10n.t('It comes back as often as a lesson does: 3, 10, 30 and 90 days after the reflection.'), run: async () => undefined },
    { label: vscode.l10n.t('Reword It…'), detail: vscode.l10n.t('What it said before stays in the reflection.'), run: () => reword(journal, id, lesson) },
    { label: vscode.l10n.t('Retire It'), detail: vscode.l10n.t('It comes back no more, and stays in the journal.'), run: () => retire(journal, id) },
  ];
  await pick(rows, { title: vscode.l10n.t('The Lesson'), placeHolder: lesson.text });
}

async function reword(journal: Journal, id: string, { text }: Lesson): Promise<void> {
  const validateInput = (typed: string): string | undefined => (typed.trim() === '' ? vscode.l10n.t('A lesson needs words. To have none, retire it.') : undefined);
  const typed = await vscode.window.showInputBox({ title: vscode.l10n.t('Reword the Lesson'), value: text, ignoreFocusOut: true, validateInput });
  if (typed === undefined) return;
  const now = new Date().toISOString();
  await saveOrSay(() => journal.update(id, (record) => writeText(record, 'lesson', typed, { now, newId, session: now })), typed);
}

async function retire(journal: Journal, id: string): Promise<void> {
  const saved = await saveOrSay(() => journal.update(id, (record) => retireLesson(record, new Date().toISOString())));
  if (!saved) return;
  await offer(vscode.l10n.t('The lesson of {0} is retired.', shownTitle(saved.title)), {
    [vscode.l10n.t('Undo')]: () => saveOrSay(() => journal.update(id, takeBackRetiring)),
  });
}
