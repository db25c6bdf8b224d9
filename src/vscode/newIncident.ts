import * as vscode from 'vscode';
import { fromLocalFields, localFields, storedTime, windowWords } from '../core/incident/times';
import { windowProblem } from '../core/incident/window';
import type { Incident } from '../core/journal/schema';
import { FORMAT } from '../core/journal/values';
import { locale, newId } from './place';

interface Window {
  readonly start: string;
  readonly end: string;
}

const HOUR = 3_600_000;
/** "2026-05-14 14:02 to 15:37", or both with a day. */
const TYPED = /^\s*(\d{4}-\d{2}-\d{2})[ T](\d{1,2}:\d{2})\s*(?:to|-|–|until)\s*(?:(\d{4}-\d{2}-\d{2})[ T])?(\d{1,2}:\d{2})\s*$/;

/** Asks for a title. Resolves to undefined where the person leaves. */
export async function askTitle(): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Incident (1 of 2): Title'),
    prompt: vscode.l10n.t('What do people call it?'),
    placeHolder: vscode.l10n.t('Payment timeouts'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A few words are enough.') : undefined),
  });
  return title?.trim();
}

/** Asks when it was: a rough window in one key, or exact times. They can be corrected on the first screen. */
export async function askWindow(now: number): Promise<Window | undefined> {
  const items = roughWindows(now).map(({ label, ...window }) => ({ label, description: windowWords(window, locale(), now), window }));
  const exact = { label: vscode.l10n.t('Exact times…'), description: vscode.l10n.t('Type them'), window: undefined };
  const chosen = await vscode.window.showQuickPick([...items, exact], {
    title: vscode.l10n.t('New Incident (2 of 2): When'),
    placeHolder: vscode.l10n.t('When was it, roughly? You can correct it next.'),
    ignoreFocusOut: true,
  });
  return chosen && (chosen.window ?? askExactWindow(now));
}

/** Windows that need no typing, newest first, in whole five minutes. */
function roughWindows(now: number): readonly (Window & { readonly label: string })[] {
  const rounded = Math.floor(now / 300_000) * 300_000;
  const ago = (label: string, end: number, length: number): Window & { label: string } => ({
    label,
    start: storedTime(rounded - end - length),
    end: storedTime(rounded - end),
  });
  const earlier = ago(vscode.l10n.t('Earlier today'), 4 * HOUR, HOUR);
  const day = (time: string): string => localFields(time, locale().zone).slice(0, 10);
  return [
    ago(vscode.l10n.t('It ended just now'), 0, HOUR),
    ...(day(earlier.start) === day(storedTime(now)) ? [earlier] : []),
    ago(vscode.l10n.t('About this time yesterday'), 24 * HOUR, HOUR),
  ];
}

async function askExactWindow(now: number): Promise<Window | undefined> {
  const { zone } = locale();
  const end = localFields(storedTime(now), zone);
  const start = localFields(storedTime(now - HOUR), zone);
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Incident (2 of 2): When'),
    prompt: vscode.l10n.t('From and to, in your time ({0}), like 2026-05-14 14:02 to 15:37.', zone),
    value: `${start.replace('T', ' ')} ${vscode.l10n.t('to')} ${start.slice(0, 10) === end.slice(0, 10) ? end.slice(11) : end.replace('T', ' ')}`,
    ignoreFocusOut: true,
    validateInput: (text) => parseWindow(text, now).problem,
  });
  return typed === undefined ? undefined : parseWindow(typed, now).window;
}

/** A typed window, or what is wrong with it as a sentence. */
function parseWindow(text: string, now: number): { window?: Window; problem?: string } {
  const match = TYPED.exec(text);
  if (!match) return { problem: vscode.l10n.t('Write it like 2026-05-14 14:02 to 15:37.') };
  const [, day = '', from = '', endDay = day, to = ''] = match;
  const { zone } = locale();
  const start = fromLocalFields(`${day}T${from.padStart(5, '0')}`, zone);
  const end = fromLocalFields(`${endDay}T${to.padStart(5, '0')}`, zone);
  const problem = windowProblem(start, end, now);
  return problem === undefined && start !== undefined && end !== undefined ? { window: { start, end } } : { problem: problem ?? '' };
}

/** A new record: named by the lead, real until said otherwise. */
export function newIncident(title: string, window: Window, now: number): Incident {
  return {
    format: FORMAT,
    id: newId(),
    title,
    window: { ...window, startFrom: 'person', endFrom: 'person' },
    kind: 'real',
    claims: [{ id: newId(), source: 'person', seen: storedTime(now) }],
  };
}
