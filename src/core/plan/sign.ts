import * as l10n from '@vscode/l10n';
import { dayWords, type Locale } from '../incident/times';
import type { Sign } from '../journal/schema';
import { SIGNS, type PromiseKind, type SignKind } from '../journal/values';
import { shorten } from '../growth/shorten';

/** What git says about the sign of a promise. Times are ISO 8601 UTC. */
export type SignState =
  /** `commit` and `at` are absent where it was so before it was promised. */
  | ({ readonly state: 'landed' } & Partial<Change>)
  | ({ readonly state: 'removed'; readonly removedAt: string; readonly removedBy: string } & Partial<Change>)
  | { readonly state: 'notYet' };

/** The commit that did it. */
export interface Change {
  readonly at: string;
  readonly commit: string;
  readonly subject: string;
}

/** More of a line of history is not shown. */
const SUBJECT = 80;
/** Longer ones are no sign: they come from a file that somebody else may have written. */
const LONGEST = 1_000;

/** What was promised, as the lead chooses it. */
export const promiseKindWords = (): Record<PromiseKind, string> => ({
  change: l10n.t('A change'),
  test: l10n.t('A test'),
  runbook: l10n.t('A line in a runbook'),
  talk: l10n.t('A talk'),
});

/** A sign as the lead chooses it. */
export const signKindWords = (): Record<SignKind, string> => ({
  path: l10n.t('A path exists'),
  contains: l10n.t('A file contains a text'),
  commit: l10n.t('A commit mentions a text'),
  branch: l10n.t('A branch was merged'),
});

/** Whether git can be asked about a sign: it is of a kind that this version knows, and says what that needs. */
export function isAskable({ kind, path = '', text = '', branch = '' }: Sign): boolean {
  const needed: Record<SignKind, readonly string[]> = { path: [path], contains: [path, text], commit: [text], branch: [branch] };
  return (SIGNS as readonly string[]).includes(kind) && needed[kind as SignKind].every((each) => each.trim() !== '' && each.length <= LONGEST && !/[\0\n]/.test(each));
}

/** A sign as a sentence without its end: "docs/pool.md contains “retry”". */
export function signWords({ kind, path = '', text = '', branch = '' }: Sign): string {
  switch (kind as SignKind) {
    case 'path':
      return l10n.t('{0} exists', path);
    case 'contains':
      return l10n.t('{0} contains “{1}”', path, text);
    case 'commit':
      return l10n.t('a commit mentions “{0}”', text);
    case 'branch':
      return l10n.t('the branch {0} was merged', branch);
  }
}

/** What git says, as a sentence. */
export function signStateWords(state: SignState, locale: Locale, now: number): string {
  if (state.state === 'notYet') return l10n.t('Not yet.');
  const day = (at: string): string => dayWords(at, locale, now);
  const by = ({ commit = '', subject = '' }: Partial<Change>): string => `${commit.slice(0, 8)} ${shorten(subject, SUBJECT)}`.trim();
  const landed = state.at === undefined ? l10n.t('It was so before it was promised.') : l10n.t('Landed on {0} by {1}.', day(state.at), by(state));
  return state.state === 'landed' ? landed : l10n.t('Removed since, on {0} by {1}. {2}', day(state.removedAt), state.removedBy.slice(0, 8), landed);
}

/** A path in what was typed: with a slash, or a name with an ending. */
const PATH = /(?:^|[\s"'`(])((?:[\w.@-]+\/)+[\w.@-]*[\w-]|[\w@-]+(?:\.[\w-]+)*\.(?:md|mdx|txt|ya?ml|json|toml|tf|sh|ts|tsx|js|mjs|py|go|rs|rb|java|kt|cs|sql))(?=$|[\s"'`),.;:])/;
const TICKET = /(?:^|\s)(#\d+|[A-Z][A-Z0-9]+-\d+)\b/;

/** Signs that the words of a promise suggest, so that little is typed. The likeliest first. */
export function proposedSigns(kind: PromiseKind, words: string): readonly Sign[] {
  if (kind === 'talk') return [];
  const path = PATH.exec(words)?.[1];
  const ticket = TICKET.exec(words)?.[1];
  return [...(path === undefined ? [] : [{ kind: 'path', path }]), ...(ticket === undefined ? [] : [{ kind: 'commit', text: ticket }])];
}
