import type { ScreenId } from '../../core/protocol';
import type { ReflectionState } from '../../core/reflection/reflectionState';
import { startSession } from '../shared/startSession';
import { Page } from './Page';

startSession<ReflectionState>(Page, ({ screen, tabs, person }, post) => ({
  here: screen,
  tabs,
  go: (tab) => post({ type: 'open', screen: tab as ScreenId }),
  names: person.name === undefined ? person.names : [...person.names, person.name],
}));
