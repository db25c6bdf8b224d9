import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { endPage, lastPage } from '../../../src/core/drill/pages';
import { judgeDrill, storyOf } from '../../../src/core/drill/drillFile';
import { replayOf } from '../../../src/core/drill/fromIncident';
import { finishDrill, nextDrillPage, sayOfCall } from '../../../src/core/drill/progress';
import { newDrill, type DrillStory } from '../../../src/core/drill/story';
import type { FoundIncident } from '../../../src/core/found/findings';
import { timeline } from '../../../src/core/evidence/timeline';
import { incidentState, isReplay } from '../../../src/core/incident/state';
import type { Drill, DrillPoint } from '../../../src/core/journal/drillSchema';
import type { Incident } from '../../../src/core/journal/schema';
import { isNewPlan, makePlan } from '../../../src/core/plan/commit';
import { standingPlan } from '../../../src/core/plan/lastPlan';
import { closePlan } from '../../../src/core/plan/ledger';
import { choose } from '../../../src/core/reflection/choices';
import { mayOpen } from '../../../src/core/reflection/screens';
import type { Step } from '../../../src/core/reflection/step';
import { writeText } from '../../../src/core/reflection/texts';
import { CUES } from './firing';
import { followLesson } from './lessons';
import type { Machine } from './machine';
import type { ToldDrill } from './story';
import { saved } from './telling';
import { DAY, START, type Year } from './year';

const MINUTE = 60_000;

/** The drill that ships. */
const ready = ((): DrillStory => {
  const verdict = judgeDrill(JSON.parse(readFileSync(new URL('../../../drills/slow-payments.drill.json', import.meta.url), 'utf8')));
  assert.ok(verdict.state === 'valid');
  return storyOf(verdict.record, 'ready', 'slow-payments');
})();

/** What the lead practises in the year: decision by decision, and what is learned of it. */
export class Practice {
  /** How many drills came to their end. */
  finished = 0;
  /** The ids of those that were begun. */
  readonly #begun = new Set<string>();

  constructor(private readonly year: Year) {}

