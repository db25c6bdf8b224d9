import type { JSX } from 'preact';
import type { OccasionList } from '../../core/growth/occasionList';
import { occasionsWords, seriesWords, spokenSeries } from '../../core/growth/seriesWords';
import { OccasionsFold } from './OccasionsFold';
import { OccasionsList } from './OccasionsList';
import type { Shown } from './shown';
import { Strip } from './Strip';
import type { DashboardHost } from './view';

interface FigureProps {
  readonly behaviour: Shown;
  /** Its occasions, where the reader opened them. */
  readonly open: OccasionList | undefined;
  readonly host: DashboardHost;
}

/** One behaviour: its name, its strip, and in words what may be said of it. The name opens its occasions. */
export function BehaviourFigure({ behaviour, open, host }: FigureProps): JSX.Element {
  const { name, series } = behaviour;
  return (
    <>
      <figure class="behaviour" aria-label={name}>
        <h4 class="title">
          <OccasionsFold behaviour={behaviour} isOpen={open !== undefined} host={host} />
          <span class="n">{occasionsWords(series.count)}</span>
        </h4>
        <Strip series={series} spoken={spokenSeries(series)} />
        <figcaption class="words">{seriesWords(series)}</figcaption>
      </figure>
      {open && <OccasionsList list={open} name={name} host={host} />}
    </>
  );
}
