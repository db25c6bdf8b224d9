import type { DeepState } from '../../core/deep/deepState';
import type { DeepPlace } from '../../core/deep/places';
import { startSession } from '../shared/startSession';
import { DeepPage } from './DeepPage';

startSession<DeepState>(DeepPage, ({ place, sections, names }, post) => ({
  here: place,
  tabs: sections.map(({ id, name }) => ({ id, name, mayOpen: true })),
  go: (section) => post({ type: 'deepen', place: section as DeepPlace }),
  names,
}));
