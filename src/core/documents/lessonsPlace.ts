import * as l10n from '@vscode/l10n';
import { blocksOf, type Block } from './blocks';
import { linesOf } from './lines';

/** Some text that is put into a document at one place. All else of the document stays as it is. */
export interface Insertion {
  /** In front of which character of the document, in UTF-16 code units. */
  readonly at: number;
  readonly text: string;
  /** The heading below which it comes: the document's own, else a new one. */
  readonly heading: string;
  readonly isNew: boolean;
}

/** What a part for lessons is called. Parts like "What went well" or "Five whys" are for something else. */
const LESSONS = /\b(?:lessons?|learnings?|take-?aways|(?:did|have) (?:we|i) learn(?:ed|t)?|lecciones|li[cç][oõ]es|enseignements|erkenntnisse)\b|教訓|学び|교훈|배운|经验教训|уроки/i;
const UNDERLINE = /^ {0,3}(?:=+|-+)\s*$/;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;
const ITEM = /^([-*+]) +\S/;

/**
 * Where lessons go in a document: behind what stands directly below its own heading for lessons, as entries of the list there; else below a new
 * heading at its end.
 * @param lines Markdown, one line each, without the mark of a list
 */
export function lessonsInsertion(document: string, lines: readonly string[]): Insertion {
  const eol = /\r\n|\n|\r/.exec(document)?.[0] ?? '\n';
  const headings = blocksOf(linesOf(document)).blocks.filter((block): block is Heading => block.kind === 'heading');
  const own = headings.findLast((heading) => LESSONS.test(heading.text) && !isTitle(heading, headings));
  return own ? below(own, headings, document, lines, eol) : atEnd(document, headings, lines, eol);
}

type Heading = Block & { readonly kind: 'heading' };

const isTitle = ({ level }: Heading, headings: readonly Heading[]): boolean => level === 1 && headings.filter((each) => each.level === 1).length === 1;

function below(own: Heading, headings: readonly Heading[], document: string, lines: readonly string[], eol: string): Insertion {
  const rows = rowsOf(document);
  const next = headings.find(({ line }) => line > own.line)?.line ?? rows.length + 1;
  const from = UNDERLINE.test(rows[own.line]?.text ?? '') ? own.line + 1 : own.line; // rows are counted from 0: this is the first one below
  const inside = rows.slice(from, next - 1);
  const last = isClosed(inside) ? inside.findLast(({ text }) => text.trim() !== '') : undefined;
  const before = last ?? rows[from - 1];
  const mark = ITEM.exec(last?.text ?? '')?.[1];
  const list = lines.map((line) => `${mark ?? '-'} ${line}`).join(eol);
  const after = rows.find(({ start }) => start > (before?.start ?? 0));
  const gap = after && after.text.trim() !== '' ? eol : '';
  return { at: before?.end ?? document.length, text: `${mark === undefined ? eol + eol : eol}${list}${gap}`, heading: own.text, isNew: false };
}

/** Whether code and comments that begin in these lines also end there. */
function isClosed(rows: readonly Row[]): boolean {
  const text = rows.map((row) => row.text).join('\n');
  return rows.filter((row) => FENCE.test(row.text)).length % 2 === 0 && text.split('<!--').length === text.split('-->').length;
}

function atEnd(document: string, headings: readonly Heading[], lines: readonly string[], eol: string): Insertion {
  const heading = l10n.t('Lessons learned');
  const levels = headings.map(({ level }) => level).filter((level) => level > 1 && level < 7);
  const marks = '#'.repeat(levels.length > 0 ? Math.min(...levels) : 2);
  const gap = document === '' || /(?:\r\n|\n|\r)\s*(?:\r\n|\n|\r)$/.test(document) ? '' : /[\r\n]$/.test(document) ? eol : eol + eol;
  return { at: document.length, text: `${gap}${marks} ${heading}${eol}${eol}${lines.map((line) => `- ${line}`).join(eol)}${eol}`, heading, isNew: true };
}

interface Row {
  readonly text: string;
  /** Where it begins, and where its end of line does. */
  readonly start: number;
  readonly end: number;
}

function rowsOf(document: string): readonly Row[] {
  const rows: Row[] = [];
  let start = 0;
  for (const { 0: eol, index } of document.matchAll(/\r\n|\n|\r/g)) {
    rows.push({ text: document.slice(start, index), start, end: index });
    start = index + eol.length;
  }
  return [...rows, { text: document.slice(start), start, end: document.length }];
}
