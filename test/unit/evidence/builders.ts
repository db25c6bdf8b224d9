import type {
  Commit,
  GitEvidence,
  Landing,
  RepositoryEvidence,
  Signature,
  Tag,
} from '../../../src/core/evidence/commit';
import type { EvidenceEntry, Timeline } from '../../../src/core/evidence/entry';
import type { Incident, StoredEvidence } from '../../../src/core/journal/schema';

export const priya: Signature = { name: 'Priya Nair', mail: 'priya.nair@example.com' };
export const jonas: Signature = { name: 'Jonas Weber', mail: 'jonas.weber@example.com' };
export const mei: Signature = { name: 'Mei Lin', mail: 'mei.lin@example.com' };
export const bot: Signature = { name: 'dependabot[bot]', mail: '49699333+dependabot[bot]@users.noreply.github.com' };

/** A full hash that is easy to tell apart: its first characters are the given ones. */
export const hash = (begin: string): string => begin.padEnd(40, '0');

/** "14:18" on the day of the incident. */
export const at = (time: string): string => `2026-05-14T${time}:00Z`;

export function commit(id: string, time: string, subject: string, more: Partial<Commit> = {}): Commit {
  return {
    hash: hash(id),
    parents: [hash('f')],
    at: at(time),
    author: priya,
    coAuthors: [],
    subject,
    body: '',
    ...more,
  };
}

export function landing(id: string, time: string, subject: string, more: Partial<Landing> = {}): Landing {
  return { ...commit(id, time, subject, more), merged: more.merged ?? [] };
}

export function merge(
  id: string,
  time: string,
  subject: string,
  merged: readonly Commit[],
  more: Partial<Landing> = {},
): Landing {
  return landing(id, time, subject, { parents: [hash('f'), hash('e')], merged, ...more });
}

export function repository(
  landings: readonly Landing[],
  tags: readonly Tag[] = [],
  more: Partial<RepositoryEvidence> = {},
): RepositoryEvidence {
  return { name: 'payments', root: '/work/payments', landings, earlier: [], tags, ...more };
}

export const git = (...repositories: readonly RepositoryEvidence[]): GitEvidence => ({ repositories });

export function incident(more: Partial<Incident> = {}): Incident {
  return {
    format: 1,
    id: '7k3f9q2mxa',
    title: 'Payment timeouts',
    window: { start: at('14:02'), end: at('15:37') },
    ...more,
  };
}

/** Ids in order: e1, e2, … */
export function counter(): () => string {
  let n = 0;
  return () => `e${(n += 1)}`;
}

// The changes of the incident: a wait that is raised, taken back, and the fix with its tag.
export const wait = landing('a2', '14:18', 'payments: raise pool wait to 2 s', { author: priya });
export const back = landing('a3', '14:31', 'Revert "payments: raise pool wait to 2 s"', {
  author: priya,
  body: `This reverts commit ${hash('a2')}.`,
});
export const fix = landing('a4', '14:47', 'gateway: fix the retry storm (#414)', { author: jonas, coAuthors: [mei] });
export const tag = { name: 'payments-2026.05.14.2', at: at('14:52'), commit: hash('a4') };

/** The row of a commit. */
export function entryOf({ entries }: Pick<Timeline, 'entries'>, id: string): EvidenceEntry | undefined {
  return entries.find(({ ref }) => ref === hash(id));
}

export function stored(more: Partial<StoredEvidence>): StoredEvidence {
  return { id: 's1', at: at('14:00'), source: 'git', title: 'as stored', ...more };
}
