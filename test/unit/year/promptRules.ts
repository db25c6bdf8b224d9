import assert from 'node:assert/strict';
import { localFields } from '../../../src/core/incident/times';
import type { Incident } from '../../../src/core/journal/schema';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One that is asked about, and all that holds in that moment. */
export interface Asked {
  readonly incident: Incident;
  readonly records: readonly Incident[];
  /** Milliseconds. */
  readonly now: number;
  readonly zone: string;
  /** The day in that zone. */
  readonly day: string;
  /** The lead said *In 2 hours* about it then, and nothing since. */
  readonly wished: number | undefined;
}

const dayOf = (time: number, zone: string): string => localFields(new Date(time).toISOString(), zone).slice(0, 10);
const clockOf = (time: number, zone: string): string => localFields(new Date(time).toISOString(), zone).slice(11, 16);
const endOf = ({ window }: Incident): number => Date.parse(window.end ?? '');

/** Each rule of decisions.md section 4 for one question, said again from its definition and not in the words of the gate. */
export function holdsRules({ incident, records, now, zone, day }: Asked): void {
  const time = clockOf(now, zone);
  const claims = incident.claims ?? [];
  assert.ok(time >= '09:30' && time < '17:00', `asked at ${time}, outside of working hours`);
  assert.ok(![0, 6].includes(new Date(`${day}T12:00Z`).getUTCDay()), 'asked on a weekend');
  assert.ok(records.every(({ window, cancelled }) => window.end !== undefined || cancelled !== undefined), 'asked while an incident is open');
  assert.ok(records.every((each) => each.cancelled !== undefined || endOf(each) > now + DAY || endOf(each) + 90 * MINUTE <= now), 'asked before 90 minutes of rest');
  assert.equal(incident.drill, undefined, 'asked about what was practised');
  assert.ok(incident.kind === undefined || incident.kind === 'real', `asked about a ${incident.kind}`);
  assert.ok(incident.cancelled === undefined && incident.reflection === undefined, 'asked about what is called off or was looked back at');
  assert.ok(claims.some(({ source, sure = 0 }) => source !== 'git' || sure >= 80), 'asked about what is only inferred');
  const ended = clockOf(endOf(incident), zone);
  assert.ok((ended >= '06:00' && ended < '22:00') || time >= '10:30' || dayOf(endOf(incident) + 12 * HOUR, zone) !== day, `asked at ${time} after an incident of the night`);
}

/**
 * One a day and three in seven days, in the zone of each question. Only what was put off to a later hour may come twice on a day.
 * @param before the questions before this one, each of which was held against this, too
 */
export function holdsBudget(ask: Asked, before: readonly Asked[]): void {
  const sameDay = before.filter(({ day }) => day === ask.day);
  if (sameDay.length > 0) {
    assert.ok(sameDay.every((each) => each.incident.id === ask.incident.id), 'asked about two incidents on one day');
    assert.ok(ask.wished !== undefined && ask.now - ask.wished >= 2 * HOUR, 'asked twice on a day, and nobody said In 2 hours');
  }
  const week = [...before, ask].filter(({ day }) => Date.parse(day) > Date.parse(ask.day) - 7 * DAY);
  const counted = new Set(week.map(({ day, incident }) => `${day} ${incident.id}`));
  assert.ok(counted.size <= 3, `asked ${counted.size} times in seven days`);
}
