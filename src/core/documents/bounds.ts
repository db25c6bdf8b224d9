import type { Moment } from './context';
import type { TimeContext } from './context';
import type { Field, FieldKind } from './fields';
import { DAY_MS, minutesFrom, momentFrom, rangeFrom } from './moments';
import { momentOf } from './zones';
import type { Sentence } from './prose';
import { toldDuration, toldFailure, toldRange, toldRecovery } from './prose';
import type { TimelineEntry } from './timeline';

/** The rule that gave a beginning or an end; which of them comes first is the order in `startOf` and `endOf`. */
export type BoundRule = 'field' | 'period' | 'heading' | 'marker' | 'duration' | 'detected' | 'sentence' | 'timeline' | 'title' | 'day';

/** A beginning or an end as the document gives it. */
export interface Bound {
  readonly moment: Moment;
  readonly line: number;
  readonly rule: BoundRule;
}

/** What beginnings and ends are read from. */
export interface BoundSources {
  readonly fields: readonly Field[];
  readonly entries: readonly TimelineEntry[];
  readonly sentences: readonly Sentence[];
  /** Title and headings that may hold a range or a time. */
  readonly headings: readonly { readonly text: string; readonly line: number }[];
  readonly context: TimeContext;
  /** Where the document's day was found. */
  readonly dayLine: number | undefined;
  /** The day is the incident's own: not that of a file's name or a publication. */
  readonly dayIsOwn: boolean;
}

