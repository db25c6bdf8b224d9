import type * as vscode from 'vscode';
import { part } from '../parts';
import type { PlacedJournal } from '../place/placedJournal';
import type { ReflectionPanels } from '../reflection/panels';

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
      return part('share').share({ journal, folder, extension }, { ids, current, card: isCard(given) });
    },
    'leadDebrief.lookBack': () => part('share').lookBack({ journal, folder, extension }),
    'leadDebrief.insertLessons': (given) => part('insertLessons').insertLessons(journal, idOf(given) ?? panels.current),
    'leadDebrief.import': () => part('importing').importFile(journal, extension),
  };
}

/** Of one incident, only the card of a conversation. */
const isCard = (given: unknown): boolean => typeof given === 'object' && given !== null && 'card' in given && given.card === true;

/** The title of an editor gives what is open in it. */
const isEditor = (given: unknown): boolean => typeof given === 'object' && given !== null && 'scheme' in given;
