import * as l10n from '@vscode/l10n';
import type { Locale } from '../incident/times';
import { judgedWords } from '../incident/words';
import type { Drill, DrillPoint } from '../journal/drillSchema';
import type { Incident } from '../journal/schema';
import { returnsWords, tiedWords } from '../plan/lessonWords';
import { planWords } from '../plan/words';
import { planStep } from '../reflection/planStep';
import type { ReflectionContext } from '../reflection/reflectionState';
import type { AskState, CallState, DrillAsked, DrillPlanState, EndState, LineState, OwnCall, ToldState } from './drillState';
import { askPage, reachedPage, type DrillPage } from './pages';
import { AT_DECISION, AT_END, closedWords, drillQuestions } from './questions';
import { sameWords, sureWords } from './words';

/** In characters: longer ones are not read as one moment. */
const LONGEST_EXAMPLE = 80;

/** A decision before what happened: what was known by then, the questions, and what was said already. */
export function askState(incident: Incident, drill: Drill, { point, index }: Extract<DrillPage, { readonly kind: 'ask' | 'told' }>): AskState {
  const { id, ask, sure } = point;
  const words = drillQuestions();
  const isClosed = reachedPage(drill) > askPage(index);
  return {
    point: id,
    earlier: drill.points.slice(0, index).flatMap(linesOf),
    fresh: point.known.map(lineOf),
    ...(ask !== undefined && { ask }),
    questions: AT_DECISION.map((name): DrillAsked => ({ field: `answer.${name}.${id}`, words: words[name] })),
    ...(sure !== undefined && { sure }),
    ...(isClosed && { closed: ownCall(incident, point) }),
  };
}

/** A decision once what happened is open. */
export function toldState(incident: Incident, point: DrillPoint): ToldState {
  const { id, did, then, same } = point;
  return { point: id, own: ownCall(incident, point), ...(did !== undefined && { did }), then: then.map(lineOf), ...(same && { same }) };
}

/** How it ended, and every decision once more. */
export function endState(incident: Incident, drill: Drill, locale: Locale, now: number): EndState {
  const words = drillQuestions();
  return {
    outcome: drill.outcome,
    afterwards: drill.afterwards ?? [],
    calls: drill.points.map((point) => callState(incident, point)),
    questions: AT_END.map((name): DrillAsked => ({ field: `answer.${name}`, words: words[name] })),
    lesson: { returns: returnsWords(incident, locale, now), tied: tiedWords(incident) },
  };
}

/** A plan out of what the lead saw here, by the rules of every plan. */
export function drillPlan(context: ReflectionContext, { points }: Drill): DrillPlanState {
  const { plan, reflection } = context.incident;
  const { example, ...step } = planStep(context);
  // What came in where they would first have done something else, else at the first decision.
  const sign = (points.find(({ same }) => same === 'different') ?? points[0])?.known.at(-1)?.text ?? '';
  const isMade = plan?.made !== undefined && reflection?.finished !== undefined;
  return {
    ...step,
    example: sign !== '' && sign.length <= LONGEST_EXAMPLE ? l10n.t('something like “{0}”', sign) : example,
    ...(isMade && { made: { words: planWords(plan), isOpen: plan.closed === undefined } }),
  };
}

function callState(incident: Incident, point: DrillPoint): CallState {
  const { id, time, ask, did, then, same, right, sure } = point;
  const none = l10n.t('not said');
  return {
    point: id, time,
    ...(ask !== undefined && { ask }),
    own: ownCall(incident, point),
    ...(did === undefined ? { then: then.map(lineOf) } : { did }),
    ...(same && { same }),
    ...(right && { right }),
    row: [sureWords(sure) ?? none, same ? sameWords()[same] : none, right ? judgedWords()[right] : none],
  };
}

function ownCall({ reflection }: Incident, { id, sure }: DrillPoint): OwnCall {
  const words = closedWords();
  const said = AT_DECISION.map((name) => ({ words: words[name], text: reflection?.answers?.[`${name}.${id}`] ?? '' })).filter(({ text }) => text.trim() !== '');
  const how = sureWords(sure);
  return { said, ...(how !== undefined && { sure: how }) };
}

/** All that a decision told, as it is known from the next one on. */
function linesOf({ time, known, did, then }: DrillPoint): readonly LineState[] {
  return [...known.map(lineOf), ...(did === undefined ? [] : [{ time, from: l10n.t('What they did'), text: did }]), ...then.map(lineOf)];
}

const lineOf = ({ time, from, text }: DrillPoint['known'][number]): LineState => ({ time, ...(from !== undefined && { from }), text });
