import type { GitEvidence, Landing, RepositoryEvidence, Tag } from './commit';
import type { EvidenceEntry, RevertedChange } from './entry';
import { firstFixCandidates } from './firstFix';
import { pullRequestOf, titleOf } from './landing';
import { authorWords, peopleOf, type Everybody } from './people';
import { isRevert, revertedBy } from './revert';
import { keyOf } from './stored';

/** Commits of one pull request that land as they are do so at once; apart by more than this, they are two events. */
const ONE_PUSH = 2 * 60_000;

/** What git says about all repositories, as rows of a timeline, in no order yet. */
export function gitEntries({ repositories }: GitEvidence, start: string, everybody: Everybody): EvidenceEntry[] {
  const landed = repositories.flatMap(({ landings }) => landings);
  const own = repositories.flatMap((repository) => repository.landings.filter((landing) => !isElsewhere(landing, repository)));
  const candidates = firstFixCandidates(own, start);
  const fixes = new Set((candidates.length > 0 ? candidates : firstFixCandidates(landed, start)).map(({ hash }) => hash));
  const first = firstLandings(landed, everybody);
  const entries = repositories.flatMap((repository) => [
    ...repository.landings.map((landing) => landingEntry(landing, repository, { fixes, first, everybody })),
    ...repository.tags.map((tag) => tagEntry(tag, repository)),
  ]);
  return onePerPullRequest(onePerKey(entries));
}

interface Context {
  readonly fixes: ReadonlySet<string>;
  readonly first: ReadonlyMap<string, string>;
  readonly everybody: Everybody;
}

function landingEntry(
  landing: Landing,
  repository: RepositoryEvidence,
  { fixes, first, everybody }: Context,
): EvidenceEntry {
  const { hash, at, parents } = landing;
  const revert = isRevert(landing);
  const reverts = revert ? revertedChange(landing, repository) : undefined;
  const pr = pullRequestOf(landing);
  const [author, firstOf] = [authorWords(landing, everybody), first.get(hash)];
  const fixCandidate = fixes.has(hash);
  return {
    key: keyOf({ source: 'git', ref: hash }),
    at,
    source: 'git',
    kind: revert ? 'revert' : parents.length > 1 ? 'merge' : 'landing',
    title: titleOf(landing),
    ref: hash,
    commit: hash,
    repository: repository.name,
    ...(author !== '' && { author }),
    ...(pr !== undefined && { pr }),
    ...(reverts && { reverts }),
    ...(fixCandidate && { fixCandidate }),
    ...(firstOf !== undefined && { firstOf }),
    ...(isElsewhere(landing, repository) && { elsewhere: true as const }),
    turningPoint: revert || fixCandidate || firstOf !== undefined,
  };
}

/** What a landing undoes, where it undoes something that git still knows. */
export function undoneBy(landing: Landing, { landings, earlier, before }: RepositoryEvidence): Landing | undefined {
  return isRevert(landing) ? revertedBy(landing, [...landings, ...(earlier.length > 0 ? earlier : (before?.landings ?? []))]) : undefined;
}

function revertedChange(revert: Landing, repository: RepositoryEvidence): RevertedChange | undefined {
  const target = undoneBy(revert, repository);
  if (!target) return undefined;
  const minutes = Math.round((Date.parse(revert.at) - Date.parse(target.at)) / 60_000);
  return { ref: target.hash, title: titleOf(target), at: target.at, minutesAfterLanding: minutes };
}

/** Whether it changed no path that is the lead's, where that is known. */
function isElsewhere({ hash }: Landing, { own }: RepositoryEvidence): boolean {
  return own !== undefined && !own.landings.has(hash);
}

/** The row of a tag. */
export function tagEntry({ name, at, commit }: Tag, { name: repository }: RepositoryEvidence): EvidenceEntry {
  const key = keyOf({ source: 'git', kind: 'tag', ref: name, repository });
  return { key, at, source: 'git', kind: 'tag', title: name, ref: name, commit, repository, turningPoint: true };
}

/** With which landing each person is first seen, by its hash; the names where it is several. */
function firstLandings(landed: readonly Landing[], everybody: Everybody): Map<string, string> {
  const seen = new Set<string>();
  const first = new Map<string, string>();
  for (const landing of [...landed].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const fresh = peopleOf(landing, everybody).filter((name) => !seen.has(name));
    for (const name of fresh) seen.add(name);
    if (fresh.length > 0) first.set(landing.hash, fresh.join(', '));
  }
  return first;
}

/** Two worktrees or clones of one repository tell the same commit twice. */
export function onePerKey(entries: readonly EvidenceEntry[]): EvidenceEntry[] {
  const identity = ({ key, kind, ref, commit }: EvidenceEntry): string => (kind === 'tag' ? `${ref}@${commit}` : key);
  return [...new Map([...entries].reverse().map((entry) => [identity(entry), entry])).values()].reverse();
}

/** Commits of one pull request that landed in one push become one row: the last of them, which holds all of it. */
function onePerPullRequest(entries: readonly EvidenceEntry[]): EvidenceEntry[] {
  const rows: EvidenceEntry[] = [];
  for (const entry of entries) {
    const newer = rows.at(-1);
    if (newer && isOnePush(newer, entry)) rows[rows.length - 1] = joined(newer, entry);
    else rows.push(entry);
  }
  return rows;
}

function isOnePush(newer: EvidenceEntry, older: EvidenceEntry): boolean {
  const same =
    newer.pr !== undefined &&
    newer.pr === older.pr &&
    newer.repository === older.repository &&
    newer.kind === older.kind;
  return same && Math.abs(Date.parse(newer.at) - Date.parse(older.at)) <= ONE_PUSH;
}

function joined(newer: EvidenceEntry, older: EvidenceEntry): EvidenceEntry {
  const firstOf = [older.firstOf, newer.firstOf].filter(Boolean).join(', ');
  const authors = new Set([newer.author, older.author].flatMap((author) => author ?? []));
  const { elsewhere, ...rest } = newer;
  return {
    ...rest,
    ...(elsewhere && older.elsewhere && { elsewhere }),
    ...(authors.size > 0 && { author: [...authors].join(', ') }),
    alsoRefs: [...(newer.alsoRefs ?? []), ...(older.ref === undefined ? [] : [older.ref])],
    ...(older.fixCandidate && { fixCandidate: true as const }),
    ...(firstOf !== '' && { firstOf }),
    turningPoint: newer.turningPoint || older.turningPoint,
  };
}
