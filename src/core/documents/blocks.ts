import type { Line } from './lines';
import { plainText } from './plainText';

/** What a line of the document is. `text` is plain; `raw` is what the file says. */
export type Block =
  /** `level` is 1 to 6, or 7 for a line that only stands out: bold, or a name with a colon. */
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly raw: string; readonly line: number }
  | { readonly kind: 'item'; readonly indent: number; /** Ticked in a task list. */ readonly ticked: boolean; readonly text: string; readonly raw: string; readonly line: number }
  | { readonly kind: 'text'; readonly indent: number; readonly text: string; readonly raw: string; readonly line: number; /** After an empty line. */ readonly begins: boolean }
  | { readonly kind: 'row'; readonly cells: readonly string[]; readonly text: string; readonly raw: string; readonly line: number; readonly header: boolean }
  | { readonly kind: 'code'; readonly text: string; readonly raw: string; readonly line: number };

/** A document as Markdown that is not nested: its front matter by key, and its lines. */
export interface Blocks {
  readonly frontMatter: readonly { readonly key: string; readonly value: string; readonly line: number }[];
  readonly blocks: readonly Block[];
}

const FENCE = /^ {0,12}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6}) {1,8}(.*)/;
const HTML_HEADING = /^\s{0,12}<h([1-6])[^<>]{0,100}>(.{0,400})/i;
const ITEM = /^( {0,40})(?:[-*+•‣–]|\d{1,3}[.)]) {1,8}(?:\[[ xX]\] {1,4})?(.*)/;
const HTML_ITEM = /^( {0,40})<li[^<>]{0,100}>(.*)/i;
/** A line of a table that parts its head from its body. */
const isRule = (raw: string): boolean => /^[\s|:-]+$/.test(raw) && raw.includes('-') && raw.includes('|');
const SETEXT = /^ {0,3}(=+|-{2,})\s*$/;
const BOLD_ONLY = /^\s{0,12}(?:\*\*|__)([^*_]{2,80})(?:\*\*|__)\s{0,3}:?\s{0,3}$/;

/** Reads the lines of a document as far as Markdown matters here: headings, lists, tables, code. Linear; any text is a document. */
export function blocksOf(lines: readonly Line[]): Blocks {
  const { frontMatter, rest } = frontMatterOf(lines);
  const reader = new BlockReader(rest);
  return { frontMatter, blocks: reader.read() };
}

function frontMatterOf(lines: readonly Line[]): { readonly frontMatter: Blocks['frontMatter']; readonly rest: readonly Line[] } {
  const { from, to } = frontMatterLines(lines);
  if (to <= from || to - from > 200) return { frontMatter: [], rest: lines };
  const frontMatter = lines.slice(from, to).flatMap(({ number, text }, index) => {
    const found = /^\s{0,8}([A-Za-z][\w -]{0,40}?)\s{0,4}[:=]\s{0,10}(.{1,600})$/.exec(text);
    if (!found) return [];
    const folded = /^[>|][+-]?\s*$/.test(found[2] ?? '') ? foldedAt(lines, from + index + 1) : undefined;
    return [{ key: (found[1] ?? '').replace(/[_-]/g, ' '), value: folded ?? unquoted(found[2] ?? ''), line: folded === undefined ? number : number + 1 }];
  });
  return { frontMatter, rest: lines.slice(to + 1) };
}

/** YAML's text over indented lines: "title: >-". */
function foldedAt(lines: readonly Line[], from: number): string {
  const end = lines.slice(from, from + 12).findIndex(({ text }) => !/^\s{1,12}\S/.test(text));
  return lines.slice(from, from + Math.max(end, 0)).map(({ text }) => text.trim()).join(' ').slice(0, 600);
}

/** Between two marks at the top; in MDX what is exported there ("export const post = {"). */
function frontMatterLines(lines: readonly Line[]): { readonly from: number; readonly to: number } {
  const mark = lines[0]?.text.trim();
  if (mark === '---' || mark === '+++') return { from: 1, to: lines.findIndex(({ text }, index) => index > 0 && text.trim() === mark) };
  const opening = lines.slice(0, 30).findIndex(({ text }) => /^export const \w{1,40} = \{\s*$/.test(text));
  return opening < 0 ? { from: 0, to: 0 } : { from: opening + 1, to: lines.findIndex(({ text }, index) => index > opening && /^\}/.test(text)) };
}

