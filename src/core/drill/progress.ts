import { storedTime } from '../incident/times';
import { withField } from '../journal/fields';
import type { Drill, DrillPoint } from '../journal/drillSchema';
import type { Incident } from '../journal/schema';
import { finish } from '../reflection/progress';
import { revise } from '../reflection/revise';
import type { Step } from '../reflection/step';
import { currentPage, endPage, lastPage, reachedPage } from './pages';

function inDrill(incident: Incident, change: (drill: Drill) => Drill): Incident {
  const drill = incident.drill && change(incident.drill);
  return drill === undefined || drill === incident.drill ? incident : { ...incident, drill };
}

/** Goes to a page that was reached already. The same record for one that was not: only going on reveals. */
export function openDrillPage(incident: Incident, page: number): Incident {
  return inDrill(incident, (drill) => (page >= 0 && page <= reachedPage(drill) && page !== currentPage(drill) ? { ...drill, page } : drill));
}

/** Goes on from a page, which reveals one at most. The same record where the lead is on another one: who presses twice reveals once. */
export function nextDrillPage(incident: Incident, from: number): Incident {
  return inDrill(incident, (drill) => {
    if (currentPage(drill) !== from || from >= lastPage(drill)) return drill;
    return { ...drill, page: from + 1, reached: Math.max(from + 1, reachedPage(drill)) };
  });
}

/** Ends the drill. It was practised until now. The same record where its end was not reached. */
export function finishDrill(incident: Incident, step: Step): Incident {
  const { drill } = incident;
  if (!drill || reachedPage(drill) < endPage(drill) || incident.reflection?.finished !== undefined) return incident;
  const end = storedTime(Math.max(Date.parse(step.now), Date.parse(incident.window.start)));
  return finish({ ...incident, window: { ...incident.window, end } }, step);
}

/** What the lead says of a decision beside words. */
export type CallField = 'sure' | 'same' | 'right';

/** Says something of a decision, or takes it back. After *Finish* what was said before is kept. The same record where there is no such decision. */
export function sayOfCall<Field extends CallField>(incident: Incident, id: string, field: Field, value: DrillPoint[Field], step: Step): Incident {
  const point = incident.drill?.points.find((each) => each.id === id);
  if (!point || point[field] === value) return incident;
  const points = (drill: Drill): DrillPoint[] => drill.points.map((each) => (each === point ? withField<DrillPoint, Field>(each, field, value) : each));
  const changed = inDrill(incident, (drill) => ({ ...drill, points: points(drill) }));
  return revise(changed, `/drill/points/${id}/${field}`, point[field] === undefined ? '' : String(point[field]), step);
}
