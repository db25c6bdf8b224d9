/**
 * A pattern of paths, as in .gitignore and CODEOWNERS: `*`, `?`, `**`, a slash in front or behind. Matched by walking, not by a regular
 * expression: one of a hostile repository takes no longer than its length times that of the path. (The packages `ignore` and `picomatch`, which
 * do this well otherwise, need 7 seconds for `*a*a*a*a*a*a*b` on 61 letters, and minutes for two stars more.)
 */
export interface PathPattern {
  /** Names of folders and files with their wildcards; `**` is any number of them. Each is one way to match. */
  readonly ways: readonly (readonly string[])[];
}

/** Whose rules: GitHub reads a pattern as .gitignore does. GitLab lets one begin in any folder, and one without a slash behind it is exact. */
export type Dialect = 'github' | 'gitlab';

const LONGEST = 200;
/** Paths that are longer match nothing: nobody's are. */
const LONGEST_PATH = 1_000;

/** Reads a pattern; undefined where it is empty or longer than any pattern is. */
export function pathPattern(text: string, dialect: Dialect = 'github'): PathPattern | undefined {
  const words = text.replace(/\\([ #!\\])/g, '$1');
  const names = words.split('/').filter(Boolean);
  const last = names.at(-1);
  if (last === undefined || words.length > LONGEST) return words === '/' ? { ways: [['**']] } : undefined;
  const isAnchored = words.startsWith('/') || (dialect === 'github' && names.length > 1);
  const begin = isAnchored ? names : ['**', ...names];
  if (words.endsWith('/')) return { ways: [[...begin, '**', '*']] };
  const isExact = dialect === 'gitlab' || (last === '*' && names.length > 1);
  return { ways: isExact ? [begin] : [[...begin, '**']] };
}

/** Whether a path, with forward slashes from where the pattern begins, matches. */
export function matchesPath({ ways }: PathPattern, path: string): boolean {
  if (path.length > LONGEST_PATH) return false;
  const names = path.split('/');
  return ways.some((way) => isLike(way, names, (part) => part === '**', isName));
}

function isName(pattern: string, name: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === name;
  return isLike([...pattern], [...name], (part) => part === '*', (part, letter) => part === '?' || part === letter);
}

/** Whether a text is like a pattern in which some parts stand for any number of its parts. Goes back to the last of those only. */
function isLike(pattern: readonly string[], text: readonly string[], isAny: (part: string) => boolean, isSame: (part: string, other: string) => boolean): boolean {
  let [at, place, any, mark] = [0, 0, -1, 0];
  while (place < text.length) {
    const part = pattern[at];
    if (part !== undefined && isAny(part)) {
      any = at++;
      mark = place;
    } else if (part !== undefined && isSame(part, text[place] ?? '')) {
      at++;
      place++;
    } else if (any >= 0) {
      at = any + 1;
      place = ++mark;
    } else return false;
  }
  return pattern.slice(at).every(isAny);
}
