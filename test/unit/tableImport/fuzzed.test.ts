import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { judgeIncident } from '../../../src/core/journal/check';
import { KnownIncidents } from '../../../src/core/tableImport/duplicates';
import { FIELDS } from '../../../src/core/tableImport/fields';
import { incidentOf } from '../../../src/core/tableImport/rows';
import { chooseColumn, firstChoice, judgeTable, tableState } from '../../../src/core/tableImport/tableState';
import { readTable } from '../../../src/sources/table/tableFile';
import { seen as row, times } from '../../torture/row';
import { contextOf, exportFile, NOW, ZONE } from './tables';

/** Of damaged exports, random bytes, JSON and rows. RUNS in the environment asks for more. */
const RUNS = Number(process.env.RUNS ?? times(250, 1_000));
/** One may take so long: milliseconds of the processor, whatever else runs. */
const MOST_MS = 1_000;
const files = ['pagerduty.csv', 'sheet.csv', 'jira.csv', 'ambiguous.tsv', 'pagerduty.json', 'incidentio.json'].map((name) => [readFileSync(exportFile(name)), name.endsWith('.json')] as const);
/** What exports go wrong with, and what somebody may want to smuggle in. */
const TOKENS = ['"', '""', ',', ';', '\t', '\n', '\r', '\r\n', '\0', '\uFEFF', '{', '}', '[', ']', ':', '\\', '\\u0000', '=cmd|x', '[a](command:x)', '$(bug)', '<b>', '__proto__', 'null', '1e999', '9'.repeat(40), '2026-05-14 14:02', '31/12/99 11:59 PM', '99/99/9999 99:99', 'title', 'start', 'resolved_at', '🙂', '\uD800', '\u202E', '-'.repeat(300)];

const piece = fc.oneof(fc.constantFrom(...TOKENS).map((text) => Buffer.from(text)), fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)), fc.string({ unit: 'binary', maxLength: 20 }).map((text) => Buffer.from(text)));
/** A real export in which places were cut, doubled or written over. */
const damaged = fc.tuple(fc.constantFrom(...files), fc.array(fc.tuple(fc.nat(), fc.nat(60), piece), { minLength: 1, maxLength: 12 })).map(([[bytes, isJson], cuts]) => {
  let all = bytes;
  for (const [place, length, between] of cuts) {
    const at = place % (all.length + 1);
    all = Buffer.concat([all.subarray(0, at), between, all.subarray(at + (length % 3 === 0 ? 0 : length))]);
  }
  return [all, isJson] as const;
});
const anything = fc.tuple(fc.array(piece, { maxLength: 200 }).map((pieces) => Buffer.concat(pieces)), fc.boolean());
const anyJson = fc.json({ maxDepth: 5 }).map((text) => [Buffer.from(text), true] as const);
const anyRows = fc.array(fc.dictionary(fc.constantFrom('title', 'name', 'started_at', 'ended_at', 'id', 'service', '__proto__', 'status'), fc.oneof(fc.string(), fc.constantFrom(...TOKENS), fc.jsonValue({ maxDepth: 2 }))), { minLength: 1, maxLength: 8 }).map((rows) => [Buffer.from(JSON.stringify(rows)), true] as const);

describe('fuzzed exports', () => {
  it('no file breaks the reader: it is a table, ours, or refused with a sentence; whatever is chosen, only whole records come of it', () => row('tables', () => {
    let slowest = 0;
    const seen = { table: 0, export: 0, refused: 0, incidents: 0 };
    const choices = fc.array(fc.tuple(fc.constantFrom(...FIELDS), fc.option(fc.nat(12))), { maxLength: 4 });
    fc.assert(
      fc.property(fc.oneof({ weight: 5, arbitrary: damaged }, anything, anyJson, { weight: 2, arbitrary: anyRows }), choices, fc.constantFrom('dayFirst', 'monthFirst', undefined), ([bytes, isJson], chosen, order) => {
        const began = process.cpuUsage();
        const read = readTable(bytes, isJson);
        const { user, system } = process.cpuUsage(began);
        slowest = Math.max(slowest, (user + system) / 1000);
        seen[read.kind] += 1;
        if (read.kind === 'refused') assert.match(read.reason, /[.?]$/);
        if (read.kind !== 'table') return;
        const { table } = read;
        const columns = chosen.reduce((choice, [field, column]) => chooseColumn(choice, table, field, column), firstChoice(table, ZONE));
        const context = contextOf(table, { ...columns, ...(order && { order }) });
        const judged = judgeTable(table, context, new KnownIncidents([], NOW));
        assert.equal(judged.ready.length + judged.left.length + judged.known.length + judged.alike.length, table.rows.length, 'no row is lost');
        const state = tableState(table, context, judged, { revision: 0 });
        assert.ok(JSON.stringify(state).length < 100_000);
        for (const row of judged.ready) assert.equal(judgeIncident(incidentOf(row, context.choice.source, () => 'id1', NOW)).state, 'valid');
        seen.incidents += judged.ready.length;
      }),
      { numRuns: RUNS },
    );
    assert.ok(seen.table > 0 && seen.refused > 0 && seen.incidents > 0, JSON.stringify(seen));
    return { often: RUNS, wrong: { 'over a second': slowest < MOST_MS ? 0 : 1 }, seen: `the longest took ${Math.round(slowest)} ms` };
  })).timeout(600_000);
});
