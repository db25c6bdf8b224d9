import * as vscode from 'vscode';
import { cancelIncident, changeStart, handOver, isOpen, reopenIncident, resolveIncident, type NotedMoment } from '../../core/incident/life';
import { newestFirst } from '../../core/incident/state';
import { fromLocalFields, localFields, windowWords } from '../../core/incident/times';
import { durationWords, windowProblem } from '../../core/incident/window';
import type { Incident } from '../../core/journal/schema';
import type { Journal } from '../../store/journal';
import { offer } from '../offer';
import { shownTitle } from '../hiding';
import { part } from '../parts';
import { locale, newId } from '../place';
import { saveOrSay } from '../saving';
import { chooseOpen } from './chooseOpen';

/** As many of the newest as can be looked through. */
const LISTED = 50;
/** "14:02", or with a day before it. */
const TYPED = /^\s*(?:(\d{4}-\d{2}-\d{2})[ T])?(\d{1,2}:\d{2})\s*$/;

/** The incident is over. Asks which, if several are open. */
export async function resolve(journal: Journal, given?: string): Promise<void> {
  const incident = await chooseOpen(journal, vscode.l10n.t('Resolve the Incident'), given);
  const now = new Date().toISOString();
  const saved = incident && (await saveOrSay(() => journal.update(incident.id, (record) => resolveIncident(record, now))));
  if (!saved) return;
  part('atCue').noteResolved(journal, saved.id);
  const { start, end = start } = saved.window;
  const length = durationWords(Date.parse(end) - Date.parse(start));
  await offer(vscode.l10n.t('{0} is over. It took {1}.', shownTitle(saved.title), length), { [vscode.l10n.t('Reopen')]: () => reopenOne(journal, saved.id) });
}

/** A false alarm: it leaves no reflection. */
export async function cancel(journal: Journal, given?: string): Promise<void> {
  const incident = await chooseOpen(journal, vscode.l10n.t('Cancel (False Alarm)'), given);
  const now = new Date().toISOString();
  const saved = incident && (await saveOrSay(() => journal.update(incident.id, (record) => cancelIncident(record, now))));
  if (saved) await offer(vscode.l10n.t('{0} is called off: a false alarm.', shownTitle(saved.title)), { [vscode.l10n.t('Reopen')]: () => reopenOne(journal, saved.id) });
}

/** It came back. Lists what is over, newest first. */
export async function reopen(journal: Journal, given?: string): Promise<void> {
  await journal.load();
  await journal.whenLoaded;
  const id = given ?? (await chooseOver(journal.records().filter((record) => !isOpen(record))));
  if (id !== undefined) await reopenOne(journal, id);
}

async function chooseOver(over: readonly Incident[]): Promise<string | undefined> {
  if (over.length === 0) return void vscode.window.showInformationMessage(vscode.l10n.t('There is no incident to reopen.'));
  const newest = [...over].sort(newestFirst).slice(0, LISTED);
  const items = newest.map(({ id, title, window }) => ({ label: shownTitle(title), description: windowWords(window, locale(), Date.now()), id }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Reopen'), placeHolder: vscode.l10n.t('Which one came back?'), matchOnDescription: true });
  return picked?.id;
}

async function reopenOne(journal: Journal, id: string): Promise<void> {
  const moment = momentNow();
  await saveOrSay(() => journal.update(id, (record) => reopenIncident(record, moment)));
}

/** It began before it was noticed. */
export async function askStart(journal: Journal, given?: string): Promise<void> {
  const title = vscode.l10n.t('Change Start Time');
  const incident = await chooseOpen(journal, title, given);
  if (!incident) return;
  const { zone } = locale();
  const typed = await vscode.window.showInputBox({
    title: `${title}: ${shownTitle(incident.title)}`,
    prompt: vscode.l10n.t('When did it begin, in your time ({0})? Like 14:02, or 2026-05-14 14:02.', zone),
    value: localFields(incident.window.start, zone).replace('T', ' '),
    ignoreFocusOut: true,
    validateInput: (text) => parseStart(text, Date.now()).problem,
  });
  const start = typed === undefined ? undefined : parseStart(typed, Date.now()).start;
  const moment = momentNow();
  if (start !== undefined) await saveOrSay(() => journal.update(incident.id, (record) => changeStart(record, start, moment)), typed);
}

/** A typed start, or what is wrong with it as a sentence. A time alone is the last such time before now. */
function parseStart(text: string, now: number): { start?: string; problem?: string } {
  const match = TYPED.exec(text);
  if (!match) return { problem: vscode.l10n.t('Write it like 14:02, or 2026-05-14 14:02.') };
  const { zone } = locale();
  const time = (match[2] ?? '').padStart(5, '0');
  const dayOf = (at: number): string => localFields(new Date(at).toISOString(), zone).slice(0, 10);
  const on = (day: string): string | undefined => fromLocalFields(`${day}T${time}`, zone);
  const today = on(match[1] ?? dayOf(now));
  const start = match[1] === undefined && today !== undefined && Date.parse(today) > now ? on(dayOf(now - 86_400_000)) : today;
  const isAhead = start !== undefined && Date.parse(start) > now; // and not: the end is before it
  const problem = windowProblem(start, isAhead ? start : new Date(now).toISOString(), now);
  return problem === undefined && start !== undefined ? { start } : { problem: problem ?? '' };
}

/** Somebody else leads from now on. */
export async function askSuccessor(journal: Journal, given?: string): Promise<void> {
  const title = vscode.l10n.t('Hand Over the Lead');
  const incident = await chooseOpen(journal, title, given);
  const name = incident && (await vscode.window.showInputBox({ title: `${title}: ${shownTitle(incident.title)}`, prompt: vscode.l10n.t('Who leads from now on? It becomes a note on the timeline.'), ignoreFocusOut: true }));
  if (!incident || !name?.trim()) return;
  const moment = momentNow();
  await saveOrSay(() => journal.update(incident.id, (record) => handOver(record, name.trim(), moment)), name);
}

/** One moment for all tries of a save, so that a note keeps its id. */
function momentNow(): NotedMoment {
  const id = newId();
  return { now: new Date().toISOString(), newId: () => id, locale: locale() };
}