  prepare(): void {
    for (const told of this.year.story.drills) this.year.whenHere(START + told.day * DAY + told.minute * MINUTE, () => this.#begin(told));
  }

  /** Each that was begun is on a machine, as a drill and nothing else, and no source tells of it: what happened meanwhile is found as if nobody had practised. */
  isThere(machine: Machine): void {
    const { name, journal } = machine;
    const records = journal.records();
    const titles = (all: readonly FoundIncident[]): readonly string[] => all.map(({ incident }) => incident.title);
    assert.deepEqual(titles(machine.found(this.year.claims)), titles(machine.foundBeside(records.filter((each) => !isReplay(each)), this.year.claims)), `${name}: what sources have found, with drills and without`);
    for (const id of this.#begun) {
      const record = records.find((each) => each.id === id);
      assert.ok(record?.drill, `${name}: a drill is in the journal`);
      assert.equal(record.kind, 'drill', `“${record.title}” is a drill`);
      assert.ok(['draft', 'finished'].includes(incidentState(record)), `“${record.title}” waits for nobody to look back at it`);
      assert.deepEqual(record.claims?.map(({ source, drill }) => [source, drill]), [['person', true]], `“${record.title}”: nothing that happened meanwhile was taken for it`);
    }
  }

  async #begin(told: ToldDrill): Promise<void> {
    const { year } = this;
    const machine = year.machines[told.on];
    const record = saved(await machine.journal.create(newDrill(this.#storyOn(machine, told.of), year.moment())));
    this.#begun.add(record.id);
    const decisions = record.drill?.points ?? [];
    const half = told.leaves ? Math.ceil(decisions.length / 2) : decisions.length;
    year.say(`begins the drill “${record.title}”${told.leaves ? ', and leaves in the middle' : ''}`, machine);
    await this.#change(machine, record.id, (before, step) => decides(before, decisions.slice(0, half), this.#calls(before.id, decisions.slice(0, half)), step));
    if (!told.leaves) return this.#end(machine, record.id, told);
    year.whenHere(year.now + 3 * DAY, async () => {
      const other = year.machines[told.on === 'laptop' ? 'desktop' : 'laptop'];
      const there = other.record(record.id) ? other : machine;
      year.say(`goes on with the drill “${record.title}”`, there);
      await this.#change(there, record.id, (before, step) => decides(before, decisions.slice(half), this.#calls(before.id, decisions.slice(half)), step));
      return this.#end(there, record.id, told);
    });
  }

  /** An incident that was looked back at, told once more from its record; where that says too little, the ready one. */
  #storyOn({ journal }: Machine, of: ToldDrill['of']): DrillStory {
    const { locale, now } = this.year.moment();
    const own = of === 'own' ? journal.records().filter((record) => !isReplay(record) && record.cancelled === undefined && record.window.end !== undefined && mayOpen('evidence', record)) : [];
    const stories = own.flatMap((incident) => replayOf({ incident, entries: timeline(incident, undefined).entries, locale, now: Date.parse(now) }).story ?? []);
    return stories[0] ?? ready;
  }

  /** What the lead says at decisions: two texts for each, which nobody may lose. */
  #calls(id: string, points: readonly DrillPoint[]): ReadonlyMap<string, readonly [see: string, act: string]> {
    const calls = new Map(points.map((point) => [point.id, [this.year.word(), this.year.word()] as const]));
    this.year.mustHold(id, ...[...calls.values()].flat());
    return calls;
  }

  async #end(machine: Machine, id: string, told: ToldDrill): Promise<void> {
    const { year } = this;
    const [missed, lesson, cue, act] = [year.word(), year.word(), year.word(), year.word()];
    const title = machine.record(id)?.title;
    year.say(`comes to the end of the drill “${title}”${told.plan ? ', with a plan' : ''}`, machine);
    const last = standingPlan(machine.journal.records().filter((each) => each.id !== id), machine.record(id) as Incident);
    await this.#change(machine, id, (before, step) => {
      const seen = writeText(before, 'answer.drillMissed', missed, step);
      const learned = told.lesson ? writeText(seen, 'lesson', lesson, step) : seen;
      const planned = told.plan ? plans(learned, { cue, act }, step) : learned;
      assert.equal(isNewPlan(planned, last), told.plan, 'a plan is made where the lead chose it, in the place of the one before');
      return finishDrill(planned, step);
    });
    if (told.plan && last) saved(await machine.journal.update(last.incident.id, (other) => closePlan(other, year.moment().now)));
    year.mustHold(id, missed, ...(told.lesson ? [lesson] : []), ...(told.plan ? [cue, act] : []));
    assert.equal(machine.record(id) && incidentState(machine.record(id) as Incident), 'finished', 'the drill is over');
    this.finished += 1;
    if (told.lesson) followLesson(year, machine, id, told);
  }

  async #change(machine: Machine, id: string, change: (record: Incident, step: Step) => Incident): Promise<void> {
    const moment = this.year.moment();
    saved(await machine.journal.update(id, (record) => change(record, { ...moment, session: moment.now })));
    machine.isValid([id]);
  }
}

/** From where the lead is through some decisions, a page at a time: what is said is said before what happened is shown. */
function decides(incident: Incident, points: readonly DrillPoint[], calls: ReadonlyMap<string, readonly [see: string, act: string]>, step: Step): Incident {
  let record = incident;
  for (const { id } of points) {
    const [see = '', act = ''] = calls.get(id) ?? [];
    record = turnPage(record); // to what was known by then
    record = writeText(writeText(record, `answer.drillSee.${id}`, see, step), `answer.drillDo.${id}`, act, step);
    record = sayOfCall(record, id, 'sure', 70, step);
    record = sayOfCall(turnPage(record), id, 'same', 'partly', step);
  }
  const { drill } = record;
  return drill && drill.page === endPage(drill) - 1 ? turnPage(record) : record;
}

const turnPage = (record: Incident): Incident => nextDrillPage(record, record.drill?.page ?? 0);

/** The last page: a plan in the place of the one that stands. */
function plans(incident: Incident, { cue, act }: { readonly cue: string; readonly act: string }, step: Step): Incident {
  let record = turnPage(incident);
  assert.equal(record.drill?.page, lastPage(record.drill as Drill), 'the page of the plan');
  record = choose(record, { type: 'choose', field: 'lastPlan', value: 'replace' }, step);
  record = writeText(writeText(record, 'plan.cue', cue, step), 'plan.act', act, step);
  return makePlan({ ...record, ...(record.plan && { plan: { ...record.plan, cues: CUES } }) }, step);
}
