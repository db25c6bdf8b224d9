import assert from 'node:assert/strict';
import { readCueMemory, takeEvent } from '../../../src/core/plan/cueMemory';
import { cueOf, eventName, isMomentOf, type CueEvent } from '../../../src/core/plan/cues';
import { hasEvent, noteLedger } from '../../../src/core/plan/ledger';
import { openPlan } from '../../../src/core/plan/openPlan';
import { weeklyTurn } from '../../../src/core/plan/weekly';
import type { Machine } from './machine';
import { saved } from './telling';
import type { Year } from './year';

const HOUR = 3_600_000;
const WINDOWS = 2;

/** What brings each plan of the year up. */
export const CUES = [{ id: 'declared' }, { id: 'resolved' }, { id: 'revert' }, { id: 'branch', pattern: 'hotfix/*' }, { id: 'weekly', day: 1, time: '09:30' }] as const;

/** How the plan came up at its cues on the machines, each with two windows that see the same: never twice for one event, never twice in an hour. */
export class Firing {
  count = 0;
  /** By machine, as the editor stores it. */
  readonly #memories = new Map<Machine, unknown>();
  readonly #fired = new Map<Machine, { readonly key: string; readonly at: number }[]>();

  constructor(private readonly year: Year) {}

  /** Both windows of a machine see it, and again when they look once more. */
  async happens(machine: Machine, event: CueEvent): Promise<void> {
    const open = openPlan(machine.journal.records());
    if (open && hasEvent(open.plan, eventName(event, this.year.zone))) return; // answered before, on this machine or the other
    for (let window = 0; window < 2 * WINDOWS; window += 1) await this.#inWindow(machine, event);
  }

  /** The day and hour of the week, where it has come. */
  async week(machine: Machine): Promise<void> {
    const open = openPlan(machine.journal.records());
    const cue = open && cueOf(open.plan, 'weekly');
    const turn = cue && weeklyTurn(cue, this.year.zone, this.year.now);
    if (turn && turn.from <= this.year.now && turn.day === this.year.today()) await this.happens(machine, { kind: 'weekly', day: turn.day, at: this.year.now });
  }

  async #inWindow(machine: Machine, event: CueEvent): Promise<void> {
    const { now, zone } = this.year;
    const open = openPlan(machine.journal.records());
    if (!open || !isMomentOf(open.plan, event, now)) return;
    const name = eventName(event, zone);
    const { memory, may } = takeEvent(readCueMemory(this.#memories.get(machine)), { plan: open.plan.id, event: name }, now);
    this.#memories.set(machine, JSON.parse(JSON.stringify(memory)));
    if (!may) return;
    this.#wasRight(machine, `${open.plan.id} ${name}`);
    assert.ok(open.plan.closed === undefined && cueOf(open.plan, event.kind), 'an open plan that has this cue');
    this.year.say(`the plan of “${open.incident.title}” comes up: ${name}`, machine);
    const { plan } = saved(await machine.journal.update(open.incident.id, (record) => noteLedger(record, this.count % 2 === 0 ? 'acted' : 'chose', { ...this.year.moment(), event: name })));
    assert.equal(plan?.ledger?.filter((entry) => entry.event === name).length, 1, `one entry for ${name}`);
  }

  #wasRight(machine: Machine, key: string): void {
    const { now } = this.year;
    const fired = this.#fired.get(machine) ?? [];
    assert.ok(!fired.some((each) => each.key === key), `the plan came up twice for one event: ${key}`);
    assert.ok(fired.every(({ at }) => now - at >= HOUR), 'the plan came up twice in an hour');
    this.#fired.set(machine, [...fired, { key, at: now }]);
    this.count += 1;
  }
}
