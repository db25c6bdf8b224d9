import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endPage, lastPage } from '../../../src/core/drill/pages';
import { nextOf } from '../../../src/core/growth/next';
import { planState } from '../../../src/core/growth/planState';
import { loadOf } from '../../../src/core/growth/load';
import type { Drill } from '../../../src/core/journal/drillSchema';
import type { Incident } from '../../../src/core/journal/schema';
import { lastPlanFor } from '../../../src/core/plan/lastPlan';
import { openPlan } from '../../../src/core/plan/openPlan';
import { preBriefOf } from '../../../src/core/plan/preBrief';
import type { ReflectionMessage } from '../../../src/core/protocol';
import { choose } from '../../../src/core/reflection/choices';
import type { Journal } from '../../../src/store/journal';
import { handleDrill } from '../../../src/vscode/drill/drillHandlers';
import { end, nextFromPlan, takeTypedWords } from '../../../src/vscode/reflection/leaving';
import { withPlan } from '../plan/plans';
import { ownFolder } from '../store/journalFolder';
import { EVENING, journalWith, onDisk, ONE, Sitting } from '../vscode/sitting';
import { anyStory, drillOf, LOCALE } from './stories';

const DAY = 86_400_000;
const [story] = fc.sample(anyStory, { numRuns: 1, seed: 8 });
const CUE = 'two alerts from one service';
const ACT = 'say who leads';

class Drilled {
  private constructor(readonly lead: Sitting, readonly journal: Journal, readonly id: string) {}

  /** At the end of a drill, beside incidents of which the first may have a plan. */
  static async atEnd(folder: string, others: readonly Incident[] = []): Promise<Drilled> {
    const journal = await journalWith(folder);
    for (const other of others) assert.ok((await journal.create(other)).ok);
    const begun = drillOf(story!);
    const reached = endPage(begun.drill as Drill);
    assert.ok((await journal.create({ ...begun, drill: { ...(begun.drill as Drill), page: reached, reached } })).ok);
    return new Drilled(Sitting.at(journal, begun.id, EVENING), journal, begun.id);
  }

  send(message: ReflectionMessage): Promise<boolean> {
    return handleDrill(this.lead.session, message, { end, nextFromPlan });
  }

  /** What Ctrl+Enter does. */
  on(): Promise<boolean> {
    return this.send({ type: 'drillOn', page: this.state.page });
  }

  async write(cue: string, act: string): Promise<void> {
    this.lead.type('plan.cue', cue);
    this.lead.type('plan.act', act);
    await this.on();
  }

  get state() {
    assert.ok(this.lead.drill);
    return this.lead.drill;
  }

  get open(): string | undefined {
    return openPlan(this.journal.records())?.incident.id;
  }
}

