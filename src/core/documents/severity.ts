import type { Block } from './blocks';
import type { Field } from './fields';
import type { Located } from './title';

const LEVEL = /\b(?:SEV|P|S)[- ]?[0-5]\b|\bcritical|\bhigh|\bmajor|\bmedium|\bmoderate|\bminor|\blow|\btotal|\bpartial/i;
/** Elsewhere than in a field only what can mean nothing else. */
const UNMISTAKABLE = /\bSEV[- ]?[0-5]\b|\bP[0-4]\b(?= incident)/i;

/** The severity in the document's own words. */
export function severityOf(fields: readonly Field[], blocks: readonly Block[]): Located<string> | undefined {
  const field = fields.find(({ kind }) => kind === 'severity');
  if (field) return { value: LEVEL.exec(field.value)?.[0] ?? field.value.slice(0, 40), line: field.line };
  const block = blocks.slice(0, 60).find(({ text }) => UNMISTAKABLE.test(text));
  const value = block && UNMISTAKABLE.exec(block.text)?.[0];
  return block && value !== undefined ? { value, line: block.line } : undefined;
}
