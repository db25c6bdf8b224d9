import { bodyText, subjectText } from '../signals/prose';
import type { Commit, Signature, Tag } from './commit';

/**
 * How git is asked, and how its answers are read. Fields end in NUL: git ends a message at a NUL, so that no name and no message can
 * pretend to be a field or a commit of its own.
 */
const COMMIT_FIELDS = [
  '%H',
  '%P',
  '%ct',
  '%aN',
  '%aE',
  '%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x1f)',
  '%s',
  '%b',
];

/** For `git log --format`, one commit behind the other. */
export const COMMIT_FORMAT = `tformat:${COMMIT_FIELDS.map((field) => `${field}%x00`).join('')}`;

/** For `git for-each-ref --format`, one tag a line. */
export const TAG_FORMAT =
  '%(creatordate:unix)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)%00%(refname:strip=2)';

/** Nobody's name and address are longer, in UTF-16 code units. Messages have their bounds too: patterns go over them. */
const LONGEST_SIGNATURE = 400;
const LIST = '\x1f';
/** Dates beyond this, in seconds, are no dates: JavaScript ends there. */
const LAST_SECOND = 8.64e12;

/** Seconds since 1970 as ISO 8601 UTC, or undefined where a damaged commit has no date that means anything. */
function time(seconds: string): string | undefined {
  const at = Number(seconds);
  if (seconds === '' || !Number.isFinite(at) || Math.abs(at) > LAST_SECOND) return undefined;
  return new Date(at * 1000).toISOString().replace('.000Z', 'Z');
}

/** "Name <mail>", as in a trailer; undefined where there is no address. */
export function parseSignature(text: string): Signature | undefined {
  const found = /<([^<>]*)>/.exec(text);
  const mail = found?.[1];
  return found === null || mail === undefined || mail === '' ? undefined : { name: text.slice(0, found.index).trim() || mail, mail };
}

/** A signature as `git check-mailmap` wants it. */
export function formatSignature({ name, mail }: Signature): string {
  return `${name} <${mail}>`;
}

/** Reads what `git log` said in `COMMIT_FORMAT`. What is cut off or damaged is left out. */
export function parseCommits(output: string): Commit[] {
  const fields = output.split('\0');
  const commits: Commit[] = [];
  for (let from = 0; from + COMMIT_FIELDS.length < fields.length; from += COMMIT_FIELDS.length) {
    const commit = parseCommit(fields.slice(from, from + COMMIT_FIELDS.length));
    if (commit) commits.push(commit);
  }
  return commits;
}

function parseCommit([
  hash = '',
  parents = '',
  seconds = '',
  name = '',
  mail = '',
  coAuthors = '',
  subject = '',
  body = '',
]: string[]): Commit | undefined {
  const at = time(seconds);
  if (at === undefined) return undefined;
  return {
    hash: hash.trim(),
    parents: parents.split(' ').filter(Boolean),
    at,
    author: { name: (name || mail).slice(0, LONGEST_SIGNATURE), mail: mail.slice(0, LONGEST_SIGNATURE) },
    coAuthors: coAuthors.split(LIST).flatMap((text) => parseSignature(text.slice(0, LONGEST_SIGNATURE)) ?? []),
    subject: subjectText(subject),
    body: bodyText(body.trim()),
  };
}

/** From when to when, in milliseconds since 1970, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads what `git for-each-ref` said in `TAG_FORMAT`. Only tags of a commit, from the given time: a repository may have
 * thousands of others.
 */
export function parseTags(output: string, { from, to }: Span): Tag[] {
  return output.split('\n').flatMap((line) => {
    const [seconds = '', type, object, inner, innerObject, name] = line.split('\0');
    const milliseconds = Number(seconds) * 1000;
    if (seconds === '' || !(milliseconds >= from && milliseconds <= to) || name === undefined) return [];
    const commit = type === 'commit' ? object : inner === 'commit' ? innerObject : undefined;
    const at = time(seconds);
    return at === undefined || commit === undefined ? [] : [{ name, at, commit }];
  });
}
