import { incidentState } from '../incident/state';
import type { Incident, Kind, Rating } from '../journal/schema';

/** One behaviour rated in one incident. */
export interface Occasion {
  /** The act that fitted, 1 to 5, as it was rated at the time. */
  readonly anchor: number;
  /** The version of the table of behaviours; numbers of two versions are never compared. */
  readonly table: number;
  /** How the lead sees it today, where that differs: it stands beside the original and is never counted. */
  readonly today?: number;
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
  const series = new Map<string, Occasion[]>();
  for (const incident of finishedOldestFirst(records)) {
    const kind = kindOf(incident);
    reflections[kind] += 1;
    for (const [behaviour, ratings] of ratingsByBehaviour(incident)) {
      const key = `${kind} ${behaviour}`;
      const occasion = occasionOf(ratings, incident.reflection?.finished ?? '');
      const known = series.get(key);
      if (known) known.push(occasion);
      else series.set(key, [occasion]);
    }
  }
  return { reflections, of: (behaviour, kind) => series.get(`${kind} ${behaviour}`) ?? [] };
}

/** What an incident was. Where the lead did not say, it was a real one: a drill is one only because somebody says so. */
export function kindOf(incident: Incident): Kind {
  return incident.kind ?? 'real';
}

function finishedOldestFirst(records: readonly Incident[]): readonly Incident[] {
  const finished = records
    .filter((record) => incidentState(record) === 'finished')
    .map((record) => ({ record, start: Date.parse(record.window.start) || 0 }));
  finished.sort((a, b) => a.start - b.start || (a.record.id < b.record.id ? -1 : 1));
  return finished.map(({ record }) => record);
}

function ratingsByBehaviour(incident: Incident): ReadonlyMap<string, readonly Numbered[]> {
  const groups = new Map<string, Numbered[]>();
  for (const rating of incident.reflection?.ratings ?? []) {
    if (!isNumbered(rating)) continue;
    const group = groups.get(rating.behaviour);
    if (group) group.push(rating);
    else groups.set(rating.behaviour, [rating]);
  }
  return groups;
}

function isNumbered(rating: Rating): rating is Numbered {
  return typeof rating.anchor === 'number';
}

/** The rating that stood when the reflection was finished, and the newest later one under the same anchors beside it. */
function occasionOf(ratings: readonly Numbered[], finished: string): Occasion {
  if (ratings.length === 1 && ratings[0]) return { anchor: ratings[0].anchor, table: ratings[0].table };
  const inOrder = [...ratings].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
  const original = inOrder.findLast(({ at }) => Date.parse(at) <= Date.parse(finished)) ?? (inOrder[0] as Numbered);
  const later = inOrder.slice(inOrder.indexOf(original) + 1).findLast(({ table }) => table === original.table);
  const today = later && later.anchor !== original.anchor ? { today: later.anchor } : {};
  return { anchor: original.anchor, table: original.table, ...today };
}
