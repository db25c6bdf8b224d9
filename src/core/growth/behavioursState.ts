import { behaviours, familyName, isAskedIn } from '../reflection/behaviours';
import { collectOccasions } from './occasions';
import type { Recorded } from './recorded';
import { seriesOf, type Series } from './series';

/** One behaviour in the chosen kind of incident. */
export interface BehaviourState {
  readonly id: string;
  readonly name: string;
  /** The family's name, as a heading. */
  readonly family: string;
  /** Absent where it had no occasion. */
  readonly series?: Series;
}

/** The behaviours that are asked in the chosen kind: who only watched has no team to rate. And any other that was rated all the same. */
export function behavioursState({ records, kind }: Pick<Recorded, 'records' | 'kind'>): readonly BehaviourState[] {
  const occasions = collectOccasions(records);
  return behaviours().flatMap(({ id, name, family }): readonly BehaviourState[] => {
    const series = seriesOf(occasions.of(id, kind));
    return series || isAskedIn(kind, id) ? [{ id, name, family: familyName(family), ...(series && { series }) }] : [];
  });
}
