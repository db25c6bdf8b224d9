import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Incident } from '../../../src/core/journal/schema';
import { incident } from '../journal/sample';
import { writerProgram } from './children';
import { ID, leftovers, openJournal } from './journalFolder';

export interface KillReport {
  /** How many saves were acknowledged. */
  readonly acknowledged: number;
  /** How often the file was older than what was acknowledged. */
  readonly lost: number;
  readonly unreadable: number;
  /** How often the killed window had the lock: the next one takes it over. */
  readonly deadLocks: number;
  readonly temporaryFiles: number;
}

/**
 * A window saves without pause and is killed at a random moment, again and again. Each time the file must be readable and hold what was
 * acknowledged last, and the next window saves at once. What the killed ones left is swept when the journal is opened.
 */
export async function kills(folder: string, times: number): Promise<KillReport> {
  const journal = await openJournal(folder);
  assert.ok((await journal.create(incident(ID, { stakes: '0' }))).ok);
  const path = join(folder, '.lead-debrief', journal.get(ID)?.file ?? '');
  const program = await writerProgram();
  let [acknowledged, lost, unreadable, deadLocks, temporaryFiles] = [0, 0, 0, 0, 0];
  try {
    for (let time = 0; time < times; time++) {
      const temporaryBefore = temporaryIn(path);
      const child = program.start('count', folder, ID);
      await child.started;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
      child.kill();
      await child.ended;
      assert.deepEqual(child.refused, []);
      acknowledged = Math.max(acknowledged, Number(child.acknowledged.at(-1) ?? 0));
      const count = countIn(path);
      if (count === undefined) unreadable++;
      else if (count < acknowledged) lost++;
      if (leftovers(folder).some((file) => file.endsWith('.lock'))) deadLocks++;
      temporaryFiles += Math.max(0, temporaryIn(path) - temporaryBefore);
    }
    const reopened = await openJournal(folder);
    assert.equal(temporaryIn(path), 0, 'what killed windows left is swept at opening');
    assert.ok((await reopened.update(ID, (record) => ({ ...record, stakes: 'Orders' }))).ok);
    assert.deepEqual(leftovers(folder), []);
    return { acknowledged, lost, unreadable, deadLocks, temporaryFiles };
  } finally {
    program.dispose();
  }
}

const temporaryIn = (path: string): number => readdirSync(dirname(path)).filter((name) => name.endsWith('.tmp')).length;

/** What the file says, undefined where it cannot be read. */
function countIn(path: string): number | undefined {
  try {
    return Number((JSON.parse(readFileSync(path, 'utf8')) as Incident).stakes);
  } catch {
    return undefined;
  }
}
