// What our activation costs an extension host: the CPU time of loading its bundle and of `activate`, over an extension that does nothing. What is
// loaded later, once the editor is idle, has a row of its own: its bound is the longest pause that is allowed then.
// Each sample is a fresh extension host of a real editor, which activates both by itself when it has started; the probe watches. The
// files are in the disk cache by then, as they are for anybody who opens a second window: CPU time does not count the disk.
import { until } from '../ui/harness/until';
import { EMPTY } from './bareExtensions';
import { type BenchEditor, openEditor, OURS } from './editor';
import type { Activation, Activations } from './probe/activations';
import { type BenchRow, median, plainRow } from './row';
import { yearWorkspace } from './workspace';

const SAMPLES = 11;

export async function activation(): Promise<BenchRow[]> {
  const editor = await openEditor(await yearWorkspace());
  const samples: Sample[] = [];
  for (let count = 0; count < SAMPLES; count += 1) {
    await editor.reload();
    samples.push(await sampleOf(editor));
  }
  await editor.close();
  const over = samples.map(({ ours, empty }) => cost(ours) - cost(empty));
  return [
    plainRow('activation', 'ms CPU', median(over), 10),
    plainRow('activation: the rest, once the editor is idle', 'ms CPU', median(samples.map(({ ours }) => ours.rest)), 50),
    plainRow('activation: journal read', 'calls', Math.max(...samples.map(({ ours }) => ours.journalCalls)), 0),
  ];
}

interface Sample {
  readonly ours: Activation;
  readonly empty: Activation;
}

const cost = ({ load, activate }: Activation): number => load + activate;

/** Waits for the first read of the journal too: if the probe did not see that one, no call in `activate` would mean nothing. */
function sampleOf(editor: BenchEditor): Promise<Sample> {
  return until('both extensions to be activated, and the journal to be read', async () => {
    const { byId, journalCalls } = (await editor.run('bench.activations')).result as Activations;
    const [ours, empty] = [byId[OURS], byId[EMPTY]];
    return ours && empty && ours.rest > 0 && journalCalls > ours.journalCallsBeforeRest && { ours, empty };
  });
}
