import assert from 'node:assert/strict';
import { recordsIn, rangesIn, typedRange } from '../../../src/core/share/range';
import { FULL } from './records';

const locale = { zone: 'Europe/Berlin', language: 'en' };
const now = Date.parse('2026-06-30T12:00:00Z');
const at = (id: string, start: string) => ({ ...FULL, id, window: { start } });
const records = [at('a', '2026-06-20T10:00:00Z'), at('b', '2026-04-20T10:00:00Z'), at('c', '2025-12-31T23:30:00Z'), at('d', '2024-12-31T10:00:00Z')];

describe('a range of time', () => {
  it('is offered where something began in it, in the lead’s zone, and not twice with the same records', () => {
    const words = (of: typeof records): unknown => rangesIn(of, { locale, now }).map((each) => [each.words, each.records.map(({ id }) => id).join('')]);
    assert.deepEqual(words(records), [['The last 30 days', 'a'], ['The last 90 days', 'ab'], ['2026', 'abc'], ['2024', 'd'], ['Everything in this journal', 'abcd']]);
    assert.deepEqual(words(records.slice(0, 1)), [['The last 30 days', 'a']]);
    assert.deepEqual(words([]), []);
  });

  const table: readonly (readonly [typed: string, start: string, end: string])[] = [
    ['2026-04-01 to 2026-06-14', '2026-03-31T22:00:00Z', '2026-06-14T22:00:00Z'],
    [' 2026-4 - 2026-06 ', '2026-03-31T22:00:00Z', '2026-06-30T22:00:00Z'],
    ['2025', '2024-12-31T23:00:00Z', '2025-12-31T23:00:00Z'],
    ['2026-05-14', '2026-05-13T22:00:00Z', '2026-05-14T22:00:00Z'],
  ];
  for (const [typed, start, end] of table) it(`“${typed}” is read`, () => assert.deepEqual(typedRange(typed, locale), { start, end }));

  for (const typed of ['', 'May', '2026-02-31', '2026 to 2025', '2026-05-14 to', '2026 2027 2028', '2026-05-14T10:00']) {
    it(`“${typed}” is turned back with a sentence`, () => assert.match((typedRange(typed, locale) as { problem: string }).problem, /^(Write it like|The end is before)/));
  }

  it('holds what began within it, both ends included as typed', () => {
    const range = typedRange('2025 to 2026-04-20', locale);
    assert.deepEqual('start' in range && recordsIn(records, range).map(({ id }) => id), ['b', 'c']);
    const midnight = typedRange('2026-01-01', locale);
    assert.deepEqual('start' in midnight && recordsIn(records, midnight).map(({ id }) => id), ['c']);
  });
});
