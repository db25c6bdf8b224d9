import * as l10n from '@vscode/l10n';
import { problemSentence } from '../evidence/problems';
import { dayWords, type Locale } from '../incident/times';
import { gitAdvice, gitLimits, type AdviceContext } from './advice';
import type { GitLook, HistoryFacts, PrivacyFacts, RepositoryFacts } from './facts';
import { finding, type Finding } from './state';

/** How many branches are named; the others are counted. */
const NAMED = 8;

export interface GitContext {
  readonly locale: Locale;
  /** The clock, in milliseconds. */
  readonly now: number;
}

/** What git knows of the journal, and what can be done about it. */
export function gitFindings({ git, places, shared, platform }: PrivacyFacts, when: GitContext): readonly Finding[] {
  if (git.kind !== 'looked') return [notAsked(git.kind)];
  const { repositories, problems } = git.facts;
  const context: AdviceContext = { folder: places.find(({ id }) => id === 'journal')?.path ?? '', shared, platform };
  const unsaid = problems.map((problem) => finding('unknown', problemSentence(problem, when.locale, when.now)));
  if (repositories.length === 0 && unsaid.length === 0) return [finding('fine', l10n.t('The journal lies in no git repository: git neither sees nor commits it.'))];
  return [...repositories.flatMap((repository, around) => repositoryFindings(repository, around > 0, context, when)), ...unsaid];
}

function notAsked(kind: Exclude<GitLook['kind'], 'looked'>): Finding {
  switch (kind) {
    case 'restricted':
      return finding('unknown', l10n.t('Git was not asked, because this window is in Restricted Mode.'), { details: [l10n.t('Trust the folder, then look again. What was committed is not known until then.')] });
    case 'missing':
      return finding('unknown', l10n.t('Git was not found on this machine, so it could not be asked. Install git, or set its place in “git.path”.'));
    case 'noPlace':
      return finding('info', l10n.t('There is no journal that git could be asked about.'));
  }
}

function repositoryFindings(repository: RepositoryFacts, isAround: boolean, context: AdviceContext, when: GitContext): readonly Finding[] {
  const { root, path, history } = repository;
  const where = path === ''
    ? l10n.t('The journal is a git repository of its own: {0}', root)
    : isAround ? l10n.t('The repository around that one knows of it, too: {0}', root) : l10n.t('The journal lies in the git repository {0}', root);
  const steps = gitAdvice(repository, context);
  const limits = gitLimits(repository);
  return [
    finding('info', where),
    ...(isAround ? [] : filesFindings(repository, context.shared)),
    ...(history ? historyFindings(repository, history, context.shared, when) : []),
    ...(steps.length > 0 ? [finding('info', l10n.t('What can be done, where it shall not be there. Lead Debrief does none of it for you:'), { steps, ...(limits !== undefined && { limits }) })] : []),
  ];
}

function filesFindings({ tracked, open, ignored, rule }: RepositoryFacts, shared: boolean): readonly Finding[] {
  const all: Finding[] = [];
  const canIgnore = !shared && !rule && { action: { id: 'ignoreItself', words: l10n.t('Have the Folder Ignore Itself') } as const };
  if (shared) all.push(finding('info', l10n.t('You have shared this journal through git.'), { action: { id: 'shareThroughGit', words: l10n.t('Share Journal Through Git…') } }));
  if (tracked > 0) all.push(finding(shared ? 'info' : 'look', l10n.t('Git tracks {0} of its files: each commit can take their changes along.', tracked), { ...(open === 0 && canIgnore) }));
  if (open > 0 && shared) all.push(finding('info', l10n.t('{0} of its files are not committed yet.', open)));
  if (open > 0 && !shared) all.push(finding('look', l10n.t('{0} of its files are neither ignored nor tracked: “git add .” would take them along.', open), { ...canIgnore }));
  if (ignored > 0) {
    const by = rule ? [l10n.t('By line {0} of {1}: {2}', rule.line, rule.file, rule.pattern)] : [];
    all.push(finding('fine', tracked + open === 0 ? l10n.t('Git ignores all of its {0} files.', ignored) : l10n.t('Git ignores {0} of its files.', ignored), { details: by }));
  }
  return all;
}

function historyFindings({ shallow }: RepositoryFacts, history: HistoryFacts, shared: boolean, when: GitContext): readonly Finding[] {
  const chosen = shared ? 'info' : 'look';
  const { commits, lost, remotes } = history;
  const all: Finding[] = [];
  if (commits === 0 && lost === 0) all.push(finding('fine', l10n.t('No commit of this clone holds any of it: no branch, tag or stash, and none that was lost.')));
  if (commits > 0) all.push(finding(chosen, heldWords(history, when), { details: holderWords(history) }));
  if (lost > 0) all.push(finding(chosen, l10n.t('{0} more commits that hold some of it are in no branch any more. Git keeps such for some months.', lost)));
  if (remotes.length > 0) {
    const details = [...remotes.map(({ name, address, branches }) => `${address === '' ? name : l10n.t('{0} ({1})', name, address)}: ${few(branches)}`), l10n.t('As of the last time this clone fetched or pushed. No remote was asked now.')];
    all.push(finding(chosen, l10n.t('It is on a remote, so it has left this machine or came from there.'), { details }));
  } else if (commits > 0) {
    all.push(finding('fine', l10n.t('No branch of a remote, as far as this clone knows, holds any of it.'), { details: [l10n.t('As of the last time this clone fetched or pushed. No remote was asked now.')] }));
  }
  if (shallow) all.push(finding('unknown', l10n.t('This is a shallow clone: what was committed before its oldest commit is not on this machine, and was not looked at.')));
  return all;
}

function heldWords({ commits, first, last }: HistoryFacts, { locale, now }: GitContext): string {
  const [from = '', to = ''] = [first && dayWords(first, locale, now), last && dayWords(last, locale, now)];
  if (commits === 1) return l10n.t('One commit, of {0}, holds some of it.', from);
  return from === to ? l10n.t('{0} commits, of {1}, hold some of it.', commits, from) : l10n.t('{0} commits, from {1} to {2}, hold some of it.', commits, from, to);
}

function holderWords({ branches, tags, stashed, others }: HistoryFacts): readonly string[] {
  return [
    ...(branches.length > 0 ? [l10n.t('Branches: {0}', few(branches))] : []),
    ...(tags.length > 0 ? [l10n.t('Tags: {0}', few(tags))] : []),
    ...(stashed ? [l10n.t('A stash')] : []),
    ...(others.length > 0 ? [l10n.t('Other references: {0}', few(others))] : []),
  ];
}

function few(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).join(', ');
  return names.length > NAMED ? l10n.t('{0} and {1} more', shown, names.length - NAMED) : shown;
}
