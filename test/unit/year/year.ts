import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dashboardState, type DashboardContext } from '../../../src/core/growth/dashboardState';
import type { NotedMoment } from '../../../src/core/incident/life';
import { localDay } from '../../../src/core/incident/times';
import type { Claim } from '../../../src/core/journal/schema';
import type { Journal } from '../../../src/store/journal';
import { setShared } from '../../../src/store/sharing';
import { openJournal } from '../store/journalFolder';
import { countsApart } from './apart';
import { Machine } from './machine';
import { Meeting } from './meeting';
import { MACHINES, type MachineName, type Story } from './story';
import { Verdicts } from './verdicts';

const MINUTE = 60_000;
export const DAY = 1_440 * MINUTE;
/** The first of January of the simulated year. */
export const START = Date.UTC(2026, 0, 1);

/** What is known of one incident of the story by who looks on. */
export interface Known {
  id?: string;
}

type Run = () => unknown;

/** The clock of the year, what it has in store, and the two machines. */
export class Year {
  now = START;
  zone = 'Europe/Berlin';
  /** What sources tell by now. */
  readonly claims: Claim[] = [];
  readonly known: Known[] = [];
  /** By record: what the store said was saved, each word once in the year. Two that are told can be one incident. */
  readonly must = new Map<string, Set<string>>();
  readonly machines: Readonly<Record<MachineName, Machine>>;
  readonly meeting: Meeting;
  /** What happened, as a story. */
  readonly log: string[] = [];
  /** What else holds on a machine whenever the two have met. */
  readonly holds: ((machine: Machine) => void)[] = [];
  steps = 0;
  #moments: { readonly at: number; readonly run: Run }[] = [];
  #ids = 0;
  #words = 0;

  private constructor(
    private readonly folder: string,
    readonly story: Story,
    machines: Readonly<Record<MachineName, Machine>>,
  ) {
    this.machines = machines;
    this.meeting = new Meeting(machines.laptop, machines.desktop);
  }

  /** Runs a year. @param prepare puts into it what will happen */
  static async run(base: string, story: Story, prepare: (year: Year) => void): Promise<Year> {
    const folder = mkdtempSync(join(base, 'lead-debrief-year-'));
    const clock: { year?: Year } = {};
    const options = { now: () => clock.year?.now ?? START, newId: () => clock.year?.newId() ?? '0000000000', verdicts: new Verdicts() };
    const opened = await Promise.all(MACHINES.map((name) => Machine.open(name, { folder: join(folder, name), ...options })));
    const [laptop, desktop] = opened as [Machine, Machine];
    const year = (clock.year = new Year(folder, story, { laptop, desktop }));
    try {
      assert.ok((await setShared(laptop.journal, laptop.path('.'), true)).ok);
      await year.meeting.meet();
      prepare(year);
      await year.#goThrough();
      await year.meet();
      return year;
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n\nThe story, to the moment in which it went wrong:\n${year.log.slice(-40).join('\n')}\n`, { cause: error });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  newId(): string {
    this.#ids += 1;
    return `k${String(this.#ids).padStart(9, '0')}`;
  }

  word(): string {
    this.#words += 1;
    return `w${this.#words}x`;
  }

  moment(): NotedMoment {
    return { now: new Date(this.now).toISOString(), newId: () => this.newId(), locale: { language: 'en', zone: this.zone } };
  }

  /** What will happen at a time. What lies in the past by then is left out. */
  at(time: number, run: Run): void {
    const place = this.#moments.findIndex((each) => each.at > time);
    this.#moments.splice(place < 0 ? this.#moments.length : place, 0, { at: time, run });
  }

  /** The same, after a holiday where it falls into one. */
  whenHere(time: number, run: Run): void {
    this.at(time, () => (this.isAway() ? this.whenHere(this.now + DAY, run) : run()));
  }

  /** Words that the store said were saved in a record. */
  mustHold(id: string, ...words: readonly string[]): void {
    this.must.set(id, new Set([...(this.must.get(id) ?? []), ...words]));
  }

  /** The machines are at home, and nobody looks at them. */
  isAway(time = this.now): boolean {
    const day = Math.floor((time - START) / DAY);
    return this.story.holidays.some((each) => day >= each.day && day < each.day + each.days);
  }

  say(words: string, machine?: Machine): void {
    const when = new Date(this.now).toISOString().slice(0, 16).replace('T', ' ');
    this.log.push(`${when} ${machine ? `on the ${machine.name}: ` : ''}${words}`);
  }

  async #goThrough(): Promise<void> {
    for (let next = this.#moments.shift(); next; next = this.#moments.shift()) {
      if (next.at >= START + 366 * DAY) return;
      this.now = Math.max(this.now, next.at);
      this.steps += 1;
      await next.run();
    }
  }

  /** The two machines meet, and then hold the same, with all that was saved on either. */
  async meet(): Promise<void> {
    this.say('the two machines meet');
    const [onLaptop, onDesktop] = await this.meeting.meet();
    const { laptop, desktop } = this.machines;
    assert.deepEqual([...onDesktop], [...onLaptop], 'both machines hold the same files');
    laptop.areValid(onLaptop);
    desktop.areValid(onDesktop);
    for (const machine of [laptop, desktop]) {
      this.#isWhole(machine);
      for (const hold of this.holds) hold(machine);
    }
    await this.#showsTheSame();
  }

  #isWhole({ journal, name }: Machine): void {
    const entries = [...journal.entries(), ...journal.deletedEntries()];
    assert.deepEqual(entries.filter(({ state }) => state !== 'ok').map((entry) => entry.file), [], `${name}: every file can be used`);
    const texts = JSON.stringify(entries);
    const lost = [...this.must.values()].flatMap((words) => [...words]).filter((word) => !texts.includes(word));
    assert.deepEqual(lost, [], `${name}: nothing that was saved is lost`);
  }

  /** What the dashboard says comes from the files alone. */
  async #showsTheSame(): Promise<void> {
    const { laptop, desktop } = this.machines;
    const fresh = await openJournal(laptop.path('..'), { now: () => this.now });
    const [first, ...others] = [laptop, desktop, { journal: fresh }].map(({ journal }) => dashboardState(journal.records(), this.#contextOf(journal)));
    for (const other of others) assert.deepEqual(other, first, 'the same dashboard from the files alone');
    if (first) countsApart(first, fresh.records(), this.#contextOf(fresh));
  }

  #contextOf(journal: Journal): DashboardContext {
    const facts = journal.facts();
    return { locale: this.moment().locale, now: this.now, faults: [], people: journal.people().people, ...(facts && { facts }) };
  }

  /** The day by the lead's clock. */
  today(time = this.now): string {
    return localDay(new Date(time).toISOString(), this.zone);
  }
}
