import { GIT_SECONDS, type GitProblem } from '../core/evidence/problems';
import { newestFirst, signalOfStep } from '../core/signals/findSignals';
import { firstLookSince, listOnlyTriggers, news, remember, rememberPast, rewrittenSince, type RepositoryMemory } from '../core/signals/repositoryMemory';
import type { Signal } from '../core/signals/signal';
import { withDeadline } from './deadline';
import { defaultBranch } from './defaultBranch';
import { runGit, type GitPlace } from './gitCommand';
import { problemOf, type Repository } from './repositories';
import { SignalHistory, type Range } from './signalHistory';
import { productionNow, readStepsBack, movedBack } from './productionSteps';

/** A repository to look at; `gitFolder` only where it has no work tree. */
export type LookedAt = Pick<Repository, 'name' | 'root' | 'remoteHead'> & { readonly bareFolder?: string };

export interface SignalQuestion {
  readonly repository: LookedAt;
  /** The git program, as the editor knows it. */
  readonly git: string;
  /** What is remembered of the last look; undefined: this is the first. */
  readonly memory: RepositoryMemory | undefined;
  /** Whether a file's text is that of an incident document. */
  readonly isIncidentDocument: (path: string, text: string) => boolean;
  /** What the tags of production begin with; undefined: series whose names say so. */
  readonly productionTags?: string;
  /** Looks from this time on (milliseconds), whatever was seen: only what is said is remembered, not how far it looked. `onRequestSince` for a look that the lead asks for. */
  readonly since?: number;
  /** The clock, in milliseconds. */
  readonly now: number;
  /** Gives the look up: nothing is said about that. */
  readonly signal: AbortSignal;
  /** How long git may take, in milliseconds. */
  readonly limit?: number;
}

export interface SignalLook {
  /** Newest first, and none that was said before. */
  readonly signals: readonly Signal[];
  /** What to remember; undefined where nothing could be seen and nothing was remembered. */
  readonly memory: RepositoryMemory | undefined;
  readonly problems: readonly GitProblem[];
}

/**
 * Looks at what came to the default branch since the last look. Reads only: never touches the network, runs nothing that the repository
 * brings, and rests every few milliseconds. Never rejects: what git cannot do is in `problems`.
 */
export async function lookForSignals(question: SignalQuestion): Promise<SignalLook> {
  return withDeadline(question.signal, question.limit ?? GIT_SECONDS * 1000, (deadline) => new SignalLooker(question, deadline).look());
}

class SignalLooker {
  readonly #problems: GitProblem[] = [];
  readonly #place: GitPlace;

  constructor(
    private readonly question: SignalQuestion,
    deadline: AbortSignal,
  ) {
    const { git, repository } = question;
    this.#place = { git, folder: repository.root, signal: deadline, ...(repository.bareFolder !== undefined && { gitFolder: repository.bareFolder }) };
  }

  async look(): Promise<SignalLook> {
    const { repository, memory, signal, now, since } = this.question;
    const branch = await defaultBranch(this.#place, repository, signal);
    if ('problem' in branch) return { signals: [], memory, problems: branch.problem ? [branch.problem] : [] };
    const range = await this.#range(branch.at);
    const production = await productionNow(this.#ask);
    const [commits, steps] = await Promise.all([this.#commits(branch.at, range), this.#steps(production)]);
    const all = newestFirst([...commits, ...steps]);
    if (signal.aborted) return { signals: [], memory, problems: this.#problems };
    if (since !== undefined) return { signals: all, memory: memory && rememberPast(memory, all), problems: this.#problems };
    // What could not be read whole is read again.
    const seen = this.#problems.length > 0 ? memory : remember(memory, { tip: branch.at, now, signals: all, production });
    return { signals: news(all, memory), memory: seen, problems: this.#problems };
  }

  /** What is new: since the last tip, where that is still part of the branch. */
  async #range(tip: string): Promise<Range> {
    const { since, memory, now } = this.question;
    if (since !== undefined) return { since };
    if (memory === undefined) return { since: firstLookSince(now) };
    if (memory.tip === tip) return { after: tip };
    const answer = await runGit(this.#place, ['merge-base', '--is-ancestor', '--end-of-options', memory.tip, tip]);
    return answer.kind === 'said' ? { after: memory.tip } : { since: rewrittenSince(memory) };
  }

  async #commits(tip: string, range: Range): Promise<readonly Signal[]> {
    if (range.after === tip) return [];
    const { isIncidentDocument, memory } = this.question;
    const history = new SignalHistory({ place: this.#place, ask: this.#ask, say: this.#say, isIncidentDocument });
    return history.signals(tip, range, listOnlyTriggers(memory));
  }

  /** Production that went back: by tags, and by tags and branches that move. */
  async #steps(production: Readonly<Record<string, string>>): Promise<readonly Signal[]> {
    const { memory, now, productionTags, since } = this.question;
    // Tags may arrive days after they were made: those of a month are looked at each time, and said once.
    const steps = await readStepsBack(this.#ask, { series: productionTags, since: since ?? firstLookSince(now) });
    const moved = since === undefined ? await movedBack(this.#ask, memory?.production ?? {}, production, now) : [];
    const listOnly = listOnlyTriggers(memory);
    const signals: Signal[] = [];
    for (const step of [...steps, ...moved]) signals.push(signalOfStep(step, await this.#subjectOf(step.to.commit), listOnly));
    return signals;
  }

  async #subjectOf(commit: string): Promise<string> {
    return (await this.#ask(['log', '--no-walk', '--no-color', '--no-patch', '--encoding=UTF-8', '--format=%s', '--end-of-options', commit])).trim();
  }

  /** What git says; nothing, and a problem, where it cannot. */
  readonly #ask = async (args: readonly string[], input?: string): Promise<string> => {
    const answer = await runGit(this.#place, args, input);
    this.#say(answer);
    return answer.kind === 'said' ? answer.output : '';
  };

  readonly #say = (answer: Awaited<ReturnType<typeof runGit>>): void => {
    const { name, root } = this.question.repository;
    const problem: GitProblem | undefined = answer.kind !== 'said' ? problemOf(answer, name, root, this.question.signal) : answer.cut ? { code: 'tooMuch', repository: name } : undefined;
    if (problem && !this.#problems.some(({ code }) => code === problem.code)) this.#problems.push(problem);
  };
}
