import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TIME } from '../../../src/core/journal/schema';
import { dayWords, fromLocalFields, localFields, momentWords, timeOfDay, weekdayWords, windowWords } from '../../../src/core/incident/times';

const at = (zone: string, language = 'en'): { zone: string; language: string } => ({ zone, language });
const THIS_YEAR = Date.parse('2026-06-01T12:00:00Z');

describe('times in words', () => {
  const moments: readonly (readonly [time: string, zone: string, language: string, words: string])[] = [
    ['2026-05-14T14:02:00Z', 'UTC', 'en', 'Thu 14 May, 14:02'],
    ['2026-05-14T14:02:59Z', 'Europe/Berlin', 'en', 'Thu 14 May, 16:02'],
    ['2026-05-14T22:30:00Z', 'Europe/Berlin', 'en', 'Fri 15 May, 00:30'],
    ['2026-05-14T14:02:00Z', 'America/New_York', 'en', 'Thu 14 May, 10:02'],
    ['2026-05-14T14:02:00Z', 'Asia/Kolkata', 'en-US', 'Thu 14 May, 19:32'],
    ['2026-05-14T14:02:00Z', 'Asia/Kathmandu', 'en-GB', 'Thu 14 May, 19:47'],
    ['2025-05-14T14:02:00Z', 'UTC', 'en', 'Wed 14 May 2025, 14:02'],
    ['2025-12-31T23:30:00Z', 'Europe/Berlin', 'en', 'Thu 1 Jan, 00:30'],
    ['2026-01-01T00:30:00Z', 'America/New_York', 'en', 'Wed 31 Dec 2025, 19:30'],
    ['2026-05-14T14:02:00Z', 'Europe/Berlin', 'de', 'Do., 14. Mai, 16:02'],
    ['2025-05-14T14:02:00Z', 'Europe/Berlin', 'de', 'Mi., 14. Mai 2025, 16:02'],
    ['2026-05-14T14:02:00Z', 'Asia/Tokyo', 'ja', '5月14日(木), 23:02'],
  ];
  for (const [time, zone, language, words] of moments) {
    it(`${time} in ${zone}, ${language}: ${words}`, () => assert.equal(momentWords(time, at(zone, language), THIS_YEAR), words));
  }

  it('midnight is 00:00, never 24:00', () => {
    for (const language of ['en', 'en-US', 'de', 'fr', 'ja', 'qps-ploc']) {
      assert.equal(timeOfDay('2026-05-14T22:00:00Z', at('Europe/Berlin', language)), '00:00', language);
    }
  });

  it('a day has its year where it is not this one, by the clock of the zone', () => {
    assert.equal(dayWords('2026-05-14T14:02:00Z', at('UTC'), THIS_YEAR), '14 May');
    assert.equal(dayWords('2024-02-29T14:02:00Z', at('UTC'), THIS_YEAR), '29 February 2024');
    assert.equal(dayWords('2026-05-14T14:02:00Z', at('UTC', 'de'), THIS_YEAR), '14. Mai');
    assert.equal(weekdayWords('2026-05-14T14:02:00Z', at('UTC'), THIS_YEAR), 'Thu 14 May');
    const newYearInBerlin = Date.parse('2025-12-31T23:30:00Z');
    assert.equal(dayWords('2025-12-31T22:30:00Z', at('Europe/Berlin'), newYearInBerlin), '31 December 2025');
    assert.equal(dayWords('2025-12-31T22:30:00Z', at('UTC'), newYearInBerlin), '31 December');
  });

  const windows: readonly (readonly [start: string, end: string | undefined, zone: string, words: string])[] = [
    ['2026-05-14T14:02:00Z', '2026-05-14T15:37:00Z', 'UTC', 'Thu 14 May, 14:02 to 15:37'],
    ['2026-05-14T21:30:00Z', '2026-05-14T22:30:00Z', 'UTC', 'Thu 14 May, 21:30 to 22:30'],
    ['2026-05-14T21:30:00Z', '2026-05-14T22:30:00Z', 'Europe/Berlin', 'Thu 14 May, 23:30 to Fri 15 May, 00:30'],
    ['2025-12-31T22:30:00Z', '2025-12-31T23:30:00Z', 'Europe/Berlin', 'Wed 31 Dec 2025, 23:30 to Thu 1 Jan, 00:30'],
    ['2026-05-14T14:02:00Z', undefined, 'UTC', 'since Thu 14 May, 14:02'],
  ];
  for (const [start, end, zone, words] of windows) {
    it(`${start} to ${end ?? 'now'} in ${zone}: ${words}`, () =>
      assert.equal(windowWords({ start, ...(end !== undefined && { end }) }, at(zone), THIS_YEAR), words));
  }
});

