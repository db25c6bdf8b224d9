import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { arrangeIncident } from '../../src/core/journal/arrange';
import { incidentFile } from '../../src/core/journal/filename';
import type { Incident } from '../../src/core/journal/schema';
import { stringify } from '../../src/store/faithful';
import { Journal } from '../../src/store/journal';

const WORDS = 'rollback queue checkout latency pager deploy alert cache index replica owner stakes signal update scope trend decision handover runbook dashboard customer timeout retry schema disk memory budget release team quiet asked noticed waited decided tried watched named thanked'.split(' ');
const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz';

/** The same numbers for the same seed, from 0 to 1. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32;
}

/** An incident of a realistic size (7 kB) and shape, three a day from 2016 on, with sixty people to name; the same one for the same number. */
export function sampleIncident(number: number): Incident {
  const next = random(number + 7);
  const pick = <T>(list: ArrayLike<T>): T => list[Math.floor(next() * list.length)] as T;
  const id = (length = 10) => Array.from({ length }, () => pick(BASE32)).join('');
  const words = (count: number) => Array.from({ length: count }, () => pick(WORDS)).join(' ');
  const start = Date.UTC(2016, 0, 1) + number * 8 * 3_600_000;
  const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString().replace('.000', '');
  const many = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));
  return arrangeIncident({
    format: 1, id: id(), title: words(4), window: { start: at(0), end: at(95) }, severity: 'sev2', role: 'commander', kind: 'real', outcome: next() < 0.5 ? 'clean' : 'rough', stakes: words(10),
    claims: [{ id: id(), source: 'git', ref: id(12), seen: at(100) }],
    evidence: many(10, (i) => ({ id: id(), at: at(i * 9), source: 'git', title: words(6), ref: id(12) })),
    foresight: many(3, (i) => ({ id: id(), at: at(5 + i * 10), head: id(12), belief: words(12), sure: 60, next: words(8) })),
    people: many(3, () => ({ id: id(), person: `p-person${Math.floor(next() * 60)}`, marks: ['carried'], note: words(12) })),
    reflection: {
      path: 'short', started: at(600), finished: at(606), guess: { best: 'C1', costly: 'C5' },
      answers: Object.fromEntries(['moment', 'person', 'worked', 'surprise', 'luck', 'sentence'].map((question) => [question, words(12 + Math.floor(next() * 25))])),
      ratings: ['C1', 'C5', 'T3'].map((behaviour) => ({ id: id(), at: at(604), behaviour, table: 1, anchor: pick([1, 2, 3, 4, 5] as const), evidence: words(14) })),
    },
    plan: { id: id(), cue: words(7), act: words(9), made: at(606), ledger: [{ id: id(), at: at(20_000), did: 'acted' }] },
    promises: [{ id: id(), text: words(10), due: at(30_000).slice(0, 10), state: 'open' }],
    lesson: { text: words(14), files: ['src/checkout/queue.ts'], seen: [{ id: id(), at: at(5000), recalled: true }] },
  });
}

export interface SampleJournal {
  /** The journal's folder. */
  readonly folder: string;
  /** Its incidents' files, oldest first, absolute. */
  readonly files: readonly string[];
  /** One in the middle, as autosaves have it. */
  readonly middle: Incident;
  open(): Journal;
  dispose(): void;
}

/** A journal of so many incidents, in a folder of its own. @param Store what opens it, where that is not the store as tsx runs it */
export function sampleJournal(count: number, Store = Journal): SampleJournal {
  const parent = mkdtempSync(join(tmpdir(), `lead-debrief-bench-${count}-`));
  const folder = join(parent, '.lead-debrief');
  const files = Array.from({ length: count }, (_, number) => {
    const record = sampleIncident(number);
    const path = join(folder, incidentFile(record, Date.parse(record.window.start)));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, stringify(record));
    return path;
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'debrief-journal.json'), stringify({ format: 1, id: 'k3f9q2m7xa', shared: false }));
  return {
    folder,
    files,
    middle: sampleIncident(count >> 1),
    open: () => new Store({ folder, backups: join(parent, 'backups'), now: Date.now, newId: () => 'k3f9q2m7xa' }),
    dispose: () => rmSync(parent, { recursive: true, force: true }),
  };
}