const unquoted = (value: string): string => value.trim().replace(/,$/, '').replace(/^(["'])(.{0,600})\1$/, '$2');

/** Goes through the lines once, and remembers what it is inside of. */
class BlockReader {
  private readonly blocks: Block[] = [];
  private fence: string | undefined;
  private comment = false;
  private table = false;
  private list = false;
  private empty = true;

  constructor(private readonly lines: readonly Line[]) {}

  read(): Block[] {
    for (let at = 0; at < this.lines.length; at += 1) this.take(at);
    return this.blocks;
  }

  private take(at: number): void {
    const { number, text: raw } = this.lines[at] as Line;
    if (this.inside(raw, number)) return;
    const quoteless = raw.replace(/^\s{0,3}(?:>\s?){1,4}/, '');
    if (quoteless.trim() === '') {
      this.empty = true;
      this.table = false;
      return;
    }
    this.visible(quoteless, number, this.lines[at + 1]?.text ?? '');
    this.empty = false;
  }

  /** Takes a line of code or of a comment. */
  private inside(raw: string, line: number): boolean {
    if (this.comment) {
      this.comment = !raw.includes('-->');
      return true;
    }
    const fence = FENCE.exec(raw)?.[1];
    if (this.fence !== undefined) {
      if (fence?.startsWith(this.fence)) this.fence = undefined;
      else this.blocks.push({ kind: 'code', text: raw.trim(), raw, line });
      return true;
    }
    if (fence !== undefined) {
      this.fence = fence;
      return true;
    }
    if (/^\s{0,12}<!--/.test(raw) && !raw.includes('-->')) {
      this.comment = true;
      return true;
    }
    return false;
  }

  private visible(raw: string, line: number, next: string): void {
    if (this.heading(raw, line, next) || this.row(raw, line, next)) return;
    const item = ITEM.exec(raw) ?? HTML_ITEM.exec(raw);
    if (item && !/^\s{0,12}(?:\*\*|__)/.test(raw)) {
      this.list = true;
      this.blocks.push({ kind: 'item', indent: item[1]?.length ?? 0, ticked: /^\s{0,40}\S{1,4}\s+\[[xX]\]/.test(raw), text: plainText(item[2] ?? ''), raw: item[2] ?? '', line });
      return;
    }
    const indent = raw.length - raw.trimStart().length;
    if (indent === 0 && this.empty) this.list = false;
    if (indent >= 4 && !this.list && (this.empty || this.blocks.at(-1)?.kind === 'code')) {
      this.blocks.push({ kind: 'code', text: raw.trim(), raw, line });
      return;
    }
    if (SETEXT.test(raw)) return;
    const pieces = raw.split(/<br\s{0,3}\/?>/i);
    for (const piece of pieces) if (piece.trim() !== '') this.blocks.push({ kind: 'text', indent, text: plainText(piece), raw: piece.trim(), line, begins: this.empty });
  }

  private heading(raw: string, line: number, next: string): boolean {
    const marked = HEADING.exec(raw) ?? HTML_HEADING.exec(raw);
    const underlined = !marked && !this.table && this.blocks.at(-1)?.kind !== 'item' && SETEXT.exec(next)?.[1];
    const found = marked ? { level: /^\d$/.test(marked[1] ?? '') ? Number(marked[1]) : (marked[1] ?? '').length, text: (marked[2] ?? '').replace(/\s#{1,6}\s*$/, '') } : undefined;
    const setext = underlined && /^\S/.test(raw) && !ITEM.test(raw) && !raw.includes('|') && (this.empty || underlined.startsWith('=')) ? { level: underlined.startsWith('=') ? 1 : 2, text: raw } : undefined;
    const bold = found ?? setext ? undefined : BOLD_ONLY.exec(raw)?.[1];
    const heading = found ?? setext ?? (bold === undefined || /[.!]$/.test(bold) ? undefined : { level: 7, text: bold });
    if (!heading) return false;
    this.list = false;
    this.table = false;
    this.blocks.push({ kind: 'heading', level: heading.level, text: plainText(heading.text), raw: heading.text, line });
    return true;
  }

  private row(raw: string, line: number, next: string): boolean {
    if (!raw.includes('|')) return false;
    if (isRule(raw)) {
      this.table = true;
      return true;
    }
    const header = !this.table && isRule(next);
    if (!this.table && !header && !/^\s{0,12}\|.*\|\s*$/.test(raw)) return false;
    const cells = cellsOf(raw).map((cell) => plainText(cell.replace(/<br\s{0,3}\/?>/gi, ' ')));
    this.blocks.push({ kind: 'row', cells, text: cells.join(' | '), raw, line, header });
    return true;
  }
}

/** The cells of a table's line. */
function cellsOf(raw: string): string[] {
  const inner = raw.trim().replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
}
