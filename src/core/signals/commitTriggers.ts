import { saysReland, saysRevert } from '../evidence/revert';
import { operationalHarm, productionHarm } from './harm';
import { incidentMention } from './incidentMention';
import { bodyText, isSquashList, prose, subjectText } from './prose';
import {
  BOT,
  DEVELOPMENT_ONLY,
  EMERGENCY,
  EMERGENCY_BODY,
  HOTFIX,
  MERGED_BY_PROGRAM,
  NEVER_DEPLOYED,
  PLANNED,
  PLANNED_DONE,
  REVERT_MERGE,
  REVERT_QUOTING,
  REVERT_WORDS,
  ROLLBACK,
  ROLLBACK_REASON,
} from './subjects';
import type { Trigger } from './trigger';
import { isRare, type WordRates } from './wordRates';

/** What a commit says by itself. */
export interface CommitWords {
  readonly subject: string;
  readonly body: string;
  /** Its author's name, through .mailmap. */
  readonly author: string;
}

/** What a revert undoes, where that is known. */
export interface UndoneChange {
  readonly subject: string;
  readonly author: string;
  /** From its landing to the landing of the revert, in hours. */
  readonly hours: number;
  /** The two did not land together. */
  readonly apart: boolean;
}

/** What is known around a commit. */
export interface CommitSurroundings {
  /** Undefined: every word counts as rare. */
  readonly rates?: WordRates | undefined;
  readonly undone?: UndoneChange | undefined;
  /** It brought an incident document, judged by its content. */
  readonly addsDocument?: boolean;
}

/** What speaks for an incident in one commit, and against it. Looks at no more than 1,000 signs of a subject and 16,000 of a body. */
export function commitTriggers(words: CommitWords, { rates, undone, addsDocument = false }: CommitSurroundings = {}): readonly Trigger[] {
  const [subject, body] = [subjectText(words.subject), bodyText(words.body)];
  const said = prose(body);
  const text = `${subject}.\n${said}`;
  const isReland = saysReland(subject);
  const found = new Set<Trigger>();
  const add = (trigger: Trigger, holds: boolean): void => void (holds && found.add(trigger));
  add('incidentMention', isRare('incident', rates) && incidentMention(text) !== undefined);
  add('prodHarm', productionHarm(text) !== undefined);
  if (saysRevert(subject) && !isReland) for (const trigger of revertTriggers({ subject, said, isList: isSquashList(body) }, undone)) found.add(trigger);
  add('reland', isReland);
  if (ROLLBACK.test(subject) && isRare('rollback', rates)) found.add(hasReason(subject, said) ? 'rollbackOps' : 'rollbackSubj');
  add('emergency', EMERGENCY.test(subject) || EMERGENCY_BODY.test(said));
  add('hotfixRare', HOTFIX.test(subject) && isRare('hotfix', rates));
  add('docAdded', addsDocument);
  add('bot', BOT.test(words.author) && !MERGED_BY_PROGRAM.test(subject));
  return [...found];
}

const hasReason = (subject: string, said: string): boolean =>
  operationalHarm(said) !== undefined || (/\bdue to\b/i.test(subject) && ROLLBACK_REASON.test(subject));

/** An undoing within three minutes was a slip, and one after 30 days is no setback: hours. */
const SLIP = 0.05;
const DAY = 24;
const MONTH = 720;

interface RevertText {
  readonly subject: string;
  readonly said: string;
  /** Its body lists what was squashed. */
  readonly isList: boolean;
}

function* revertTriggers({ subject, said, isList }: RevertText, undone: UndoneChange | undefined): Generator<Trigger> {
  const reason = reasonOf(subject, said);
  if (!isList && operationalHarm(reason) !== undefined) yield 'revertOps';
  const isPlain = REVERT_QUOTING.test(subject) || REVERT_MERGE.test(subject);
  if (isPlain && undone && undone.hours > SLIP) {
    if (undone.hours <= DAY && undone.apart) yield 'quickRevert';
    else if (undone.hours > DAY && undone.hours <= MONTH) yield 'slowRevert';
  }
  const undoneSubject = subjectText(undone?.subject ?? '');
  if (PLANNED.test(`${undoneSubject} ${subject}`)) yield 'planned';
  if (PLANNED_DONE.test(said) || NEVER_DEPLOYED.test(said)) yield 'plannedDone';
  if (DEVELOPMENT_ONLY.test(reason) || DEVELOPMENT_ONLY.test(undoneSubject)) yield 'devOnly';
  if (undone && BOT.test(undone.author)) yield 'bot';
}

/** Why something was undone: without the quoted subject and the name of a branch, which speak of the change. */
function reasonOf(subject: string, said: string): string {
  const fromBody = said.replace(/^\s*Revert(?:s|ed)?(?:\s*:)?\s*["“'].*$/gim, '');
  const isMerge = REVERT_MERGE.test(subject) || /^Merge|^Auto merge/.test(subject);
  const fromSubject = isMerge ? '' : subject.replace(REVERT_WORDS, '').replace(/["“].*["”]/, '');
  return `${fromBody}. ${fromSubject}`.trim();
}
