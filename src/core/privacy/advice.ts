import * as l10n from '@vscode/l10n';
import type { HistoryFacts, RepositoryFacts } from './facts';
import { shellWord } from './shell';
import type { Step } from './state';

export interface AdviceContext {
  /** The journal's folder, absolute. */
  readonly folder: string;
  readonly shared: boolean;
  /** The system's name, as Node has it. */
  readonly platform: string;
}

/** What takes the journal out of a repository, in this order, with commands to copy. Lead Debrief itself never runs one of them. */
export function gitAdvice(repository: RepositoryFacts, context: AdviceContext): readonly Step[] {
  const { tracked, history, path } = repository;
  const isHeld = history !== undefined && history.commits > 0;
  if (tracked === 0 && !isHeld && !history?.lost) return [];
  if (path === '') return ofItsOwn(context, history?.remotes ?? []);
  return [
    ...(isHeld || tracked > 0 ? [copyFirst(context)] : []),
    ...(context.shared ? [{ text: l10n.t('Stop sharing the journal, so that git does not see its new files: “Debrief: Share Journal Through Git…”.'), commands: [] }] : []),
    ...(tracked > 0 && !context.shared && !repository.rule ? [{ text: l10n.t('Press “Have the Folder Ignore Itself” above: else the next “git add .” takes its files along again.'), commands: [] }] : []),
    ...(tracked > 0 ? [untrack(repository, context)] : []),
    ...(isHeld ? [rewrite(repository, context), ...(history.stashed ? [dropStash(repository, context)] : [])] : []),
    ...(history && history.remotes.length > 0 ? [overwrite(repository, history, context)] : []),
    ...(history && history.commits + history.lost > 0 ? [forget(repository, context)] : []),
  ];
}

/** What no command can undo; undefined where nothing left this machine, as far as this clone knows. */
export function gitLimits({ history }: RepositoryFacts): string | undefined {
  if (!history || history.remotes.length === 0) return undefined;
  return l10n.t('What cannot be undone: whoever has fetched, cloned or forked it has a copy that no command of yours reaches, and a server may keep old commits for long, also in pull requests. Its administrators can remove those. Take what was pushed for read.');
}

const gitIn = (folder: string, platform: string): string => `git -C ${shellWord(folder, platform)}`;

function copyFirst({ folder, platform }: AdviceContext): Step {
  const [from, to] = [shellWord(folder, platform), platform === 'win32' ? '"$HOME\\lead-debrief-copy"' : '"$HOME/lead-debrief-copy"'];
  return {
    text: l10n.t('Copy the journal to a place outside of the repository: some of what follows can take its files away.'),
    commands: [platform === 'win32' ? `Copy-Item -Recurse ${from} ${to}` : `cp -R ${from} ${to}`],
  };
}

function untrack({ root }: RepositoryFacts, { folder, platform }: AdviceContext): Step {
  return {
    text: l10n.t('Take its files out of git’s index, and commit that. They stay on this disk. In other clones, pulling this commit takes them away.'),
    commands: [`${gitIn(folder, platform)} rm -r --cached --quiet .`, `${gitIn(root, platform)} commit -m "Take the journal out"`],
  };
}

function rewrite({ root, path }: RepositoryFacts, { platform }: AdviceContext): Step {
  return {
    text: l10n.t('Its history still holds them. git-filter-repo, a program that is installed apart from git, writes all commits anew without them. It wants a fresh clone, or --force; it forgets the remotes; every later commit gets another hash, so all who work with the repository have to clone it again. Agree on that with them first.'),
    commands: [`${gitIn(root, platform)} filter-repo --invert-paths --path ${shellWord(`${path}/`, platform)}`],
  };
}

function dropStash({ root }: RepositoryFacts, { platform }: AdviceContext): Step {
  return { text: l10n.t('A stash holds some of it, too. Look which, and drop that one.'), commands: [`${gitIn(root, platform)} stash list --stat`] };
}

function overwrite({ root }: RepositoryFacts, { remotes }: HistoryFacts, { platform }: AdviceContext): Step {
  const git = gitIn(root, platform);
  return {
    text: l10n.t('Overwrite the branches and tags of each remote with those. It must be allowed there, and its other branches that hold the journal are to be deleted one by one.'),
    commands: remotes.flatMap(({ name, address }) => [
      ...(address === '' ? [] : [`${git} remote add ${shellWord(name, platform)} ${shellWord(address, platform)}`]),
      `${git} push --force --all ${shellWord(name, platform)}`,
      `${git} push --force --tags ${shellWord(name, platform)}`,
    ]),
  };
}

function forget({ root }: RepositoryFacts, { platform }: AdviceContext): Step {
  const git = gitIn(root, platform);
  return {
    text: l10n.t('Have git forget what no branch holds any more, in this clone. Everything else that was lost and could still be found again goes with it.'),
    commands: [`${git} reflog expire --expire=now --all`, `${git} gc --prune=now`],
  };
}

/** The repository is the journal and nothing else. */
function ofItsOwn(context: AdviceContext, remotes: HistoryFacts['remotes']): readonly Step[] {
  return [
    copyFirst(context),
    ...(remotes.length > 0 ? [{ text: l10n.t('Delete the repository where it was pushed to, or ask who can: {0}.', remotes.map(({ name, address }) => address || name).join(', ')), commands: [] }] : []),
    { text: l10n.t('Delete the folder .git in the journal’s folder. The files stay, and all of their history here is gone.'), commands: [] },
  ];
}
