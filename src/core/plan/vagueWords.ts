import type { PlanPart } from './turnBack';

/*
 * English words of plans that cannot work, as patterns. Each looks at a whole part, or at its beginning: "busy" alone is no moment,
 * "the database is busy for five minutes" is one. They were written against the plans in test/unit/plan/turnBack.test.ts.
 */

/** What people write although the label says it already. */
export const LEAD_INS: Record<PlanPart, RegExp> = {
  cue: /^(?:when(?:ever)?|if|once|as soon as)?\s*(?:(?:i|we) (?:next )?(?:see|hear|read|notice)(?: that)? )?/i,
  act: /^(?:then )?(?:(?:i|we) will |(?:i|we)'ll )?(?:(?:also|just|simply|really|always|immediately|first) )*/i,
};

/** Times that never strike. What is left without them must be a moment. */
export const EMPTY_TIMES =
  /\b(?:in (?:the )?(?:near )?future|from now on|in general|generally|(?:the )?next time|at some point|some ?day|as needed|when(?:ever)? (?:needed|necessary|possible|required)|always|again)\b/gi;

const SITUATION = String.raw`(?:there (?:is|are)|(?:we|i) (?:have|get|hit|face|am in|are in)|in|during|for|on|with)`;
const SOME = String.raw`(?:an?|another|any|the|some|every|all|our|such an?|other)`;
const KIND = String.raw`(?:next|new|other|big|bigger|major|serious|severe|bad|similar|critical|real|future|production|difficult|stressful|complex|urgent)`;
const EVENT = String.raw`(?:incidents?|outages?|crisis|crises|problems?|issues?|emergency|emergencies|situations?|failures?|something|anything|things)`;
const COMES = String.raw`(?:like (?:this|that)|happens?|occurs?|arises?|comes? up|goe?s? wrong|breaks?|bad|similar|is wrong|starts?|begins?)`;

/** Events of no kind: nobody can be reminded by one. */
export const VAGUE_EVENTS: readonly RegExp[] = [
  new RegExp(`^(?:${SITUATION} )?(?:${SOME} )?(?:${KIND} )*${EVENT}(?: ${COMES})*$`, 'i'),
  /^(?:to )?(?:be|being|stay|staying) (?:more |extra )?(?:careful|calm|aware|mindful|alert|cautious)\b/i,
];

const WHO = String.raw`(?:i|we|it|things?|everyone|everybody|the team|people|the pressure)`;
const IS = String.raw`(?:am|are|is|'m|'re|'s|feels?|gets?|becomes?)`;

/** States that creep up: there is no moment at which they begin. */
export const FEELINGS: readonly RegExp[] = [
  new RegExp(`^(?:${WHO} ?)?(?:${IS} )?(?:(?:so|very|too|really) )?(?:under (?:a lot of |so much |\\w+ )?pressure|stress(?:ed)?(?: out)?|pressure|busy|hectic|hard|difficult|tough|tired|overwhelmed|high)$`, 'i'),
];

/** What somebody else does. */
export const OTHERS: readonly RegExp[] = [
  /^(?:(?:the|my|our) (?:team|others|developers?|engineers?|managers?|on-?call)|they|someone|somebody|everyone|everybody|others|people|management|ops|sres?|developers?|engineers?)\b/i,
  /^(?!ask|tell|say|name|check|see|decide|write|note|read|know)[\p{L}-]+(?: (?!who\b|what\b|which\b|whether\b|how\b|if\b|i\b|we\b)[\p{L}-]+)? (?:should|will|must|needs? to|has to|have to)\b/iu,
];

/** What is not done, where nothing is said that is done instead. "Stop the deploy" is an act. */
export const NOT_DOING: readonly RegExp[] = [
  /^(?:not|never|no longer|no more|don't|do not|avoid|refrain from|quit)\b(?!.*(?:\b(?:but|instead|rather)\b|;))/i,
  /^stop (?!(?:every|any|some|no)thing\b)(?:\w+ly )?\w+ing\b(?!.*(?:\b(?:and|but|instead|then)\b|[;,]))/i,
];

const VIRTUE = String.raw`(?:better|calm(?:er)?|careful|cautious|mindful|patient|aware|alert|focused|quick(?:er)?|fast(?:er)?|clear(?:er)?|open|proactive|confident|decisive|present|attentive|transparent|honest|assertive|composed|positive|prepared|ready|vigilant)`;

/** What one wants to be or to reach: nobody could see it done. */
export const AIMS: readonly RegExp[] = [
  new RegExp(`^(?:be|stay|remain|become|keep|get) (?:(?:more|less|very|extra|as) )?${VIRTUE}\\b`, 'i'),
  /^(?:be|become) (?:more|less|a better)\b/i,
  /^(?:improve|try|strive|aim|hope|focus|concentrate|ensure|make sure|remember|keep in mind|do (?:better|my best)|work (?:harder|on)|pay (?:more |better |close )?attention)\b/i,
  /^(?:think (?!out loud|aloud)|think$|consider|understand|learn|step up|own (?:it|this)|take (?:more |better )?(?:ownership|responsibility|care|charge|control))/i,
  /^(?:handle|manage) (?:it|this|that|things|stress|pressure|my)\b/i,
  /^(?:have|show) (?:more |better )?(?:empathy|patience|confidence|leadership|courage|calm|trust|awareness)\b/i,
  /^communicate(?: (?:more|better|clearly|openly|early|earlier|often|well|and|with|the|our|my|team|others|everyone|stakeholders))*$/i,
  /^(?:listen|delegate|prioriti[sz]e)(?: (?:more|better|actively|carefully|well|to|the|my|team|others|people|everyone|work|tasks))*$/i,
  /^(?:trust|support|empower|respect|help|motivate) (?:(?:the|my|our) team|others|people|everyone|them)(?: (?:more|better))?$/i,
  /^[\p{L}-]+(?: [\p{L}-]+)? (?:better|faster|harder|sooner|earlier|quicker|more|more \p{L}+)$/iu,
];
