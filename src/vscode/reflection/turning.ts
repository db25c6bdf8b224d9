import type { DeepPlace } from '../../core/deep/places';
import { leaveDeep, openPlace } from '../../core/deep/progress';
import type { ReflectionMessage, ScreenId } from '../../core/protocol';
import { currentScreen, shortPath } from '../../core/reflection/screens';
import { openScreen } from '../../core/reflection/progress';
import type { ReflectionSession } from './session';

/** From the letter to where the lead stopped, else to the first screen, since behind the last there is nothing to change. */
export async function edit(session: ReflectionSession): Promise<void> {
  const { record, last, reading } = session;
  if (!reading || !record) return;
  session.edit();
  const path = shortPath(last !== undefined);
  const [first = 'facts'] = path;
  if (session.view === 'screens' && currentScreen(record, path) === 'summary') await session.change((before, step) => openScreen(before, first, step));
}

/** From the screens of a finished reflection, or from its deep path, to the letter, once all is on disk. */
export async function read(session: ReflectionSession): Promise<void> {
  if (session.reading || !session.isFinished) return;
  if (await session.unsaved.flush()) session.turn('letter'); // else the reason is on screen, and so is the text
}

/** Into the deep path, or to a place in it, once all is on disk. */
export async function deepen(session: ReflectionSession, { place }: { readonly place: DeepPlace }): Promise<void> {
  if (!(await session.go((record, step) => openPlace(record, place, step)))) return;
  if (session.view !== 'deep') session.turn('deep');
}

/** From the deep path back to the screens. */
export async function backToScreens(session: ReflectionSession, { screen }: { readonly screen: ScreenId | null }): Promise<void> {
  if (!(await session.go((record, step) => (screen ? openScreen(record, screen, step) : leaveDeep(record, step))))) return;
  if (session.view !== 'screens') session.turn('screens');
}

/** Ways through the screens. */
const WAYS: readonly string[] = ['next', 'back', 'skip', 'open'] satisfies readonly ReflectionMessage['type'][];

/** Whether a page that is gone by now, since the letter took its place, asks for another of its screens. What was typed in it still counts. */
export function leadsNowhere({ reading }: Pick<ReflectionSession, 'reading'>, { type }: ReflectionMessage): boolean {
  return reading && WAYS.includes(type);
}
