/** A change as `--raw -z` has it; its path follows. */
const CHANGE = /^\n?:\d{6} \d{6} /;

/** For `git log -z --raw --format`. */
export const HASH_FORMAT = 'tformat:%H';

/** Which paths each commit changed, from the root of the repository, by full hash: reads `git log -z --raw` in `HASH_FORMAT`. What is cut off is left out. */
export function parseChangedPaths(output: string): ReadonlyMap<string, readonly string[]> {
  const parts = output.split('\0').slice(0, -1);
  const found = new Map<string, string[]>();
  let paths: string[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    if (CHANGE.test(part)) {
      at += 1;
      paths.push(parts[at] ?? '');
    } else if (part !== '') {
      paths = [];
      found.set(part, paths);
    }
  }
  return found;
}
