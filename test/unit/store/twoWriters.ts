import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Incident } from '../../../src/core/journal/schema';
import { incident } from '../journal/sample';
import { writerProgram } from './children';
import { ID, leftovers, openJournal } from './journalFolder';

export interface WritersReport {
  readonly acknowledged: number;
  /** Notes that were acknowledged and are not there. */
  readonly lost: number;
  readonly twice: number;
  readonly refused: number;
  /** How many windows were killed meanwhile. */
  readonly killed: number;
}

/**
 * Two windows change one incident at the same time, each adding notes of its own; with `kills`, a third is killed and replaced again
 * and again meanwhile.
 */
export async function twoWriters(folder: string, rounds: number, kills: boolean): Promise<WritersReport> {
  const journal = await openJournal(folder);
  const created = await journal.create(incident(ID));
  assert.ok(created.ok);
  const program = await writerProgram();
  try {
    const writers = ['wa', 'wb'].map((who) => program.start('append', folder, ID, who, String(rounds)));
    const done = Promise.all(writers.map(({ ended }) => ended));
    const victims = kills ? await killUntil(done, (who) => program.start('append', folder, ID, who, '1000000')) : [];
    await done;
    const all = [...writers, ...victims];
    assert.deepEqual(writers.map(({ acknowledged, refused }) => acknowledged.length + refused.length), [rounds, rounds]);
    if (!kills) assert.deepEqual(leftovers(folder), []);
    const notes = notesIn(join(folder, '.lead-debrief', journal.get(ID)?.file ?? ''));
    const there = new Set(notes);
    const acknowledged = all.flatMap((each) => each.acknowledged);
    return {
      acknowledged: acknowledged.length,
      lost: acknowledged.filter((id) => !there.has(id)).length,
      twice: notes.length - there.size,
      refused: all.flatMap(({ refused }) => refused).length,
      killed: victims.length,
    };
  } finally {
    program.dispose();
  }
}

function notesIn(path: string): readonly string[] {
  return ((JSON.parse(readFileSync(path, 'utf8')) as Incident).incidentNotes ?? []).map(({ id }) => id);
}

/** Starts a window, kills it in the middle of its saves, starts the next, until the others are done. */
async function killUntil(done: Promise<unknown>, startVictim: (who: string) => ReturnType<Awaited<ReturnType<typeof writerProgram>>['start']>) {
  const victims: ReturnType<typeof startVictim>[] = [];
  let over = false;
  void done.then(() => (over = true));
  while (!over) {
    const victim = startVictim(`victim${victims.length}`);
    victims.push(victim);
    await victim.started;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
    victim.kill();
    await victim.ended;
  }
  return victims;
}
