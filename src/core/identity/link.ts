import type { ClaimFacts } from './claimFacts';

/** Why two claims may be about one incident, the strongest first. */
export const LINKS = ['joined', 'sameRecord', 'sharedAddress', 'named', 'sameAlert', 'sameService', 'sameDayService', 'similarTitle', 'sameDayTitle', 'sameTime'] as const;
export type LinkCode = (typeof LINKS)[number];

const MINUTE = 60_000;
/** Claims of two sources that are this far apart may be one incident; alerts of one source are one when they fire again this soon. */
const SLACK = 30 * MINUTE;
const ALERT_SLACK = 10 * MINUTE;
/** Titles with this share of words in common speak of the same. */
const SIMILAR = 0.2;
/** A shorter name may stand in a text by chance. */
const SHORTEST_NAME = 6;

/**
 * Why two claims are about one incident; undefined where they are not. It does not matter which is first.
 * @param now when an open one ends, in milliseconds
 */
export function linkOf(a: ClaimFacts, b: ClaimFacts, now: number): LinkCode | undefined {
  const isService = sharesService(a, b);
  if (a.claim.source === b.claim.source) return a.kind === 'alert' && isService && overlap(a, b, now, ALERT_SLACK) ? 'sameAlert' : undefined;
  if (a.urls.some((url) => b.urls.includes(url))) return 'sharedAddress';
  if (names(a, b) || names(b, a)) return 'named';
  if (a.isDay || b.isDay) {
    if (a.day !== b.day) return undefined;
    return isService ? 'sameDayService' : isSimilar(a, b) ? 'sameDayTitle' : undefined;
  }
  if (!overlap(a, b, now, SLACK)) return undefined;
  if (isService) return 'sameService';
  if (isSimilar(a, b)) return 'similarTitle';
  return a.services.size === 0 || b.services.size === 0 ? 'sameTime' : undefined;
}

/**
 * Whether two claims say themselves that they are two incidents: a tool, or a person, that declared both. Then no third claim makes them
 * one; only the lead does.
 */
export const saysTwo = (a: ClaimFacts, b: ClaimFacts): boolean => a.claim.source === b.claim.source && a.kind === 'declared' && b.kind === 'declared' && a.key !== b.key;

function overlap(a: ClaimFacts, b: ClaimFacts, now: number, slack: number): boolean {
  return a.start - slack <= (b.end ?? now) && b.start - slack <= (a.end ?? now);
}

function sharesService(a: ClaimFacts, b: ClaimFacts): boolean {
  for (const service of a.services) if (b.services.has(service)) return true;
  return false;
}

function isSimilar({ words: a }: ClaimFacts, { words: b }: ClaimFacts): boolean {
  if (a.size === 0 || b.size === 0) return false;
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return common / (a.size + b.size - common) >= SIMILAR;
}

/** Whether the name of one stands in the text of the other, and is not a part of a longer name there. */
function names({ claim: { ref = '' } }: ClaimFacts, { text }: ClaimFacts): boolean {
  if (ref.length < SHORTEST_NAME) return false;
  for (let at = text.indexOf(ref); at >= 0; at = text.indexOf(ref, at + 1)) {
    if (!isWordSign(text[at - 1]) && !isWordSign(text[at + ref.length])) return true;
  }
  return false;
}

const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
