// What the sections of the dashboard that show the record are tested on.
import type { Incident, JournalFacts, Person } from '../../src/core/journal/schema';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from './harness/until';
import { anId, daysAgo, put, waiting, type JournalFiles } from './journalFiles';

export const MEI = { id: 'p-mei', name: 'Mei Lin' };
export const ANA = { id: 'p-ana', name: 'Ana Oliveira' };
export const PRIYA = { id: 'p-priya', name: 'Priya Nair' };

/** Gives the journal its people. */
export function putPeople({ folder }: JournalFiles, people: readonly Person[]): void {
  put(path.join(folder, 'debrief-people.json'), `${JSON.stringify({ format: 1, people }, null, 2)}\n`);
}

/** Waits until the facts on the disk are as they should be. */
export function factsSaved({ folder }: JournalFiles, what: string, isSo: (facts: JournalFacts) => boolean): Promise<boolean> {
  return until(what, () => isSo(JSON.parse(readFileSync(path.join(folder, 'debrief-journal.json'), 'utf8')) as JournalFacts));
}

/** A finished reflection on an incident that began today, in which somebody was named, with a promise to tell them. */
export function namedToday(title: string, note: string, { id: person }: Person = MEI): Incident {
  const now = daysAgo(0);
  return waiting(title, {
    window: { start: now, end: now },
    stakes: 'Orders of one shop.',
    role: 'commander',
    people: [{ id: 'entry1', person, marks: ['calmed'], note }],
    promises: [{ id: anId(), text: 'Tell them what it made possible', person, state: 'open' }],
    foresight: [{ id: anId(), at: now, belief: 'The pool is too small', sure: 80, judged: 'no' }],
    reflection: { path: 'short', started: now, finished: now },
  });
}
