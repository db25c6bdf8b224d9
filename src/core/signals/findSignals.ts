import { saysReland, saysRevert } from '../evidence/revert';
import { commitTriggers, type UndoneChange } from './commitTriggers';
import type { StepBack } from './productionTags';
import { commitMark, iso, type Signal } from './signal';
import type { SignalCommit } from './signalLog';
import { weigh, type Trigger } from './trigger';
import type { Undoable } from './undoneChanges';
import type { WordRates } from './wordRates';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Whether a commit deserves a second look, with all that is around it: it says something by itself, undoes something, or brings what may be a document. */
export function isCandidate(commit: SignalCommit): boolean {
  return undoes(commit) || weigh(commitTriggers(commit, { addsDocument: commit.documents.length > 0 })).decision !== undefined;
}

/** Whether it undoes something by its subject. */
export const undoes = ({ subject }: Pick<SignalCommit, 'subject'>): boolean => saysRevert(subject) && !saysReland(subject);

/** Triggers that a habit of the repository would switch off: only where one is found, its subjects have to be counted. */
const HABITUAL: readonly Trigger[] = ['incidentMention', 'rollbackOps', 'rollbackSubj', 'hotfixRare'];

export const needsRates = (commit: SignalCommit): boolean => commitTriggers(commit).some((trigger) => HABITUAL.includes(trigger));

/** What is known around a candidate. */
export interface CandidateFacts {
  readonly commit: SignalCommit;
  /** When it landed, in milliseconds. */
  readonly landed: number;
  /** The commit that brought it to the default branch. */
  readonly landing: string;
  readonly undone?: { readonly commit: Undoable; readonly landed: number; readonly landing: string } | undefined;
  readonly rates?: WordRates | undefined;
  /** The path of a document that it brought, judged by its content. */
  readonly document?: string | undefined;
}

/** What a candidate says with all that is around it; undefined where that is not enough. */
export function signalOf(facts: CandidateFacts, listOnly: readonly Trigger[]): Signal | undefined {
  const { commit, landed, rates, document, undone } = facts;
  const triggers = commitTriggers(commit, { rates, undone: undone && undoneChange(facts, undone), addsDocument: document !== undefined });
  const { decision, score } = weigh(triggers, listOnly);
  if (decision === undefined) return undefined;
  const { hash, subject, written } = commit;
  return {
    mark: commitMark(written, subject),
    hash,
    subject,
    at: iso(landed),
    decision,
    score,
    triggers,
    ...(undone && { undone: { hash: undone.commit.hash, subject: undone.commit.subject, minutes: Math.round((landed - undone.landed) / MINUTE) } }),
    ...(document !== undefined && { document }),
  };
}

function undoneChange({ landed, landing }: CandidateFacts, undone: NonNullable<CandidateFacts['undone']>): UndoneChange {
  return { subject: undone.commit.subject, author: undone.commit.author, hours: (landed - undone.landed) / HOUR, apart: landing !== undone.landing };
}

/** Production went back, as git has confirmed. @param subject of the commit that it went back to */
export function signalOfStep({ from, to, at }: Pick<StepBack, 'at'> & { readonly from: { readonly name: string }; readonly to: { readonly name: string; readonly commit: string } }, subject: string, listOnly: readonly Trigger[]): Signal {
  const { decision = 'list', score, triggers } = weigh(['tagRollback'], listOnly);
  return { mark: `${iso(at)} ${from.name} ${to.name}`, hash: to.commit, subject, at: iso(at), decision, score, triggers, wentBack: { from: from.name, to: to.name } };
}

/** What was found, newest first. */
export const newestFirst = (signals: readonly Signal[]): readonly Signal[] =>
  signals.toSorted((a, b) => (a.at === b.at ? (a.mark < b.mark ? -1 : 1) : a.at > b.at ? -1 : 1));

/** What the lead asked to find in the past is in the list, and not asked about. */
export const onlyListed = (signals: readonly Signal[]): readonly Signal[] => signals.map((signal) => ({ ...signal, decision: 'list' }));
