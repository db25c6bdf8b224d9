import type { Block, Blocks } from './blocks';
import { saysFailure } from './failure';

/**
 * Whether a document is an entry of a status page that is made from files, as cState, Netlify's Statuskit and ClearStatus have them: its front
 * matter says how bad it is and whether it is over, and its date is that of the beginning.
 */
export function isStatusPage(frontMatter: Blocks['frontMatter']): boolean {
  const keys = new Set(frontMatter.map(({ key }) => key.toLowerCase()));
  return keys.has('date') && [...keys].some((key) => /^(?:max |current )?severity$/.test(key)) && [...keys].some((key) => /^(?:resolved|resolved ?(?:on|at|when)|status)$/.test(key));
}

/** Announced before it happens: work, and no incident. */
const PLANNED = /\bwill be (?:unavailable|down|offline|upgraded|migrated|moved|performed)\b|\b(?:scheduled|planned|upcoming)\b.{0,30}\b(?:maintenance|downtime|outage|upgrades?|updates?|migrations?|work|brownout)\b|\b(?:upgrades?|updates?|maintenance|migrations?)\b.{0,20}\b(?:is|are|was) (?:scheduled|planned)\b|\b(?:under[- ])?maintenance\b(?! (?:mode|job|task))/i;
/** What the titles of a status page's other entries say: work, news and holidays. */
const OTHER_ENTRY = /\b(?:upgrad(?:e|es|ed|ing)|updat(?:e|es|ed|ing)|migrat(?:e|es|ed|ion|ions|ing)|mov(?:e|es|ed|ing)|clean-?up|switch(?:ing|ed)?|replac(?:e|ing|ement)|rollout|brownout|operations?|(?:new|production) (?:deployment|move)|increase|changes?|release|vacation|holidays?|christmas|summer|welcome|announc\w{3,7})\b/i;
/** What is still to come. */
const TO_COME = /\b(?:will|we'll|we’ll|going to|plan(?:s|ned|ning)? to|expect(?:ed)? to)\b/i;

/** Whether a title announces something. */
export const isPlanned = (title: string): boolean => PLANNED.test(title);

/** What an entry of a status page is about: its title says most, then its severity, then its first lines: do they tell what was, or what will be. */
export function isPlannedEntry(frontMatter: Blocks['frontMatter'], title: string, blocks: readonly Block[]): boolean {
  if (isPlanned(title)) return true;
  if (frontMatter.some(({ key, value }) => (/severity$/i.test(key) && /maintenance/i.test(value)) || (/^informational$/i.test(key) && /true/i.test(value)))) return true;
  if (saysFailure(title)) return false;
  if (OTHER_ENTRY.test(title)) return true;
  const beginning = blocks.slice(0, 8);
  return beginning.some(({ text }) => PLANNED.test(text)) || (beginning.some(({ text }) => TO_COME.test(text)) && !beginning.some(({ text }) => saysFailure(text)));
}
