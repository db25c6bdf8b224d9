import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { cell, toCsv } from '../../../src/core/share/csv';
import { SHEET, SHEET_DIGEST, toHtml } from '../../../src/core/share/html';
import { toMarkdown } from '../../../src/core/share/markdown';
import { FULL, written } from './records';

const HOSTILE = [
  '<img src=x onerror=alert(1)>', '# no heading', '- no list', '1. no list', '1) none', '> no quote', '[link](javascript:alert(1))', '![image](http://x.example/y.png)', '`code`', '```', '~~~', '---', '===',
  '| a | b |', '<https://x.example>', 'https://x.example/a_b_c', 'www.x.example', '&lt;b&gt;', '\\*', '*a* _b_ ~~c~~', '</style><script>alert(1)</script>', 'a\n\n# b', '    code', '\tcode', '+ x', ': x', '[^1]: x', '$a$', '<!-- c -->', 'a  \nb',
];
const documentOf = (text: string) => ({ title: text, about: [text], parts: [{ title: text, when: text, blocks: [{ title: text, lines: [['label', text], [text, text], ['', text]] as const }] }] });
const texts = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: fc.constantFrom(...'ab 1.)(#-+*_`<>&[]!|~\\\n:/"\'=@') }), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

/** The words that a reader sees, without blanks: how lines wrap does not matter. */
const bare = (text: string): string => text.replace(/[\s\0\uFFFD]+/g, '');
const ALLOWED = new Set(['heading', 'paragraph', 'em', 'strong', 'bullet_list', 'list_item', 'inline', 'text', 'hardbreak', 'softbreak', 'text_special']);

describe('Markdown', () => {
  const markdown = new MarkdownIt({ html: true, linkify: true });

  it('property: holds the words and nothing else, whatever they are', () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(text.trim() !== '');
        const kinds = new Set<string>();
        let words = '';
        const see = (tokens: ReturnType<MarkdownIt['parse']>): void => {
          for (const { type, content, children } of tokens) {
            kinds.add(type.replace(/_(open|close)$/, ''));
            if (type === 'text') words += content;
            if (children) see(children);
          }
        };
        see(markdown.parse(toMarkdown(documentOf(text)), {}));
        assert.deepEqual([...kinds].filter((kind) => !ALLOWED.has(kind)), []);
        assert.equal(bare(words), bare([text, text, text, text, text, 'label:', text, text.trim() === '' ? '' : `${text}:`, text, text].join('')));
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads like a page', () => {
    assert.match(written([FULL], {}), /^# A reflection\n\n\*Self-reflection, not appraisal evidence\.\*\n\n## Payment timeouts, found by Heron\n\nThu 14 May, 14:02 to 15:37\n\n### Facts\n\n- \*\*What it was:\*\* Real\n/);
  });
});

