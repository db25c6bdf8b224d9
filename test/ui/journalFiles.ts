// The journal's files, as a person or another program finds them on the disk.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { incidentFile } from '../../src/core/journal/filename';
import type { Incident, People } from '../../src/core/journal/schema';
import { until } from './harness/until';

const SUFFIX = '.debrief.json';
let made = 0;

/** An id that no other record of this run has. */
export const anId = (): string => `test${(made += 1).toString().padStart(6, '0')}`;

/** The journal of one workspace folder. */
export class JournalFiles {
  readonly folder: string;

  constructor(readonly workspace: string) {
    this.folder = path.join(workspace, '.lead-debrief');
  }

  /** Absolute paths of the incidents' files. */
  files(): string[] {
    const incidents = path.join(this.folder, 'incidents');
    return readdirSync(incidents, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(SUFFIX)).map((file) => path.join(incidents, file));
  }

  /** The file of the record with this title; of several, of one that was not deleted. */
  file(title: string): string {
    const files = this.files().filter((file) => readFileSync(file, 'utf8').includes(`\n  "title": ${JSON.stringify(title)}`)); // its own, not that of a claim
    const found = files.find((file) => !readFileSync(file, 'utf8').includes('"deleted": ')) ?? files[0];
    assert.ok(found, `no file of the journal has the title "${title}"`);
    return found;
  }

  /** The record with this title, as it is on the disk. */
  read(title: string): Incident {
    return JSON.parse(readFileSync(this.file(title), 'utf8')) as Incident;
  }

  /** Waits until the record on the disk is as it should be. */
  async saved(title: string, what: string, isSo: (record: Incident) => unknown): Promise<Incident> {
    let last: Incident | undefined;
    try {
      return await until(`${what} in the file`, () => {
        last = this.read(title);
        return isSo(last) ? last : undefined;
      });
    } catch (error) {
      throw new Error(`${(error as Error).message}\nthe file says: ${JSON.stringify(last, null, 2)}`, { cause: error });
    }
  }

  people(): People {
    return JSON.parse(readFileSync(path.join(this.folder, 'debrief-people.json'), 'utf8')) as People;
  }

  /** Puts a record into the journal, as another program would. Gives the path of its file. */
  add(record: Incident): string {
    const file = path.join(this.folder, incidentFile(record, Date.now()));
    put(file, `${JSON.stringify(record, null, 2)}\n`);
    return file;
  }

  /** Changes a record by hand. */
  edit(title: string, change: (record: Incident) => Incident): void {
    put(this.file(title), `${JSON.stringify(change(this.read(title)), null, 2)}\n`);
  }
}

/** Gives the journal its facts, as its first save does: backups are kept under its id. */
export function foundJournal({ folder }: JournalFiles, id = anId()): void {
  put(path.join(folder, 'debrief-journal.json'), `${JSON.stringify({ format: 1, id, shared: false }, null, 2)}\n`);
}

/** Puts a text in a file's place, whole at once, as editors do. */
export function put(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** A time on the day of the sample's incident, in UTC: `at(folder, '14:02')`. */
export function sampleTime(workspace: string, time: string): string {
  const head = execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: workspace, encoding: 'utf8' });
  const day = new Date(Number(head) * 1000).toISOString().slice(0, 10);
  return `${day}T${time}:00Z`;
}

/** From when to when the sample's incident was. */
export function sampleWindow(workspace: string): Incident['window'] {
  return { start: sampleTime(workspace, '14:02'), end: sampleTime(workspace, '15:37') };
}

/** A time so many days ago, to the second. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** A record of an incident that waits: over since the given day before today, with whatever else it should say. */
export function waiting(title: string, more: Partial<Incident> = {}): Incident {
  const end = Date.now() - 3 * 86_400_000;
  const time = (at: number): string => new Date(Math.floor(at / 60_000) * 60_000).toISOString().replace('.000Z', 'Z');
  return { format: 1, id: anId(), title, window: { start: time(end - 3_600_000), end: time(end) }, kind: 'real', ...more };
}

/** A record whose reflection was begun: it stands at the given screen, with whatever else it should say. */
export function draft(title: string, screen: string, { reflection, ...more }: Partial<Incident> = {}): Incident {
  return waiting(title, { reflection: { path: 'short', started: daysAgo(0), screen, ...reflection }, ...more });
}

/** A record that is finished, with a plan that is still open. */
export function withPlan(title: string, cue: string, act: string, made: string): Incident {
  return waiting(title, {
    reflection: { path: 'short', started: made, finished: made, screen: 'summary' },
    plan: { id: anId(), cue, act, made },
  });
}
