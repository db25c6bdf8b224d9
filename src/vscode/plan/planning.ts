import * as vscode from 'vscode';
import { ledgerWords } from '../../core/incident/words';
import type { Incident, Plan } from '../../core/journal/schema';
import { LEDGER } from '../../core/journal/values';
import { closePlan, noteLedger } from '../../core/plan/ledger';
import { openPlan } from '../../core/plan/openPlan';
import { sameSense } from '../../core/plan/recall';
import { noteRehearsal } from '../../core/plan/rehearsal';
import { turnBack, type PlanPart } from '../../core/plan/turnBack';
import { planWords } from '../../core/plan/words';
import { inPlan, writeText } from '../../core/reflection/texts';
import type { Journal } from '../../store/journal';
import { newId } from '../place';
import { saveOrSay } from '../saving';
import { askCues } from './askCues';
import { inDialogue, type Dialogue } from '../dialogue';

/* A bundle of its own: what is asked about plans, promises and exposure outside a reflection. */

export { askLoadLimit } from './exposing';
export { askGoal, settleGoal } from './seeking';

/** What is done to the open plan: asks first, and gives no change where the person leaves. */
type PlanQuestion = (plan: Plan) => Promise<Asked | undefined>;
interface Asked {
  readonly change: (record: Incident) => Incident;
  /** What was typed for it. */
  readonly typed?: string;
}

/** Notes whether the moment of the open plan came. @param after the incident in which it was asked */
export const notePlan = (journal: Journal, after: string | undefined): Promise<void> => changeOpenPlan(journal, askWhatCame(after));

/** Closes the open plan, after a question. */
export const giveUpPlan = (journal: Journal): Promise<void> => changeOpenPlan(journal, askToGiveUp);

/** Changes the words of the open plan, and what brings it up. What it said before stays as a revision. */
export const changePlan = (journal: Journal): Promise<void> => changeOpenPlan(journal, askForWords);

/** The open plan typed from memory once more, then shown beside it. What is typed is not kept, unless the lead takes it for the plan. */
export const rehearsePlan = (journal: Journal): Promise<void> => changeOpenPlan(journal, askFromMemory);

/** Changes the one plan that is open, also where the command comes before the journal was read. Says where there is none. */
async function changeOpenPlan(journal: Journal, ask: PlanQuestion): Promise<void> {
  await whole(journal);
  const open = openPlan(journal.records());
  if (!open) return void vscode.window.showInformationMessage(vscode.l10n.t('There is no open plan.'));
  const asked = await ask(open.plan);
  if (asked) await saveOrSay(() => journal.update(open.incident.id, asked.change), asked.typed);
}

async function whole(journal: Journal): Promise<void> {
  await journal.load();
  await journal.whenLoaded;
}

const askWhatCame = (after: string | undefined): PlanQuestion => async (plan) => {
  const words = ledgerWords();
  const items = LEDGER.filter((did) => did !== 'absent').map((did) => ({ label: words[did], did }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Its Moment Came'), placeHolder: planWords(plan) });
  return chosen && { change: (record) => noteLedger(record, chosen.did, { now: new Date().toISOString(), newId, ...(after !== undefined && { after }) }) };
};

/** Its ledger stays in the record. */
const askToGiveUp: PlanQuestion = async (plan) => {
  const give = vscode.l10n.t('Give It Up');
  const detail = vscode.l10n.t('What you noted about it stays in the journal.');
  const answer = await vscode.window.showWarningMessage(planWords(plan), { modal: true, detail }, give);
  return answer === give ? { change: (record) => closePlan(record, new Date().toISOString()) } : undefined;
};

const askForWords: PlanQuestion = (plan) => inDialogue(async (dialogue) => {
  const cue = await askPart(dialogue, 'cue', plan.cue ?? '');
  const act = cue === undefined ? undefined : await askPart(dialogue, 'act', plan.act ?? '');
  if (cue === undefined || act === undefined) return undefined;
  const cues = await askCues(dialogue, plan);
  const now = new Date().toISOString();
  const step = { now, newId, session: now };
  const worded = (record: Incident): Incident => writeText(writeText(record, 'plan.cue', cue, step), 'plan.act', act, step);
  return { typed: `${cue}\n${act}`, change: (record) => (cues ? inPlan(worded(record), step, cues) : worded(record)) };
});

const askFromMemory: PlanQuestion = async (plan) => {
  const [cue, act] = await inDialogue(async (dialogue) => {
    const first = await askMemory(dialogue, 1, vscode.l10n.t('When I next see …'));
    return [first, first === undefined ? undefined : await askMemory(dialogue, 2, vscode.l10n.t('I will …'))];
  });
  if (cue === undefined || act === undefined) return undefined;
  const [keep, take] = [vscode.l10n.t('Keep the Plan'), vscode.l10n.t('Take the New Words')];
  const isSame = sameSense(plan.cue ?? '', cue) && sameSense(plan.act ?? '', act);
  const detail = cue + act === '' ? '' : vscode.l10n.t('You typed: {0}', planWords({ cue, act }));
  const isWhole = cue !== '' && act !== '';
  const answer = await vscode.window.showInformationMessage(planWords(plan), { modal: true, detail }, keep, ...(isSame || !isWhole ? [] : [take]));
  if (answer === undefined) return undefined;
  const now = new Date().toISOString();
  const step = { now, newId, session: now };
  const worded = (record: Incident): Incident => (answer === take ? writeText(writeText(record, 'plan.cue', cue, step), 'plan.act', act, step) : record);
  return { change: (record) => noteRehearsal(worded(record), now) };
};

function askMemory(dialogue: Dialogue, step: number, prompt: string): Promise<string | undefined> {
  return dialogue.type({ title: vscode.l10n.t('Type the Plan from Memory ({0} of 2)', step), prompt: vscode.l10n.t('{0} It need not match word for word, and is not kept.', prompt) });
}

/** A part that would be turned back says why, and is taken all the same: the lead knows better. */
function askPart(dialogue: Dialogue, part: PlanPart, value: string): Promise<string | undefined> {
  const [step, prompt] = part === 'cue' ? [1, vscode.l10n.t('When I next see …')] : [2, vscode.l10n.t('I will …')];
  const refuses = (text: string): string | undefined => (text.trim() === '' ? vscode.l10n.t('A plan needs both halves.') : undefined);
  return dialogue.type({ title: vscode.l10n.t('Change the Plan ({0} of {1})', step, 3), prompt, value, refuses, warns: (text) => turnBack(part, text) });
}
