import type { Block, Blocks } from './blocks';
import type { Field } from './fields';
import type { Section } from './sections';
import type { Located } from './title';

const LONGEST = 400;

/** What happened, in the document's words: front matter, else the first lines of a summary, else the first paragraph, else the impact. */
export function summaryOf({ frontMatter, blocks }: Blocks, fields: readonly Field[], sections: readonly Section[]): Located<string> | undefined {
  const given = frontMatter.find(({ key }) => /^(?:summary|description)$/i.test(key));
  if (given) return { value: given.value.slice(0, LONGEST), line: given.line };
  const summary = sections.find(({ kind }) => kind === 'summary');
  const pairs = new Set(fields.map(({ line }) => line));
  const opening = blocks.find((block) => block.kind === 'text' && block.text.length > 60 && !pairs.has(block.line));
  const impact = sections.find(({ kind }) => kind === 'impact' || kind === 'detection');
  return paragraphFrom(summary?.blocks, pairs) ?? (opening && paragraphFrom(blocks.slice(blocks.indexOf(opening)), pairs)) ?? paragraphFrom(impact?.blocks, new Set());
}

/** The first paragraph or list entry of a part, whole. */
function paragraphFrom(blocks: readonly Block[] = [], pairs: ReadonlySet<number>): Located<string> | undefined {
  const at = blocks.findIndex((block) => (block.kind === 'text' || block.kind === 'item') && !pairs.has(block.line));
  const first = blocks[at];
  if (!first) return undefined;
  const rest = blocks.slice(at + 1, at + 20);
  const end = rest.findIndex((block) => block.kind !== 'text' || block.begins);
  const value = [first, ...rest.slice(0, end < 0 ? rest.length : end)].map(({ text }) => text).join(' ');
  return { value: value.slice(0, LONGEST), line: first.line };
}
