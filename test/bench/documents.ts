// Reading an incident document of 6 KB; one that means harm, as long as is read; and looking at 2,000 Markdown files.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readIncidentDocument } from '../../src/core/documents/read';
import { claimsIn, lookAtDocuments } from '../../src/sources/incidentDocuments';
import { longestHold, mainThreadCpu } from './mainThread';
import { type BenchRow, median, plainRow } from './row';

const ROUNDS = 51;
const SIZE = 6_000;

/** A report as people write them, up to a size. */
function report(): string {
  const entry = (at: number): string => `| 2031-07-07 ${String(8 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')} | The consumer of [orders](https://orders.example/board/${at}) was restarted, and the queue went on growing for a while |\n`;
  const head = '# Orders came late\n\n## Summary\nOn 7 July 2031 from 08:00 to 09:40 UTC orders were late, as the queue was full.\n\n## Timeline\n\nAll times in UTC.\n\n| Time | Event |\n|---|---|\n';
  const rows = Array.from({ length: 40 }, (_, at) => entry(at * 7)).join('');
  const tail = '\n## Contributing Factors\n\n- A limit that nobody knew\n\n## Action Items\n\n- [ ] Raise the limit\n\n## Lessons Learned\n\n- Look at the queue first\n';
  return (head + rows).slice(0, SIZE - tail.length) + tail;
}

function timeOf(text: string): number {
  const start = mainThreadCpu();
  readIncidentDocument('docs/incidents/2031-07-07-orders.md', text);
  return mainThreadCpu() - start;
}

const FILES = 2_000;
/** One in a hundred tells of an incident. */
const REPORTS = 20;

/** Looking at 2,000 Markdown files for the first time, and again: milliseconds of CPU, and the longest pause. */
async function look(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'documents-'));
  for (let at = 0; at < FILES; at += 1) {
    const file = path.join(folder, `part-${at % 40}`, `${at % (FILES / REPORTS) === 0 ? 'incident' : 'page'}-${at}.md`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, at % (FILES / REPORTS) === 0 ? report() : `# Page ${at}\n\n## Setup\n\n${'What it is made of, and how it is run. '.repeat(90)}\n\n## Usage\n\n${'- One more step\n'.repeat(60)}`);
  }
  let memory: unknown;
  const once = async (): Promise<{ readonly cpu: number; readonly pause: number }> => {
    const lookAt = async (known: unknown): Promise<unknown> => (await lookAtDocuments({ folder, name: 'bench', memory: known, zone: 'UTC', signal: new AbortController().signal })).memory;
    const [known, before] = [memory, process.cpuUsage()];
    memory = await lookAt(known);
    const { user, system } = process.cpuUsage(before);
    // Watching costs too: the pause is that of another look.
    return { cpu: (user + system) / 1000, pause: await longestHold(() => lookAt(known)) };
  };
  const [first, again] = [await once(), await once()];
  if (claimsIn(memory).length !== REPORTS) throw new Error(`${claimsIn(memory).length} of ${REPORTS} were found`);
  rmSync(folder, { recursive: true });
  return [plainRow('2,000 Markdown files looked at first, CPU', 'ms', first.cpu, 200), plainRow('the same, unchanged, CPU', 'ms', again.cpu, 200), plainRow('the longest pause of these looks', 'ms CPU', Math.max(first.pause, again.pause), 50)];
}

export async function documents(): Promise<readonly BenchRow[]> {
  const text = report();
  const first = timeOf(text);
  const usual = median(Array.from({ length: ROUNDS }, () => timeOf(text)));
  const worst = Math.max(...['[', '10:00 ', '2031-01-01 ', '20', 'for 5 '].map((each) => timeOf(`${each}\n`.repeat(100_000))));
  return [
    plainRow('a document of 6 KB, the first in a process', 'ms CPU', first, 50),
    plainRow('a document of 6 KB', 'ms CPU', usual, 50),
    plainRow('a document that means harm', 'ms CPU', worst, 1000),
    ...(await look()),
  ];
}
