import { blocksOf, type Block, type Blocks } from './blocks';
import { endOf, startOf, type Bound, type BoundSources } from './bounds';
import { actionsOf, type DocumentAction } from './actions';
import type { TimeContext } from './context';
import { daysBetween, findDay, orderOf, type Day } from './days';
import { fieldsOf, type Field } from './fields';
import { linesOf } from './lines';
import { mannerOf } from './manner';
import { sentencesOf, toldDay, type Sentence } from './prose';
import { ACCEPTED, scoreOf, type Signal } from './score';
import { sectionsOf, type Section } from './sections';
import { severityOf } from './severity';
import { summaryOf } from './summary';
import { entriesOf, strayEntries, type TimelineEntry } from './timeline';
import { nameOf, titleOf, type Located } from './title';
import { findZone, type Zone } from './zones';

const DRILL = /\b(?:drills?|game ?days?|chaos (?:test|experiment|engineering)|table ?-?top|simulat(?:ed|ion)|exercise)\b|演習|訓練/i;
/** So far a document's zones are looked for. */
const ZONE_BLOCKS = 150;

/** What was read from a document that may be about an incident: every part with the line that it is from. */
export interface IncidentDocument {
  readonly accepted: boolean;
  readonly score: number;
  /** What spoke for and against, with its weight. */
  readonly signals: readonly Signal[];
  readonly title: Located<string>;
  /** Its title says that it was practised: such is never asked about. */
  readonly drill: boolean;
  readonly day?: Located<Day>;
  readonly start?: Bound;
  readonly end?: Bound;
  readonly severity?: Located<string>;
  readonly summary?: Located<string>;
  /** In the order of the document. */
  readonly timeline: readonly TimelineEntry[];
  readonly actions: readonly DocumentAction[];
}

/**
 * Reads a Markdown document. Any text can be read; whether it is about an incident is `accepted`.
 * @param path where it is, with "/" between: names of folders and files say much
 * @param assumed the zone of times for which the document states none
 */
export function readIncidentDocument(path: string, text: string, assumed: Zone = 0): IncidentDocument {
  const parts = blocksOf(linesOf(text));
  const fields = fieldsOf(parts);
  const sentences = sentencesOf(parts.blocks);
  const title = titleOf(path, parts, fields);
  const first: TimeContext = { order: orderOf(text.slice(0, 60_000)), zone: zoneOf(parts.blocks), assumed };
  const sections = sectionsOf(parts.blocks);
  const own = dayOf(path, title, { fields, sentences, blocks: parts.blocks }, first);
  const timeline = timelineOf(sections, parts.blocks, fields, { ...first, day: own?.value });
  const day = own ?? dayOfEntries(timeline);
  const context: TimeContext = { ...first, day: day?.value };
  const sources: BoundSources = { fields, entries: timeline, sentences, headings: headingsOf(title, parts, sections), context, dayLine: day?.line, dayIsOwn: day?.own === true };
  const start = startOf(sources);
  const end = endOf(sources, start);
  const { score, signals } = scoreOf({ path, title: title.value, blocks: parts.blocks, frontMatter: parts.frontMatter, fields, sections, sentences, timeline, day, context, manner: mannerOf(parts.blocks) });
  const severity = severityOf(fields, parts.blocks);
  const summary = summaryOf(parts, fields, sections);
  return {
    accepted: score >= ACCEPTED, score, signals, title, drill: DRILL.test(title.value),
    ...(day && { day }), ...(start && { start }), ...(end && { end }), ...(severity && { severity }), ...(summary && { summary }),
    timeline, actions: actionsOf(sections),
  };
}

/** The zone for times beside which none stands: the one that is stated for all, else the only one that the document names at all. */
function zoneOf(blocks: readonly Block[]): Zone | undefined {
  const all = zoneOfAll(blocks);
  if (all !== undefined) return all;
  const named = new Set(blocks.slice(0, ZONE_BLOCKS).filter(({ kind }) => kind !== 'code').flatMap(({ text }) => findZone(text.slice(0, 120))?.zone ?? []));
  return named.size === 1 ? [...named][0] : undefined;
}

