// How soon the reflection panel is there, over an empty webview in the same window: from the command to the first paint of any content, and to
// the frame in which the screen stands. The screen is the fullest one that waits for nothing else: two behaviours with their scales.
import { behaviours } from '../../src/core/reflection/behaviours';
import { type BenchEditor, type Drawn, openEditor } from './editor';
import { pairOf } from './pairOf';
import { type BenchRow, rowOf } from './row';
import { addLikeDraft, changeDraft, yearWorkspace } from './workspace';

const ROUNDS = 11;
/** The first webviews of a window start what all share. */
const WARM_UP = 2;

export async function panel(): Promise<BenchRow[]> {
  const folder = await yearWorkspace();
  const id = draftAtRatings(folder);
  const deep = draftInDeepPath(folder);
  const editor = await openEditor(folder);
  const rows = [...(await rowsOf('panel', editor, id)), ...(await rowsOf('panel, deep path', editor, deep))];
  await editor.close();
  return rows;
}

async function rowsOf(name: string, editor: BenchEditor, id: string): Promise<BenchRow[]> {
  const rounds: Round[] = [];
  for (let count = -WARM_UP; count < ROUNDS; count += 1) {
    const round = await drawBoth(editor, id, count % 2 === 0);
    if (count >= 0) rounds.push(round);
  }
  const pair = (part: keyof Drawn) => pairOf(rounds.map(({ ours, empty }) => [ours[part], empty[part]]));
  return [rowOf(`${name}: first contentful paint`, pair('firstPaint'), 1.3), rowOf(`${name}: screen drawn`, pair('screen'), 1.5)];
}

interface Round {
  readonly ours: Drawn;
  readonly empty: Drawn;
}

async function drawBoth(editor: BenchEditor, id: string, oursFirst: boolean): Promise<Round> {
  const drawOurs = () => editor.draw('leadDebrief.openReflection', id);
  const drawEmpty = () => editor.draw('bench.openEmpty');
  if (oursFirst) return { ours: await drawOurs(), empty: await drawEmpty() };
  const empty = await drawEmpty();
  return { empty, ours: await drawOurs() };
}

/** The same draft once more, in the fullest section of the deep path: every behaviour with its scale. */
function draftInDeepPath(folder: string): string {
  return addLikeDraft(folder, 'benchdeep1', (draft) => {
    const ratings = behaviours().map(({ id }, index) => ({ id: `bench-${index}`, at: draft.window.start, behaviour: id, table: 1, anchor: 3 as const, evidence: 'Said in the channel what was broken, and who was hit.' }));
    return { ...draft, reflection: { started: draft.window.start, ...draft.reflection, path: 'deep', section: 'F', ratings } };
  });
}

function draftAtRatings(folder: string): string {
  return changeDraft(folder, (draft) => {
    if (!draft.reflection) return draft;
    const { started, guess } = draft.reflection;
    const rated = [guess?.best, guess?.costly].filter((behaviour) => behaviour !== undefined);
    const ratings = rated.map((behaviour, index) => ({ id: `bench-${index}`, at: started, behaviour, table: 1, anchor: 3 as const, evidence: 'Said in the channel what was broken, and who was hit.' }));
    return { ...draft, reflection: { ...draft.reflection, screen: 'ratings', ratings } };
  });
}
