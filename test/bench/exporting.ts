// What leaves of 1,000 records: each form as the page of *Share…* asks for it, CSV beside writing the same bytes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { People } from '../../src/core/journal/schema';
import { FIRST_CHOICE, FORMS, type ShareChoice } from '../../src/core/share/choice';
import { markOf, Share, shareState, type ShareContext } from '../../src/core/share/shareState';
import { writeExport } from '../../src/store/exported';
import { interleaved, median, plainRow, rowOf, type BenchRow } from './row';
import { sampleIncident } from './sampleJournal';

const RECORDS = 1_000;
const ROUNDS = 21;
/** Once a page or a press: a moment that nobody takes for a stop. In milliseconds. */
const FOLLOWS = 500;
const WORDS = 'Ana Bao Chidi Dalia Emre Farid Greta Hana Ines Jonas'.split(' ');

export async function exporting(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lead-debrief-export-'));
  try {
    const all = Array.from({ length: RECORDS }, (_, number) => sampleIncident(number));
    const people: People = { format: 1, people: WORDS.map((name, at) => ({ id: `p-${at}`, name: `${name} ${WORDS[(at + 3) % WORDS.length]}son`, mails: [`${name.toLowerCase()}@example.com`] })) };
    const share = new Share({ people, records: all, all });
    const choice: ShareChoice = { ...FIRST_CHOICE, form: 'csv' };
    const context = { choice, locale: { zone: 'Europe/Berlin', language: 'en' }, now: Date.UTC(2026, 6, 1) };
    const { text } = share.write(context);
    const file = path.join(folder, 'a.csv');
    const pair = await interleaved(
      async () => void (await writeExport(file, share.write(context).text, markOf(choice))),
      async () => void (await writeExport(path.join(folder, 'b.csv'), text, markOf(choice))),
      ROUNDS,
    );
    const contexts = FORMS.flatMap((form) => [true, false].map((whole) => ({ ...context, choice: { ...choice, form, whole } })));
    const previews = contexts.map((each) => previewed(share, each));
    const texts = contexts.map((each) => timesOf(() => void share.write(each)));
    return [
      rowOf('export of 1,000 as CSV, to the disk, over writing the same bytes', pair, 3),
      plainRow('the slowest preview of 1,000, any form', 'ms', Math.max(...previews), 100),
      plainRow('the slowest whole text of 1,000, any form', 'ms', Math.max(...texts), FOLLOWS),
      plainRow('what a page on 1,000 is opened with', 'ms', timesOf(() => void new Share({ people, records: all, all }).people()), FOLLOWS),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A switch was turned: the preview anew, the state of the page, and its way there. */
function previewed(share: Share, context: ShareContext): number {
  return timesOf(() => void JSON.stringify(shareState(share, context, { revision: 1 })));
}

function timesOf(work: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times);
}
