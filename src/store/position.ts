import { parseTree } from 'jsonc-parser/lib/esm/main.js';
import type { Node } from 'jsonc-parser/lib/esm/main.js';

/** A place in a text, both from 1, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where in a JSON text the value of a dotted path is (`reflection.ratings.0.anchor`); where there is none, the innermost group in which
 * it is missing.
 */
export function positionOf(text: string, path: string): Position {
  let node = parseTree(text);
  for (const key of path === '' ? [] : path.split('.')) {
    const inner = node && childOf(node, key);
    if (!inner) break;
    node = inner;
  }
  const before = text.slice(0, node?.offset ?? 0).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function childOf({ type, children = [] }: Node, key: string): Node | undefined {
  if (type === 'array') return children[Number(key)];
  return children.find((property) => property.children?.[0]?.value === key)?.children?.[1];
}
