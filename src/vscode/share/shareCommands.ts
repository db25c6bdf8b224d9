import type * as vscode from 'vscode';
import type { PlacedJournal } from '../place/placedJournal';
import type { ReflectionPanels } from '../reflection/panels';
import type * as importing from './importing';
import type * as share from './share';

// Bundles of their own. An import would be loaded with this one, before anybody needs it.

function loadShare(): typeof share {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./share') as typeof share;
}

function loadImporting(): typeof importing {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./importing') as typeof importing;
}

/** What leaves the journal, and what comes back. @param idOf the incident that a command was given */
export function shareCommands<Given>(
  journal: PlacedJournal,
  folder: vscode.Uri,
  panels: ReflectionPanels,
  idOf: (given: Given) => string | undefined,
): Readonly<Record<string, (given: Given, all: readonly Given[]) => unknown>> {
  const { extension } = panels;
  return {
    'leadDebrief.share': (given, all) => {
      const { current } = panels;
      const chosen = [...new Set([...all, given].flatMap((each) => idOf(each) ?? []))];
      const ids = isEditor(given) && current !== undefined ? [current] : chosen;
      return loadShare().share({ journal, folder, extension }, { ids, current });
    },
    'leadDebrief.lookBack': () => loadShare().lookBack({ journal, folder, extension }),
    'leadDebrief.import': () => loadImporting().importFile(journal, extension),
  };
}

/** The title of an editor gives what is open in it. */
const isEditor = (given: unknown): boolean => typeof given === 'object' && given !== null && 'scheme' in given;
