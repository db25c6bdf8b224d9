import type { Journal } from '../../store/journal';
import type * as searching from './searching';
import type * as tidying from './tidying';

// Bundles of their own. An import would be loaded with this one, before anybody needs it.

function loadSearching(): typeof searching {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./searching') as typeof searching;
}

function loadTidying(): typeof tidying {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./tidying') as typeof tidying;
}

/** What is done with the history as a whole, and with how an incident is found in it. */
export function historyCommands<Given>(journal: Journal, idOf: (given: Given) => string | undefined): Readonly<Record<string, (given: Given) => unknown>> {
  return {
    'leadDebrief.search': () => loadSearching().search(journal),
    'leadDebrief.tags': (given) => loadTidying().chooseTags(journal, idOf(given)),
    'leadDebrief.rename': (given) => loadTidying().rename(journal, idOf(given)),
  };
}
