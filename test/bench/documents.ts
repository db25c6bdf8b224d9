// Reading an incident document of 6 KB; and one that means harm, as long as is read.
import { readIncidentDocument } from '../../src/core/documents/read';
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
  const start = performance.now();
  readIncidentDocument('docs/incidents/2031-07-07-orders.md', text);
  return performance.now() - start;
}

export async function documents(): Promise<readonly BenchRow[]> {
  const text = report();
  const first = timeOf(text);
  const usual = median(Array.from({ length: ROUNDS }, () => timeOf(text)));
  const worst = Math.max(...['[', '10:00 ', '2031-01-01 ', '20', 'for 5 '].map((each) => timeOf(`${each}\n`.repeat(100_000))));
  return [
    plainRow('a document of 6 KB, the first in a process', 'ms', first, 50),
    plainRow('a document of 6 KB', 'ms', usual, 50),
    plainRow('a document that means harm', 'ms', worst, 1000),
  ];
}
