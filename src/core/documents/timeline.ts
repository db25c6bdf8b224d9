import type { Block } from './blocks';
import type { Moment, TimeContext } from './context';
import { findTime, type FoundTime } from './clock';
import { dayAfter, findDay, nearest, type Day } from './days';
import { momentIn } from './moments';
import { findZone, type Zone } from './zones';

/** One entry of a document's timeline. */
export interface TimelineEntry {
  readonly text: string;
  readonly line: number;
  /** Absent where the document names no day at all. */
  readonly moment?: Moment;
  /** A time of day is given, not only a day. */
  readonly timed: boolean;
}

/** How far into a line its time may be: what is further in belongs to the sentence. From the reference. */
const FARTHEST = 45;
const LONGEST_TEXT = 400;
/** A time that goes back further than this, with no day, is on the next day. From the reference: entries are often slightly out of order. */
const BACK_MS = 6 * 3_600_000;

/** Reads entries from the blocks of a timeline: headings, list entries, rows, lines. Code is read only where there is nothing else. */
export function entriesOf(blocks: readonly Block[], context: TimeContext, heading = ''): TimelineEntry[] {
  const visible = new TimelineReader(context, heading).read(blocks.filter(({ kind }) => kind !== 'code'));
  return visible.length > 0 ? visible : new TimelineReader(context, heading).read(blocks);
}

/**
 * The entries of a document outside its timelines: at least three lines of one kind after another that begin with a time of day, as under
 * "Context" of the Ministry of Justice.
 */
export function strayEntries(blocks: readonly Block[], context: TimeContext): TimelineEntry[] {
  const runs: Block[][] = [];
  let last: Block['kind'] | undefined;
  for (const block of blocks) {
    if (block.kind === 'code') continue;
    if (beginsWithTime(block)) {
      if (block.kind === last) runs.at(-1)?.push(block);
      else runs.push([block]);
      last = block.kind;
    } else if (block.kind === 'heading' || block.kind === last) last = block.kind === 'heading' && runs.at(-1)?.[0]?.kind === 'heading' ? last : undefined;
  }
  return runs.filter((run) => run.length >= 3).flatMap((run) => new TimelineReader(context, '').read(run));
}

function beginsWithTime(block: Block): boolean {
  const text = block.kind === 'row' ? block.cells.slice(0, 2).join(' ') : block.text;
  const time = findTime(text.slice(0, 70));
  return time !== undefined && isOpening(text.slice(0, time.index));
}

