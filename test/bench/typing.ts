// From a key to its character on screen, in a long answer: in our panel, which draws its screen anew and tells the editor at each key, and in a bare
// text area of an empty webview beside it. A few keys here, a few there, in turn; a saved state may arrive between any two of them.
import { setTimeout as pause } from 'node:timers/promises';
import type { Frame } from 'playwright-core';
import { PROBE } from './bareExtensions';
import { type BenchEditor, openEditor, OURS } from './editor';
import { pairOf } from './pairOf';
import { type BenchRow, median, plainRow, rowOf } from './row';
import { changeDraft, yearWorkspace } from './workspace';

const ROUNDS = 11;
const KEYS = 'the queue kept growing '.split('');
/** Between two keys, in milliseconds: a fast typist's, and another one each time, so that keys fall anywhere in a frame. */
const BETWEEN = [83, 120, 97, 141, 74];
/** About 4,000 characters, two pages. */
const LONG = 'I looked at the pool graph first, because the page named it. Queue depth was rising the whole time. '.repeat(40);

export async function typing(): Promise<BenchRow[]> {
  const folder = await yearWorkspace();
  const id = changeDraft(folder, (draft) => (draft.reflection ? { ...draft, reflection: { ...draft.reflection, answers: { moment: LONG } } } : draft));
  const editor = await openEditor(folder);
  await editor.run('leadDebrief.openReflection', id);
  const ours = await longAnswer(await editor.frameOf(OURS));
  await editor.run('bench.openEmpty', LONG);
  const bare = await longAnswer(await editor.frameOf(PROBE));
  const rounds: (readonly [ours: number, bare: number])[] = [];
  for (let count = -1; count < ROUNDS; count += 1) {
    const round = [median(await typeInto(editor, ours)), median(await typeInto(editor, bare))] as const;
    if (count >= 0) rounds.push(round);
  }
  await editor.close();
  const pair = pairOf(rounds);
  return [plainRow('key to painted character', 'ms', pair.measured, 16), rowOf('key to painted character, over a bare text area', pair, 1.5)];
}

async function longAnswer(frame: Frame): Promise<Frame> {
  await frame.locator('#look').waitFor();
  return frame;
}

/** Types at the end of the long answer; gives the milliseconds of each key. */
async function typeInto({ page }: BenchEditor, frame: Frame): Promise<readonly number[]> {
  await frame.locator('#look').focus();
  await page.keyboard.press('ControlOrMeta+End');
  await frame.evaluate('benchKeys.length = 0');
  for (const [index, key] of KEYS.entries()) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await pause(BETWEEN[index % BETWEEN.length]);
  }
  const times = await frame.evaluate<number[]>('benchKeys');
  if (times.length !== KEYS.length) throw new Error(`${KEYS.length} keys were pressed, and ${times.length} arrived.`);
  return times;
}
