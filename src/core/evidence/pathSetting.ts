import { matchesPath, pathPattern, type PathPattern } from './pathPattern';

/** The setting that says which paths are the lead's. */
export const PATHS_SETTING = 'leadDebrief.evidence.paths';

/** What a folder's setting says. */
export interface PathSetting {
  /** From the folder on. */
  readonly patterns: readonly PathPattern[];
  /** Names in a file of owners, in small letters. */
  readonly owners: readonly string[];
  /** What is none of both, as it was written. */
  readonly refused: readonly string[];
}

/** More entries are not read. */
const MOST = 200;
/** Out of the folder: absolute on another system, a home, a step up, an address. Or no path: control characters, backslashes, exclusions. */
const REFUSED = /^[a-z]:|^~|^!|:\/\/|\\|(?:^|\/)\.\.(?:\/|$)|\p{Cc}/iu;
const OWNER = /^@[\w.-]+(?:\/[\w.-]+)*$/;

/** Reads the setting: paths in the folder (`services/payments/`, `*.tf`), and owners as in CODEOWNERS (`@acme/payments`). Whatever it holds, nothing is thrown. */
export function readPathSetting(value: unknown): PathSetting {
  const entries: readonly unknown[] = (Array.isArray(value) ? value : []).slice(0, MOST);
  const read = entries.map((entry): { readonly owner?: string; readonly pattern?: PathPattern; readonly refused?: string } => {
    if (typeof entry !== 'string') return { refused: JSON.stringify(entry) };
    const text = entry.trim();
    if (text === '') return {};
    if (OWNER.test(text)) return { owner: text.toLowerCase() };
    const pattern = REFUSED.test(text) || text.startsWith('@') ? undefined : pathPattern(text);
    return pattern ? { pattern } : { refused: text };
  });
  return {
    patterns: read.flatMap(({ pattern = [] }) => pattern),
    owners: read.flatMap(({ owner = [] }) => owner),
    refused: read.flatMap(({ refused = [] }) => refused),
  };
}

/** A path of a repository as seen from a folder in it or around it; undefined where the folder does not have it. Forward slashes, both. */
export function seenFrom(path: string, offset: FolderOffset): string | undefined {
  if (!path.startsWith(offset.inside)) return undefined;
  return offset.around + path.slice(offset.inside.length);
}

/** Where a folder of the workspace is, beside its repository: '' or with a slash behind. */
export interface FolderOffset {
  /** The way from the root of the repository to the folder, where the folder lies inside. */
  readonly inside: string;
  /** The way from the folder to the root of the repository, where the folder lies around it. */
  readonly around: string;
}

/** Whether a path of a repository is one that the setting names. */
export function isNamed({ patterns }: Pick<PathSetting, 'patterns'>, offset: FolderOffset, path: string): boolean {
  const seen = seenFrom(path, offset);
  return seen !== undefined && patterns.some((pattern) => matchesPath(pattern, seen));
}
