import assert from 'node:assert/strict';
import { durationWords, windowProblem } from '../../../src/core/incident/window';

const NOW = Date.parse('2026-05-14T20:00:00Z');

describe('the window of an incident', () => {
  const table: readonly (readonly [what: string, start: string | undefined, end: string | undefined, problem: string | undefined])[] = [
    ['an hour and a half', '2026-05-14T14:02:00Z', '2026-05-14T15:37:00Z', undefined],
    ['no time at all', '2026-05-14T14:02:00Z', '2026-05-14T14:02:00Z', undefined],
    ['up to now', '2026-05-14T14:02:00Z', '2026-05-14T20:00:00Z', undefined],
    ['over New Year', '2025-12-31T23:30:00Z', '2026-01-01T00:30:00Z', undefined],
    ['exactly 30 days', '2026-04-14T20:00:00Z', '2026-05-14T20:00:00Z', undefined],
    ['30 days and a minute', '2026-04-14T19:59:00Z', '2026-05-14T20:00:00Z', 'That is more than 30 days. Is the month right?'],
    ['a minute backwards', '2026-05-14T14:02:00Z', '2026-05-14T14:01:00Z', 'The end is before the start.'],
    ['begun in the future', '2026-05-14T20:01:00Z', '2026-05-14T20:02:00Z', 'The start is in the future.'],
    ['ended in the future', '2026-05-14T14:02:00Z', '2026-05-14T20:01:00Z', 'The end is in the future.'],
    ['backwards in the future', '2027-05-14T14:02:00Z', '2026-05-14T14:02:00Z', 'The end is before the start.'],
    ['without a start', undefined, '2026-05-14T14:02:00Z', 'When did it begin? Give a day and a time.'],
    ['without an end', '2026-05-14T14:02:00Z', undefined, 'When was it over? Give a day and a time.'],
    ['without both', undefined, undefined, 'When did it begin? Give a day and a time.'],
    ['with an empty start', '', '2026-05-14T14:02:00Z', 'When did it begin? Give a day and a time.'],
    ['with an end that is no time', '2026-05-14T14:02:00Z', 'half past', 'When was it over? Give a day and a time.'],
    ['with a year of one digit, as it is while somebody types it', '0002-05-14T14:02:00Z', '2026-05-14T15:02:00Z', 'That is more than 30 days. Is the month right?'],
  ];
  for (const [what, start, end, problem] of table) {
    it(`${what}: ${problem ?? 'fits'}`, () => assert.equal(windowProblem(start, end, NOW), problem));
  }
});

describe('how long something took', () => {
  const MINUTE = 60_000;
  const table: readonly (readonly [minutes: number, words: string])[] = [
    [0, 'under a minute'],
    [0.4, 'under a minute'],
    [-90, 'under a minute'],
    [0.5, '1 min'],
    [1, '1 min'],
    [59, '59 min'],
    [59.6, '1 h'],
    [60, '1 h'],
    [95, '1 h 35 min'],
    [1439, '23 h 59 min'],
    [1439.7, '1 d'],
    [1440, '1 d'],
    [1500, '1 d 1 h'],
    [1501, '1 d 1 h'],
    [30 * 1440, '30 d'],
  ];
  for (const [minutes, words] of table) {
    it(`${minutes} min: ${words}`, () => assert.equal(durationWords(minutes * MINUTE), words));
  }
});
