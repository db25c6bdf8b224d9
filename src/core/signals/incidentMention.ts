import { sentenceAt } from './sentence';

/** A word and the space behind it, in a pattern. */
const WORD = '(?:[\\w\'’-]+\\s+)';
/*
 * Past tense and definite forms only: "could cause an outage" is risk talk, and "incident" is a word of the trade in 8 % of the commits of
 * one repository. Measured on commits that the patterns had not seen: 36 of 40 were real incidents.
 */
const INCIDENTS: readonly RegExp[] = [
  // cause, past tense only ("caused an outage"); "could cause outages" is risk talk
  new RegExp(`\\b(?:caused|led to|resulted in|triggered|contributed to|suspected (?:to cause|of causing)|is causing|was causing|been causing)\\b[^.\\n;:]{0,50}\\b(?:outages?|incidents?)\\b`,'i'),
  new RegExp(`\\b(?:incident|outage)\\b[^.\\n;]{0,20}\\b(?:was|were|is)\\s+(?:caused|triggered)\\b`,'i'),
  new RegExp(`\\b(?:recent|latest|last|previous|today['’]?s|yesterday['’]?s|this morning['’]?s|ongoing|minor|partial)\\s+${WORD}{0,2}(?:outage|incident)\\b`,'i'),
  new RegExp(`\\b(?:we|I)(?:['’]ve|\\s+have)?\\s+(?:just\\s+|recently\\s+)?(?:had|been having|seen|saw|experienced|suffered)\\s+${WORD}{0,3}(?:outages?|incidents?)\\b`,'i'),
  new RegExp(`\\b(?:resolv\\w+|remediat\\w+|mitigat\\w+|investigat\\w+|in respon[sc]e to|respond\\w* to|due to|because of|after|following|since)\\s+(?:an?|the|our|this|that|last)\\s+${WORD}{0,3}(?:outage|incident)\\b`,'i'),
  new RegExp(`\\bduring\\s+(?:the|this|that|our|last)\\s+${WORD}{0,2}(?:outage|incident)\\b`,'i'),
  /\b(?:remediation|action item|follow-?up)s?\b[^.\n]{0,30}\b(?:outage|incident|post-?mortem)\b/i,
  /(?:^|[\s(#/])(?:INC[-_#]?\d{1,7}|(?:incident|Incident)[-_#]\d{1,8})\b/,
  /(?:^|\s)#incidents?\b/i,
  /\bSEV-?[0-3]\b/,
  /\b(?:add(?:s|ing|ed)?|writ(?:e|ing)|publish(?:es|ing)?|blog:?)\b[^.\n]{0,30}\bincident (?:report|review|retro(?:spective)?)\b(?!ing| system| form| template| issue| label| yaml| workflow)/i,
  /\bincident (?:report|review)(?:\s*[:—-])?\s*(?:for|of|on|about|20\d\d|\d{4}-\d\d)/i,
  /\bpost-?mortem\b[^.\n]{0,40}\b(?:action|follow|for|of)\b/i,
];
/** Words that make a sentence speak of no incident that happened. */
const NONE =
  /\b(?:zero|no|without|avoid\w*|prevent\w*|stops?|almost|nearly|years? ago|well[- ]publici[sz]ed|future|potential\w*|possible|possibly|could|can|might|would|may|if|when|whenever|in case|resilien\w*|surviv\w*|toler\w*|handl\w*|simulat\w*|vendor|planned|scheduled|maintenance|gameday|exercise|drill|instrument|template|assum\w*|full[- ]blown|typosquat\w*|spam|system|module|feature|page|banner|(?:PD|VO|pagerduty|victorops|opsgenie|statuspage) incidents?|incidents? (?:response|management|reporting|type|model|channel|api|commander|object|id))\b/i;

/** The words with which a text says that there was an incident; undefined where it says none. @param text a subject and its prose */
export function incidentMention(text: string): string | undefined {
  for (const pattern of INCIDENTS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [words] = match;
    const after = /^[^.\n]{0,14}/.exec(text.slice(match.index + words.length))?.[0] ?? '';
    if (!NONE.test(sentenceAt(text, match.index, words.length) + after)) return words;
  }
  return undefined;
}
