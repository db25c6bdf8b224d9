import { saysReland, saysRevert } from '../evidence/revert';
import type { CueEvent } from './cues';

/** A line of git's reflog: `old new name <mail> seconds zone<tab>action: words`. */
const LINE = /^[0-9a-f]{40,64} ([0-9a-f]{40,64}) [^\t\n]*?(\d{1,12}) [+-]\d{4}\t([^\n]*)$/;
/** A commit that is made here: not one that is put right, moved or fetched. */
const COMMITTED = /^(?:commit|revert|cherry-pick)(?: \((?:merge|initial)\))?: (.*)$/;
const CHECKED_OUT = /^checkout: moving from \S+ to (\S+)$/;
const MADE = /^branch: Created from /;

type GitEvent = Extract<CueEvent, { readonly kind: 'revert' | 'branch' }>;

/** What was done here, from lines of the reflog of HEAD, oldest first: a revert was committed, a branch was checked out. */
export function headEvents(lines: string): readonly GitEvent[] {
  return lines.split('\n').flatMap((line): GitEvent[] => {
    const [, commit = '', seconds = '', words = ''] = LINE.exec(line) ?? [];
    const at = Number(seconds) * 1000;
    const branch = CHECKED_OUT.exec(words)?.[1];
    if (branch !== undefined) return [{ kind: 'branch', branch, at }];
    const subject = COMMITTED.exec(words)?.[1] ?? '';
    return saysRevert(subject) && !saysReland(subject) ? [{ kind: 'revert', commit, at }] : [];
  });
}

/** A branch was made, from the beginning of its own reflog; undefined where that says something else. */
export function madeBranch(branch: string, log: string): GitEvent | undefined {
  const [, , seconds = '', words = ''] = LINE.exec(log.split('\n', 1)[0] ?? '') ?? [];
  return MADE.test(words) ? { kind: 'branch', branch, at: Number(seconds) * 1000 } : undefined;
}
