import type { Blocks } from './blocks';
import type { Field } from './fields';
import { kindsOf } from './sections';

/** Something with the line of the document that it is from. */
export interface Located<T> {
  readonly value: T;
  /** From 1; 1 also where it is from the file's name. */
  readonly line: number;
}

/** A heading that could stand above any report. */
const GENERIC = /^\W{0,6}(?:incident|outage|post[- ]?mortem|root cause analysis|rca|retrospective|report|incident (?:report|post[- ]?mortem|review|summary|details)|post[- ]?mortem (?:report|document)|untitled)\W{0,4}$/i;
const LONGEST = 200;

/** The name of a document: front matter, else its first heading, else a field, else the file's name. A heading that says nothing is passed over. */
export function titleOf(path: string, { frontMatter, blocks }: Blocks, fields: readonly Field[]): Located<string> {
  const given = frontMatter.find(({ key }) => key.toLowerCase() === 'title');
  const headings = blocks.filter((block) => block.kind === 'heading' && block.text !== '');
  const heading = headings.find((each) => each.kind === 'heading' && each.level === 1) ?? headings[0];
  const field = fields.find(({ kind, frontMatter: front }) => kind === 'title' && !front);
  if (given && !GENERIC.test(given.value) && given.value.trim() !== '') return shortened({ value: given.value, line: given.line });
  const candidates = [heading && { value: heading.text, line: heading.line }, field && { value: field.value, line: field.line }];
  const named = candidates.find((each) => each && !says(each.value));
  const words = nameOf(path).replace(/[-_]+/g, ' ').trim();
  const title = named ?? { value: words || path, line: 1 };
  return shortened(title);
}

const shortened = ({ value, line }: Located<string>): Located<string> => ({ value: value.replace(/\s{2,}/g, ' ').trim().slice(0, LONGEST), line });

/** Whether a heading says only what kind of text this is, or is the heading of a part. */
function says(heading: string): boolean {
  return GENERIC.test(heading) || (kindsOf(heading).length > 0 && heading.split(/\s+/).length <= 2) || heading.trim() === '';
}

/** The file's name without its endings; that of its folder where the file is only an index. */
export function nameOf(path: string): string {
  const parts = path.split('/');
  const base = (parts.at(-1) ?? '').replace(/\.(?:html\.)?(?:md|mdx|markdown|mkdn?|mdown)(?:\.erb)?$/i, '');
  return /^(?:index|page|_index|readme)$/i.test(base) && parts.length > 1 ? (parts.at(-2) ?? base) : base;
}
