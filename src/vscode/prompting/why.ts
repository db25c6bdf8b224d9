import * as vscode from 'vscode';
import { shorten } from '../../core/growth/shorten';
import { momentWords } from '../../core/incident/times';
import { allowAgain, askAgain, neverChoices } from '../../core/prompting/answers';
import { explain, explainPrompting, type Telling } from '../../core/prompting/explain';
import type { IncidentVerdict } from '../../core/prompting/gate';
import { neverName } from '../../core/prompting/neverName';
import type { NeverFor } from '../../core/prompting/history';
import type { Reason } from '../../core/prompting/reason';
import { PROMPT_PREFIX, type SettingProblem } from '../../core/prompting/settings';
import { locale } from '../place';
import { plain } from '../plain';
import type { Judgement } from './prompter';
import type { Questions } from './questions';
import { pick, type Pick, type Row } from './pick';

const TITLE = 100;
/** What the lead answered, and can take back. */
const ANSWERED: readonly Reason['code'][] = ['later', 'started', 'notAnIncident', 'skipped', 'never'];

/** *Why Did It Ask?*: what it does now, when it last asked, and each incident that waits, with what would change it. */
export async function sayWhy(judgement: Judgement, problems: readonly SettingProblem[], questions: Questions): Promise<void> {
  const { circumstances, history, verdict } = judgement;
  const telling: Telling = { settings: circumstances.settings, locale: locale(), now: circumstances.now };
  const { now, lastAsk } = explainPrompting(verdict, history, circumstances.records, telling);
  const rows: Row[] = [
    line(problemOf(judgement) ?? now),
    line(lastAsk?.what ?? vscode.l10n.t('It has not asked yet.'), lastAsk?.why),
    ...group(vscode.l10n.t('Settings that cannot be used'), problems.map(({ setting, sentence }) => ({ label: setting, detail: sentence, run: () => openSetting(setting) }))),
    ...group(vscode.l10n.t('Not looked back at'), verdict.incidents.map((each) => incidentRow(each, judgement, telling, questions))),
    ...group(vscode.l10n.t('Never asked about'), (history.neverFor ?? []).map((what) => neverRow(what, questions))),
  ];
  const placeHolder = vscode.l10n.t('Choose a line to change what it says.');
  await pick(rows, { title: vscode.l10n.t('Why Did It Ask?'), placeHolder, matchOnDetail: true });
}

function problemOf({ problem }: Judgement): string | undefined {
  return problem === undefined ? undefined : vscode.l10n.t('Nothing is asked, since that could not be noted. {0}', problem);
}

const line = (label: string, detail?: string): Pick => ({ label: plain(label), ...(detail !== undefined && { detail }), run: openSettings });

const group = (label: string, rows: readonly Row[]): readonly Row[] => (rows.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows] : []);

const openSetting = (id: string): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.openSettings', `@id:${id}`);

/** All that asking depends on. Not `@id:…*`: VS Code 1.100 knows no star there, and finds nothing. */
const openSettings = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.openSettings', PROMPT_PREFIX);

function incidentRow(verdict: IncidentVerdict, { history }: Judgement, telling: Telling, questions: Questions): Row {
  const { incident, reason } = verdict;
  const { sentence, setting } = explain({ reason }, telling); // when it can ask is said beside the title: a line is no longer than the list is wide
  const when = explain(verdict, telling).sentence === sentence ? '' : timeWords(verdict.until ?? '', telling);
  const row = { label: plain(shorten(incident.title, TITLE)), description: when, detail: plain(sentence) };
  if (setting !== undefined) return { ...row, run: () => openSetting(setting) };
  const never = neverChoices(incident).filter(({ kind, name }) => (history.neverFor ?? []).some((each) => each.kind === kind && each.name === name));
  const takeBack: Pick = {
    label: reason.code === 'never' ? vscode.l10n.t('Ask About {0} Again', plain(shorten(reason.name, TITLE))) : vscode.l10n.t('Ask About It Again'),
    run: () => questions.note((before) => askAgain(reason.code === 'never' ? never.reduce(allowAgain, before) : before, incident.id, Date.now())),
  };
  const start = { label: vscode.l10n.t('Look Back at It Now'), run: () => vscode.commands.executeCommand('leadDebrief.openReflection', incident.id) };
  const rows = ANSWERED.includes(reason.code) ? [takeBack, start] : [start];
  return { ...row, run: () => pick(rows, { title: shorten(incident.title, TITLE), placeHolder: sentence }) };
}

const timeWords = (until: string, { locale: shown, now }: Telling): string => vscode.l10n.t('can ask from {0} on', momentWords(until, shown, now));

function neverRow(what: NeverFor, questions: Questions): Pick {
  const name = plain(shorten(neverName(what), TITLE));
  return { label: name, detail: vscode.l10n.t('Choose this line to be asked about it again.'), run: () => questions.note((history) => allowAgain(history, what)) };
}
