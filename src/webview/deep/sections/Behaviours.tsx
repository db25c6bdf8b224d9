import type { JSX } from 'preact';
import { Rating } from '../../reflection/Rating';
import { Questions } from '../Questions';
import { useDeep } from '../session';

/** Every behaviour that is asked about, by family; the guess and what was rated after it as facts. */
export function Behaviours(): JSX.Element | null {
  const { ratings } = useDeep().state;
  if (!ratings) return null;
  return (
    <>
      {ratings.facts.length > 0 && (
        <ul class="rows facts-said">
          {ratings.facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      <Questions />
      {ratings.families.map(({ name, ratings: own }) => (
        <section class="block rows family" key={name} aria-label={name}>
          <h2>{name}</h2>
          {own.map((rating) => (
            <Rating key={rating.behaviour} rating={rating} />
          ))}
        </section>
      ))}
    </>
  );
}
