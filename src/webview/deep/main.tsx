import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { DeepState } from '../../core/deep/deepState';
import type { DeepPlace } from '../../core/deep/places';
import type { DrillState } from '../../core/drill/drillState';
import { DrillPage } from '../drill/DrillPage';
import { whereaboutsInDrill } from '../drill/whereabouts';
import { usePage } from '../shared/session';
import { startSession } from '../shared/startSession';
import { DeepPage } from './DeepPage';

/* One script for two pages that have nearly everything in common: two would be half as large again. */

const isDrill = (state: object): state is DrillState => 'page' in state;
const Page = (): JSX.Element => (isDrill(usePage().state) ? <DrillPage /> : <DeepPage />);

startSession<DeepState | DrillState>(Page, (state, post) => {
  if (isDrill(state)) return whereaboutsInDrill(state, post);
  const { place, sections, names } = state;
  return {
    here: place,
    tabs: sections.map(({ id, name }) => ({ id, name, mayOpen: true })),
    go: (section) => post({ type: 'deepen', place: section as DeepPlace }),
    names,
    elsewhere: l10n.t('To choose in another section:'),
  };
});
