import { GIT_SECONDS, problemSentence } from '../core/evidence/problems';
import type { Locale } from '../core/incident/times';
import { claimOfSignal, GIT } from '../core/signals/signalClaim';
import { onlyListed } from '../core/signals/findSignals';
import { onRequestSince, readMemory, type RepositoryMemory } from '../core/signals/repositoryMemory';
import type { Claim } from '../core/journal/schema';
import { lookForSignals, type SignalQuestion } from './gitSignals';
import type { Pulled, PullSource } from './incidentSource';
import { findRepositories } from './repositories';

/** What is remembered between looks, by the root of each repository. */
export type GitCursor = Readonly<Record<string, RepositoryMemory>>;

export interface GitSourceOptions extends Pick<SignalQuestion, 'isIncidentDocument' | 'productionTags'> {
  readonly label: string;
  /** The folders of the workspace. */
  readonly folders: () => readonly string[];
  /** The git program; undefined where there is none. */
  readonly git: () => Promise<string | undefined>;
  readonly locale: () => Locale;
  /** The clock, in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Looks back a year, because the lead asked: what is found is only listed, and the next look goes on from where the last one ended. */
  readonly past?: boolean;
}

/** The history of the workspace's repositories as a source of incidents, one repository after the other. Restricted Mode has none: do not make one there. */
export class GitSource implements PullSource<GitCursor> {
  readonly id = GIT;
  readonly kind = 'pull';
  readonly cost = 'local';
  readonly label: string;

  constructor(private readonly options: GitSourceOptions) {
    this.label = options.label;
  }

  async pull(cursor: GitCursor | undefined, signal: AbortSignal): Promise<Pulled<GitCursor>> {
    const git = await this.options.git();
    if (git === undefined) return { ok: false, trouble: 'badConfig', detail: this.#sentence({ code: 'gitMissing' }) };
    const { repositories, problems } = await findRepositories({ folders: this.options.folders(), git, signal, limit: GIT_SECONDS * 1000 });
    // A repository whose folder is closed now is remembered for when it opens again.
    const next = new Map(Object.entries(cursor ?? {}));
    const claims: Claim[] = [];
    const said = problems.filter(({ code }) => code !== 'noRepository').map((problem) => this.#sentence(problem));
    for (const repository of repositories) {
      const { isIncidentDocument, productionTags, now, newId, locale, past = false } = this.options;
      const tags = productionTags === undefined ? {} : { productionTags };
      const back = past ? { since: onRequestSince(now()) } : {};
      const look = await lookForSignals({ repository, git, memory: readMemory(next.get(repository.root)), isIncidentDocument, ...tags, ...back, now: now(), signal });
      if (look.memory) next.set(repository.root, look.memory);
      claims.push(...(past ? onlyListed(look.signals) : look.signals).map((each) => claimOfSignal(each, { id: newId(), locale: locale(), now: now() })));
      said.push(...look.problems.map((problem) => this.#sentence(problem)));
    }
    return { ok: true, claims, next: Object.fromEntries(next), open: false, problems: said };
  }

  #sentence(problem: Parameters<typeof problemSentence>[0]): string {
    return problemSentence(problem, this.options.locale(), this.options.now());
  }
}
