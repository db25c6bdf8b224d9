// How soon the dashboard in the side bar is there, over an empty webview there, in the same window: from the command that shows the one in place
// of the other to the first paint of any content, and to the frame in which the whole state stands. At 300 reflections, and at 1,000.
// Ours stands above the history, and the editor draws the rows of that list first: so there is a second floor, an empty webview above a list.
// Then from a change there, a tick beside whoever was thanked, to the frame in which the dashboard stands that was made from the saved record.
import path from 'node:path';
import { type BenchEditor, type Drawn, openEditor, OURS } from './editor';
import { pairOf } from './pairOf';
import { type BenchRow, median, plainRow, rowOf } from './row';
import { sampleJournal } from './sampleJournal';

const ROUNDS = 11;
/** The first webviews of a window start what all share, and the journal is read. */
const WARM_UP = 2;
const CHANGES = 21;

const sizes = [
  { count: 300, bound: 1.3, change: 50 },
  { count: 1000, bound: 1.5, change: 75 },
];

export async function growth(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { count, bound, change } of sizes) {
    const journal = sampleJournal(count);
    const editor = await openEditor(path.dirname(journal.folder));
    const rounds: Round[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      const drawn = await drawAll(editor);
      if (round >= 0) rounds.push(drawn);
    }
    const changes = await changed(editor);
    await editor.close();
    journal.dispose();
    const pair = (part: keyof Drawn, floor: 'empty' | 'beside' = 'empty') => pairOf(rounds.map((round) => [round.ours[part], round[floor][part]]));
    const name = `dashboard at ${count.toLocaleString('en')}`;
    rows.push(rowOf(`${name}: first contentful paint`, pair('firstPaint'), bound), rowOf(`${name}: the same, a list beside both`, pair('firstPaint', 'beside'), bound));
    rows.push(rowOf(`${name}: all drawn`, pair('screen'), 1.5));
    rows.push(plainRow(`${name}: from a change to painted`, 'ms', median(changes), change));
  }
  return rows;
}

interface Round {
  readonly ours: Drawn;
  readonly empty: Drawn;
  /** Empty, above a list. */
  readonly beside: Drawn;
}

async function drawAll(editor: BenchEditor): Promise<Round> {
  const empty = await editor.show('workbench.view.extension.bench');
  const beside = await editor.show('workbench.view.extension.benchBeside');
  return { empty, beside, ours: await editor.show('workbench.view.extension.leadDebrief') };
}

/** Ticks one box after the other; gives the milliseconds from each tick on. */
async function changed(editor: BenchEditor): Promise<readonly number[]> {
  const page = await editor.frameOf(OURS);
  await page.getByRole('checkbox').first().waitFor();
  const times: number[] = [];
  for (let count = 0; count <= CHANGES; count += 1) times.push(await page.evaluate<number>(TICK));
  return times.slice(1);
}

/** Runs in the page. It changes nothing by itself at a tick: what changes is the next state. "Painted" is the first task after the frame. */
const TICK = `new Promise((resolve) => {
  const start = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      port2.postMessage(null);
    });
  }).observe(document.getElementById('root'), { subtree: true, childList: true, characterData: true });
  document.querySelector('#root input[type="checkbox"]:not(:checked)').click();
})`;
