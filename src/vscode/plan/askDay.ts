import * as vscode from 'vscode';
import { localDay, plainDayWords } from '../../core/incident/times';
import { typedDays } from '../../core/incident/typedDays';
import { locale } from '../place';
import type { Dialogue } from '../dialogue';

const DAY = 86_400_000;

type DayItem = vscode.QuickPickItem & { readonly day?: string };

/** By when: a day like 2026-05-14, or '' for none. Undefined where the person leaves. @param before the day that it has; offered first */
export async function askDay(dialogue: Dialogue, title: string, before?: string): Promise<string | undefined> {
  const inDays = (days: number): string => localDay(new Date(Date.now() + days * DAY).toISOString(), locale().zone);
  const items: readonly DayItem[] = [
    ...(before === undefined ? [] : [{ label: vscode.l10n.t('By {0}, as it is', plainDayWords(before, locale(), Date.now())), day: before }]),
    { label: vscode.l10n.t('In a week'), description: inDays(7), day: inDays(7) },
    { label: vscode.l10n.t('In two weeks'), description: inDays(14), day: inDays(14) },
    { label: vscode.l10n.t('In a month'), description: inDays(30), day: inDays(30) },
    { label: vscode.l10n.t('Another day…') },
    { label: vscode.l10n.t('No day'), day: '' },
  ];
  const chosen = await dialogue.pick(items, { title, placeholder: vscode.l10n.t('By when?') });
  if (!chosen || chosen.day !== undefined) return chosen?.day;
  const refuses = (text: string): string | undefined => (isDay(text.trim()) ? undefined : vscode.l10n.t('A day, like {0}.', inDays(14)));
  return dialogue.type({ title, prompt: vscode.l10n.t('By when?'), value: inDays(14), refuses });
}

/** A whole day, with its month and day in two digits, that the calendar has. */
function isDay(text: string): boolean {
  return typedDays(text)?.first === text;
}
