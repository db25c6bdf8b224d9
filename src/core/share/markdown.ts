import type { ShareBlock, ShareDocument, ShareLine, SharePart } from './shareDocument';

/** A document as Markdown (CommonMark, as GitHub and editors read it). Every text stays the text that it is. */
export function toMarkdown({ title, about, parts }: ShareDocument): string {
  const head = [`# ${inline(title)}`, ...about.map((words) => `*${inline(words)}*`)];
  return `${[...head, ...parts.flatMap(partLines)].join('\n\n')}\n`;
}

function partLines({ title, when, blocks }: SharePart): readonly string[] {
  return [`## ${inline(title)}`, ...(when === undefined ? [] : [inline(when)]), ...blocks.flatMap(blockLines)];
}

function blockLines({ title, lines }: ShareBlock): readonly string[] {
  return [`### ${inline(title)}`, lines.map(item).join('\n')];
}

/** Lines of a text stay lines: a hard break within, all of them indented below the point of the list. */
function item([label, text]: ShareLine): string {
  const words = text.split(/\r\n?|\n/).map((each) => escaped(each)).filter((each) => each !== '').join('\\\n  ');
  return label.trim() === '' ? `- ${words}` : `- **${inline(label)}:** ${words}`.trimEnd();
}

/** In one line: a heading, a label. */
export function inline(text: string): string {
  return escaped(text.replace(/\s+/g, ' '));
}

/** What means something anywhere in a line. */
const ANYWHERE = /[\\`*_[\]<>&~|$#]/g;
/** What means something where a line begins: a list, a rule, a line of dashes under a heading. */
const AT_START = /^([+=:-]|\d+(?=[.)]))/;

/** A text so that Markdown makes nothing of it: no link, no image, no HTML, no heading, no list. */
export function escaped(text: string): string {
  const plain = text.trim().replace(ANYWHERE, '\\$&').replace(/:(?=\/\/)/g, '\\:').replace(/\b(www)\./gi, '$1\\.').replaceAll('@', '\\@');
  return plain.replace(AT_START, (start) => (/^\d/.test(start) ? start : `\\${start}`)).replace(/^(\d+)([.)])/, '$1\\$2');
}
