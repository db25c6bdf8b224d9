import { isReviewed } from '../incident/state';
import { timeOrder } from '../incident/timeOrder';
import type { Incident, Kind, Rating } from '../journal/schema';

/** One behaviour rated in one incident. */
export interface Occasion {
  /** The act that fitted, 1 to 5, as it was rated at the time. */
  readonly anchor: number;
  /** The version of the table of behaviours; numbers of two versions are never compared. */
  readonly table: number;
  /** How the lead sees it today, where that differs: it stands beside the original and is never counted. */
  readonly today?: number;
  /** What showed it, in the lead's words. */
  readonly evidence?: string;
}

/** What the finished reflections hold, real, drill and shadow apart. */
export interface Occasions {
  /** How many reflections were finished. */
  readonly reflections: Readonly<Record<Kind, number>>;
  /** The occasions of one behaviour, the earliest incident first. */
  readonly of: (behaviour: string, kind: Kind) => readonly Occasion[];
}

/** A rating that names an act. "No occasion" and a rating without a number are no occasion, and never a low one. */
type Numbered = Rating & { readonly anchor: 1 | 2 | 3 | 4 | 5 };

/**
 * Collects every occasion of the finished reflections. Drafts and false alarms have none; an incident whose kind was not said
 * was a real one.
 * @param records every record that is not deleted, in any order
 */
export function collectOccasions(records: readonly Incident[]): Occasions {
  const reflections: Record<Kind, number> = { real: 0, drill: 0, shadow: 0 };
  const series: Record<Kind, Map<string, Occasion[]>> = { real: new Map(), drill: new Map(), shadow: new Map() };
  for (const incident of finishedOldestFirst(records)) {
    const kind = kindOf(incident);
    reflections[kind] += 1;
    const numbered = (incident.reflection?.ratings ?? []).filter(isNumbered);
    numbered.forEach(({ behaviour }, at) => {
      const ratings = numbered.filter((each) => each.behaviour === behaviour);
      if (ratings[0] !== numbered[at]) return; // counted with the first of them
      const known = series[kind].get(behaviour);
      const occasion = occasionOf(ratings, incident.reflection?.finished ?? '');
      if (known) known.push(occasion);
      else series[kind].set(behaviour, [occasion]);
    });
  }
  return { reflections, of: (behaviour, kind) => series[kind].get(behaviour) ?? [] };
}

/** What an incident was. Where the lead did not say, it was a real one: a drill is one only because somebody says so. */
export function kindOf(incident: Incident): Kind {
  return incident.kind ?? 'real';
}

/** The finished reflections, the earliest incident first; the same order everywhere. */
export function finishedOldestFirst(records: readonly Incident[]): readonly Incident[] {
  return records
    .filter(isReviewed)
    .sort((a, b) => timeOrder(a.window.start, b.window.start) || (a.id < b.id ? -1 : 1));
}

/** A behaviour as one finished reflection rated it; undefined where it had no occasion, or none was meant. */
export function occasionIn({ reflection }: Incident, behaviour: string | undefined): Occasion | undefined {
  const ratings = (reflection?.ratings ?? []).filter(isNumbered).filter((each) => each.behaviour === behaviour);
  return ratings.length === 0 ? undefined : occasionOf(ratings, reflection?.finished ?? '');
}

function isNumbered(rating: Rating): rating is Numbered {
  return typeof rating.anchor === 'number';
}

/** The rating that stood when the reflection was finished, and the newest later one under the same anchors beside it. */
function occasionOf(ratings: readonly Numbered[], finished: string): Occasion {
  const [first] = ratings;
  if (first && ratings.length === 1) return stood(first);
  const inOrder = [...ratings].sort((a, b) => timeOrder(a.at, b.at) || (a.id < b.id ? -1 : 1));
  const place = Math.max(0, inOrder.findLastIndex(({ at }) => timeOrder(at, finished) <= 0));
  const original = inOrder[place] as Numbered;
  const later = inOrder.slice(place + 1).findLast((each) => each.table === original.table);
  return { ...stood(original), ...(later && later.anchor !== original.anchor && { today: later.anchor }) };
}

function stood({ anchor, table, evidence }: Numbered): Occasion {
  return { anchor, table, ...(evidence !== undefined && { evidence }) };
}
