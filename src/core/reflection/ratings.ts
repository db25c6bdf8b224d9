import { textOrNone, withField } from '../journal/fields';
import type { Anchor, Incident, Rating, Reflection } from '../journal/schema';
import { BEHAVIOUR_TABLE } from './behaviours';
import type { Step } from './step';

/** The rating of a behaviour as it stands: the newest entry, since a re-rating is added beside the first. */
export function ratingOf(incident: Incident, behaviour: string): Rating | undefined {
  return incident.reflection?.ratings?.filter((each) => each.behaviour === behaviour).at(-1);
}

/**
 * The two behaviours to rate: those guessed before the evidence; where the guess was skipped, those picked after it.
 * A place that is still open is undefined.
 */
export function behavioursToRate(reflection: Reflection | undefined): readonly [string | undefined, string | undefined] {
  const named = [reflection?.guess?.best, reflection?.guess?.costly];
  const picks = (reflection?.picked ?? []).filter((each) => !named.includes(each));
  const take = (guessed: string | undefined): string | undefined => guessed ?? picks.shift();
  return [take(named[0]), take(named[1])];
}

/** Picks a behaviour to rate, or puts it back; what was already noted about it stays. At most two are rated in the short path. */
export function pick(incident: Incident, behaviour: string, on: boolean): Incident {
  const { reflection } = incident;
  if (!reflection) return incident;
  const others = (reflection.picked ?? []).filter((each) => each !== behaviour);
  return { ...incident, reflection: { ...reflection, picked: on ? [...others, behaviour] : others } };
}

/** Sets the act that fits, or takes it back. After *Finish* a new rating stands beside the original: "how I see it today". */
export function rate(incident: Incident, behaviour: string, anchor: Anchor | undefined, step: Step): Incident {
  return changeRating(incident, behaviour, step, (rating) => withField(rating, 'anchor', anchor));
}

/** Sets what shows it. The text is kept as typed. */
export function rateEvidence(incident: Incident, behaviour: string, text: string, step: Step): Incident {
  return changeRating(incident, behaviour, step, (rating) => withField(rating, 'evidence', textOrNone(text)));
}

function changeRating(incident: Incident, behaviour: string, step: Step, change: (rating: Rating) => Rating): Incident {
  const { reflection } = incident;
  if (!reflection) return incident;
  const ratings = reflection.ratings ?? [];
  const current = ratingOf(incident, behaviour);
  const settled = reflection.finished !== undefined && current !== undefined && current.at < step.session;
  const fresh: Rating = { id: step.newId(), at: step.now, behaviour, table: BEHAVIOUR_TABLE };
  if (!current) return { ...incident, reflection: { ...reflection, ratings: [...ratings, change(fresh)] } };
  const changed = change(settled ? { ...current, ...fresh } : current);
  const after = settled ? [...ratings, changed] : ratings.map((each) => (each === current ? changed : each));
  return { ...incident, reflection: { ...reflection, ratings: after } };
}
