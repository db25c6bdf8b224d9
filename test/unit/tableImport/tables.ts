import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Incident } from '../../../src/core/journal/schema';
import { KnownIncidents } from '../../../src/core/tableImport/duplicates';
import type { JudgedRows, TableChoice } from '../../../src/core/tableImport/rows';
import type { Table } from '../../../src/core/tableImport/table';
import { firstChoice, judgeTable, tableState, type TableContext, type TableState } from '../../../src/core/tableImport/tableState';
import { readTable } from '../../../src/sources/table/tableFile';

export const ZONE = 'Europe/Berlin';
export const NOW = Date.parse('2026-07-01T12:00:00Z');
const folder = fileURLToPath(new URL('exports', import.meta.url));

/** Where a made-up export of a tool lies. Their columns are those that the tools document; see `exports/README.md`. */
export const exportFile = (name: string): string => path.join(folder, name);

/** A table, from a text or bytes of a file. */
export function tableOf(from: string | Uint8Array, isJson = false): Table {
  const read = readTable(typeof from === 'string' ? Buffer.from(from) : from, isJson);
  assert.equal(read.kind, 'table', JSON.stringify(read));
  return (read as { readonly table: Table }).table;
}

/** Why a text is refused. */
export function refusalOf(from: string | Uint8Array, isJson = false): string {
  const read = readTable(typeof from === 'string' ? Buffer.from(from) : from, isJson);
  assert.equal(read.kind, 'refused', JSON.stringify(read));
  return (read as { readonly reason: string }).reason;
}

export const exported = (name: string): Table => tableOf(readFileSync(exportFile(name)), name.endsWith('.json'));

export const contextOf = (table: Table, change: Partial<TableChoice> = {}): TableContext => ({ name: 'export.csv', choice: { ...firstChoice(table, ZONE), ...change }, locale: { zone: ZONE, language: 'en' }, now: NOW });

/** What becomes of the rows of a table. */
export const judged = (table: Table, change: Partial<TableChoice> = {}, records: readonly Incident[] = []): JudgedRows => judgeTable(table, contextOf(table, change), new KnownIncidents(records, NOW));

export const stateOf = (table: Table, change: Partial<TableChoice> = {}, records: readonly Incident[] = []): TableState => tableState(table, contextOf(table, change), judged(table, change, records), { revision: 0 });
