// An extension that saves for the torture, in the extension host of each window of an editor, through the journal that ours returns. It
// and the test speak through files in the folder that TORTURE_WINDOWS names: `PID.ready`, `start.json` (an `Order`), `PID.done` (a `Report`).
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Journal } from '../../src/store/journal';

export interface Order {
  readonly incident: string;
  readonly rounds: number;
}

export interface Report {
  /** The ids of the notes that were acknowledged. */
  readonly acknowledged: readonly string[];
  readonly refused: readonly string[];
}

export function activate(): void {
  void work(process.env.TORTURE_WINDOWS ?? '');
}

async function work(folder: string): Promise<void> {
  const { journal } = (await vscode.extensions.getExtension('lead-debrief.lead-debrief')?.activate()) as { journal: Journal };
  await journal.load();
  const at = (name: string): string => path.join(folder, name);
  writeFileSync(at(`${process.pid}.ready`), '');
  while (!existsSync(at('start.json'))) await pause(20);
  const report = await save(journal, JSON.parse(readFileSync(at('start.json'), 'utf8')) as Order);
  writeFileSync(at(`${process.pid}.tmp`), JSON.stringify(report));
  renameSync(at(`${process.pid}.tmp`), at(`${process.pid}.done`));
}

async function save(journal: Journal, { incident, rounds }: Order): Promise<Report> {
  const [acknowledged, refused]: [string[], string[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const note = { id: `w${process.pid}-${round}`, at: '2026-11-24T09:30:00Z', text: 'Still failing' };
    const outcome = await journal.update(incident, (record) => ({ ...record, incidentNotes: [...(record.incidentNotes ?? []), note] }));
    if (outcome.ok) acknowledged.push(note.id);
    else refused.push(outcome.reason);
  }
  return { acknowledged, refused };
}
