import type { Journal } from '../../store/journal';
import { part } from '../parts';

/** What is asked about plans, promises, lessons and exposure, by the command's id in the manifest. @param idOf the incident or promise that a command was given */
export function planCommands<Given>(journal: Journal, idOf: (given: Given) => string | undefined): Readonly<Record<string, (given: Given) => unknown>> {
  return {
    'leadDebrief.notePlan': (given) => part('planning').notePlan(journal, idOf(given)),
    'leadDebrief.closePlan': () => part('planning').giveUpPlan(journal),
    'leadDebrief.rehearsePlan': () => part('planning').rehearsePlan(journal),
    'leadDebrief.changePlan': () => part('planning').changePlan(journal),
    'leadDebrief.checkPromise': (given) => part('promises').checkPromise(journal, idOf(given)),
    'leadDebrief.makePromise': (given) => part('promises').makePromise(journal, idOf(given)),
    'leadDebrief.showPromises': () => part('promises').showPromises(journal),
    'leadDebrief.recallLesson': (given) => part('lessons').recallLesson(journal, idOf(given)),
    'leadDebrief.setGoal': () => part('planning').askGoal(journal),
    'leadDebrief.settleGoal': () => part('planning').settleGoal(journal),
    'leadDebrief.setLoadLimit': () => part('planning').askLoadLimit(journal),
  };
}
