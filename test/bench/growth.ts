// How soon the dashboard in the side bar is there, over an empty webview there, in the same window: from the command that shows the one in place
// of the other to the first paint of any content, and to the frame in which the whole state stands. At 300 reflections, and at 1,000.
import path from 'node:path';
import { type BenchEditor, type Drawn, openEditor } from './editor';
import { pairOf } from './pairOf';
import { type BenchRow, rowOf } from './row';
import { sampleJournal } from './sampleJournal';

const ROUNDS = 11;
/** The first webviews of a window start what all share, and the journal is read. */
const WARM_UP = 2;

const sizes = [
  { count: 300, bound: 1.3 },
  { count: 1000, bound: 1.5 },
];

export async function growth(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { count, bound } of sizes) {
    const journal = sampleJournal(count);
    const editor = await openEditor(path.dirname(journal.folder));
    const rounds: { ours: Drawn; empty: Drawn }[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      const drawn = await drawBoth(editor);
      if (round >= 0) rounds.push(drawn);
    }
    await editor.close();
    journal.dispose();
    const pair = (part: keyof Drawn) => pairOf(rounds.map(({ ours, empty }) => [ours[part], empty[part]]));
    const name = `dashboard at ${count.toLocaleString('en')}`;
    rows.push(rowOf(`${name}: first contentful paint`, pair('firstPaint'), bound), rowOf(`${name}: all drawn`, pair('screen'), 1.5));
  }
  return rows;
}

async function drawBoth(editor: BenchEditor): Promise<{ ours: Drawn; empty: Drawn }> {
  const empty = await editor.show('workbench.view.extension.bench');
  return { empty, ours: await editor.show('workbench.view.extension.leadDebrief') };
}
