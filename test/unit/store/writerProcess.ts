// A window that saves without pause, as a process of its own, so that it can be killed. Started by `children.ts`:
//   append FOLDER ID WHO ROUNDS   adds notes to one incident, says each note's id once it was acknowledged
//   count FOLDER ID               counts up in one incident for ever, says each number once it was acknowledged
// A refusal is said as "! code reason".
import type { Incident } from '../../../src/core/journal/schema';
import type { Refused, Saved } from '../../../src/store/refusal';
import { openJournal } from './journalFolder';

const PAGE = 'x'.repeat(6000);

async function append(folder: string, id: string, who: string, rounds: number): Promise<void> {
  const journal = await openJournal(folder);
  for (let round = 0; round < rounds; round++) {
    const note = { id: `${who}-${round}`, at: '2026-11-24T09:30:00Z', text: 'Still failing' };
    say(await journal.update(id, (record) => ({ ...record, incidentNotes: [...(record.incidentNotes ?? []), note] })), () => note.id);
  }
}

async function count(folder: string, id: string): Promise<void> {
  const journal = await openJournal(folder);
  for (;;) {
    const next = (record: Incident) => ({ ...record, title: PAGE, stakes: String(Number(record.stakes) + 1) });
    say(await journal.update(id, next), ({ stakes }) => stakes ?? '');
  }
}

function say(outcome: Saved<Incident> | Refused, words: (record: Incident) => string): void {
  process.stdout.write(outcome.ok ? `${words(outcome.record)}\n` : `! ${outcome.code} ${outcome.reason}\n`);
}

const [, , mode, folder = '', id = '', who = '', rounds = '0'] = process.argv;
void (mode === 'count' ? count(folder, id) : append(folder, id, who, Number(rounds)));