describe('HTML', () => {
  it('allows its one sheet by digest, no script, and no address', () => {
    assert.equal(SHEET_DIGEST, `sha256-${createHash('sha256').update(SHEET).digest('base64')}`);
    const html = written([FULL], { form: 'html' });
    assert.match(html, new RegExp(`content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src '${SHEET_DIGEST.replaceAll('+', '\\+')}'"`));
    assert.doesNotMatch(html, /<script|<link|<img|url\(|@import|href=|src=|https?:/);
  });

  it('property: no text becomes a tag, an attribute or an entity', () => {
    const tags = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];
    const plain = tags(toHtml(documentOf('x'), 'en'));
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(text !== '');
        const html = toHtml(documentOf(text), 'en');
        assert.deepEqual(tags(html).filter((tag) => tag !== '<br>'), plain);
        const words = html.slice(html.indexOf('<main>')).replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
        assert.equal(bare(words), bare([text, text, text, text, text, 'label', text, text, text, text].join('')));
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Reads RFC 4180, with any separator, as a spreadsheet does. */
function parse(csv: string, separator = ','): string[][] {
  const rows: string[][] = [[]];
  let [value, quoted, at] = ['', false, 0];
  const end = (): void => {
    rows.at(-1)?.push(value);
    value = '';
  };
  const inQuotes = (character: string): void => {
    if (character !== '"') value += character;
    else if (csv[at + 1] !== '"') quoted = false;
    else {
      value += '"';
      at += 1;
    }
  };
  for (; at < csv.length; at += 1) {
    const character = csv[at] ?? '';
    if (quoted) inQuotes(character);
    else if (character === '"' && value === '') quoted = true;
    else if (character === separator) end();
    else if (character === '\n' || character === '\r') {
      end();
      rows.push([]);
      if (character === '\r' && csv[at + 1] === '\n') at += 1;
    } else value += character;
  }
  return rows.filter((row) => row.length > 0);
}

describe('CSV', () => {
  const table: readonly (readonly [text: string, cell: string])[] = [
    ['plain', '"plain"'], ['a "b"', '"a ""b"""'], ['=1+1', '"\'=1+1"'], ['+1', '"\'+1"'], ['-1', '"\'-1"'], ['@SUM(A1)', '"\'@SUM(A1)"'], ['\tx', '"\'\tx"'], ['\rx', '"\'\rx"'], ['  =1', '"\'  =1"'],
    ['＝1', '"\'＝1"'], ['a;=1', '"a;\'=1"'], ['a\n-1', '"a\n\'-1"'], ['"=1', '"""\'=1"'], ['a, b', '"a, b"'], ['2026-05-14T14:02:00Z', '"2026-05-14T14:02:00Z"'], ['well-known', '"well-known"'],
  ];
  for (const [text, expected] of table) it(`${JSON.stringify(text)} is ${JSON.stringify(expected)}`, () => assert.equal(cell(text), expected));

  it('has one row a rating, each with what it is', () => {
    const rows = parse(written([FULL, { ...FULL, id: 'other00000' }], { form: 'csv' }));
    assert.equal(rows.length, 5);
    assert.deepEqual(new Set(rows.map((row) => row.length)), new Set([15]));
    assert.deepEqual(rows.slice(1).map((row) => row.at(-1)), Array(4).fill('Self-reflection, not appraisal evidence.'));
    assert.deepEqual(rows[1]?.slice(7, 13), ['C1', 'Size up and declare', '1', '4', 'Declared on a stated threshold and fixed symptoms, scope and trend with the experts in minutes.', 'Asked Person A at once']);
    assert.equal(rows[2]?.[10], 'no occasion');
  });

  it('property: reads back to the same words, apart from the apostrophes, and no cell begins a formula, also where it is split otherwise', () => {
    const dangerous = fc.string({ unit: fc.constantFrom(...'=+-@;,\t|"\' \r\nab1＝') });
    fc.assert(
      fc.property(fc.oneof(texts, dangerous), (text) => {
        const rating = { id: 'r', at: '2026-05-15T08:05:00Z', behaviour: 'C1', table: 1, anchor: 3 as const, evidence: text };
        const csv = toCsv([{ format: 1, id: 'x000000000', title: text, window: { start: '2026-05-14T14:02:00Z' }, reflection: { path: 'short', started: '2026-05-14T16:00:00Z', ratings: [rating] } }], { hide: (each) => each, facts: true, ratings: true });
        const [, row] = parse(csv);
        assert.equal(row?.[0]?.replaceAll("'", ''), text.replaceAll("'", ''));
        assert.equal(row?.[12]?.replaceAll("'", ''), text.replaceAll("'", ''));
        for (const separator of [',', ';', '\t', '|']) for (const each of parse(csv, separator).flat()) assert.doesNotMatch(each, /^[\s\0]*[=+\-@＝＋－＠]/, `separated by ${JSON.stringify(separator)}`);
      }),
      { numRuns: 2_000 },
    );
  });
});