/** "All times in PST", also in a heading: "Timeline (all times UTC)". */
function zoneOfAll(blocks: readonly Block[]): Zone | undefined {
  for (const { text, kind } of blocks) {
    if (kind === 'code') continue;
    const after = /\b(?:all )?times?\b(?: are| is)?(?: given| listed| shown)?(?: in|:|\s?\()?\s{1,3}(.{2,60})/i.exec(text)?.[1];
    const zone = after === undefined || !/\b(?:all|times)\b|time ?zone/i.test(text) ? undefined : findZone(after)?.zone;
    if (zone !== undefined) return zone;
  }
  return undefined;
}

interface DaySources {
  readonly fields: readonly Field[];
  readonly sentences: readonly Sentence[];
  readonly blocks: readonly Block[];
}

/**
 * The document's day: from a field, the title, the file's name, its path, the field of the beginning, the story, the front matter. A blog
 * post is dated after what it tells of: there the day of the story counts.
 */
function dayOf(path: string, title: Located<string>, { fields, sentences, blocks }: DaySources, context: TimeContext): (Located<Day> & { readonly own: boolean }) | undefined {
  const of = (field: Field | undefined): Located<Day> | undefined => {
    const value = field && findDay(field.value.slice(0, 200), context)?.day;
    return value && { value, line: field.line };
  };
  const own = (kind: Field['kind'], frontMatter = false): Located<Day> | undefined => fields.filter((field) => field.kind === kind && field.frontMatter === frontMatter).map(of).find((each) => each !== undefined);
  const titled = findDay(title.value, context)?.day;
  const named = findDay(nameOf(path), context)?.day ?? pathDay(path, context);
  const posted = named ?? own('date', true)?.value;
  const told = toldDay(sentences, { ...context, day: posted });
  const story = told && (!posted || isJustBefore(told.value, posted)) ? told : undefined;
  const certain = own('start') ?? own('start', true) ?? own('date') ?? (titled && { value: titled, line: title.line }) ?? own('period') ?? own('detected');
  const found = story ?? (posted && { value: posted, line: own('date', true)?.line ?? 1 }) ?? own('end') ?? firstDay(blocks, context);
  return certain ? { ...certain, own: true } : found && { ...found, own: false };
}

/** A timeline whose head gives the year, and nothing else does. */
function dayOfEntries(timeline: readonly TimelineEntry[]): (Located<Day> & { readonly own: boolean }) | undefined {
  const entry = timeline.find(({ moment }) => moment !== undefined);
  return entry?.moment && { value: entry.moment.day, line: entry.line, own: false };
}

const isJustBefore = (told: Day, posted: Day): boolean => daysBetween(told, posted) >= 0 && daysBetween(told, posted) <= 45;

/** A day over folders: 2021/05/09.md. */
function pathDay(path: string, context: TimeContext): Day | undefined {
  const match = /(?:^|\/)(20\d\d)\/(\d\d)\/(\d\d)(?=[-_./])/.exec(path);
  return match ? findDay(`${match[1]}-${match[2]}-${match[3]}`, context)?.day : undefined;
}

/** The first day with its year near the beginning, wherever it stands: the reference looks through 1,500 characters. */
function firstDay(blocks: readonly Block[], context: TimeContext): Located<Day> | undefined {
  let read = 0;
  for (const { text, line, kind } of blocks) {
    read += text.length;
    if (kind === 'code') continue;
    if (read > 4000) return undefined;
    const value = findDay(text, context)?.day;
    if (value) return { value, line };
  }
  return undefined;
}

/** Those of the timeline are its entries. */
function headingsOf(title: Located<string>, { blocks }: Blocks, sections: readonly Section[]): BoundSources['headings'] {
  const entries = new Set(sections.filter(({ kind }) => kind === 'timeline').flatMap((section) => section.blocks.map(({ line }) => line)));
  return [{ text: title.value, line: title.line }, ...blocks.filter(({ kind, line }) => kind === 'heading' && !entries.has(line)).slice(0, 60).map(({ text, line }) => ({ text, line }))];
}

/**
 * The entries of the parts that are a timeline, and those that stand elsewhere as one; each line once. Where the first are only fields, like the
 * key events of the Ministry of Justice, and there are as many of the others, the others are the timeline.
 */
function timelineOf(sections: readonly Section[], blocks: readonly Block[], fields: readonly Field[], context: TimeContext): TimelineEntry[] {
  const parts = sections.filter(({ kind }) => kind === 'timeline');
  const inside = parts.flatMap((part) => entriesOf(part.blocks, context, part.heading));
  const lines = new Set(parts.flatMap((part) => part.blocks.map(({ line }) => line)));
  const stray = strayEntries(blocks.filter(({ line, kind }) => !lines.has(line) && (kind !== 'row' || inside.length === 0)), context);
  const pairs = new Set(fields.map(({ line }) => line));
  const instead = stray.length >= inside.length && inside.every(({ line }) => pairs.has(line));
  const once = new Map([...(instead ? [] : inside), ...stray].map((entry) => [entry.line, entry]));
  return [...once.values()].sort((a, b) => a.line - b.line);
}
