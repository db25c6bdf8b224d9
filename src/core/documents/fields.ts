import type { Blocks, Block } from './blocks';
import { isStatusPage } from './statusPage';

/** What a document says about its incident in a pair of a name and a value. */
export type FieldKind = 'title' | 'severity' | 'status' | 'date' | 'period' | 'duration' | 'start' | 'detected' | 'declared' | 'repaired' | 'end' | 'closed';

export interface Field {
  readonly kind: FieldKind;
  readonly key: string;
  readonly value: string;
  readonly line: number;
  readonly frontMatter: boolean;
}

/**
 * What fields are called. From the reference (its own are English, Japanese and Chinese), with `repaired` and `closed` parted from `end`:
 * the Ministry of Justice gives both, and the incident ends when it is resolved.
 */
const NAMES: Readonly<Record<FieldKind, RegExp>> = {
  title: /^(?:title|incident(?: name| title)?|name)$/i,
  severity: /^(?:(?:incident |max )?(?:severity|sev)(?:[ -]?(?:level|rating))?|priority|level|impact level|schweregrad|severidade?|重大度|严重程度|严重级别)$/i,
  status: /^(?:status|state|incident status|current status|ステータス|状态)$/i,
  date: /^(?:(?:incident |outage )?dates?(?: of (?:the )?(?:incident|outage|event))?|dates?\(s\)(?: of incident)?|date ?(?:\/|and|&|of) ?time|when|day|datum|fecha|data|発生日|日期|日付)$/i,
  period: /^(?:影響期間|(?:outage |downtime |incident |impact )?(?:period|window|time ?frame|times?)|when|duration|downtime|impact duration|outage duration|incident duration)$/i,
  duration: /^(?:(?:total |outage |incident |impact |downtime )?duration|downtime|length|time to (?:recovery|recover|repair|resolve|resolution|restore|mitigate)|total time|mttr|影響時間|持续时间|dauer|duraci[oó]n|dura[cç][aã]o)$/i,
  start: /^(?:(?:incident |outage |impact |issue |event |problem |fault )?(?:start(?:ed|s)?|began|begins?|beginning|onset)(?:[ _]?(?:time|at|date|on))?|fault occur(?:s|red)|occurr?ed(?: at| on)?|start (?:date ?(?:and|&|\/) ?time|of (?:incident|outage|impact))|incident start(?:ed)?|beginn|inicio|in[ií]cio|発生(?:日時|時刻)|開始(?:日時|時刻)?|开始时间|发生时间)$/i,
  detected: /^(?:(?:first |incident |issue |fault |time )?(?:detect(?:ed|ion)|discovered|reported|noticed|identified|alerted)(?:[ _]?(?:time|at|date|on|by))?|team aware|time (?:of )?detection|date (?:of )?(?:detection|detected|discovered|reported)|検知(?:日時|時刻)?|发现时间)$/i,
  declared: /^(?:incident )?declared(?: at)?$/i,
  repaired: /^(?:(?:incident |issue )?(?:repaired|mitigated|mitigation|contained|stabili[sz]ed)(?:[ _]?(?:time|at|date|on))?|time (?:of )?mitigation)$/i,
  end: /^(?:(?:incident |outage |impact |issue |event |problem )?(?:end(?:ed|s)?|resolved|recovered|restored|fixed|over|finish(?:ed)?|stop(?:ped)?|resolution)(?:[ _]?(?:time|at|date|on|when))?|end (?:date ?(?:and|&|\/) ?time|of (?:incident|outage|impact))|time (?:of )?(?:resolution|recovery)|date (?:of )?(?:resolution|resolved)|ende|fin|fim|終了(?:日時|時刻)?|復旧(?:日時|時刻)?|解決(?:日時|時刻)|结束时间|恢复时间)$/i,
  closed: /^(?:incident )?closed(?: at| on)?$/i,
};
const KINDS = Object.keys(NAMES) as FieldKind[];

/** The fields of a document, in its order: front matter, "Name: value" lines, tables of two columns, tables with one row. */
export function fieldsOf({ frontMatter, blocks }: Blocks): Field[] {
  const read = frontMatter.flatMap(({ key, value, line }) => named(key, value, line, true));
  const front = isStatusPage(frontMatter) ? read.map((field) => (field.kind === 'date' ? { ...field, kind: 'start' as const } : field)) : read;
  return [...front, ...blocks.flatMap((block, at) => fieldsIn(block, blocks, at))];
}

