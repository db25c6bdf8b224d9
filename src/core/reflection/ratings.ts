import { textOrNone, withField } from '../journal/fields';
import type { Anchor, Incident, Rating, Reflection } from '../journal/schema';
import { NO_OCCASION } from '../journal/values';
import { BEHAVIOUR_TABLE, behavioursAskedIn, isAskedIn } from './behaviours';
import { inReflection } from './progress';
import { revise } from './revise';
import type { Step } from './step';

/** The rating of a behaviour as it stands: the newest entry, since a re-rating is added beside the first. */
export function ratingOf(incident: Incident, behaviour: string): Rating | undefined {
  return incident.reflection?.ratings?.filter((each) => each.behaviour === behaviour).at(-1);
}

/** The act that was chosen for a behaviour. An act of another version's table has other words, and counts as none here. */
export function anchorOf(incident: Incident, behaviour: string): Anchor | undefined {
  const rating = ratingOf(incident, behaviour);
  return rating && (isOfThisTable(rating) || rating.anchor === NO_OCCASION) ? rating.anchor : undefined;
}

/**
 * The two behaviours to rate: those guessed before the evidence; where the guess was skipped, those picked after it.
 * A place that is still open is undefined. What is not asked about in an incident of this kind takes no place.
 */
export function behavioursToRate({ kind, reflection }: Incident): readonly [string | undefined, string | undefined] {
  const asked = behavioursAskedIn(kind).map(({ id }) => id);
  const guessed = [reflection?.guess?.best, reflection?.guess?.costly].map((id) => asked.find((each) => each === id));
  const [best, costly] = [guessed[0], guessed[1] === guessed[0] ? undefined : guessed[1]];
  const picks = [...new Set(reflection?.picked ?? [])].filter((id) => asked.includes(id) && id !== best && id !== costly);
  return [best ?? picks.shift(), costly ?? picks.shift()];
}

/**
 * Picks a behaviour to rate, or puts it back; what was already noted about it stays. Refuses (same record) a third one, since two
 * are rated in the short path, and one that is not asked about in an incident of this kind.
 */
export function pick(incident: Incident, behaviour: string, on: boolean, step: Step): Incident {
  const picked = incident.reflection?.picked ?? [];
  const isFull = behavioursToRate(incident).every((each) => each !== undefined);
  if (on === picked.includes(behaviour) || (on && (isFull || !isAskedIn(incident.kind, behaviour)))) return incident;
  const now = on ? [...picked, behaviour] : picked.filter((each) => each !== behaviour);
  const changed = inReflection(incident, step, (reflection) => withField(reflection, 'picked', now.length > 0 ? now : undefined));
  return revise(changed, 'picked', picked.join(', '), step);
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
  const current = ratingOf(incident, behaviour);
  const fresh: Rating = { id: step.newId(), at: step.now, behaviour, table: BEHAVIOUR_TABLE };
  const isNew = !current || !isOfThisTable(current) || isSettled(current, incident.reflection, step);
  const before = isNew ? { ...(current && forThisTable(current)), ...fresh } : current;
  const changed = change(before);
  if (changed.anchor === before.anchor && changed.evidence === before.evidence) return incident;
  return inReflection(incident, step, (reflection) => {
    const ratings = reflection.ratings ?? [];
    return { ...reflection, ratings: isNew ? [...ratings, changed] : ratings.map((each) => (each === current ? changed : each)) };
  });
}

function isOfThisTable({ table }: Rating): boolean {
  return table === BEHAVIOUR_TABLE;
}

/** What a rating under other words still says under these: its example, and that there was no occasion. */
function forThisTable(rating: Rating): Rating {
  return isOfThisTable(rating) || rating.anchor === NO_OCCASION ? rating : withField(rating, 'anchor', undefined);
}

/** Whether a rating is part of a finished reflection, and so is never changed. One that was added in this session since is. */
function isSettled({ at }: Rating, reflection: Reflection | undefined, { session }: Step): boolean {
  if (reflection?.finished === undefined) return false;
  return Date.parse(at) <= Date.parse(reflection.finished) || Date.parse(at) < Date.parse(session);
}