const BEGINS = /\b(?:outage|incident|impact|problem|issue|disruption|downtime|degradation)s? (?:is )?(?:begins?|began|starts?|started)\b|(?:^\W{0,4}|[(<*])(?:start|beginning) of (?:the )?(?:outage|incident|impact|disruption)|^\W{0,4}(?:outage|incident|impact) start\b|\b(?:site|service|platform|cluster|everything|production|website) (?:goes|went|is hard) down\b|^\W{0,4}(?:障害|問題|事象)?発生/i;
/** In this order: the end of the outage itself, the incident resolved, things working again. */
const ENDS: readonly RegExp[] = [
  /\b(?:outage|incident|impact|disruption|downtime) (?:is )?(?:ends?|ended|over|stops?|stopped)\b|\bend of (?:the )?(?:outage|incident|impact|disruption)/i,
  /\bincident (?:is |was |has been |marked |declared )*(?:resolved|repaired|closed|over|mitigated|ended)\b|\b(?:issue|problem|outage) (?:is |was |has been |now |fully |completely )*(?:resolved|fixed)\b|\bresolved\b|\ball[- ]clear\b|\bresolution (?:is |was )?(?:confirmed|complete)|\bannounced (?:the )?recovery\b|\brecovery\b.{0,60}\bcompleted?\b|復旧|解消/i,
  /\b(?:back|returns?|returned|returning) to normal\b|\bback (?:up|online|in service|to operation(?:al)?)\b|\b(?:services?|everything|systems?|sites?|access|functionality|traffic) (?:is |are |was |were |has been |have been |fully |now |successfully )*(?:restored|operational|healthy|recovered|working|up|stable)\b|\b(?:service )?restored\b|\brecover(?:ed|s)\b|^\W{0,4}recovery\b|\bback (?:in(?:to)? )?operation\b|\bself-heals\b|\bfully (?:operational|functional)\b|\bgoes away\b|\ball (?:healthy|systems? operational)\b/i,
];
const ABOUT = /~|≈|\babout\b|\baround\b|\bapprox|\broughly\b|\bover\b|\bnearly\b|\balmost\b|\d\s?\+/i;
/** What the later entry of a pair says, where the document's own duration is to be trusted. */
const WORKING = /resolv|restor|recover|normal|operational|health|fix|works\b|\bworking(?! on)|mitigat|rolled back|revert|rollback (?:complete|done|perform)|verif|confirm|able to|again|allow|remov|running again|up and running|complet|closed/i;
const NOT_YET = /\b(?:not|n't|never|un(?:til|less)|should|would|could|may|might|will|to be|partial(?:ly)?|try|trying|attempt\w{0,3}|if|expect\w{0,3}|hop(?:e|ing)|believed?|thought|assum\w{2,3}|working on|temporar\w{2,3}|some)\b[^.;]{0,30}$/i;
/** How much of a field's value is looked at: what is further in is a remark. */
const MOST_OF_FIELD = 70;
/** How many sentences of a document may tell of its bounds; later ones are about lessons. */
const EARLY = 24;
const MINUTE_MS = 60_000;

/** When it began, by the strongest rule that finds something. */
export function startOf(sources: BoundSources): Bound | undefined {
  const { fields, headings, context } = sources;
  const sentences = sources.sentences.slice(0, EARLY);
  const timed = timedEntries(sources);
  const told = toldRange(sentences, context);
  const failure = toldFailure(sentences, context);
  return (
    fromField(fields, ['start'], context) ??
    fromPeriod(sources, 'from') ??
    bound(timed.find(({ text }) => BEGINS.test(text)), 'marker') ??
    fromField(fields, ['detected'], context) ??
    bound(pairOf(sources)?.[0], 'duration') ??
    (told && { moment: told.value.from, line: told.line, rule: 'sentence' }) ??
    fromHeading(headings, context, 'from') ??
    bound(firstEntry(sources), 'timeline') ??
    (failure && { moment: failure.value, line: failure.line, rule: 'sentence' }) ??
    fromTitle(headings, context) ??
    fromField(fields, ['start'], context, 'day') ??
    fromDay(sources)
  );
}

/** When it ended, by the strongest rule that finds something after its beginning. A day without a time is no end. */
export function endOf(sources: BoundSources, start: Bound | undefined): Bound | undefined {
  const { fields, sentences, headings, context } = sources;
  const told = toldRange(sentences.slice(0, EARLY), context);
  const recovery = toldRecovery(sentences, context);
  const recovered: Bound | undefined = recovery && { moment: recovery.value, line: recovery.line, rule: 'sentence' };
  const candidates = [
    fromField(fields, ['end'], context),
    fromPeriod(sources, 'to'),
    fromField(fields, ['repaired', 'closed'], context),
    bound(pairOf(sources)?.[1], 'duration'),
    fromMarker(timedEntries(sources)),
    told && { moment: told.value.to, line: told.line, rule: 'sentence' as const },
    fromHeading(headings, context, 'to'),
    ...(timedEntries(sources).length < 2 ? [recovered] : []),
    fromDuration(sources, start),
    lastEntry(sources),
    recovered,
  ];
  return candidates.find((each) => each !== undefined && isAfter(each, start));
}

/** An end is after the beginning, and within 60 days: a slip in the month is a frequent one. */
function isAfter(end: Bound, start: Bound | undefined): boolean {
  if (!start) return true;
  const away = end.moment.at - start.moment.at;
  return start.moment.precise === 'day' ? away >= 0 : away > 0 && away < 60 * DAY_MS;
}

function fromField(fields: readonly Field[], kinds: readonly FieldKind[], context: TimeContext, precise: Moment['precise'] = 'minute'): Bound | undefined {
  for (const kind of kinds)
    for (const field of fields.filter((each) => each.kind === kind)) {
      const moment = momentFrom(field.value.slice(0, MOST_OF_FIELD), context);
      if (moment?.precise === precise && isNear(moment, context)) return { moment, line: field.line, rule: kind === 'detected' ? 'detected' : 'field' };
    }
  return undefined;
}

/** A field far from the document's day is of something else: a pasted log, a due day. */
function isNear(moment: Moment, { day, zone, assumed }: TimeContext): boolean {
  return !day || Math.abs(moment.at - momentOf(day, { hour: 0, minute: 0, second: 0 }, zone ?? assumed)) < 120 * DAY_MS;
}

function fromPeriod({ fields, context }: BoundSources, side: 'from' | 'to'): Bound | undefined {
  for (const { kind, value, line } of fields) {
    if (kind !== 'period' && kind !== 'date') continue;
    const range = rangeFrom(value.slice(0, 200), context);
    if (range) return { moment: range[side], line, rule: 'period' };
  }
  return undefined;
}

function fromHeading(headings: BoundSources['headings'], context: TimeContext, side: 'from' | 'to'): Bound | undefined {
  for (const { text, line } of headings) {
    const range = rangeFrom(text, context);
    if (range) return { moment: range[side], line, rule: 'heading' };
  }
  return undefined;
}

function fromTitle(headings: BoundSources['headings'], context: TimeContext): Bound | undefined {
  const title = headings[0];
  const moment = title && momentFrom(title.text, context);
  return title && moment?.precise === 'minute' ? { moment, line: title.line, rule: 'title' } : undefined;
}

function fromDay({ context, dayLine }: BoundSources): Bound | undefined {
  const moment = context.day && momentFrom(`${context.day.year}-${context.day.month}-${context.day.day}`, context);
  return moment && { moment, line: dayLine ?? 1, rule: 'day' };
}

const bound = (entry: TimelineEntry | undefined, rule: BoundRule): Bound | undefined => (entry?.moment ? { moment: entry.moment, line: entry.line, rule } : undefined);

/** Entries with a time of day, without the run-up: what is more than a day before the document's own day, where two or more are on it. */
function timedEntries({ entries, context, dayIsOwn }: BoundSources): readonly TimelineEntry[] {
  const timed = entries.filter(({ timed, moment }) => timed && moment);
  const day = context.day && momentFrom(`${context.day.year}-${context.day.month}-${context.day.day}`, context)?.at;
  if (day === undefined || !dayIsOwn) return timed;
  const near = timed.filter(({ moment }) => moment !== undefined && moment.at >= day - DAY_MS && moment.at < day + 2 * DAY_MS);
  const first = near[0]?.moment?.at ?? 0;
  const runUp = timed.filter(({ moment }) => moment !== undefined && moment.at < day - DAY_MS && moment.at < first);
  const paused = runUp.every(({ moment }) => first - (moment?.at ?? 0) > DAY_MS);
  return near.length >= 2 && paused ? timed.filter((entry) => !runUp.includes(entry)) : timed;
}

/** The first entry with a time; the first with only a day where the times come more than two days later or not at all. */
function firstEntry(sources: BoundSources): TimelineEntry | undefined {
  const [timed] = timedEntries(sources);
  const dated = sources.dayIsOwn && !timed ? undefined : sources.entries.find(({ moment }) => moment !== undefined);
  if (!timed?.moment || !dated?.moment) return timed ?? dated;
  return timed.moment.at - dated.moment.at > 2 * DAY_MS && !dated.timed && (!sources.dayIsOwn || isNear(dated.moment, sources.context)) && sources.entries[0] === dated && timedEntries(sources).length < 3 ? dated : timed;
}

/** The one pair of entries that are as far apart as the document says that it lasted: "Time to recovery: 87 minutes". */
function pairOf(sources: BoundSources): readonly [TimelineEntry, TimelineEntry] | undefined {
  const minutes = durationOf(sources, true);
  const timed = timedEntries(sources);
  if (minutes === undefined || timed.length > 80) return undefined;
  const pairs = timed.flatMap((from, at) => timed.slice(at + 1).filter((to) => Math.abs((to.moment?.at ?? 0) - (from.moment?.at ?? 0) - minutes * MINUTE_MS) < MINUTE_MS).map((to) => [from, to] as const));
  const recovered = pairs.filter(([from, to]) => (from === timed[0] && to === timed.at(-1)) || WORKING.test(to.text));
  return recovered.length === 1 ? recovered[0] : undefined;
}

/** @param exact leaves out what is only about so long */
function durationOf({ fields, sentences }: BoundSources, exact = false): number | undefined {
  const said = fields.filter(({ kind, value }) => kind === 'duration' && !(exact && ABOUT.test(value))).map(({ value }) => minutesFrom(value)).find((each) => each !== undefined && each > 0);
  return said ?? toldDuration(exact ? sentences.filter(({ text }) => !ABOUT.test(text)) : sentences)?.value;
}

function fromMarker(timed: readonly TimelineEntry[]): Bound | undefined {
  for (const [rank, pattern] of ENDS.entries()) {
    const marked = timed.filter(({ text }) => isMarked(text, pattern));
    const entry = rank === 0 ? marked[0] : marked.at(-1);
    if (entry) return bound(entry, 'marker');
  }
  return undefined;
}

function isMarked(text: string, pattern: RegExp): boolean {
  const match = pattern.exec(text);
  return match !== null && !NOT_YET.test(text.slice(0, match.index));
}

/** The entry nearest to where the stated duration ends and things work again; without entries that moment itself. */
function fromDuration(sources: BoundSources, start: Bound | undefined): Bound | undefined {
  const minutes = durationOf(sources);
  if (minutes === undefined || minutes === 0 || start?.moment.precise !== 'minute') return undefined;
  const at = start.moment.at + minutes * MINUTE_MS;
  const near = timedEntries(sources).filter(({ moment }) => moment && Math.abs(moment.at - at) <= Math.max(5, minutes * 0.1) * MINUTE_MS && moment.at > start.moment.at);
  const nearest = near.filter(({ text }) => WORKING.test(text)).sort((a, b) => Math.abs((a.moment?.at ?? 0) - at) - Math.abs((b.moment?.at ?? 0) - at))[0];
  if (nearest || timedEntries(sources).length > 1) return bound(nearest, 'duration');
  return { moment: { ...start.moment, at }, line: start.line, rule: 'duration' };
}

/** The last entry; the one before a pause of more than a day where only few follow, which is following up. */
function lastEntry(sources: BoundSources): Bound | undefined {
  const timed = timedEntries(sources);
  const pause = timed.findIndex(({ moment }, at) => at > 2 && (moment?.at ?? 0) - (timed[at - 1]?.moment?.at ?? 0) > DAY_MS);
  const few = pause > 0 && timed.length - pause <= timed.length / 4;
  const till = few ? timed.slice(0, pause) : timed;
  const last = till.at(-1);
  const first = timed[0]?.moment?.at ?? 0;
  return timed.length < 2 ? undefined : bound((last?.moment?.at ?? 0) >= first ? last : [...till].reverse().find(({ moment }) => (moment?.at ?? 0) > first), 'timeline');
}
