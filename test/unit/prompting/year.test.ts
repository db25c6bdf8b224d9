import assert from 'node:assert/strict';
import { localFields } from '../../../src/core/incident/times';
import type { Incident } from '../../../src/core/journal/schema';
import { KINDS, SEVERITIES } from '../../../src/core/journal/values';
import { LATER, notForMe, putOff, started, type Later } from '../../../src/core/prompting/answers';
import { readHistory, type PromptHistory } from '../../../src/core/prompting/history';
import { seen, times, type Seen } from '../../torture/row';
import { DAY, HOUR, iso, MINUTE, QUIET, STANDARD, turn } from './scenes';

/** One that is asked, and what the simulation knows of that moment by itself. */
interface Asked {
  readonly incident: Incident;
  readonly records: readonly Incident[];
  /** What the clock of the machine said. */
  readonly clock: number;
  /** The time that it really was. */
  readonly real: number;
  /** The lead had said *In 2 hours* when the clock said this, and this is the answer to that. */
  readonly wished: number | undefined;
}

/** What goes on besides incidents. */
interface Year {
  readonly zone: string;
  readonly from: string;
  readonly days: number;
  readonly seed: number;
  /** The clock is put wrong now and then, by up to a day and a half, and right again hours or days later. */
  readonly wrongClock?: boolean;
}

/** Random numbers from 0 to below 1 that are the same in each run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;
const pick = <T>(random: Random, of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;

/** An incident that begins now; how it was noticed, what it was, and how long it lasts are chance. */
function incidentAt(clock: number, id: string, random: Random): { readonly record: Incident; readonly lasts: number } {
  const source = pick(random, ['person', 'person', 'person', 'prometheus', 'git']);
  const severity = pick(random, [undefined, ...SEVERITIES]);
  const record: Incident = {
    format: 1,
    id,
    title: id,
    kind: random() < 0.8 ? 'real' : pick(random, KINDS),
    window: { start: iso(clock) },
    services: [pick(random, ['pay', 'search', 'mail'])],
    claims: [{ id: 'c1', source, seen: iso(clock) }],
    ...(severity && { severity }),
  };
  return { record, lasts: pick(random, [4 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 5 * HOUR, 11 * HOUR]) };
}

/** What the lead answers, minutes later or never; the answer goes to whatever is stored by then. */
function answerTo(id: string, clock: number, zone: string, random: Random): { readonly later?: Later; readonly apply: (history: PromptHistory) => PromptHistory } | undefined {
  const chance = random();
  if (chance < 0.35) return undefined;
  if (chance < 0.5) return { apply: (history) => started(history, id, clock) };
  if (chance < 0.6) return { apply: (history) => notForMe(history, id, 'skip', clock) };
  const later = chance < 0.85 ? 'inTwoHours' : pick(random, LATER);
  return { later, apply: (history) => putOff(history, id, later, clock, zone) };
}

/** Runs through a year in steps of minutes, with two windows, and writes down each time that one of them asks. */
function runThrough({ zone, from, days, seed, wrongClock = false }: Year): readonly Asked[] {
  const random = randomFrom(seed);
  const begin = Date.parse(from);
  const asks: Asked[] = [];
  const ends = new Map<string, number>();
  const wishes = new Map<string, number>();
  let records: readonly Incident[] = [];
  let stored: unknown;
  let [real, wrongBy, typedAt] = [begin, 0, begin];
  while (real < begin + days * DAY) {
    real += random() < 0.01 ? Math.floor(random() * 3 * DAY) : Math.ceil(random() * (isDaytime(real, zone) ? 90 : 300)) * MINUTE; // now and then the laptop sleeps
    if (wrongClock && random() < 0.01) wrongBy = wrongBy === 0 ? Math.floor((random() - 0.5) * 3 * DAY) : 0;
    const clock = real + wrongBy;
    if (random() < 0.08) {
      const { record, lasts } = incidentAt(clock, `i-${records.length}-${seed}`, random);
      records = [...records, record];
      ends.set(record.id, real + lasts);
    }
    records = records.map((each) => (each.window.end === undefined && (ends.get(each.id) ?? 0) <= real ? { ...each, window: { ...each.window, end: iso(Math.max(clock, Date.parse(each.window.start))) } } : each));
    if (random() < 0.2) typedAt = clock;
    const moment = { ...QUIET, lastTypedAt: typedAt, windowActive: random() < 0.9, debugging: random() < 0.1 };
    const recent = records.slice(-8);
    let isAsked = false;
    for (const skew of [0, 400]) {
      if (skew > 0 && !isAsked) continue;
      const { verdict, stored: next } = turn(stored, { records: recent, settings: STANDARD, zone, now: clock + skew, moment });
      stored = next;
      if (!verdict.incident) continue;
      isAsked = true;
      const { id } = verdict.incident;
      asks.push({ incident: verdict.incident, records: recent, clock, real, wished: wishes.get(id) });
      wishes.delete(id);
      const answer = answerTo(id, clock, zone, random);
      const reading = readHistory(stored, clock);
      assert.ok(reading.state === 'read');
      if (answer) stored = answer.apply(reading.history);
      if (answer?.later === 'inTwoHours') wishes.set(id, clock);
    }
  }
  return asks;
}

