import type { Block } from './blocks';
import { findTimes } from './clock';
import type { Moment, TimeContext } from './context';
import { dayIn, minutesFrom, momentFrom, rangeFrom } from './moments';
import { withoutAddresses } from './plainText';

/** What a sentence says when something in production failed. */
const FAILED = /\b(?:outages?|down(?:time)?|unavailab\w{2,6}|unresponsive|inaccessible|unreachable|offline|degraded|degradation|disrupt\w{2,5}|interrupt\w{2,5}|incident|fail(?:ed|ing|s|ures?)?|crash(?:ed|ing|es)?|broke(?:n)?|stopped|halted|stall(?:ed)?|errors?|5\d\d|4\d\d|time(?:d)?[ -]?outs?|slow(?:ed)?|unable|could ?n[o']t|cannot|not (?:able|available|working|responding|reachable|possible)|lost|loss|leak(?:ed)?|breach(?:ed)?|compromis\w{2,4}|attack\w{0,3}|hacked|exploit\w{0,3}|corrupt\w{0,4}|deleted|expired|misconfigur\w{2,5}|stuck|affected|impacted|saturated|exhaust\w{2,4}|overload\w{0,3}|spik(?:e|ed|es)|ran out|went (?:down|dark|away)|alert(?:ed|s)?|paged|intermittent(?:ly)?|problems?|faults?|inability|regressions?)\b|障害|停止|故障|宕机/i;
const RECOVERED = /\b(?:resolved|restored|recover(?:ed|y)|back (?:up|online|to normal)|fixed|mitigated|returned to (?:normal|service)|operational again|repaired|rolled back|reverted|revoked|contained|blocked)\b|復旧|恢复/i;

/** A sentence of a document, with its line. */
export interface Sentence {
  readonly text: string;
  readonly line: number;
  /** Which paragraph it is in, from 0. */
  readonly paragraph: number;
  /** Whether it tells of something that failed; whether of its recovery. */
  readonly failed: boolean;
  readonly recovered: boolean;
}

/** How far into a document its story is looked for. */
const MOST_BLOCKS = 120;

/** The sentences of the prose and lists near the beginning of a document. A sentence may go over lines of one paragraph. */
export function sentencesOf(blocks: readonly Block[]): Sentence[] {
  const paragraphs: { text: string; line: number; starts: { at: number; line: number }[] }[] = [];
  for (const block of blocks.slice(0, MOST_BLOCKS)) {
    if (block.kind !== 'text' && block.kind !== 'item') continue;
    const last = paragraphs.at(-1);
    if (last && block.kind === 'text' && !block.begins && last.text.length < 3000) {
      last.starts.push({ at: last.text.length + 1, line: block.line });
      last.text += ` ${block.text}`;
    } else paragraphs.push({ text: block.text, line: block.line, starts: [{ at: 0, line: block.line }] });
  }
  return paragraphs.flatMap(({ text, starts }, paragraph) => partsOf(text).map(({ part, at }) => sentence(part, starts.filter((start) => start.at <= at + 1).at(-1)?.line ?? 1, paragraph)));
}

function partsOf(text: string): { readonly part: string; readonly at: number }[] {
  const parts: { part: string; at: number }[] = [];
  let from = 0;
  for (const match of withoutAddresses(text).matchAll(/(?<!\b(?:approx|ca|e\.g|i\.e|[ap]\.m|no|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))[.!?。]\s{0,3}(?=\s[A-Z*"“]|$|(?<=。))/g)) {
    const end = match.index + match[0].length;
    parts.push({ part: text.slice(from, end), at: from });
    from = end;
  }
  if (from < text.length) parts.push({ part: text.slice(from), at: from });
  return parts;
}

const sentence = (part: string, line: number, paragraph: number): Sentence => ({ text: part.slice(0, 800), line, paragraph, failed: FAILED.test(part.slice(0, 800)), recovered: RECOVERED.test(part.slice(0, 800)) });

/** Something found in the prose of a document. */
export interface Told<T> {
  readonly value: T;
  readonly line: number;
}

/** "From 17:09 EST to approximately 23:42 EST … were unavailable". */
export function toldRange(sentences: readonly Sentence[], context: TimeContext): Told<{ readonly from: Moment; readonly to: Moment }> | undefined {
  for (const { text, line, failed } of sentences) {
    if (!failed || findTimes(text).length < 2) continue;
    const value = rangeFrom(text, context);
    if (value) return { value, line };
  }
  return undefined;
}

/** "At 19:55 UTC, all services became unresponsive." */
export function toldFailure(sentences: readonly Sentence[], context: TimeContext): Told<Moment> | undefined {
  const first = sentences.find(({ failed }) => failed)?.paragraph;
  return told(sentences.filter(({ failed, paragraph }) => failed || paragraph === first), context);
}

/** "Service was restored at 11:15." */
export function toldRecovery(sentences: readonly Sentence[], context: TimeContext): Told<Moment> | undefined {
  for (const { text, line, recovered } of [...sentences].reverse()) {
    const times = recovered ? findTimes(text) : [];
    const last = times.at(-1);
    if (!last) continue;
    const from = times.length > 1 ? (times.at(-2)?.index ?? 0) + (times.at(-2)?.length ?? 0) : 0;
    const value = momentFrom(text.slice(from), { ...context, day: dayIn(text, context) ?? context.day });
    if (value?.precise === 'minute') return { value, line };
  }
  return undefined;
}

/** Before a time that is an end. */
const UNTIL = /\b(?:until|till?|to|by|resolved|restored|recovered|ended|fixed)\b[^\d]{0,30}$/i;

function told(sentences: readonly Sentence[], context: TimeContext): Told<Moment> | undefined {
  for (const { text, line } of sentences) {
    const time = findTimes(text).find(({ index }) => !UNTIL.test(text.slice(0, index)));
    if (!time) continue;
    const day = dayIn(text, context) ?? context.day;
    const value = momentFrom(text.slice(time.index), { ...context, day });
    if (value?.precise === 'minute') return { value, line };
  }
  return undefined;
}

/** The day of the first sentence that tells of a failure and names one with its year. */
export function toldDay(sentences: readonly Sentence[], context: TimeContext): Told<NonNullable<ReturnType<typeof dayIn>>> | undefined {
  for (const { text, line, failed } of sentences) {
    const value = failed ? dayIn(text, context) : undefined;
    if (value) return { value, line };
  }
  return undefined;
}

const LENGTH = String.raw`(\d{1,4}(?:\.\d)?[ -]{0,2}(?:hours?|hrs?|h|minutes?|mins?|days?)\b[^.;,]{0,30})`;
const LASTED = new RegExp(String.raw`\b(?:lasted|lasting|took|(?:duration|period|outage|downtime|total) of|(?:down|unavailable|unreachable|inaccessible|offline|degraded) for|for|lasted (?:for|overall)|overall)\s{1,2}(?:a total of |approximately |about |around |roughly |almost |nearly |over |just over |~ ?){0,2}${LENGTH}|\b(?:a|an|the|this) ${LENGTH}(?:outage|period|downtime|disruption)`, 'i');

/** How long it lasted, in minutes: "lasted for 47 minutes". */
export function toldDuration(sentences: readonly Sentence[]): Told<number> | undefined {
  for (const { text, line, failed } of sentences) {
    const value = failed ? lengthIn(text) : undefined;
    if (value !== undefined) return { value, line };
  }
  return undefined;
}

function lengthIn(text: string): number | undefined {
  const match = LASTED.exec(text);
  return match ? minutesFrom((match[1] ?? match[2] ?? '').replace('-', ' ')) : undefined;
}
