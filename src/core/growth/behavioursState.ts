import { isReviewed } from '../incident/state';
import { behaviours, familyName, isAskedIn } from '../reflection/behaviours';
import { nothingWords, noOccasionWords, readingWords } from './behavioursWords';
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
  /** In place of the rows, where nothing was looked back at. */
  readonly nothing?: string;
  /** How to read the strips. */
  readonly reading: string;
  /** "5 behaviours with no occasion yet". */
  readonly noOccasion: string;
  /** How many signals chance alone would show; absent where none shows. */
  readonly chance?: string;
}

export function behavioursState({ records, all, kind, locale }: Pick<Recorded, 'records' | 'all' | 'kind' | 'locale'>): BehavioursState {
  const occasions = collectOccasions(records);
  const rows = behaviours().flatMap(({ id, name, family }): readonly BehaviourState[] => {
    const series = seriesOf(occasions.of(id, kind));
    return series || isAskedIn(kind, id) ? [{ id, name, family: familyName(family), ...(series && { series }) }] : [];
  });
  const shown = rows.flatMap(({ series }) => series ?? []);
  const chance = chanceWords(shown, locale.language);
  return {
    rows,
    ...(occasions.reflections[kind] === 0 && { nothing: nothingWords(kind, all.some(isReviewed), records === all) }),
    reading: readingWords(shown),
    noOccasion: noOccasionWords(rows.length - shown.length),
    ...(chance !== '' && { chance }),
  };
}
