import assert from 'node:assert/strict';
import { setLoadLimit } from '../../../src/core/growth/loadLimit';
import { nextOf } from '../../../src/core/growth/next';
import { replaceSeek, seekOf, setSeek, settleSeek } from '../../../src/core/growth/seek';
import { localDay } from '../../../src/core/incident/times';
import type { JournalFacts } from '../../../src/core/journal/schema';
import type { Machine } from './machine';
import type { ToldGoal } from './story';
import { DAY, START, type Year } from './year';

const HOUR = 3_600_000;
const MORNING = 9 * HOUR;

/** What the lead seeks next in the year, and how many incidents a month are enough. */
export class Seeking {
  /** How often somebody looked on its day or later: it was in Next, or the month was past its limit. */
  due = 0;
  past = 0;
  /** Each goal and backing that the store said was saved. */
  readonly #must = new Set<string>();

  constructor(private readonly year: Year) {}

  prepare(): void {
    const { year } = this;
    for (const { day, limit } of year.story.limits) year.whenHere(START + day * DAY + MORNING, () => this.#limit(year.machines.laptop, limit));
    for (const told of year.story.goals) year.whenHere(START + told.day * DAY + MORNING, () => this.#seek(told));
  }

  /** What was ever sought is in the facts of a machine: sought now, or before, or as the other of two. */
  isWhole({ name, journal }: Machine): void {
    const texts = JSON.stringify(journal.facts() ?? {});
    assert.deepEqual([...this.#must].filter((word) => !texts.includes(word)), [], `${name}: nothing that was sought is lost`);
  }

  /** It is in Next from its day on, and while the month has room for it: not before, and never past the limit. */
  isInNext({ journal }: Machine): void {
    const { zone, now } = this.year;
    const [records, facts] = [journal.records(), journal.facts()];
    const month = this.year.today().slice(0, 7);
    const real = records.filter(({ kind = 'real', cancelled, window }) => kind === 'real' && cancelled === undefined && localDay(window.start, zone).startsWith(month));
    const isPast = facts?.loadLimit !== undefined && real.length > facts.loadLimit;
    const by = facts?.goal === undefined ? undefined : facts.seek?.by;
    const items = nextOf(records, { language: 'en', zone }, now, { facts }).items.filter(({ state }) => state === 'seek');
    const why = `on ${this.year.today()}, by ${by ?? 'no day'}, real incidents this month: ${real.length}, enough: ${facts?.loadLimit ?? 'any number'}`;
    const hasCome = by !== undefined && by <= this.year.today();
    assert.equal(items.length, hasCome && !isPast ? 1 : 0, `whether what is sought is in Next ${why}`);
    this.due += items.length;
    if (hasCome && isPast) this.past += 1;
  }

  async #limit(machine: Machine, limit: number): Promise<void> {
    this.year.say(`from now on so many real incidents a month are enough: ${limit}`, machine);
    await this.#change(machine, (facts) => setLoadLimit(facts, limit, facts.loadLimit));
  }

  async #seek(told: ToldGoal): Promise<void> {
    const { year } = this;
    const machine = year.machines[told.on];
    const [goal, backing, by] = [year.word(), year.word(), year.today(year.now + told.within * DAY)];
    year.say(`seeks “${goal}” by ${by}`, machine);
    await this.#change(machine, (facts) => replaceSeek(facts, { goal, backing, role: 'commander', by }, year.moment()), goal, backing);
    this.#wait(told, goal);
  }

  /** Looks around its day, and says what came of it some days later. */
  #wait(told: ToldGoal, goal: string): void {
    const { year } = this;
    const from = year.now + told.within * DAY;
    for (const off of [-26, -1, 0, 5, 26]) year.at(Math.max(year.now, from + off * HOUR), () => Object.values(year.machines).forEach((machine) => this.isInNext(machine)));
    year.whenHere(from + told.late * DAY + HOUR, () => this.#settle(told, goal));
  }

  async #settle(told: ToldGoal, goal: string): Promise<void> {
    const { year } = this;
    const machine = year.machines[told.on];
    const seek = seekOf(machine.journal.facts());
    if (seek?.goal !== goal) return;
    if (told.became === 'further') {
      const by = year.today(year.now + (told.within + 1) * DAY);
      year.say(`seeks “${goal}” further, by ${by}`, machine);
      await this.#change(machine, (facts) => setSeek(facts, { ...seek, by }, goal, year.moment().now));
      return this.#wait({ ...told, became: 'met' }, goal);
    }
    const { became } = told;
    year.say(`says of “${goal}”: ${became}`, machine);
    await this.#change(machine, (facts) => settleSeek(facts, goal, became, year.moment()));
  }

  async #change({ journal }: Machine, change: (facts: JournalFacts) => JournalFacts, ...words: readonly string[]): Promise<void> {
    const outcome = await journal.updateFacts(change);
    assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason);
    for (const word of words) this.#must.add(word);
  }
}
