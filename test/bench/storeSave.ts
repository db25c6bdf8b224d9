import { open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { incidentFile } from '../../src/core/journal/filename';
import type { Journal } from '../../src/store/journal';
import type { Step } from '../../src/core/reflection/step';
import { writeText } from '../../src/core/reflection/texts';
import { stringify } from '../../src/store/faithful';
import { interleaved, rowOf } from './row';
import type { BenchRow } from './row';
import { sampleJournal } from './sampleJournal';
import type { SampleJournal } from './sampleJournal';

const ROUNDS = 61;
const STEP: Step = { now: '2026-05-14T18:00:00Z', session: '2026-05-14T18:00:00Z', newId: () => 'bench00001' };

/** The same durable steps, bare and asynchronous: no lock, no reading, no checking. */
async function bareDurableWrite(path: string, text: string): Promise<void> {
  const handle = await open(`${path}.tmp`, 'w', 0o600);
  await handle.writeFile(text);
  await handle.sync();
  await handle.close();
  await rename(`${path}.tmp`, path);
  const folder = await open(dirname(path), 'r');
  await folder.sync();
  await folder.close();
}

let saves = 0;

/**
 * The floor of a save: beside the record. On ext4 it depends on the folder what a new file costs (45 µs, or 950 where many files were
 * removed of late, measured), and which folders are dear differs from run to run.
 */
function bareSave({ folder, middle }: SampleJournal): () => Promise<void> {
  const path = join(folder, dirname(incidentFile(middle, Date.parse(middle.window.start))), 'bare.json');
  return () => bareDurableWrite(path, stringify({ ...middle, stakes: `Orders ${++saves}` }));
}

/** How many times as long as its floor one save took. */
async function timesAsLong(save: () => Promise<void>, floor: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await floor();
  const middle = performance.now();
  await save();
  return (performance.now() - middle) / (middle - start);
}

/** One autosave of an incident among 300, over its floor; and among 10,000 over among 300, each over its own floor. */
export async function oneAutosave(): Promise<BenchRow[]> {
  const [few, many] = [sampleJournal(300), sampleJournal(10_000)];
  try {
    const [fewOpen, manyOpen] = [few.open(), many.open()];
    for (const journal of [fewOpen, manyOpen]) {
      await journal.load();
      await journal.whenLoaded;
    }
    const save = (journal: Journal, id: string) => async () => {
      const saved = await journal.update(id, (record) => ({ ...record, stakes: `Orders ${++saves}` }));
      if (!saved.ok) throw new Error(saved.reason);
    };
    const [saveFew, saveMany] = [save(fewOpen, few.middle.id), save(manyOpen, many.middle.id)];
    const saveDeep = async () => {
      const saved = await fewOpen.update(few.middle.id, (record) => writeText(record, 'answer.luck', `Somebody was awake ${++saves}`, STEP));
      if (!saved.ok) throw new Error(saved.reason);
    };
    const [bareFew, bareMany] = [bareSave(few), bareSave(many)];
    const overFloors = () => interleaved(() => timesAsLong(saveMany, bareMany), () => timesAsLong(saveFew, bareFew), ROUNDS);
    return [
      rowOf('one autosave', await interleaved(saveFew, bareFew, ROUNDS), 2.5),
      rowOf('one autosave of an answer in the deep path', await interleaved(saveDeep, bareFew, ROUNDS), 2.5),
      { ...rowOf('one autosave at 10,000 over 300', await overFloors(), 1.2), unit: 'x' },
    ];
  } finally {
    few.dispose();
    many.dispose();
  }
}
