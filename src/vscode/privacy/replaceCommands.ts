import type { Journal } from '../../store/journal';
import { part } from '../parts';

/** Names that give way to aliases. @param flush saves what is being typed */
export function replaceCommands(journal: Journal, flush: () => Promise<unknown>): Readonly<Record<string, () => unknown>> {
  return {
    'leadDebrief.replaceName': () => part('replacing').replaceName(journal, flush),
    'leadDebrief.undoReplaceName': () => part('replacing').undoReplacing(),
  };
}
