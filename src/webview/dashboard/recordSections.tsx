import type { JSX } from 'preact';
import type { OccasionList } from '../../core/growth/occasionList';
import type { Opened } from '../../core/growth/opened';
import type { RecordedState, SectionId } from '../../core/growth/recorded';
import type { ScopeState } from '../../core/growth/scope';
import { BehavioursSection } from './BehavioursSection';
import { ExposureSection } from './ExposureSection';
import { GuessSection } from './GuessSection';
import { NotesSection } from './NotesSection';
import { PeopleSection } from './PeopleSection';
import type { DashboardHost } from './view';

/** What each section that shows the record gets. */
export interface SectionContext<Id extends SectionId> {
  readonly state: RecordedState[Id];
  readonly scope: ScopeState;
  /** Those that the reader opened. */
  readonly occasions: OccasionList | undefined;
  readonly reading: boolean;
  readonly host: DashboardHost;
}

type Components = { readonly [Id in SectionId]: (context: SectionContext<Id>) => JSX.Element | null };

/** The sections that show the record, in their order on the page. */
const components: Components = {
  behaviours: BehavioursSection,
  guess: GuessSection,
  notes: NotesSection,
  exposure: ExposureSection,
  people: PeopleSection,
};

interface RecordSectionsProps extends Omit<SectionContext<SectionId>, 'state' | 'occasions'> {
  readonly recorded: RecordedState;
  readonly opened: Opened | undefined;
}

/** All that the record shows in the chosen scope. */
export function RecordSections({ recorded, opened, ...rest }: RecordSectionsProps): JSX.Element {
  const shown: RecordedState = { ...recorded, ...opened?.lists };
  const ids = Object.keys(components) as SectionId[];
  return (
    <>
      {ids.map((id) => {
        const Component = components[id] as (context: SectionContext<SectionId>) => JSX.Element | null;
        return <Component key={id} state={shown[id]} occasions={opened?.occasions} {...rest} />;
      })}
    </>
  );
}
