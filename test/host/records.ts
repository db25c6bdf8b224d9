// Journal files with past dates, written as another program would.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Incident } from '../../src/core/journal/schema';

/** Crockford's base32, so that an id is one that the product could have made. */
const ID = /^[0-9a-hjkmnp-tv-z]{10}$/;

/** An incident of one hour, so many days before now. */
export function incidentOf(id: string, title: string, daysAgo: number, more: Partial<Incident> = {}): Incident {
  if (!ID.test(id)) throw new Error(`${id} is no id`);
  const start = Date.now() - daysAgo * 86_400_000;
  const time = (milliseconds: number): string => new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
  return { format: 1, id, title, window: { start: time(start), end: time(start + 3_600_000) }, kind: 'real', ...more };
}

/** Where a record's file is, in a journal's folder. */
export function fileOf(journal: string, { id, window }: Incident): string {
  return path.join(journal, 'incidents', window.start.slice(0, 4), `${window.start.slice(0, 10)}-test-${id}.debrief.json`);
}

export function writeRecord(journal: string, record: Incident): string {
  if (!path.isAbsolute(journal)) throw new Error(`“${journal}” is no journal's folder.`);
  const file = fileOf(journal, record);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
  return file;
}

export function readRecord(file: string): Incident {
  return JSON.parse(readFileSync(file, 'utf8')) as Incident;
}
