import type { JSX } from 'preact';
import { occasionsWords, seriesWords, spokenSeries } from '../../core/growth/seriesWords';
import type { Shown } from './shown';
import { Strip } from './Strip';

/** One behaviour: its name, its strip, and in words what may be said of it. */
export function BehaviourFigure({ behaviour }: { readonly behaviour: Shown }): JSX.Element {
  const { name, series } = behaviour;
  return (
    <figure class="behaviour" aria-label={name}>
      <h4 class="title">
        <span>{name}</span>
        <span class="n">{occasionsWords(series.count)}</span>
      </h4>
      <Strip series={series} spoken={spokenSeries(series)} />
      <figcaption class="words">{seriesWords(series)}</figcaption>
    </figure>
  );
}