describe('a plan out of a drill', () => {
  const folder = ownFolder();

  it('can be left: the drill ends without one, from its end or from there', async () => {
    for (const pages of [0, 1]) {
      const drill = await Drilled.atEnd(folder.path());
      for (let page = 0; page < pages; page += 1) await drill.on();
      await drill.send({ type: 'skip' });
      assert.deepEqual([drill.state.finished, drill.state.count, drill.lead.record.plan], [true, 'Done', undefined]);
      await drill.on();
      assert.ok(drill.lead.closed);
      await drill.journal.remove(drill.id);
    }
    const other = await Drilled.atEnd(folder.path());
    await other.on();
    await other.on();
    assert.deepEqual([other.state.finished, other.lead.record.plan], [true, undefined], 'nothing was written');
  });

  it('cannot be left before the end was seen', async () => {
    const drill = await Drilled.atEnd(folder.path());
    await drill.send({ type: 'drillPage', page: 0 });
    await drill.send({ type: 'skip' });
    assert.equal(drill.state.finished, false);
  });

  it('is turned back once with the reason, typed once from memory, and is then Your plan', async () => {
    const drill = await Drilled.atEnd(folder.path());
    await drill.on();
    assert.deepEqual([drill.state.page, drill.state.heading, drill.state.plan?.stage], [lastPage(drill.lead.record.drill as Drill), 'One plan for next time', 'write']);
    await drill.write('in future', 'stay calm');
    assert.deepEqual(Object.keys(drill.state.plan?.turnedBack ?? {}), ['cue', 'act']);
    assert.equal(drill.lead.record.plan?.made, undefined);
    await drill.write(CUE, ACT);
    assert.equal(drill.state.plan?.stage, 'recall');
    assert.ok(planState(drill.journal.records(), LOCALE, Date.now()).open?.isHidden, 'the answer does not stand beside the question');
    drill.lead.type('typed.cue', 'somebody calls');
    await drill.on();
    assert.deepEqual([drill.state.plan?.differs, drill.state.finished], [true, false]);
    await drill.on();
    assert.deepEqual([drill.state.finished, drill.state.plan?.made], [true, { words: `When I next see ${CUE}, I will ${ACT}.`, isOpen: true }]);
    assert.equal(drill.state.lead, 'You made it at the end of this drill.');
    assert.equal(drill.open, drill.id);
    assert.equal(planState(drill.journal.records(), LOCALE, Date.now()).open?.words, `When I next see ${CUE}, I will ${ACT}.`);
    await drill.on();
    assert.ok(drill.lead.closed);
  });

  it('takes the words that were typed from memory', async () => {
    const drill = await Drilled.atEnd(folder.path());
    await drill.on();
    await drill.write(CUE, ACT);
    drill.lead.type('typed.cue', 'a customer calls');
    assert.equal(await drill.send({ type: 'takeTyped' }), false, 'as on the screens');
    await takeTypedWords(drill.lead.session);
    assert.equal(drill.state.plan?.made?.words, `When I next see a customer calls, I will ${ACT}.`);
  });

  it('asks what becomes of the plan that stands now, also of one that came while the drill was under way', async () => {
    const drill = await Drilled.atEnd(folder.path(), [withPlan('aaaaaaaaaa', '10')]);
    assert.ok((await drill.journal.create(withPlan('cccccccccc', '14', { made: '2026-05-14T15:00:00Z', act: 'call the vendor' }))).ok);
    await drill.on();
    assert.equal(drill.state.plan?.open?.words, `When I next see ${CUE}, I will call the vendor.`);
    await drill.on();
    assert.deepEqual([drill.state.finished, drill.open], [true, 'cccccccccc'], 'not answered, it stays');
  });

  it('takes its place only where the lead says so, and not before the drill is over', async () => {
    const drill = await Drilled.atEnd(folder.path(), [withPlan(ONE, '10')]);
    await drill.on();
    assert.equal(await drill.send({ type: 'choose', field: 'lastPlan', value: 'replace' }), false);
    assert.equal(await drill.send({ type: 'choose', field: 'role', value: 'responder' }), true, 'no other choice has a field here');
    await drill.lead.session.change((record, step) => choose(record, { type: 'choose', field: 'lastPlan', value: 'replace' }, step));
    await drill.write(CUE, 'call the vendor');
    assert.equal(onDisk(folder.path(), ONE).plan?.closed, undefined);
    await drill.on();
    assert.notEqual(onDisk(folder.path(), ONE).plan?.closed, undefined);
    assert.equal(drill.open, drill.id);
  });

  it('comes to Next, the next reflection and the pre-brief as any other, and the drill counts as no incident', async () => {
    const drill = await Drilled.atEnd(folder.path());
    await drill.on();
    await drill.write(CUE, ACT);
    await drill.on();
    const records = drill.journal.records();
    const at = (days: number): number => Date.parse(EVENING) + days * DAY;
    const rehearsals = (days: number) => nextOf(records, LOCALE, at(days), { people: [], facts: undefined }).items.filter(({ state }) => state === 'plan');
    assert.deepEqual([rehearsals(1).length, rehearsals(4).length], [0, 1]);
    const incident: Incident = { format: 1, id: 'dddddddddd', title: 'Now', kind: 'real', window: { start: '2026-05-16T10:00:00Z' } };
    assert.equal(lastPlanFor(records, incident, new Date(at(3)).toISOString())?.incident.id, drill.id);
    assert.equal(preBriefOf(records, incident, { files: [], locale: LOCALE, now: at(3) }).plan?.incident.id, drill.id);
    assert.equal(loadOf(records, undefined, 'UTC', at(0)).month, 0);
  });

  it('may still be made once the drill is over, and leaves a later one alone', async () => {
    const drill = await Drilled.atEnd(folder.path());
    await drill.on();
    await drill.send({ type: 'skip' });
    await drill.write(CUE, ACT);
    assert.deepEqual([drill.open, drill.lead.closed], [drill.id, true]);
    const later = withPlan('eeeeeeeeee', '20');
    assert.ok((await drill.journal.create(later)).ok);
    await drill.send({ type: 'drillOn', page: drill.state.page });
    assert.equal(onDisk(folder.path(), later.id).plan?.closed, undefined);
  });
});
