// npm run evaluate -- commits REPOSITORY [--since DATE]: one JSON line for each commit that is asked about or listed, newest first:
// { hash, decision, score, triggers }. REPOSITORY has a work tree, or is a git folder of its own; DATE is ISO 8601, and without it the whole
// history is read.
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readIncidentDocument } from '../../src/core/documents/read';
import { problemSentence } from '../../src/core/evidence/problems';
import type { Signal } from '../../src/core/signals/signal';
import { lookForSignals, type LookedAt } from '../../src/sources/gitSignals';
import { findRepositories } from '../../src/sources/repositories';
import { Refusal, enter } from '../refusal.mjs';

const USAGE = 'npm run evaluate -- commits REPOSITORY [--since DATE]';
/** How long git may take: milliseconds. The editor gives it five seconds, and reads a month. */
const LIMIT = 30 * 60_000;
const git = 'git';
const signal = new AbortController().signal;

/** The repository that a folder is in, or that it is. */
async function repositoryAt(folder: string): Promise<LookedAt> {
  if (['HEAD', 'objects', 'refs'].every((name) => existsSync(join(folder, name)))) return { name: basename(folder), root: folder, bareFolder: folder, remoteHead: undefined };
  const { repositories, problems } = await findRepositories({ folders: [folder], git, signal, limit: LIMIT });
  const [found] = repositories.toSorted((a, b) => a.root.length - b.root.length);
  if (!found || !`${folder}/`.startsWith(`${found.root}/`)) throw new Refusal(problems.map((problem) => sentence(problem)).join(' ') || `There is no git repository at ${folder}.`);
  return found;
}

const sentence = (problem: Parameters<typeof problemSentence>[0]): string => problemSentence(problem, { zone: 'UTC', language: 'en' }, Date.now());

/** One line for each commit: production may have gone back to one that says something itself. */
function linesOf(signals: readonly Signal[]): readonly string[] {
  const byHash = new Map<string, Pick<Signal, 'hash' | 'decision' | 'score' | 'triggers'>>();
  for (const { hash, decision, score, triggers } of signals) {
    const other = byHash.get(hash);
    const isFirst = other === undefined || other.score < score;
    byHash.set(hash, { hash, ...(isFirst ? { decision, score } : { decision: other.decision, score: other.score }), triggers: [...new Set([...(other?.triggers ?? []), ...triggers])] });
  }
  return [...byHash.values()].map((line) => JSON.stringify(line));
}

await enter(async () => {
  const { values, positionals } = parseArgs({ options: { since: { type: 'string' } }, allowPositionals: true });
  const [folder] = positionals;
  const since = values.since === undefined ? 0 : Date.parse(values.since);
  if (folder === undefined || positionals.length > 1) throw new Refusal(`${USAGE}: one repository is needed.`);
  if (Number.isNaN(since)) throw new Refusal(`${USAGE}: ${values.since} is no date, like 2026-05-14.`);
  const repository = await repositoryAt(resolve(folder));
  const { signals, problems } = await lookForSignals({ repository, git, memory: undefined, isIncidentDocument: (path, text) => readIncidentDocument(path, text).accepted, since, now: Date.now(), signal, limit: LIMIT });
  for (const problem of problems) console.error(sentence(problem));
  for (const line of linesOf(signals)) console.log(line);
  return 0;
});
