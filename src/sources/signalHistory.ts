import { isCandidate, needsRates, signalOf, undoes, type CandidateFacts } from '../core/signals/findSignals';
import { landedWith } from '../core/signals/landedWith';
import { iso, type Signal } from '../core/signals/signal';
import { SIGNAL_FORMAT, SignalLog, type SignalCommit } from '../core/signals/signalLog';
import type { Trigger } from '../core/signals/trigger';
import { UndoneChanges, type Undoable } from '../core/signals/undoneChanges';
import { wordRates, type WordRates } from '../core/signals/wordRates';
import { namedTarget } from '../core/evidence/revert';
import { RAW_FILES, runGit, streamGit, type GitAnswer, type GitPlace } from './gitCommand';
import type { Ask } from './productionSteps';
import { Slices } from './slices';

/** Which commits: from a time on (milliseconds), or what the branch has beyond a commit. */
export interface Range {
  readonly since?: number;
  readonly after?: string;
}

export interface HistoryOptions {
  readonly place: GitPlace;
  readonly ask: Ask;
  /** Notes what git answered, where that is a problem. */
  readonly say: (answer: GitAnswer) => void;
  readonly isIncidentDocument: (path: string, text: string) => boolean;
}

/** What a revert may undo is looked for this far before the oldest revert: milliseconds. */
const EARLIER = 30 * 86_400_000;
/** The habits of a repository are counted in this many of its newest subjects. */
const SUBJECTS = 10_000;
/** A document that is longer than this is not read: bytes. */
const LONGEST_DOCUMENT = 500_000;
const LOG = ['log', '-z', '--no-color', '--no-notes', '--encoding=UTF-8', `--format=${SIGNAL_FORMAT}`];
const FILES = ['--root', ...RAW_FILES];

/** Reads one range of a history, once. */
export class SignalHistory {
  readonly #slices = new Slices();
  /** All that was read, by hash, newest first; candidates with their bodies. */
  readonly #commits = new Map<string, Undoable>();
  readonly #candidates: SignalCommit[] = [];

  constructor(private readonly options: HistoryOptions) {}

  /** What the commits of a range say. @param listOnly see `weigh` */
  async signals(tip: string, range: Range, listOnly: readonly Trigger[]): Promise<readonly Signal[]> {
    await this.#read(tip, range);
    if (this.#candidates.length === 0) return [];
    const [rates, undoable] = await Promise.all([this.#rates(tip), this.#undoable(tip, range)]);
    const landing = await this.#slices.through(landedWith(this.#commits, tip));
    const signals: Signal[] = [];
    for (const commit of this.#candidates) {
      const document = await this.#documentOf(commit);
      const facts = factsOf(commit, landing, undoable);
      const signal = signalOf({ ...facts, document, rates }, listOnly);
      if (signal) signals.push(signal);
      if (this.#slices.isOver) await this.#slices.rest();
    }
    return signals;
  }

  /** Reads the range, and keeps what deserves a second look. Without the files where a partial clone has no trees to compare. */
  async #read(tip: string, { since, after }: Range): Promise<void> {
    const revisions = ['--end-of-options', tip, ...(after === undefined ? [] : [`^${after}`])];
    const from = sinceOption(since);
    const keep = (commit: SignalCommit): void => void (isCandidate(commit) && this.#candidates.push(commit));
    const answer = await this.#stream([...LOG, ...FILES, ...from, ...revisions], keep);
    if (answer.kind !== 'refused') return this.options.say(answer);
    this.#candidates.length = 0;
    this.#commits.clear();
    this.options.say(await this.#stream([...LOG, '--no-patch', ...from, ...revisions], keep));
  }

  async #stream(args: readonly string[], keep: (commit: SignalCommit) => void): Promise<GitAnswer> {
    const log = new SignalLog();
    const take = (commit: SignalCommit): void => {
      if (this.#commits.has(commit.hash)) return;
      const { hash, parents, committed, subject, author } = commit;
      this.#commits.set(hash, { hash, parents, committed, subject, author });
      keep(commit);
    };
    const answer = await streamGit(this.options.place, args, async (text) => {
      for (const commit of log.read(text)) {
        take(commit);
        if (this.#slices.isOver) await this.#slices.rest();
      }
    });
    const last = log.end();
    if (last) take(last);
    return answer;
  }

  /** What reverts in the range may undo: what was read, the 30 days before by all that names it, and anything older by its hash. */
  async #undoable(tip: string, range: Range): Promise<UndoneChanges> {
    const reverts = this.#candidates.filter(undoes);
    const undoable = new UndoneChanges(reverts);
    if (reverts.length === 0) return undoable;
    await this.#slices.through(undoable.add(this.#commits.values()));
    const open = reverts.filter((commit) => !undoable.isSureOf(commit));
    if (open.length === 0) return undoable;
    const [known, since] = [this.#commits.size, Math.min(...open.map(({ committed }) => committed)) - EARLIER];
    if (range.since === undefined || since < range.since) {
      const until = range.since === undefined ? [] : [`--until=${iso(range.since)}`]; // the rest was read
      this.options.say(await this.#stream([...LOG, '--no-patch', ...sinceOption(since), ...until, '--end-of-options', tip], () => undefined));
    }
    await this.#slices.through(undoable.add([...this.#commits.values()].slice(known)));
    const hashes = open.filter((commit) => !undoable.isSureOf(commit)).flatMap((commit) => namedTarget(commit).hashes);
    if (hashes.length > 0) await this.#slices.through(undoable.add(await this.#byHash(hashes, since)));
    return undoable;
  }

  /** Commits from before a time, which the branch may have. One that is younger would have been read: the branch never had it. */
  async #byHash(hashes: readonly string[], before: number): Promise<readonly SignalCommit[]> {
    const args = [...LOG, '--no-patch', '--no-walk=unsorted', '--ignore-missing', '--stdin'];
    const answer = await runGit(this.options.place, args, `${[...new Set(hashes)].join('\n')}\n`);
    const log = new SignalLog();
    const found = answer.kind === 'said' ? [...log.read(answer.output)] : [];
    const last = log.end();
    return [...found, ...(last ? [last] : [])].filter(({ committed }) => committed < before);
  }

  async #rates(tip: string): Promise<WordRates | undefined> {
    if (!this.#candidates.some(needsRates)) return undefined;
    const output = await this.options.ask(['log', '-z', '--no-color', '--no-patch', '--encoding=UTF-8', `--max-count=${SUBJECTS}`, '--format=tformat:%s', '--end-of-options', tip]);
    return wordRates(output.split('\0').filter(Boolean));
  }

  async #documentOf({ documents }: SignalCommit): Promise<string | undefined> {
    for (const { path, blob } of documents) {
      const size = Number(await this.options.ask(['cat-file', '-s', blob]));
      if (!(size > 0 && size <= LONGEST_DOCUMENT)) continue;
      if (this.options.isIncidentDocument(path, await this.options.ask(['cat-file', 'blob', blob]))) return path;
    }
    return undefined;
  }
}

function factsOf(commit: SignalCommit, landing: ReadonlyMap<string, Undoable>, undoable: UndoneChanges): CandidateFacts {
  const by = (each: Undoable): Undoable => landing.get(each.hash) ?? each;
  const target = undoes(commit) ? undoable.of(commit) : undefined;
  const own = by(commit);
  return {
    commit,
    landed: own.committed,
    landing: own.hash,
    undone: target && { commit: target, landed: by(target).committed, landing: by(target).hash },
  };
}

const sinceOption = (at: number | undefined): readonly string[] => (at === undefined ? [] : [`--since=${iso(at)}`]);
