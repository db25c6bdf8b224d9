/** Longer patterns match nothing: they come from a file that somebody else may have written. */
const LONGEST = 500;
const ANY = '*';
const ANY_FOLDERS = '**';

/**
 * Whether a branch is one of those that a pattern names: several with commas or lines; `*` stands for anything, as in git's own names of references,
 * `?` for one sign. Small and capital letters count as the same.
 */
export function isBranchOf(pattern: string, branch: string): boolean {
  return patternsIn(pattern).some((each) => isLike(each, branch.toLowerCase()));
}

/**
 * Whether a file is one of those that a pattern names, as in .gitignore: a path from the root of the workspace names a file or all that is in a
 * folder, a name without a slash is found anywhere; `*` stays within a name, `**` goes through folders.
 * @param path from the root of the workspace, with slashes
 */
export function isFileOf(pattern: string, path: string): boolean {
  const names = path.toLowerCase().split('/');
  return patternsIn(pattern).some((each) => {
    const parts = each.replace(/^\.?\//, '').replace(/\/$/, '').split('/');
    const anywhere = parts.length === 1 && !each.startsWith('/') ? [ANY_FOLDERS, ...parts] : parts;
    return isInOrder([...anywhere, ANY_FOLDERS], names, (part) => part === ANY_FOLDERS, isLike); // a folder stands for all that is in it
  });
}

function patternsIn(list: string): readonly string[] {
  if (list.length > LONGEST) return [];
  return list.split(/[,\n]/).map((each) => each.trim().toLowerCase()).filter((each) => each !== '');
}

/** Without regular expressions: what somebody else wrote must not be able to take long. */
function isLike(pattern: string, text: string): boolean {
  return isInOrder([...pattern.replace(/\*+/g, ANY)], [...text], (sign) => sign === ANY, (sign, given) => sign === '?' || sign === given);
}

/** Whether a list is like a pattern in which some parts stand for any number of entries. Takes no longer than one length times the other. */
function isInOrder(pattern: readonly string[], list: readonly string[], isMany: (part: string) => boolean, isOne: (part: string, entry: string) => boolean): boolean {
  let [part, entry, many, from] = [0, 0, -1, 0];
  while (entry < list.length) {
    const wanted = pattern[part];
    if (wanted !== undefined && isMany(wanted)) [many, from, part] = [part, entry, part + 1];
    else if (wanted !== undefined && isOne(wanted, list[entry] ?? '')) [part, entry] = [part + 1, entry + 1];
    else if (many >= 0) [part, entry, from] = [many + 1, from + 1, from + 1];
    else return false;
  }
  return pattern.slice(part).every(isMany);
}
