import type { GitEvidence, Landing, RepositoryEvidence } from './commit';
import type { EvidenceEntry, PriorChanges } from './entry';
import { onePerKey, tagEntry, undoneBy } from './gitEntries';
import { pullRequestOf, titleOf } from './landing';
import { keyOf } from './stored';

const DAY = 86_400_000;
/** More than these are no short list: the newest are kept. */
const MOST = 20;

/**
 * What may have been there when it began: changes that were undone in the window; where none was, what landed or was tagged in the day
 * before. In artsy's production, half of what was rolled back had landed 68 to 147 hours before: a list like this one is short, and
 * often wrong. It names nobody.
 * @param start when the incident began
 * @returns undefined where there is nothing of the kind
 */
export function priorChanges({ repositories }: GitEvidence, start: string): PriorChanges | undefined {
  const undone = repositories.flatMap((repository) => undoneIn(repository, start));
  const all = undone.length > 0 ? undone : repositories.flatMap((repository) => dayBefore(repository, start));
  const entries = onePerKey(all).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (entries.length === 0) return undefined;
  return { undone: undone.length > 0, entries: entries.slice(-MOST), more: Math.max(0, entries.length - MOST) };
}

function undoneIn(repository: RepositoryEvidence, start: string): EvidenceEntry[] {
  const targets = repository.landings.flatMap((landing) => undoneBy(landing, repository) ?? []);
  return targets.filter(({ at }) => Date.parse(at) <= Date.parse(start)).map((target) => priorEntry(target, repository));
}

function dayBefore(repository: RepositoryEvidence, start: string): EvidenceEntry[] {
  const isThen = ({ at }: { readonly at: string }): boolean => Date.parse(at) <= Date.parse(start) && Date.parse(at) >= Date.parse(start) - DAY;
  const { landings, tags, before, own } = repository;
  const landed = [...landings, ...(before?.landings ?? [])].filter((each) => isThen(each) && (!own || own.landings.has(each.hash)));
  const tagged = [...tags, ...(before?.tags ?? [])].filter(isThen);
  return [...landed.map((each) => priorEntry(each, repository)), ...tagged.map((each) => tagEntry(each, repository))];
}

function priorEntry(landing: Landing, { name: repository }: RepositoryEvidence): EvidenceEntry {
  const { hash, at, parents } = landing;
  const pr = pullRequestOf(landing);
  const kind = parents.length > 1 ? 'merge' : 'landing';
  return { key: keyOf({ source: 'git', ref: hash }), at, source: 'git', kind, title: titleOf(landing), ref: hash, commit: hash, repository, ...(pr !== undefined && { pr }), turningPoint: false };
}