const SMALL_WORDS = /\b(?:at|on|around|about|approx(?:imately)?|circa|ca|by|from|between|day|utc|gmt|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b/gi;

/** What follows a line that is only a day and a time. */
function textBelow(next: Block | undefined): string {
  return next && (next.kind === 'text' || next.kind === 'item') && !beginsWithTime(next) ? next.text : '';
}

/** Before a time there is nothing but a day, a mark or a small word. */
function isOpening(before: string): boolean {
  const day = findDay(before, { order: 'dayFirst', year: 2000 });
  const rest = day ? before.slice(0, day.index) + before.slice(day.index + day.length) : before;
  return !/\p{L}{2,}/u.test(rest.replace(SMALL_WORDS, ''));
}

/** Keeps the day and the zone from one line to the next. */
class TimelineReader {
  private readonly entries: TimelineEntry[] = [];
  private day: Day | undefined;
  private zone: Zone | undefined;
  private explicit = false;
  private year: number | undefined;
  private last: number | undefined;

  constructor(private readonly context: TimeContext, heading: string) {
    this.day = dayOfHeading(heading, context) ?? context.day;
    this.year = this.day?.year;
    this.zone = findZone(heading)?.zone;
  }

  read(blocks: readonly Block[]): TimelineEntry[] {
    blocks.forEach((block, at) => this.take(block, blocks[at + 1]));
    return this.entries;
  }

  private take(block: Block, next: Block | undefined): void {
    if (block.kind === 'row') return this.row(block);
    if (block.kind === 'heading') return this.heading(block, next);
    const said = /\btimes?\b/i.test(block.text) ? findZone(block.text)?.zone : undefined;
    if (said !== undefined && !findTime(block.text)) this.zone = said;
    const below = textBelow(next);
    if (block.kind === 'item') return void this.push(block.text, block.line, FARTHEST, undefined, below);
    const found = findTime(block.text.slice(0, 70));
    const day = found ? undefined : this.dayIn(block.text.slice(0, 60));
    if (found ? isOpening(block.text.slice(0, found.index)) : day !== undefined && isOpening(block.text.slice(0, day.index))) this.push(block.text, block.line, FARTHEST, undefined, below);
  }

  private heading(block: Block & { readonly kind: 'heading' }, next: Block | undefined): void {
    const rest = restAfter(block.text, this.dayIn(block.text), findTime(block.text));
    this.push(block.text, block.line, 60, rest, textBelow(next));
  }

  /** Up to four short cells until there is a time: "Sun | Oct 31 | 21:33 | what happened". */
  private row(block: Block & { readonly kind: 'row' }): void {
    if (block.header) {
      this.zone = findZone(block.text)?.zone ?? this.zone;
      this.year = Number(/\b(20\d\d)\b/.exec(block.text)?.[1] ?? this.year);
      return;
    }
    const timeAt = block.cells.slice(0, 4).findIndex((cell) => cell.length <= 60 && findTime(cell) !== undefined);
    const dayAt = block.cells.slice(0, 3).findIndex((cell) => cell.length <= 40 && this.dayIn(cell) !== undefined);
    const until = Math.max(timeAt, timeAt >= 0 && dayAt > timeAt + 1 ? timeAt : dayAt);
    if (until < 0) return;
    const head = block.cells.slice(0, until + 1);
    const words = head.filter((cell, at) => at !== timeAt && at !== dayAt && /\p{L}{3}/u.test(cell) && !/^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(cell));
    const own = timeAt >= 0 ? restAfter(head[timeAt] ?? '', undefined, findTime(head[timeAt] ?? '')) : '';
    const text = [...words, ...block.cells.slice(until + 1)].filter((cell) => cell !== '').join(' — ');
    this.push(head.filter((_, at) => at === timeAt || at === dayAt).join(' '), block.line, 60, text === '' ? own : text);
  }

  /** @param words what the entry says, where that is known already; @param below what it says if its own line is only a day and a time */
  private push(text: string, line: number, farthest: number, words?: string, below = ''): void {
    const head = text.slice(0, 70);
    const found = this.dayIn(head);
    const first = findTime(head);
    const time = first && first.index <= farthest ? first : undefined;
    const day = found && found.index <= farthest ? found : undefined;
    if (!time && !day) return;
    if (day) this.day = day.withYear || !this.day ? day.day : nearest(day.day, this.context.day ?? this.day);
    this.explicit = day !== undefined;
    const own = words ?? restAfter(text, day, time);
    if (!time && own === '' && below === '') {
      this.last = undefined;
      return;
    }
    const said = zoneBeside(text, time);
    if (said !== undefined) this.zone ??= said;
    this.entries.push(this.entry(time, said, line, (own === '' ? below : own).slice(0, LONGEST_TEXT)));
  }

  private entry(time: FoundTime | undefined, said: Zone | undefined, line: number, text: string): TimelineEntry {
    if (!this.day) return { text, line, timed: time !== undefined };
    const context = { ...this.context, zone: this.zone ?? this.context.zone };
    let moment = momentIn(this.day, time, said, context);
    if (time && !this.explicit && this.last !== undefined && this.last - moment.at > BACK_MS) {
      this.day = dayAfter(this.day);
      moment = momentIn(this.day, time, said, context);
    }
    if (time) this.last = moment.at;
    return { text, line, timed: time !== undefined, moment };
  }

  private dayIn(text: string): ReturnType<typeof findDay> {
    return findDay(text, { order: this.context.order, year: this.day?.year ?? this.year ?? this.context.day?.year });
  }
}

/** The zone directly after a time, or before it: that of "12:48 (6:48 PDT)" belongs to the second. */
function zoneBeside(text: string, time: FoundTime | undefined): Zone | undefined {
  if (!time) return findZone(text.slice(0, 70))?.zone;
  const end = time.index + time.length;
  const after = findZone(text.slice(time.index, end + 40));
  if (after && !/\d{1,2}[:.]\d\d(?!.{0,20}\b(?:UTC|GMT))|\p{L}{6,}/u.test(text.slice(end, time.index + after.index))) return after.zone;
  return findZone(text.slice(0, end))?.zone;
}

/** A day in the heading, but not the first of a range over days that are far apart. */
function dayOfHeading(heading: string, context: TimeContext): Day | undefined {
  const found = findDay(heading, { order: context.order, year: context.day?.year });
  return found?.day;
}

/** What a line says after its day and time: without the marks and zones between. */
function restAfter(text: string, day: { readonly index: number; readonly length: number } | undefined, time: FoundTime | undefined): string {
  const end = Math.max(day ? day.index + day.length : 0, time ? time.index + time.length : 0);
  const rest = text.slice(end).replace(/^(?:[\s\])},.:;|~–—-]|(?:UTC|GMT|[PECM][SD]?T|BST|CES?T|JST|Z)\b(?:[+-]\d{1,2})?|\d{1,2}:\d\d(?::\d\d)?\s?(?:[ap]m)?){1,12}/i, '');
  const before = text.slice(0, Math.min(day?.index ?? end, time?.index ?? end)).replace(/^[\W_]{0,6}|[\s([{:~–—-]{0,8}$/gu, '');
  return rest.trim() === '' ? (/\p{L}{3}/u.test(before) ? before : '') : rest.trim();
}
