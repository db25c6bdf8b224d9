import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Incident } from '../../../src/core/journal/schema';
import { incident } from '../journal/sample';
import { writerProgram } from './children';
import { ID, leftovers, openJournal } from './journalFolder';

/**
 * Two windows change one incident at the same time, each adding notes of its own; with `kills`, a third is killed and replaced again
 * and again meanwhile. Every acknowledged note must be there, once, and nobody was refused anything.
 */
export async function twoWriters(folder: string, rounds: number, kills: boolean): Promise<{ killed: number }> {
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
    assert.deepEqual(all.flatMap(({ refused }) => refused), []);
    assert.deepEqual(writers.map(({ acknowledged }) => acknowledged.length), [rounds, rounds]);
    const notes = notesIn(join(folder, '.lead-debrief', journal.get(ID)?.file ?? ''));
    assert.equal(new Set(notes).size, notes.length, 'no note twice');
    const there = new Set(notes);
    assert.deepEqual(all.flatMap(({ acknowledged }) => acknowledged.filter((id) => !there.has(id))), [], 'no acknowledged note is lost');
    if (!kills) assert.deepEqual(leftovers(folder), []);
    return { killed: victims.length };
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