const ZONES = ['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'];
/** Most asks are possible then; the rest of the day is looked at less often. */
const isDaytime = (time: number, zone: string): boolean => /T(09|1[0-6])/.test(localFields(iso(time), zone));
const dayOf = (time: number, zone: string): string => localFields(iso(time), zone).slice(0, 10);
const clockOf = (time: number, zone: string): string => localFields(iso(time), zone).slice(11);
const endOf = ({ window }: Incident): number => Date.parse(window.end ?? '');

/** Asks that are the first about an incident on a day: those that nobody had put off to a later hour of that day. */
function countedAsks(asks: readonly Asked[], dayIn: (ask: Asked) => string): readonly Asked[] {
  return asks.filter((ask, index) => !asks.slice(0, index).some((before) => before.incident.id === ask.incident.id && dayIn(before) === dayIn(ask)));
}

/** Each rule, said again from the definition and not in the words of the gate. */
function holdsRules(asks: readonly Asked[], zone: string): void {
  for (const { incident, records, clock } of asks) {
    const at = `${incident.id} at ${iso(clock)}`;
    const [day, time] = [dayOf(clock, zone), clockOf(clock, zone)];
    assert.ok(time >= '09:30' && time < '17:00', `hours: ${at}`);
    assert.ok(![0, 6].includes(new Date(`${day}T12:00Z`).getUTCDay()), `weekend: ${at}`);
    assert.ok(records.every(({ window }) => window.end !== undefined), `open: ${at}`);
    assert.ok(records.every((each) => endOf(each) > clock + DAY || endOf(each) + 90 * MINUTE <= clock), `rest: ${at}`);
    assert.equal(incident.kind, 'real', `kind: ${at}`);
    assert.notEqual(incident.claims?.[0]?.source, 'git', `inferred: ${at}`);
    assert.ok(incident.claims?.[0]?.source === 'person' || endOf(incident) - Date.parse(incident.window.start) >= 10 * MINUTE, `short: ${at}`);
    const ended = clockOf(endOf(incident), zone);
    assert.ok((ended >= '06:00' && ended < '22:00') || time >= '10:30', `night: ${at}`);
  }
}

function holdsBudget(asks: readonly Asked[], dayIn: (ask: Asked) => string): void {
  const days = countedAsks(asks, dayIn).map(dayIn).map((day) => Date.parse(day) / DAY);
  assert.equal(new Set(days).size, days.length, 'two a day');
  for (const day of days) assert.ok(days.filter((each) => each > day - 7 && each <= day).length <= 3, `more than three in seven days: ${iso(day * DAY)}`);
  const again = asks.filter((ask) => !countedAsks(asks, dayIn).includes(ask));
  for (const { wished, clock } of again) assert.ok(wished !== undefined && clock - wished >= 2 * HOUR, `again on one day, and nobody said In 2 hours: ${iso(clock)}`);
}

/** Holds every rule over a time in one zone, and says how many days and asks that were. */
function holds(year: Year, fewest: number): Seen {
  const asks = runThrough(year);
  assert.ok(asks.length > fewest, `${asks.length} asks`);
  holdsRules(asks, year.zone);
  holdsBudget(asks, ({ clock }) => dayOf(clock, year.zone));
  return { often: year.days };
}

/** A year, or a part of it in which the clocks change. The asks that there must be, so that the rules have something to hold for. */
const YEAR = process.env.TORTURE ? { from: '2026-01-01T00:00:00Z', days: 365, fewest: 40 } : { from: '2026-10-01T00:00:00Z', days: 40, fewest: 2 };
const WRONG = process.env.TORTURE ? { from: '2026-09-01T00:00:00Z', days: 120, fewest: 10 } : { from: '2026-10-15T00:00:00Z', days: 30, fewest: 1 };

describe('a simulated year of incidents', function () {
  this.timeout(times(60_000, 600_000));
  const zones = process.env.TORTURE ? ZONES : ZONES.slice(0, 2);

  for (const [index, zone] of zones.entries()) {
    it(`in ${zone}: with changes of clocks and a laptop that sleeps`, () => seen('prompting', () => holds({ zone, seed: index + 1, ...YEAR }, YEAR.fewest)));

    it(`in ${zone}: with a clock that is put wrong and right again`, () =>
      seen('prompting', () => holds({ zone, seed: index + 101, wrongClock: true, ...WRONG }, WRONG.fewest)));
  }

  it('in Pacific/Apia, where 30 December 2011 was left out', () => {
    for (let seed = 1; seed <= times(1, 3); seed += 1) holds({ zone: 'Pacific/Apia', from: '2011-12-15T00:00:00Z', days: 40, seed }, 3);
  });
});
