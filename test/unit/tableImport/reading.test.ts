import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { LARGEST_TABLE, MOST_ROWS } from '../../../src/core/tableImport/table';
import { readTable, readTableFile } from '../../../src/sources/table/tableFile';
import { freshFolder } from '../../ui/harness/folders';
import { refusalOf, tableOf } from './tables';

const cells = (text: string): readonly (readonly [number, readonly string[]])[] => tableOf(text).rows.map((row) => [row.line, row.cells]);

describe('reading a table', () => {
  it('with commas, semicolons or tabs, and the line ends of each system, also within a cell', () => {
    for (const separator of [',', ';', '\t']) {
      for (const end of ['\n', '\r\n', '\r']) {
        const text = [`a${separator}b`, `1${separator}"x${separator}${end}""y"""`, '', `2${separator}`, ''].join(end);
        assert.deepEqual(cells(text), [[2, ['1', `x${separator}\n"y"`]], [5, ['2', '']]], JSON.stringify(text));
      }
    }
    assert.deepEqual(tableOf('\uFEFFa , b\n1,2').columns, ['a', 'b'], 'a mark before the first letter, space around names');
    assert.deepEqual(tableOf('"a;b;c;d",b\n1,2').columns, ['a;b;c;d', 'b'], 'what stands in quotation marks separates nothing');
  });

  it('a row may have fewer cells; one with more says that something is missing', () => {
    assert.deepEqual(cells('a,b,c\n1\n1,2,3,,'), [[2, ['1']], [3, ['1', '2', '3', '', '']]]);
    assert.equal(refusalOf('a,b\n1,2\n1,2,3'), 'Line 3 has 3 cells, and there are 2 columns. Is a quotation mark missing?');
  });

  it('what cannot be read is refused with a sentence, and where it can be with its line', () => {
    assert.equal(refusalOf(''), 'The file is empty.');
    assert.equal(refusalOf('a,b\n'), 'It names columns, and has no row below them.');
    assert.equal(refusalOf('hello\nthere'), 'Line 1 is to name the columns, with commas, semicolons or tabs between them.');
    assert.equal(refusalOf('a,b\n1,2\n3,"4\n5,6\n'), 'In line 3 or soon after, a quotation mark opens that is never closed.');
    assert.equal(refusalOf('a,b\n1,2\n3,4"5"\n'), 'Line 3: a quotation mark stands where none can be. One within a cell is written twice.');
    assert.equal(refusalOf(`a,b\n1,${'x'.repeat(300_000)}`), 'The row that begins in line 2 has more than 200000 characters. Is a quotation mark missing?');
    assert.equal(refusalOf(`a,b\n${'1,2\n'.repeat(MOST_ROWS + 1)}`), 'It has more than 5000 rows. Export a shorter time.');
    assert.equal(refusalOf(`${Array.from({ length: 301 }, (_, at) => `c${at}`).join(',')}\n1`), 'It has more than 300 columns.');
    assert.equal(refusalOf(Buffer.from('a,b\nf\xfcr,1', 'latin1')), 'It is not UTF-8 text. Save it as “CSV UTF-8”, then try again.');
    assert.equal(refusalOf(Buffer.from('a,b\n1,2', 'utf16le')), 'It is no text. Save a sheet as “CSV UTF-8”, then try again.');
    for (const text of ['[]', '{}', '7', 'null', '"x"', '[1]', '{"a":[]}', '[{},1]']) assert.equal(refusalOf(text, true), 'It holds no list of incidents.', text);
    assert.equal(refusalOf(`[${'{"a":'.repeat(60_000)}1${'}'.repeat(60_000)}]`, true), 'It is nested too deeply.');
  });

  it('JSON: names of what is within, lists, and where each object begins', () => {
    const text = '{"total": 2, "few": [{"x": 1}], "many": {"a": {}, "b": {}, "c": {}},\n "issues": [{"key": "A-1", "fields": {"summary": "One", "priority": {"name": "High", "id": 3}, "components": [{"name": "Web"}, {"name": "Api"}], "labels": ["a", 7], "none": null}},\n\n  {"key": "A-2", "__proto__": {"x": 1}, "fields": {"done": true}}]}';
    const { columns, rows } = tableOf(text.replace('"few"', '"f{\\\\\\"[ew"'), true); // what opens nothing, since it is within a string
    assert.deepEqual(columns, ['key', 'fields.summary', 'fields.priority', 'fields.priority.id', 'fields.components', 'fields.labels', '__proto__.x', 'fields.done']);
    assert.deepEqual(rows.map(({ line, cells: own }) => [line, own]), [[2, ['A-1', 'One', 'High', '3', 'Web, Api', 'a, 7', '', '']], [4, ['A-2', '', '', '', '', '', '1', 'true']]]);
  });

  it('our own export, and JSON with a fault, are for their own reader', async () => {
    for (const text of ['{"leadDebriefExport": 1, "incidents": [{"id": "a"}]}', '{"incidents": [}', '']) assert.equal(readTable(Buffer.from(text), true).kind, 'export', text);
    const folder = freshFolder();
    const write = (name: string, text: string): string => (writeFileSync(path.join(folder, name), text), path.join(folder, name));
    assert.equal((await readTableFile(write('own.json', `{"leadDebriefExport": 1, "x": "${'x'.repeat(LARGEST_TABLE)}"}`))).kind, 'export');
    assert.deepEqual(await readTableFile(write('long.json', `{"incidents": "${'x'.repeat(LARGEST_TABLE)}"}`)), { kind: 'refused', reason: 'It has more than 5 MB. Export a shorter time.' });
    assert.deepEqual(await readTableFile(write('long.csv', 'x'.repeat(LARGEST_TABLE + 1))), { kind: 'refused', reason: 'It has more than 5 MB. Export a shorter time.' });
    assert.equal((await readTableFile(write('whole.CSV', 'a,b\n1,2'))).kind, 'table');
    assert.deepEqual(await readTableFile(path.join(folder, 'gone.csv')), { kind: 'refused', reason: `${path.join(folder, 'gone.csv')} cannot be opened (ENOENT).` });
    assert.deepEqual(await readTableFile(folder), { kind: 'refused', reason: `${folder} cannot be opened (EISDIR).` });
  });
});
