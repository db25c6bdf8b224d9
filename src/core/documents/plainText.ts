/**
 * Marks that are dropped, in order. Every quantifier is bounded: the marks come from files that anybody may have written, and an unbounded
 * one takes quadratic time on "[[[[[[…".
 */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/!\[([^\][]{0,200})\]\([^()]{0,400}\)/g, '$1'],
  [/\[([^\][]{1,300})\]\([^()]{0,400}(?:\([^()]{0,100}\)[^()]{0,100})?\)/g, '$1'],
  [/\[([^\][]{1,300})\]\[[^\][]{0,100}\]/g, '$1'],
  [/<!--.{0,400}?-->/g, ''],
  [/<\/?[a-zA-Z][^<>]{0,200}>/g, ''],
  [/:[a-z][a-z_]{1,30}:/g, ''],
  [/\{[#:][^{}]{0,80}\}/g, ''],
  [/[*`]|~~/g, ''],
  [/(^|[\s(])_{1,3}(?=\S)/g, '$1'],
  [/(\S)_{1,3}(?=$|[\s).,:;!?])/g, '$1'],
  [/&nbsp;/g, ' '],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&amp;/g, '&'],
  [/\\([-[\](){}#*_.!+>|`~])/g, '$1'],
];

/** What a person reads in a piece of Markdown: links as their text, no emphasis, no tags, no shortcodes of pictures. */
export function plainText(markdown: string): string {
  if (!/[[<:{*`~_&\\]/.test(markdown)) return markdown.trim();
  return MARKS.reduce((text, [mark, instead]) => text.replace(mark, instead), markdown).trim();
}

const ADDRESS = /<?\bhttps?:\/?\/?[^\s>)]{0,600}[>)]?/gi;

/** A text without the addresses in it, of the same length: their digits look like days and times. */
export function withoutAddresses(text: string): string {
  return text.includes('http') ? text.replace(ADDRESS, (address) => ' '.repeat(address.length)) : text;
}
