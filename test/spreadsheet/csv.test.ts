// An export as CSV, opened in LibreOffice as a person opens it: every cell is text, and says what the record says.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Incident } from '../../src/core/journal/schema';
import { FIRST_CHOICE } from '../../src/core/share/choice';
import { toCsv } from '../../src/core/share/csv';
import { markOf } from '../../src/core/share/shareState';

/** What spreadsheets take for formulas (OWASP, "CSV Injection"), what breaks a row, and letters of all sorts. */
const HOSTILE = [
  '=1+1', '=HYPERLINK("http://x.example","click")', "=cmd|' /C calc'!A0", '+1', '+1+1', '-1', '-2+3', '@SUM(1,2)', '@A1', '\t=1+1', '\r=1+1', '\n=1+1', '  =1+1', '＝1+1', '"=1+1"', '"",=1+1', 'a;=1+1', 'a,=1+1', 'a\t=1+1', 'a\n=1+1', 'a\r\n+1',
  'He said "no"', 'a, b; c', 'two\nlines', 'Zoë Müller, José, Łódź, Straße', '林美玲', '😀 e\u0301', "'quoted'", '1,5', '3/4', '2026-05-14', '12:30', 'TRUE', '1e3', '0012', '',
];
/** What is between the cells: as the file has it, and as spreadsheets of other languages expect it. */
const SEPARATORS = { comma: 44, semicolon: 59, tab: 9 } as const;

interface Cell {
  readonly type: string | undefined;
  readonly formula: string | undefined;
  readonly text: string;
}

const soffice = process.env.TEST_SOFFICE ?? 'soffice';

describe('an export as CSV, in LibreOffice', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lead-debrief-spreadsheet-'));
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  /** Opens a file as UTF-8, as LibreOffice's own question for it proposes, and gives the rows of its sheet. Without `separator`, unasked: then it guesses. */
  function openedIn(name: string, text: string, separator?: number): readonly (readonly Cell[])[] {
    writeFileSync(path.join(folder, `${name}.csv`), text);
    const filter = separator === undefined ? [] : [`--infilter=CSV:${separator},34,76,1,,0,false,true`];
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    execFileSync(soffice, [profile, '--headless', ...filter, '--convert-to', 'fods', '--outdir', folder, path.join(folder, `${name}.csv`)], { stdio: 'pipe' });
    return rowsIn(readFileSync(path.join(folder, `${name}.fods`), 'utf8'));
  }

  const recordOf = (text: string, at: number): Incident => ({
    format: 1, id: `x${at}`.padEnd(10, '0'), title: text, window: { start: '2026-05-14T14:02:00Z' },
    reflection: { path: 'short', started: '2026-05-14T16:00:00Z', ratings: [{ id: 'r1', at: '2026-05-15T08:05:00Z', behaviour: 'C1', table: 1, anchor: 4, evidence: text }] },
  });
  const csv = markOf({ ...FIRST_CHOICE, form: 'csv' }) + toCsv(HOSTILE.map(recordOf), { hide: (text) => text, facts: true, ratings: true });

  it('(that this test would find them: without our marks some are formulas and numbers)', () => {
    const bare = HOSTILE.map((text) => `"${text.replaceAll('"', '""')}"`).join('\r\n');
    const cells = openedIn('bare', bare, SEPARATORS.comma).flat();
    assert.ok(cells.filter(({ formula }) => formula !== undefined).length >= 3, JSON.stringify(cells.slice(0, 9)));
    assert.ok(cells.some(({ type }) => type === 'float'));
  });

  for (const how of ['guessing', ...Object.keys(SEPARATORS)] as const) {
    it(`opened by ${how}: no cell is a formula`, () => {
      const rows = openedIn(`by-${how.replaceAll(' ', '-')}`, csv, SEPARATORS[how as keyof typeof SEPARATORS]);
      const formulas = rows.flat().filter(({ formula }) => formula !== undefined);
      assert.deepEqual(formulas, []);
      console.log(`        ${rows.flat().length} cells in ${rows.length} rows, ${formulas.length} formulas`);
    });
  }

  it('has one row a rating, whose words are those of the record, but for the apostrophes', () => {
    const rows = openedIn('words', csv, SEPARATORS.comma);
    assert.equal(rows.length, HOSTILE.length + 1);
    assert.equal(rows[0]?.[0]?.text, 'Incident', 'the mark of UTF-8 is no letter of it');
    for (const [at, text] of HOSTILE.entries()) {
      const row = rows[at + 1] ?? [];
      for (const column of [0, 12]) {
        const { type = 'string', text: said = '' } = row[column] ?? {};
        if (isPlain(text)) assert.equal(bare(said), bare(text));
        if (/[=+@-]/.test(text) && !/^[\d-]+$/.test(text)) assert.equal(type, 'string', text);
      }
      assert.equal(row[14]?.text, 'Self-reflection, not appraisal evidence.');
    }
  });
});

/** What a spreadsheet of any making reads as a number, a day or a truth, and shows in its own way: harmless, and no words of anybody. */
const isPlain = (text: string): boolean => !/^(1,5|3\/4|2026-05-14|12:30|TRUE|1e3|0012)$/.test(text);
const bare = (text: string): string => text.replaceAll("'", '').replaceAll(/\r\n?/g, '\n').replaceAll(/\s+/g, ' ').trim();

/** The rows of a flat document, without the empty ones below and beside the table. */
function rowsIn(xml: string): readonly (readonly Cell[])[] {
  const [table = ''] = /<table:table table:name[\s\S]*?<\/table:table>/.exec(xml) ?? [];
  const rows = [...table.matchAll(/<table:table-row\b[^>]*>([\s\S]*?)<\/table:table-row>/g)].map(([, row = '']) => cellsIn(row));
  return rows.filter((cells) => cells.some(({ text }) => text !== ''));
}

function cellsIn(row: string): readonly Cell[] {
  return [...row.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].flatMap(([, attributes = '', inside = '']) => {
    const value = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
    const cell = { type: value('office:value-type'), formula: value('table:formula'), text: textIn(inside) };
    const repeated = Number(value('table:number-columns-repeated') ?? 1);
    return Array.from({ length: Math.min(repeated, 20) }, () => cell);
  });
}

function textIn(inside: string): string {
  const paragraphs = [...inside.matchAll(/<text:p\b[^>]*?(?:\/>|>([\s\S]*?)<\/text:p>)/g)].map(([, text = '']) => text);
  const words = paragraphs.join('\n').replaceAll('<text:tab/>', '\t').replaceAll(/<text:s(?: text:c="\d+")?\/>/g, ' ').replaceAll(/<[^>]*>/g, '');
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) => String.fromCodePoint(parseInt(code, hex ? 16 : 10))).replaceAll('&amp;', '&');
}
