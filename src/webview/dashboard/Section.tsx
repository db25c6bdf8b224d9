import type { ComponentChildren, JSX } from 'preact';
import chevron from '@vscode/codicons/src/icons/chevron-down.svg';
import { Svg } from '../shared/Svg';
import { useView } from './view';

interface SectionProps {
  /** Also its class: where it stands in two columns. */
  readonly id: string;
  readonly title: string;
  /** Beside the title, while the section is open. */
  readonly tool?: JSX.Element | undefined;
  readonly children: ComponentChildren;
}

/** One part of the dashboard. Its heading closes and opens it, and stays so. */
export function Section({ id, title, tool, children }: SectionProps): JSX.Element {
  const [{ closed }, change] = useView();
  const isOpen = !closed.includes(id);
  const turn = (): void => change({ closed: isOpen ? [...closed, id] : closed.filter((each) => each !== id) });
  return (
    <section class={id} aria-labelledby={`section-${id}`}>
      <header>
        <h2>
          <button type="button" class="fold" id={`section-${id}`} aria-expanded={isOpen} onClick={turn}>
            <Svg svg={chevron} />
            {title}
          </button>
        </h2>
        {isOpen && tool}
      </header>
      {isOpen && children}
    </section>
  );
}
