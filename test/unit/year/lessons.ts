import assert from 'node:assert/strict';
import type { Incident } from '../../../src/core/journal/schema';
import { nextOf } from '../../../src/core/growth/next';
import { dueLessons, noteRecall } from '../../../src/core/plan/lesson';
import type { Machine } from './machine';
import type { ToldIncident } from './story';
import { saved } from './telling';
import { DAY, type Year } from './year';

const HOUR = 3_600_000;
/** product.md: 3, 10, 30, 90 days. */
const RETURNS = [3, 10, 30, 90];

/** When a lesson has to come back, said again from the definition: a late recall brings the next one no sooner than was meant. */
function dueAt({ reflection, lesson, cancelled }: Incident): number | undefined {
  if (!lesson || reflection?.finished === undefined || cancelled !== undefined) return undefined;
  const seen = (lesson.seen ?? []).map(({ at }) => Date.parse(at)).toSorted((a, b) => a - b);
  const days = RETURNS[seen.length];
  if (days === undefined) return undefined;
  const gap = days - (RETURNS[seen.length - 1] ?? 0);
  return Math.max(Date.parse(reflection.finished) + days * DAY, (seen.at(-1) ?? -Infinity) + gap * DAY);
}

/** Follows the lesson of one incident on a machine: it is in Next on its day, and not before. */
export function followLesson(year: Year, machine: Machine, id: string, { recalls, late }: Pick<ToldIncident, 'recalls' | 'late'>): void {
  const due = (): number | undefined => {
    const record = machine.record(id);
    return record && dueAt(record);
  };
  const check = (): void => {
    const at = due();
    const [now, zone] = [year.now, year.zone];
    const records = machine.journal.records();
    const isDue = dueLessons(records, zone, now).some(({ incident }) => incident.id === id);
    assert.equal(isDue, at !== undefined && year.today(at) <= year.today(), `“${machine.record(id)?.title}”: whether its lesson is due on ${year.today()}`);
    if (isDue) assert.ok(nextOf(records, { language: 'en', zone }, now).items.some(({ state }) => state === 'lesson'), 'a lesson that is due is in Next');
  };
  let left = recalls;
  const recall = async (): Promise<void> => {
    if (due() === undefined) return;
    year.say(`recalls the lesson of “${machine.record(id)?.title}”`, machine);
    saved(await machine.journal.update(id, (record) => noteRecall(record, left % 2 === 0, year.moment())));
    wait();
  };
  const wait = (): void => {
    const at = due();
    if (at === undefined) return;
    for (const off of [-26 * HOUR, -HOUR, 0, 5 * HOUR, 26 * HOUR]) if (at + off > year.now) year.at(at + off, check);
    if (left-- > 0) year.at(at + late * DAY + 10 * HOUR, recall);
  };
  wait();
}
