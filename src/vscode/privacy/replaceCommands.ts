import type { Journal } from '../../store/journal';
import type * as replacing from './replacing';

/** A bundle of its own. An import would be loaded with this one, before anybody needs it. */
function loadReplacing(): typeof replacing {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./replacing') as typeof replacing;
}

/** Names that give way to aliases. @param flush saves what is being typed */
export function replaceCommands(journal: Journal, flush: () => Promise<unknown>): Readonly<Record<string, () => unknown>> {
  return {
    'leadDebrief.replaceName': () => loadReplacing().replaceName(journal, flush),
    'leadDebrief.undoReplaceName': () => loadReplacing().undoReplacing(),
  };
}
