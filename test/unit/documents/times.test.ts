import assert from 'node:assert/strict';
import { findRange, findTimes } from '../../../src/core/documents/clock';
import { dayText, findDay, nearest, orderOf, type DayOrder } from '../../../src/core/documents/days';
import { minutesFrom } from '../../../src/core/documents/moments';
import { findZone, momentOf } from '../../../src/core/documents/zones';

const day = (text: string, order: DayOrder = 'dayFirst', year?: number): string | undefined => {
  const found = findDay(text, { order, year });
  return found && dayText(found.day);
};
const times = (text: string): string => findTimes(text).map(({ hour, minute, second }) => [hour, minute, second].map((each) => String(each).padStart(2, '0')).join(':').replace(/:00$/, '')).join(' ');
const range = (text: string): string | undefined => {
  const found = findRange(text);
  return found && `${found.from.hour}:${found.from.minute} ${found.to.hour}:${found.to.minute}`;
};

describe('a day', () => {
  const styles: readonly (readonly [string, string | undefined, DayOrder?, number?])[] = [
    ['2031-05-14', '2031-05-14'], ['2031/5/4', '2031-05-04'], ['2031.05.14', '2031-05-14'], ['20310514-queue', '2031-05-14'], ['2031年5月14日', '2031-05-14'],
    ['May 14th, 2031', '2031-05-14'], ['Wed May 14 19:03:52 2031 +0900', '2031-05-14'], ['July 15 & 16, 2031', '2031-07-15'], ['14 May 2031', '2031-05-14'], ['the 9th of June 2031', '2031-06-09'],
    ['on May 5th ’31', '2031-05-05'], ['12. März 2031', '2031-03-12'], ['5 de março de 2031', '2031-03-05'], ['3 février 2031', '2031-02-03'],
    ['28/11/2031', '2031-11-28'], ['11/28/2031', '2031-11-28'], ['03/04/2031', '2031-04-03'], ['03/04/2031', '2031-03-04', 'monthFirst'], ['5-26-31', '2031-05-26'],
    ['22031-03-18 09:36', '2031-03-18'], ['20312-01-16 12:00', '2031-01-16'],
    ['Oct 31', '2031-10-31', 'dayFirst', 2031], ['19. April, 11:00', '2031-04-19', 'dayFirst', 2031], ['[03-26 17:40]', '2031-03-26', 'dayFirst', 2031], ['Oct 31', undefined],
    ['31 February 2031', undefined], ['version 10.2.14', undefined], ['10.12.6.136:8888', undefined], ['https://a.example/2031/05/14/x', undefined], ['in May 2031', undefined], ['', undefined],
  ];
  for (const [text, expected, order, year] of styles) it(`in "${text}" (${order ?? 'dayFirst'})`, () => assert.equal(day(text, order, year), expected));

  it('is ordered as the document orders it', () => {
    assert.equal(orderOf('28/11/2031 and 03/04/2031'), 'dayFirst');
    assert.equal(orderOf('11/28/2031 and 03/04/2031'), 'monthFirst');
    assert.equal(orderOf('03/04/2031, see 2031-03-05'), 'monthFirst');
    assert.equal(orderOf('03/04/2031, see 2031-04-02'), 'dayFirst');
    assert.equal(orderOf('03/04/2031 at 3:15 pm'), 'monthFirst');
    assert.equal(orderOf('03/04/2031'), 'dayFirst');
  });

  it('without a year is in the year that brings it nearest', () => {
    assert.equal(dayText(nearest({ year: 2031, month: 12, day: 31 }, { year: 2031, month: 1, day: 2 })), '2030-12-31');
    assert.equal(dayText(nearest({ year: 2031, month: 1, day: 2 }, { year: 2031, month: 12, day: 31 })), '2032-01-02');
  });
});

