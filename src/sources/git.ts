import pLimit from 'p-limit';
import type { GitEvidence } from '../core/evidence/commit';
import type { Span } from '../core/evidence/gitLog';
import { GIT_SECONDS, type GitProblem } from '../core/evidence/problems';
import { withDeadline } from './deadline';
import { RepositoryReader } from './gitHistory';
import type { FolderPaths } from './ownPaths';
import { AT_ONCE, findRepositories } from './repositories';

const HOUR = 3_600_000;
/** The evidence begins before the incident, so that its beginning is seen as it was seen then. */
const BEFORE = 2 * HOUR;
const AFTER = 24 * HOUR;

export interface GitQuestion {
  /** The folders of the workspace. The repositories that they are in are read, and those one level below. */
  readonly folders: readonly string[];
  /** The git program, as the editor knows it; undefined where there is none. */
  readonly git: string | undefined;
  /** What the folders' settings say about the lead's paths. None where absent. */
  readonly ownPaths?: readonly FolderPaths[];
  /** When the incident began and ended: ISO 8601. An open one ends now. */
  readonly start: string;
  readonly end: string;
  /** Gives the reading up: what is there by then is returned, and no problem is said. */
  readonly signal: AbortSignal;
  /** How long git may take in one repository, in milliseconds. */
  readonly limit?: number;
}

export interface GitReading {
  readonly evidence: GitEvidence;
  readonly problems: readonly GitProblem[];
}

/**
 * What git knows about the time around an incident: from two hours before it to a day after. Reads only, never touches the network,
 * runs nothing that a repository brings. Never rejects: what git cannot do is in `problems`, and the rest is there.
 */
export async function readGitEvidence({
  folders,
  git,
  start,
  end,
  signal,
  ownPaths = [],
  limit = GIT_SECONDS * 1000,
}: GitQuestion): Promise<GitReading> {
  if (git === undefined) return { evidence: { repositories: [] }, problems: [{ code: 'gitMissing' }] };
  const refused = ownPaths.flatMap(({ setting }) => setting.refused).map((text): GitProblem => ({ code: 'notAPath', text }));
  const { repositories, problems } = await findRepositories({ folders, git, signal, limit });
  const span: Span = { from: Date.parse(start) - BEFORE, to: Date.parse(end) + AFTER };
  const atOnce = pLimit(AT_ONCE);
  const readings = await Promise.all(
    repositories.map((repository) =>
      atOnce(() =>
        withDeadline(signal, Math.max(1, limit - repository.spent), (deadline) =>
          new RepositoryReader({ git, repository, span, ownPaths, start: Date.parse(start), given: signal, deadline }).read(),
        ),
      ),
    ),
  );
  return {
    evidence: { repositories: readings.map(({ evidence }) => evidence) },
    problems: [...problems, ...refused, ...readings.flatMap((reading) => reading.problems)],
  };
}
