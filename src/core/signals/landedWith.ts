/** A commit in the history, as far as this matters. */
export interface HistoryCommit {
  readonly hash: string;
  readonly parents: readonly string[];
  /** Milliseconds since 1970. */
  readonly committed: number;
}

/** Between two steps a caller may let others have a turn. */
const STEP = 500;

/**
 * For each merged commit the one that brought it to the default branch: the oldest on the first-parent line that has it. A commit that is
 * not among them landed by itself: it is on the line, or the line does not reach it in what was read. Yields now and then, so that a long
 * history can be gone through in slices.
 * @param commits by hash
 * @param tip where the default branch is
 */
export function* landedWith<C extends HistoryCommit>(commits: ReadonlyMap<string, C>, tip: string): Generator<void, ReadonlyMap<string, C>> {
  const line = new Set<C>();
  for (let next = commits.get(tip); next && !line.has(next); next = commits.get(next.parents[0] ?? '')) {
    line.add(next);
    if (line.size % STEP === 0) yield;
  }
  const landing = new Map<string, C>();
  let done = 0;
  for (const landed of [...line].reverse()) {
    const open = landed.parents.slice(1);
    for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
      const commit = commits.get(hash);
      if (!commit || landing.has(hash) || line.has(commit)) continue;
      landing.set(hash, landed);
      open.push(...commit.parents);
      if (++done % STEP === 0) yield;
    }
    if (++done % STEP === 0) yield;
  }
  return landing;
}
