import type { Journal } from '../../store/journal';
import { part } from '../parts';

/** What is done with the history as a whole, and with how an incident is found in it. */
export function historyCommands<Given>(journal: Journal, idOf: (given: Given) => string | undefined): Readonly<Record<string, (given: Given) => unknown>> {
  return {
    'leadDebrief.search': () => part('searching').search(journal),
    'leadDebrief.tags': (given) => part('tidying').chooseTags(journal, idOf(given)),
    'leadDebrief.rename': (given) => part('tidying').rename(journal, idOf(given)),
  };
}
