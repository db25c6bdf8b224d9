import * as vscode from 'vscode';
import type { Cue, Plan } from '../../core/journal/schema';
import { CUES, type CueId } from '../../core/journal/values';
import { cueOf } from '../../core/plan/cues';
import { cueWords, weekdayNames, withCue, withWeekly } from '../../core/plan/planCues';
import { isTimeOfDay, USUAL_TIME } from '../../core/plan/weekly';
import type { Dialogue } from '../dialogue';

/** Changes the cues of a plan. */
export type CueChange = (plan: Plan) => Plan;

/** Asks what brings a plan up, all at once, then what those need to know that are chosen. Undefined where the person leaves. */
export async function askCues(dialogue: Dialogue, plan: Plan): Promise<CueChange | undefined> {
  const words = cueWords();
  const items = CUES.map((id) => ({ label: words[id], description: saidOf(cueOf(plan, id)), picked: cueOf(plan, id) !== undefined, id }));
  const chosen = await dialogue.pickSome(items, { title: vscode.l10n.t('Change the Plan ({0} of {1})', 3, 3), placeholder: vscode.l10n.t('Have the editor show it at its moment') });
  if (!chosen) return undefined;
  const changes: CueChange[] = CUES.filter((id) => !chosen.some((each) => each.id === id)).map((id) => (before) => withCue(before, id, undefined));
  for (const { id } of chosen) {
    const change = await askAbout(dialogue, id, cueOf(plan, id));
    if (!change) return undefined;
    changes.push(change);
  }
  return (before) => changes.reduce((changed, change) => change(changed), before);
}

const saidOf = ({ pattern, day, time }: Partial<Cue> = {}): string => pattern ?? (day === undefined ? '' : `${weekdayNames(vscode.env.language)[day - 1]} ${time}`);

function askAbout(dialogue: Dialogue, id: CueId, cue: Cue | undefined): Promise<CueChange | undefined> | CueChange {
  if (id === 'branch' || id === 'file') return askPattern(dialogue, id, cue);
  return id === 'weekly' ? askWeekly(dialogue, cue) : (plan) => withCue(plan, id, {});
}

/** Nothing typed takes the cue out. */
async function askPattern(dialogue: Dialogue, id: 'branch' | 'file', cue: Cue | undefined): Promise<CueChange | undefined> {
  const prompt = id === 'branch' ? vscode.l10n.t('Which branches? For example hotfix/*; several with commas.') : vscode.l10n.t('Which files or folders, from the root of the workspace? For example src/checkout or *.tf; several with commas.');
  const pattern = await dialogue.type({ title: cueWords()[id], prompt, value: cue?.pattern ?? (id === 'branch' ? 'hotfix/*' : '') });
  return pattern === undefined ? undefined : (plan) => withCue(plan, id, pattern === '' ? undefined : { pattern });
}

async function askWeekly(dialogue: Dialogue, cue: Cue | undefined): Promise<CueChange | undefined> {
  const title = cueWords().weekly;
  const days = weekdayNames(vscode.env.language).map((label, i) => ({ label, day: i + 1 }));
  const chosen = await dialogue.pick(days, { title, placeholder: vscode.l10n.t('On which day?') });
  const refuses = (text: string): string | undefined => (isTimeOfDay(text.trim()) ? undefined : vscode.l10n.t('A time of day, like 09:30.'));
  const time = chosen && (await dialogue.type({ title, prompt: vscode.l10n.t('At what time, in your zone?'), value: cue?.time ?? USUAL_TIME, refuses }));
  return chosen && time !== undefined ? (plan) => withWeekly(plan, chosen.day, time) : undefined;
}
