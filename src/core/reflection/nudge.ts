/** Words in a text that judge the past by what is known today. */
export interface Nudge {
  /** Where it begins and ends, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

const PRONOUN = String.raw`(?:I|[Ww]e|[Yy]ou|[Hh]e|[Ss]he|[Tt]hey|[Ss]ome(?:one|body)|[Nn]obody|[Ee]very(?:one|body)|[Tt]he team)`;
const FIRST_PERSON = String.raw`(?:I|[Ww]e)`;
const ADVERB = String.raw`(?: (?:really|just|simply|also|probably|maybe|perhaps|easily|definitely|clearly|at least|never))?`;
/** "We could have lost the orders" is a risk, no judgement; "we should have a talk" is about what comes. */
const HAVE = String.raw`(?:n[’']t| not)?(?:[’']ve|${ADVERB} have)(?! (?:lost|cost|an?|the|no|any|some|more)\b)`;
const FAILED = String.raw`(?:(?:failed|neglected|omitted|refused) to|forgot)`;

/** The characters that a pattern gives a sense of its own. */
const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/** Names count, in full or by the first word. Any other word with a capital may be a machine: "Redis failed to start". */
function namePatterns(names: readonly string[]): readonly string[] {
  const all = names.flatMap((name) => [name.trim(), name.trim().split(/\s+/)[0] ?? '']);
  return [...new Set(all)].filter((name) => name !== '').sort((a, b) => b.length - a.length).map(escaped);
}

/**
 * Finds a person plus a past modal ("I should have", "they failed to"). Hindsight makes a choice look foolish that made sense
 * then, and telling people so does not help (Guilbault 2004): so the offer is a question. It never blocks and is never counted.
 * "Would have" says what followed, and "they might have" what is not known: neither judges. Knows English.
 * @param names people who may be meant, as in the evidence
 */
export function nudges(text: string, names: readonly string[] = []): readonly Nudge[] {
  return [...text.matchAll(patternFor(names))].map((match) => ({ start: match.index, end: match.index + match[0].length, words: match[0] }));
}

/** The pattern of the names asked about last: it is made at each key otherwise, and making it costs more than using it. */
let latest: { readonly names: string; readonly pattern: RegExp } | undefined;

function patternFor(names: readonly string[]): RegExp {
  const key = names.join('\n');
  if (latest?.names === key) return latest.pattern;
  const who = `(?:${[PRONOUN, ...namePatterns(names)].join('|')})`;
  const judged = `${who}${ADVERB} (?:(?:should|could|ought to)${HAVE}|${FAILED})|${FIRST_PERSON}${ADVERB} might${HAVE}`;
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${judged})(?![\p{L}\p{N}])`, 'gu');
  latest = { names: key, pattern };
  return pattern;
}
