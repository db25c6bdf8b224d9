// Looking for signals among 100,000 commits: at first (a month of them) and all of them, beside the git commands that this needs, bare; and the longest pause.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DEPLOY_TAG_FORMAT } from '../../src/core/signals/productionTags';
import { SIGNAL_FORMAT } from '../../src/core/signals/signalLog';
import { firstLookSince } from '../../src/core/signals/repositoryMemory';
import { lookForSignals } from '../../src/sources/gitSignals';
import { bigRepository, COMMITS, NEWEST } from './bigRepository';
import { longestHold } from './mainThread';
import { interleaved, plainRow, rowOf, type BenchRow } from './row';

const ROUNDS = 21;
const WHOLE_ROUNDS = 9;
const run = promisify(execFile);
const now = NEWEST * 1000;

/** Takes the longest that the work held the main thread, in milliseconds, into `pauses`. */
async function watched(pauses: number[], work: () => Promise<void>): Promise<void> {
  pauses.push(await longestHold(work));
}

export async function signals(): Promise<BenchRow[]> {
  const root = await bigRepository();
  const git = (...args: string[]): Promise<unknown> => run('git', ['-C', root, ...args], { maxBuffer: 1 << 30 });
  const pauses: number[] = [];
  const look = (since: number | undefined, least: number): Promise<void> =>
    watched(pauses, async () => {
      const question = { repository: { name: 'big', root, remoteHead: undefined }, git: 'git', memory: undefined, isIncidentDocument: () => false, now, signal: new AbortController().signal, limit: 600_000 };
      const found = await lookForSignals({ ...question, ...(since !== undefined && { since }) });
      if (found.signals.length < least || found.problems.length > 0) throw new Error(`${found.signals.length} signals, ${found.problems.length} problems`);
    });
  const bare = async (since: number): Promise<void> => {
    await Promise.all([git('rev-parse', 'HEAD'), git('rev-parse', 'HEAD')]);
    await git('for-each-ref', 'refs/tags/production', 'refs/heads/production');
    const log = git('log', '-z', '--raw', '--no-abbrev', '--no-renames', `--format=${SIGNAL_FORMAT}`, `--since=${new Date(since).toISOString()}`, 'HEAD');
    await Promise.all([log, git('for-each-ref', `--format=${DEPLOY_TAG_FORMAT}`, 'refs/tags')]);
  };
  const first = await interleaved(() => look(undefined, 20), () => bare(firstLookSince(now)), ROUNDS);
  const whole = await interleaved(() => look(0, COMMITS / 60), () => bare(0), WHOLE_ROUNDS);
  return [
    rowOf('first look for signals in 100,000 commits', first, 1.3),
    rowOf('a look through all 100,000', whole, 1.3),
    plainRow('longest pause of a first look', 'ms CPU', Math.max(...pauses.slice(0, -WHOLE_ROUNDS)), 50),
    plainRow('longest pause of a look through all', 'ms CPU', Math.max(...pauses.slice(-WHOLE_ROUNDS)), 50),
  ];
}
