// Searching 10,000 records: the words of a query and what is shown of its hits, beside looking through the folded texts of all; and the index.
import { setImmediate } from 'node:timers/promises';
import { excerpts } from '../../src/core/search/excerpt';
import { parseQuery } from '../../src/core/search/query';
import { SearchIndex } from '../../src/core/search/searchIndex';
import { textsOf } from '../../src/core/search/texts';
import { fold } from '../../src/core/search/words';
import { interleaved, type BenchRow, type Pair, plainRow, rowOf } from './row';
import { sampleIncident } from './sampleJournal';

const ROUNDS = 21;
const RECORDS = 10_000;
const SLICE = 20;
const LIMIT = 50;
/** As typed key by key, many words, filters, nothing. The sample has few words: nearly each record has each of them, which is the worst case. */
const QUERIES = ['r', 'rol', 'rollback', 'rollback queue checkout latency', 'src/checkout/queue.ts', 'kind:real outcome:rough before:2024', 'behaviour:T3 queue deploy after:2020-06', 'nowhere'];
const context = { locale: { zone: 'Europe/Berlin', language: 'en' }, people: [] };
const nobody = new Map();

/** Runs through the index as the extension does. @returns all of it and its longest slice, in milliseconds */
async function build(index: SearchIndex, records: Parameters<SearchIndex['follow']>[0]): Promise<{ all: number; longest: number }> {
  const [start, steps] = [performance.now(), index.follow(records, [])];
  let longest = 0;
  for (let isDone = false; !isDone; await setImmediate()) {
    const slice = performance.now();
    while (!isDone && performance.now() - slice < SLICE) isDone = steps.next().done === true;
    longest = Math.max(longest, performance.now() - slice);
  }
  return { all: performance.now() - start, longest };
}

/** The slowest query beside the slowest of looking through the texts; the longest pause and the memory of the index. */
export async function searching(): Promise<BenchRow[]> {
  const records = Array.from({ length: RECORDS }, (_, number) => sampleIncident(RECORDS - number));
  const before = process.memoryUsage().heapUsed;
  const index = new SearchIndex();
  const { all, longest } = await build(index, records);
  global.gc?.();
  const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const texts = records.map((record) => textsOf(record, nobody).map(({ text }) => fold(text)).join('\n'));
  const pairs: Pair[] = [];
  for (const typed of QUERIES) {
    const words = typed.split(' ');
    const search = async (): Promise<void> => {
      const query = parseQuery(typed, context);
      for (const incident of index.search(query, LIMIT).incidents) excerpts(incident, nobody, query.words);
    };
    const look = async (): Promise<void> => void texts.filter((text) => words.every((word) => text.includes(word))).length;
    pairs.push(await interleaved(search, look, ROUNDS));
  }
  const slowest = pairs.reduce((a, b) => (a.measured > b.measured ? a : b));
  return [
    plainRow(`slowest of ${QUERIES.length} queries in 10,000`, 'ms', slowest.measured, 16),
    rowOf('the same over looking through the texts', slowest, 4),
    plainRow('longest pause while 10,000 are indexed', 'ms', longest, 50),
    plainRow('indexing 10,000, once, behind', 'ms', all, 10_000),
    plainRow('memory of the index of 10,000', 'MB', megabytes, 150),
  ];
}
