import * as l10n from '@vscode/l10n';
import type { Incident, Plan } from '../journal/schema';
import { cueOf } from '../plan/cues';
import { PLAIN_CUES } from '../plan/planCues';
import { isAskable, signWords } from '../plan/sign';
import { USUAL_TIME } from '../plan/weekly';
import { planWords } from '../plan/words';
import { isPromiseToTell } from './promises';
import type { PlanStepState, ReflectionContext } from './reflectionState';

/** Those to tell somebody stand beside the person. */
function promised({ promises = [] }: Incident): PlanStepState['promises'] {
  const open = promises.filter((each) => each.state === 'open' && !isPromiseToTell(each));
  return open.map(({ id, text, sign, check = '' }) => ({ id, words: text, sign: sign && isAskable(sign) ? signWords(sign) : check }));
}

function weekly(plan: Plan | undefined): PlanStepState['weekly'] {
  const { day = null, time = USUAL_TIME } = (plan && cueOf(plan, 'weekly')) ?? {};
  return { day, time };
}

/** The step at which a plan is made: at the end of a reflection, and of a drill. */
export function planStep({ incident, last, session }: ReflectionContext): PlanStepState {
  const { plan: own, reflection, evidence } = incident;
  const moment = (evidence ?? []).find((each) => each.moment === true && each.source !== 'incident' && each.kind !== 'tag');
  const open = last && last.plan.closed === undefined && own?.made === undefined ? last.plan : undefined;
  const choice = reflection?.answers?.['lastPlan'];
  return {
    stage: own?.made !== undefined && reflection?.finished === undefined ? 'recall' : 'write',
    turnedBack: session.turnedBack,
    differs: session.differs,
    promises: promised(incident),
    cues: PLAIN_CUES.filter((id) => own && cueOf(own, id)),
    weekly: weekly(own),
    example: moment ? l10n.t('something like “{0}”', moment.title) : l10n.t('two alerts from one service within five minutes'),
    ...(open && {
      open: { words: planWords(open), ...(choice === 'keep' || choice === 'replace' ? { choice } : {}) },
    }),
  };
}
