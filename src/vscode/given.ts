import type { EntryNode, FoundNode } from './sidebar/historyTree';

/** What a command may be given: nothing, an incident's id, a file of the journal, or a node of the tree. */
export type Given = string | EntryNode | FoundNode | undefined;

/** The incident that a command was given. */
export function idOf(given: Given): string | undefined {
  if (typeof given === 'string') return given;
  if (isNode(given)) return given.entry.state === 'ok' ? given.entry.record.id : undefined;
  return typeof given === 'object' && 'incident' in given ? given.incident.id : undefined;
}

/** The menu of an editor's title gives what else it likes. */
export const isNode = (given: Given): given is EntryNode => typeof given === 'object' && 'entry' in given;