describe('a time of day', () => {
  const styles: readonly (readonly [string, string])[] = [
    ['14:05', '14:05'], ['14:05:33', '14:05:33'], ['[08:47] merged', '08:47'], ['2:05 pm', '14:05'], ['12:10 AM', '00:10'], ['4:23PM PST', '16:23'], ['7:56am', '07:56'], ['11 a.m.', '11:00'], ['2pm', '14:00'],
    ['14h05', '14:05'], ['2031-05-14T14:05Z', '14:05'], ['2031-02-02 1625: mail', '16:25'], ['2031-03-10 11.50', '11:50'], ['10.05 Uhr', '10:05'], ['10時05分', '10:05'], ['1405 UTC', '14:05'], ['between the hours of 1900 and 2100 UTC', '19:00 21:00'],
    ['13:06-14:10', '13:06 14:10'], ['17:14pm', '17:14'], ['2031-01-17 5:14 pm', '17:14'], ['24:00', '24:00'],
    ['UTC-07:00', ''], ['+02:00', ''], ['10.12.6.136:8888', ''], ['1h30m', ''], ['version 1.14.5', ''], ['ratio 3:1', ''], ['25:10', ''], ['12:75', ''], ['https://a.example/12:30', ''], ['1.21B queries', ''],
  ];
  for (const [text, expected] of styles) it(`in "${text}"`, () => assert.equal(times(text), expected));

  const ranges: readonly (readonly [string, string | undefined])[] = [
    ['10:04 - 11:30', '10:4 11:30'], ['08:41–09:54 UTC (1 h 13 m)', '8:41 9:54'], ['from 17:09 EST to approximately 23:42 EST', '17:9 23:42'], ['between 10:00 and 11:00', '10:0 11:0'], ['2031-02-08 09:15 UTC — 2031-02-08 11:30 UTC', '9:15 11:30'],
    ['~02:11 UTC (delete) → ~04:00 UTC', '2:11 4:0'], ['March 12th 2031 18:50 UTC to 19:20', '18:50 19:20'],
    ['at 10:00 and 11:00', undefined], ['started at 11:00 GMT and turned into an outage by 17:00 GMT', undefined], ['02:50 (via GitHub), 05:16 and 06:27', undefined],
  ];
  for (const [text, expected] of ranges) it(`as a range in "${text}"`, () => assert.equal(range(text), expected));

  const lengths: readonly (readonly [string, number | undefined])[] = [['87 minutes', 87], ['4 hours 42 minutes', 282], ['1h 13m', 73], ['01:25', 85], ['2 days', 2880], ['1.5 hours', 90], ['N/A', undefined], ['?', undefined]];
  for (const [text, expected] of lengths) it(`as a length in "${text}"`, () => assert.equal(minutesFrom(text), expected));
});

describe('a zone', () => {
  const styles: readonly (readonly [string, number | string | undefined])[] = [
    ['All times in PST (UTC-7)', -420], ['UTC+5:30', 330], ['14:05 BST', 60], ['CEST', 120], ['16:37 Denver', 'America/Denver'], ['7:09 AM Eastern', 'America/New_York'], ['Pacific Time', 'America/Los_Angeles'], ['UC/Pacific', 'America/Los_Angeles'], ['Europe/Berlin', 'Europe/Berlin'],
    ['2031-05-14T14:05:00Z', 0], ['2031-05-14T14:05:00-03:00', -180], ['all times PT', 'America/Los_Angeles'], ['Mars/Olympus', undefined], ['the eastern region', undefined], ['at 14:05', undefined],
  ];
  for (const [text, expected] of styles) it(`in "${text}"`, () => assert.equal(findZone(text)?.zone, expected));

  it('with summer time turns at the right hour', () => {
    const at = (month: number, date: number, hour: number, zone: string): string => new Date(momentOf({ year: 2031, month, day: date }, { hour, minute: 30, second: 0 }, zone)).toISOString().slice(0, 16);
    assert.equal(at(3, 30, 1, 'Europe/Berlin'), '2031-03-30T00:30');
    assert.equal(at(3, 30, 3, 'Europe/Berlin'), '2031-03-30T01:30');
    assert.equal(at(7, 1, 9, 'America/Los_Angeles'), '2031-07-01T16:30');
    assert.equal(new Date(momentOf({ year: 2031, month: 5, day: 31 }, { hour: 24, minute: 0, second: 0 }, 0)).toISOString(), '2031-06-01T00:00:00.000Z');
  });
});