function fieldsIn(block: Block, blocks: readonly Block[], at: number): Field[] {
  if (block.kind === 'row') return rowFields(block, blocks[at + 1], blocks[at + 2]);
  if (block.kind === 'heading') return headingFields(block, blocks[at + 1]);
  if (block.kind !== 'item' && block.kind !== 'text') return [];
  const pairs = pieces(block).flatMap((piece) => pairIn(piece, block.line));
  const next = blocks[at + 1];
  // "**Start:**" on a line of its own, what it says in the next.
  if (pairs.length === 0 && next && (next.kind === 'text' || next.kind === 'item') && /^[^:]{2,40}:\s{0,3}$/.test(block.text)) return named(block.text.replace(/:\s{0,3}$/, ''), next.text, next.line, false).filter(({ value }) => /\d/.test(value));
  return pairs;
}

/** One line may hold several: "**ID:** 7 | **Severity:** 2 · **Date:** …". */
function pieces({ raw, text }: { readonly raw: string; readonly text: string }): string[] {
  if (!/\s[|·•]\s|\*\*[^*]{2,40}\*\*.{0,200}\*\*[^*]{2,40}\*\*/.test(raw)) return [text];
  return text.split(/\s[|·•]\s|\s{2,8}(?=[A-Z][A-Za-z ]{2,30}:\s)/);
}

const PAIR = /^[^\p{L}\p{N}]{0,4}([^:：=|]{2,45}?)\s{0,3}(?:[:：]|\s[-–—]\s)\s{0,5}(.{1,600})$/u;
/** The Ministry of Justice's key events have no colon. */
const SPACED = /^\W{0,4}(fault occur(?:s|red)|(?:fault |first |incident )?(?:detected|declared|repaired|resolved|started|ended|mitigated)|team aware)(?: at| on)?\s{1,3}(?=\d{4,5}-|\d{1,2}[:.]\d\d|[A-Z][a-z]{2,8} \d)(.{1,200})$/i;

function pairIn(text: string, line: number): Field[] {
  const spaced = SPACED.exec(text);
  if (spaced) return named(spaced[1] ?? '', spaced[2] ?? '', line, false);
  const pair = PAIR.exec(text);
  return pair ? named(pair[1] ?? '', pair[2] ?? '', line, false) : [];
}

function named(key: string, value: string, line: number, frontMatter: boolean): Field[] {
  const name = key.replace(/[*_`]|\([^()]{0,30}\)|^[^\p{L}\p{N}]{1,40}|[^\p{L}\p{N}]{1,40}$/gu, ' ').replace(/\s{2,}/g, ' ').trim();
  const zone = /\(([^()]{2,12})\)/.exec(key)?.[1];
  const whole = value.trim() + (zone !== undefined && /^[A-Z]/.test(zone) && /\d/.test(value) ? ` ${zone}` : '');
  if (value.trim() === '' || name.length > 45) return [];
  return KINDS.filter((kind) => NAMES[kind].test(name)).map((kind) => ({ kind, key: name, value: whole, line, frontMatter }));
}

/** A row of two columns is a field; the one row below a head of names is a field for each. */
function rowFields(row: Block & { readonly kind: 'row' }, next: Block | undefined, afterNext: Block | undefined): Field[] {
  if (!row.header && row.cells.length === 2) return named(row.cells[0] ?? '', row.cells[1] ?? '', row.line, false);
  if (row.header && row.cells.length === 2 && /\d/.test(row.cells[1] ?? '')) return named(row.cells[0] ?? '', row.cells[1] ?? '', row.line, false);
  if (!row.header || next?.kind !== 'row' || afterNext?.kind === 'row') return [];
  return row.cells.flatMap((cell, at) => named(cell, next.cells[at] ?? '', next.line, false));
}

/** A heading that is a field's name, and the line below it: "### Date", "5 January 2024". */
function headingFields(heading: Block & { readonly kind: 'heading' }, next: Block | undefined): Field[] {
  const inline = PAIR.exec(heading.text);
  if (inline && heading.level > 1) return named(inline[1] ?? '', inline[2] ?? '', heading.line, false).filter(({ value }) => /\d/.test(value));
  if (next?.kind !== 'text' && next?.kind !== 'item') return [];
  return named(heading.text, next.text.slice(0, 200), next.line, false).filter(({ kind, value }) => kind === 'severity' || /\d/.test(value));
}
