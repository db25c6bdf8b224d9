import type { ReflectionMessage } from '../../core/protocol';
import { currentScreen, shortPath } from '../../core/reflection/screens';
import { openScreen } from '../../core/reflection/progress';
import type { ReflectionSession } from './session';

/** From the letter to the screens: where the lead stopped, else at the first, since behind the last there is nothing to change. */
export async function edit(session: ReflectionSession): Promise<void> {
  const { record, last, reading } = session;
  if (!reading || !record) return;
  session.turn(false);
  const path = shortPath(last !== undefined);
  const [first = 'facts'] = path;
  if (currentScreen(record, path) === 'summary') await session.change((before, step) => openScreen(before, first, step));
}

/** From the screens of a finished reflection to the letter, once all is on disk. */
export async function read(session: ReflectionSession): Promise<void> {
  if (session.reading || !session.isFinished) return;
  if (await session.unsaved.flush()) session.turn(true); // else the reason is on screen, and so is the text
}

/** Ways through the screens. */
const WAYS: readonly string[] = ['next', 'back', 'skip', 'open'] satisfies readonly ReflectionMessage['type'][];

/** Whether a page that is gone by now, since the letter took its place, asks for another of its screens. What was typed in it still counts. */
export function leadsNowhere({ reading }: Pick<ReflectionSession, 'reading'>, { type }: ReflectionMessage): boolean {
  return reading && WAYS.includes(type);
}
