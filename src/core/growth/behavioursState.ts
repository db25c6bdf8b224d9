import { behaviours, familyName, isAskedIn } from '../reflection/behaviours';
import { collectOccasions } from './occasions';
import type { Recorded } from './recorded';
import { seriesOf, type Series } from './series';
import { chanceWords } from './seriesWords';

/** One behaviour in the chosen kind of incident. */
export interface BehaviourState {
  readonly id: string;
  readonly name: string;
  /** The family's name, as a heading. */
  readonly family: string;
  /** Absent where it had no occasion. */
  readonly series?: Series;
}

/** What the finished reflections show of each behaviour. */
export interface BehavioursState {
  /** Those that are asked in the chosen kind: who only watched has no team to rate. And any other that was rated all the same. */
  readonly rows: readonly BehaviourState[];
  /** How many signals chance alone would show; absent where none shows. */
  readonly chance?: string;
}

export function behavioursState({ records, kind, locale }: Pick<Recorded, 'records' | 'kind' | 'locale'>): BehavioursState {
  const occasions = collectOccasions(records);
  const rows = behaviours().flatMap(({ id, name, family }): readonly BehaviourState[] => {
    const series = seriesOf(occasions.of(id, kind));
    return series || isAskedIn(kind, id) ? [{ id, name, family: familyName(family), ...(series && { series }) }] : [];
  });
  const chance = chanceWords(rows.flatMap(({ series }) => series ?? []), locale.language);
  return { rows, ...(chance !== '' && { chance }) };
}
