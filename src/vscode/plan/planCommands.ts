import type { Journal } from '../../store/journal';
import type * as planning from './planning';

/** What is asked about plans, promises, lessons and exposure, by the command's id in the manifest. @param idOf the incident or promise that a command was given */
export function planCommands<Given>(journal: Journal, idOf: (given: Given) => string | undefined): Readonly<Record<string, (given: Given) => unknown>> {
  return {
    'leadDebrief.notePlan': (given) => loadPlanning().notePlan(journal, idOf(given)),
    'leadDebrief.closePlan': () => loadPlanning().giveUpPlan(journal),
    'leadDebrief.changePlan': () => loadPlanning().changePlan(journal),
    'leadDebrief.checkPromise': (given) => loadPlanning().checkPromise(journal, idOf(given)),
    'leadDebrief.recallLesson': (given) => loadPlanning().recallLesson(journal, idOf(given)),
    'leadDebrief.setGoal': () => loadPlanning().askGoal(journal),
    'leadDebrief.setLoadLimit': () => loadPlanning().askLoadLimit(journal),
  };
}

/** Another bundle. An import would be loaded with this one, before anybody needs it. */
function loadPlanning(): typeof planning {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./planning') as typeof planning;
}
