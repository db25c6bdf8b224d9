import * as vscode from 'vscode';
import type { Incident } from '../../core/journal/schema';
import { rangesIn, recordsIn, typedRange } from '../../core/share/range';
import { inDialogue } from '../dialogue';
import { locale } from '../place';
import { plain } from '../plain';
import { factWords, iconOf } from '../sidebar/incidentLook';

type Chosen = readonly Incident[] | 'quarter' | undefined;
type Row = vscode.QuickPickItem & { readonly choose: () => Thenable<Chosen> | Chosen };

const heading = (): string => vscode.l10n.t('Share');

/** Asks what to share: the reflection in front, several, a range of time, or a quarter to look back on. Undefined where the person leaves. */
export async function chooseRecords(records: readonly Incident[], current: string | undefined): Promise<Chosen> {
  const front = records.find(({ id }) => id === current);
  const rows: readonly Row[] = [
    ...(front ? [{ label: vscode.l10n.t('This reflection'), description: plain(front.title), choose: () => [front] }] : []),
    { label: vscode.l10n.t('One or several…'), description: vscode.l10n.t('tick them in a list'), choose: () => tick(records) },
    { label: vscode.l10n.t('A range of time…'), description: vscode.l10n.t('all that began in it'), choose: () => askRange(records) },
    { label: vscode.l10n.t('A quarter, looked back on…'), description: vscode.l10n.t('what you led, whom you thanked, which plans were acted on'), choose: () => 'quarter' },
  ];
  const placeHolder = vscode.l10n.t('What do you want to share? You see all of it before it leaves.');
  return (await vscode.window.showQuickPick(rows, { title: heading(), placeHolder }))?.choose();
}

async function tick(records: readonly Incident[]): Promise<Chosen> {
  const rows = records.map((incident) => ({ label: plain(incident.title), description: factWords(incident), iconPath: iconOf(incident), incident }));
  const placeholder = vscode.l10n.t('Tick what to share. Nothing leaves yet.');
  const ticked = await inDialogue((dialogue) => dialogue.pickSome(rows, { title: heading(), matchOnDescription: true, placeholder, ignoreFocusOut: false }));
  return ticked?.map(({ incident }) => incident);
}

async function askRange(records: readonly Incident[]): Promise<Chosen> {
  const where = { locale: locale(), now: Date.now() };
  const ranges = rangesIn(records, where).map((range) => ({ label: range.words, description: countWords(range.records.length), choose: (): Chosen => range.records }));
  const rows: readonly Row[] = [...ranges, { label: vscode.l10n.t('Other days…'), description: vscode.l10n.t('type them'), choose: () => typeRange(records) }];
  return (await vscode.window.showQuickPick(rows, { title: heading(), placeHolder: vscode.l10n.t('Of which time?') }))?.choose();
}

async function typeRange(records: readonly Incident[]): Promise<Chosen> {
  const typed = await vscode.window.showInputBox({
    title: heading(),
    prompt: vscode.l10n.t('From and to, both included, like 2026-04-01 to 2026-06-14.'),
    ignoreFocusOut: true,
    validateInput: (text) => {
      const range = typedRange(text, locale());
      if ('problem' in range) return range.problem;
      return recordsIn(records, range).length > 0 ? undefined : vscode.l10n.t('Nothing began then.');
    },
  });
  const range = typed === undefined ? undefined : typedRange(typed, locale());
  return range && 'start' in range ? recordsIn(records, range) : undefined;
}

/** "3 incidents". */
export function countWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 incident') : vscode.l10n.t('{0} incidents', count);
}
