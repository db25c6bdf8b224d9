import type { Block } from './blocks';
import type { Section } from './sections';

/** Something that a document says is to be done. */
export interface DocumentAction {
  readonly text: string;
  readonly line: number;
  /** Ticked in a task list. */
  readonly done: boolean;
}

const MOST = 60;
const LONGEST = 300;

/** The entries of the parts about actions: list entries and rows, each line once. */
export function actionsOf(sections: readonly Section[]): DocumentAction[] {
  const blocks = sections.filter(({ kind }) => kind === 'actions').flatMap((section) => section.blocks);
  const once = new Map(blocks.flatMap((block) => actionIn(block)).map((action) => [action.line, action]));
  return [...once.values()].slice(0, MOST);
}

function actionIn(block: Block): DocumentAction[] {
  if (block.kind === 'row' && !block.header) return [{ text: block.cells.filter((cell) => cell !== '').join(' — ').slice(0, LONGEST), line: block.line, done: /\b(?:done|complete[d]?|closed)\b/i.test(block.text) }];
  if (block.kind !== 'item' || block.text.length < 4) return [];
  return [{ text: block.text.slice(0, LONGEST), line: block.line, done: block.ticked }];
}
