import type { Landing } from './commit';
import { authorsOf, titleOf } from './landing';
import { isMachine } from './machines';

const FIX = /\b(?:revert|roll ?back|fix(?!ture)|hotfix|disable|unbreak|restore)/i;
const MOST = 3;

/**
 * What may have been the first fix: the earliest changes after the beginning that a person wrote and whose subject sounds like
 * one, three at most. Against eight incidents with known timelines the first candidate was right in four, wrong in one, and
 * there was none in three: the lead judges.
 * @param start when the incident began
 */
export function firstFixCandidates(landings: readonly Landing[], start: string): readonly Landing[] {
  const after = landings.filter(({ at }) => Date.parse(at) >= Date.parse(start));
  const fixes = after.filter((landing) => [landing.subject, titleOf(landing)].some((text) => FIX.test(text)) && !isMachines(landing));
  return fixes.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(0, MOST);
}

/** Whether only machines wrote it. */
function isMachines(landing: Landing): boolean {
  const authors = authorsOf(landing);
  return authors.length > 0 && authors.every(isMachine);
}
