import * as l10n from '@vscode/l10n';
import { momentWords, type Locale } from '../incident/times';
import { PATHS_SETTING } from './pathSetting';

/** How long git may take in one repository. */
export const GIT_SECONDS = 5;

/** What git could not do. The reflection goes on without. */
export type GitProblem =
  | { readonly code: 'gitMissing' }
  | { readonly code: 'noRepository' }
  | { readonly code: 'noCommits' | 'partialClone' | 'tooSlow' | 'tooMuch'; readonly repository: string }
  /** `since`: the oldest commit that git knows; before it, nothing is to be seen. */
  | { readonly code: 'shallowClone'; readonly repository: string; readonly since: string }
  /** `root`: the folder, as git wants it named in `safe.directory`. */
  | { readonly code: 'dubiousOwnership'; readonly repository: string; readonly root: string }
  /** `text`: an entry of the setting that says which paths are the lead's. */
  | { readonly code: 'notAPath'; readonly text: string }
  /** `reason`: the first line that git said, in git's own words. */
  | { readonly code: 'unreadable'; readonly repository: string; readonly reason: string };

type Sentences = {
  readonly [C in GitProblem['code']]: (
    problem: Extract<GitProblem, { code: C }>,
    locale: Locale,
    now: number,
  ) => string;
};

/** Complete by type: a new problem does not compile until it has its sentence. */
const sentences: Sentences = {
  gitMissing: () =>
    l10n.t(
      'Git was not found on this machine, so nothing could be read from it. Install git, or set its place in "git.path".',
    ),
  noRepository: () => l10n.t('There is no git repository in this workspace.'),
  noCommits: ({ repository }) => l10n.t('{0} has no commits yet.', repository),
  shallowClone: ({ repository, since }, locale, now) =>
    l10n.t(
      '{0} is a shallow clone: git knows nothing from before {1}. "git fetch --unshallow" brings the rest.',
      repository,
      momentWords(since, locale, now),
    ),
  partialClone: ({ repository }) =>
    l10n.t(
      '{0} is a partial clone: the commits are all here, but some of their files are not. Opening a commit may show less.',
      repository,
    ),
  dubiousOwnership: ({ repository, root }) =>
    l10n.t(
      'Git does not read {0}, because the folder belongs to another user. If you trust it, run: git config --global --add safe.directory "{1}"',
      repository,
      root,
    ),
  tooSlow: ({ repository }) =>
    l10n.t('Git needed more than {0} seconds in {1}. What it said until then is shown.', GIT_SECONDS, repository),
  tooMuch: ({ repository }) =>
    l10n.t('{0} has more in this window than can be shown. The oldest part is left out.', repository),
  notAPath: ({ text }) =>
    l10n.t('"{0}" in the setting {1} is left out: it is no path in this folder, and no owner as in CODEOWNERS.', text.slice(0, 80), PATHS_SETTING),
  unreadable: ({ repository, reason }) => l10n.t('Git could not read {0}: {1}', repository, reason),
};

/** One problem as one sentence, with times in the lead's zone. */
export function problemSentence(problem: GitProblem, locale: Locale, now: number): string {
  const say = sentences[problem.code] as (problem: GitProblem, locale: Locale, now: number) => string;
  return say(problem, locale, now);
}
