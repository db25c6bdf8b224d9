import * as vscode from 'vscode';
import { isPastLimit, loadOf, loadWords } from '../../core/growth/load';
import { reopenSeek, seekOf, setSeek, settleSeek, type Seek } from '../../core/growth/seek';
import { seekRoleWords } from '../../core/incident/words';
import type { JournalFacts } from '../../core/journal/schema';
import { SEEK_ROLES, type SeekEnd, type SeekRole } from '../../core/journal/values';
import type { Journal } from '../../store/journal';
import { locale, newId } from '../place';
import { plain } from '../plain';
import { askDay } from './askDay';
import { Dialogue } from '../dialogue';
import { isBegun, offerUndo, saveFacts } from './exposing';

const STEPS = 4;
const titleOf = (step: number): string => vscode.l10n.t('To Seek Next ({0} of {1})', step, STEPS);
const now = (): string => new Date().toISOString();

/** Asks for the situation that the lead wants to step towards: which, in which role, whose backing, by when. No words take it back, with an undo; leaving changes nothing. */
export async function askGoal(journal: Journal): Promise<void> {
  if (!(await isBegun(journal))) return;
  const facts = journal.facts();
  const before = seekOf(facts);
  const dialogue = new Dialogue();
  const seek = await askSeek(dialogue, before, promptWords(journal)).finally(() => dialogue.dispose());
  if (!seek) return;
  const set = await saveFacts(journal, (current) => setSeek(current, seek, before?.goal ?? '', now()), seek.goal);
  if (!set || seek.goal !== '' || !before) return;
  const back = (current: JournalFacts): JournalFacts => (seekOf(current) ? current : { ...current, goal: before.goal, ...(facts?.seek && { seek: facts.seek }) });
  await offerUndo(vscode.l10n.t('What to seek next was taken back.'), () => saveFacts(journal, back, before.goal));
}

/** What is asked first. Past the limit that comes before it, and nothing urges. */
function promptWords(journal: Journal): string {
  const load = loadOf(journal.records(), journal.facts()?.loadLimit, locale().zone, Date.now());
  if (isPastLimit(load)) return vscode.l10n.t('{0} This can wait. Leave it empty to take it back.', loadWords(load));
  return vscode.l10n.t('Which real situation do you want to step towards? Leave it empty to take it back.');
}

async function askSeek(dialogue: Dialogue, before: Seek | undefined, prompt: string): Promise<Seek | undefined> {
  const goal = await dialogue.type({ title: titleOf(1), prompt, value: before?.goal ?? '' });
  if (goal === undefined || goal === '') return goal === undefined ? undefined : { goal };
  const role = await askRole(dialogue, before?.role);
  if (role === undefined) return undefined;
  const whose = vscode.l10n.t('With whose backing? Somebody who knows of it, and is there. It may stay empty.');
  const backing = await dialogue.type({ title: titleOf(3), prompt: whose, value: before?.backing ?? '' });
  const by = backing === undefined ? undefined : await askDay(dialogue, titleOf(4), before?.by);
  if (backing === undefined || by === undefined) return undefined;
  return { goal, ...(role && { role }), ...(backing !== '' && { backing }), ...(by !== '' && { by }) };
}

/** The role that it has comes first. Null for none, undefined where the person leaves. */
async function askRole(dialogue: Dialogue, before: SeekRole | undefined): Promise<SeekRole | null | undefined> {
  const words = seekRoleWords();
  const roles = SEEK_ROLES.map((role): { readonly label: string; readonly role: SeekRole | null } => ({ label: words[role], role }));
  const items = [...roles, { label: vscode.l10n.t('No role in particular'), role: null }];
  const first = items.filter(({ role }) => before !== undefined && role === before);
  return (await dialogue.pick([...first, ...items.filter((each) => !first.includes(each))], { title: titleOf(2), placeholder: vscode.l10n.t('In which role?') }))?.role;
}

/** Asks what came of what is sought: met, sought on by another day, or put aside. Each can be undone. */
export async function settleGoal(journal: Journal): Promise<void> {
  if (!(await isBegun(journal))) return;
  const seek = seekOf(journal.facts());
  if (!seek) return void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is sought.'));
  const items = [
    { label: vscode.l10n.t('I met it'), act: () => settle(journal, seek, 'met', vscode.l10n.t('It was met.')) },
    { label: vscode.l10n.t('It has not come: I seek it further'), detail: vscode.l10n.t('By another day, or none.'), act: () => seekFurther(journal, seek) },
    { label: vscode.l10n.t('I put it aside'), detail: vscode.l10n.t('It stays in the journal, and is not asked about again.'), act: () => settle(journal, seek, 'dropped', vscode.l10n.t('It was put aside.')) },
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('What Came of What You Sought'), placeHolder: plain(seek.goal) });
  await chosen?.act();
}

async function settle(journal: Journal, { goal }: Seek, became: SeekEnd, words: string): Promise<void> {
  const set = await saveFacts(journal, (facts) => settleSeek(facts, goal, became, { now: now(), newId }));
  if (set) await offerUndo(words, () => saveFacts(journal, (facts) => reopenSeek(facts, goal)));
}

async function seekFurther(journal: Journal, { by: before, ...seek }: Seek): Promise<void> {
  const dialogue = new Dialogue();
  const by = await askDay(dialogue, vscode.l10n.t('To Seek Next')).finally(() => dialogue.dispose());
  if (by === undefined) return;
  const change = (day: string | undefined) => saveFacts(journal, (facts) => (seekOf(facts)?.goal === seek.goal ? setSeek(facts, { ...seek, ...(day !== undefined && { by: day }) }, seek.goal, now()) : facts));
  const set = await change(by === '' ? undefined : by);
  if (set) await offerUndo(vscode.l10n.t('It is sought further.'), () => change(before));
}
