import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { Commit, OwnPaths, Signature } from '../core/evidence/commit';
import { HASH_FORMAT, parseChangedPaths } from '../core/evidence/changedPaths';
import { CODEOWNERS, ownerNames, owns, readCodeowners } from '../core/evidence/codeowners';
import { isNamed, PATHS_SETTING, type FolderOffset, type PathSetting } from '../core/evidence/pathSetting';
import { RAW_FILES, runGit, type GitPlace } from './gitCommand';
import { Slices } from './slices';

/** What a folder of the workspace says about the lead's paths. */
export interface FolderPaths {
  readonly folder: string;
  readonly setting: PathSetting;
}

export interface OwnPathsQuestion {
  readonly place: GitPlace;
  /** The root of the repository. */
  readonly root: string;
  /** What landed in the window, and in the day before, newest first each. */
  readonly line: readonly Commit[];
  readonly dayBefore: readonly Commit[];
  /** Who the lead is. */
  readonly lead: readonly Signature[];
  readonly ownPaths: readonly FolderPaths[];
}

/** Up to so many changes in a window are looked at whole. Of ten real windows, the middle one had 9, the largest 204. */
const FEW = 20;
/** So much of a file of owners is read, in UTF-16 code units. */
const LONGEST_FILE = 400_000;

/** A rule that says which paths are the lead's, and what it is called. */
interface Rule {
  readonly name: string;
  readonly isOwn: (path: string) => boolean;
}

/**
 * Which of the landings changed a path that is the lead's, where more landed than can be looked at whole: by the setting, else by the file of owners
 * as it was at the end of the window. Undefined where neither says anything, or none of the landings is.
 */
export async function readOwnPaths(question: OwnPathsQuestion): Promise<OwnPaths | undefined> {
  const { line, dayBefore, place } = question;
  if (line.length <= FEW) return undefined;
  const rule = await ruleFor(question);
  const [newest, oldest] = [line[0]?.hash, [...line, ...dayBefore].at(-1)];
  if (!rule || newest === undefined || !oldest) return undefined;
  const range = [newest, ...oldest.parents.slice(0, 1).map((parent) => `^${parent}`)];
  const args = ['log', '-z', '--no-color', '--no-notes', '--first-parent', '-m', '--root', ...RAW_FILES, `--format=${HASH_FORMAT}`, '--end-of-options', ...range];
  const answer = await runGit(place, args);
  const changed = parseChangedPaths(answer.kind === 'said' ? answer.output : ''); // a partial clone may lack the trees to compare
  const landings = await new Slices().through(ownOnes(changed, rule, place.signal));
  return line.some(({ hash }) => landings.has(hash)) ? { rule: rule.name, landings } : undefined;
}

/** One step for each path that was not seen before: a hostile file of owners takes its time. */
function* ownOnes(changed: ReadonlyMap<string, readonly string[]>, { isOwn }: Rule, signal: AbortSignal): Generator<void, ReadonlySet<string>> {
  const known = new Map<string, boolean>();
  const own = new Set<string>();
  for (const [hash, paths] of changed) {
    for (const path of paths) {
      if (signal.aborted) return new Set();
      if (!known.has(path)) known.set(path, isOwn(path));
      yield;
      if (known.get(path) !== true) continue;
      own.add(hash);
      break;
    }
  }
  return own;
}

async function ruleFor(question: OwnPathsQuestion): Promise<Rule | undefined> {
  const { root, ownPaths, lead } = question;
  const settings = await Promise.all(ownPaths.map(async ({ folder, setting }) => ({ setting, offset: await offsetOf(folder, root) })));
  const here = settings.flatMap(({ setting, offset }) => (offset ? [{ setting, offset }] : []));
  const owners = here.flatMap(({ setting }) => setting.owners);
  const hasPatterns = here.some(({ setting }) => setting.patterns.length > 0);
  const names = hasPatterns || owners.length > 0 ? owners : ownerNames(lead.map(({ mail }) => mail));
  const byOwners = names.length > 0 ? await ownersRule(question, new Set(names)) : undefined;
  if (!hasPatterns) return byOwners;
  const isOwn = (path: string): boolean => here.some(({ setting, offset }) => isNamed(setting, offset, path)) || byOwners?.isOwn(path) === true;
  return { name: PATHS_SETTING, isOwn };
}

async function ownersRule({ place, line }: OwnPathsQuestion, names: ReadonlySet<string>): Promise<Rule | undefined> {
  const listed = await runGit(place, ['ls-tree', '-z', '--full-tree', '--end-of-options', line[0]?.hash ?? '', ...CODEOWNERS]);
  const files = new Map((listed.kind === 'said' ? listed.output : '').split('\0').flatMap((entry) => [/^100\d{3} blob ([0-9a-f]+)\t(.*)$/.exec(entry)].flatMap((parts) => (parts ? [[parts[2] ?? '', parts[1] ?? ''] as const] : []))));
  const file = CODEOWNERS.find((each) => files.has(each));
  if (file === undefined) return undefined;
  const answer = await runGit(place, ['cat-file', 'blob', files.get(file) ?? '']);
  if (answer.kind !== 'said') return undefined;
  const rules = readCodeowners(answer.output.slice(0, LONGEST_FILE), file);
  return { name: file, isOwn: (path) => owns(rules, names, path) };
}

/** Where a folder lies beside a repository; undefined where neither is in the other. */
async function offsetOf(folder: string, root: string): Promise<FolderOffset | undefined> {
  const real = await realpath(folder).catch(() => folder);
  const [inside, around] = [wayFrom(root, real), wayFrom(real, root)];
  if (inside !== undefined) return { inside, around: '' };
  return around === undefined ? undefined : { inside: '', around };
}

/** '' where it is the same folder, else with a slash behind; undefined where it lies elsewhere. */
function wayFrom(folder: string, to: string): string | undefined {
  const names = relative(folder, to).split(sep).filter(Boolean);
  if (names[0] === '..' || /^[a-z]:/i.test(names[0] ?? '')) return undefined;
  return names.map((name) => `${name}/`).join('');
}