describe('times in fields', () => {
  const table: readonly (readonly [what: string, fields: string, zone: string, time: string | undefined])[] = [
    ['summer', '2026-05-14T16:02', 'Europe/Berlin', '2026-05-14T14:02:00Z'],
    ['winter', '2026-01-14T16:02', 'Europe/Berlin', '2026-01-14T15:02:00Z'],
    ['with seconds', '2026-05-14T16:02:30', 'Europe/Berlin', '2026-05-14T14:02:30Z'],
    ['the minute before the gap', '2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59:00Z'],
    ['in the gap: by the clock before it', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['the minute after the gap', '2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['in the hour that comes twice: the first', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['after the hour that comes twice', '2026-10-25T03:00', 'Europe/Berlin', '2026-10-25T02:00:00Z'],
    ['a gap across the Atlantic', '2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
    ['an overlap across the Atlantic', '2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
    ['an overlap of half an hour', '2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z'],
    ['a day that was left out', '2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T22:00:00Z'],
    ['New Year far east', '2026-01-01T00:30', 'Pacific/Kiritimati', '2025-12-31T10:30:00Z'],
    ['a leap day', '2024-02-29T12:00', 'UTC', '2024-02-29T12:00:00Z'],
    ['no leap day', '2026-02-29T12:00', 'UTC', undefined],
    ['31 April', '2026-04-31T12:00', 'UTC', undefined],
    ['24:00', '2026-05-14T24:00', 'UTC', undefined],
    ['a year of five digits, as it is while somebody types', '20266-05-14T12:00', 'UTC', undefined],
    ['a day alone', '2026-05-14', 'UTC', undefined],
    ['a number', '5', 'UTC', undefined],
    ['nothing', '', 'UTC', undefined],
    ['a zone of its own', '2026-05-14T12:00+02:00', 'UTC', undefined],
  ];
  for (const [what, fields, zone, time] of table) {
    it(`${what}: ${fields || '(empty)'} in ${zone} is ${time ?? 'refused'}`, () => assert.equal(fromLocalFields(fields, zone), time));
  }

  it('shows the hour that comes twice as the same', () => {
    assert.equal(localFields('2026-10-25T00:30:00Z', 'Europe/Berlin'), '2026-10-25T02:30');
    assert.equal(localFields('2026-10-25T01:30:00Z', 'Europe/Berlin'), '2026-10-25T02:30');
  });

  const zones = Intl.supportedValuesOf('timeZone');
  const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2060, 0) / 60_000 });

  it('what a field shows is read back to the minute in every zone, except in an hour that comes twice', () => {
    const isSecondPass = (time: number, zone: string): boolean =>
      [30, 60, 120, 180].some((before) => localFields(new Date(time - before * 60_000).toISOString(), zone) === localFields(new Date(time).toISOString(), zone));
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
        const time = minute * 60_000;
        fc.pre(!isSecondPass(time, zone));
        assert.equal(Date.parse(fromLocalFields(localFields(new Date(time).toISOString(), zone), zone) ?? ''), time);
      }),
      { numRuns: 2_000 },
    );
  });

  it('each zone shows and reads today', () => {
    for (const zone of zones) assert.equal(fromLocalFields(localFields('2026-05-14T14:02:00Z', zone), zone), '2026-05-14T14:02:00Z', zone);
  });

  it('whatever a field holds gives a time that the file format allows, or none', () => {
    const fields = fc.oneof(fc.string(), fc.stringMatching(/^\d{4,5}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,4})?)?$/));
    fc.assert(
      fc.property(fields, fc.constantFrom(...zones), (text, zone) => {
        const time = fromLocalFields(text, zone);
        assert.ok(time === undefined || TIME.test(time), `${text} in ${zone}: ${time}`);
      }),
      { numRuns: 2_000 },
    );
  });
});
