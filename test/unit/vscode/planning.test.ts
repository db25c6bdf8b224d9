import assert from 'node:assert/strict';
import { choose } from '../../../src/core/reflection/choices';
import { openScreen } from '../../../src/core/reflection/progress';
import { back, changePlan, keepPart, next, skip, takeTypedWords } from '../../../src/vscode/reflection/leaving';
import { noteLastPlan, settleLastPlan } from '../../../src/vscode/reflection/naming';
import { ownFolder } from '../store/journalFolder';
import { atPlan, EVENING, journalWith, ONE, onDisk, Sitting, TWO } from './sitting';

describe('a plan over a real journal', () => {
  const folder = ownFolder();

  it('saves the plan, has it typed once, and ends', async () => {
    const lead = await atPlan(folder.path());
    await next(lead.session);
    assert.deepEqual([lead.screen, lead.state?.plan.stage], ['nextPlan', 'recall']);
    lead.type('typed.cue', 'a second alert of one service: two');
    lead.type('typed.act', 'say loudly who leads');
    await next(lead.session);
    assert.equal(lead.screen, 'summary');
    assert.equal(lead.state?.summary.plan, 'When I next see two alerts from one service, I will say who leads.');
  });

  it('turns a vague plan back once, each part by itself, and keeps what the lead keeps', async () => {
    const lead = await atPlan(folder.path(), 'in future', 'stay calm');
    await next(lead.session);
    assert.deepEqual(Object.keys(lead.state?.plan.turnedBack ?? {}), ['cue', 'act']);
    assert.equal(lead.record.plan?.made, undefined);
    await keepPart(lead.session, 'cue');
    assert.deepEqual(Object.keys(lead.state?.plan.turnedBack ?? {}), ['act']);
    await next(lead.session);
    assert.deepEqual([lead.state?.plan.stage, lead.record.plan?.keptAsIs], ['recall', ['cue', 'act']]);
  });

  it('compares once, and lets the lead go on, take the new words, or write it anew', async () => {
    const lead = await atPlan(folder.path());
    await next(lead.session);
    lead.type('typed.cue', 'a customer calls');
    await next(lead.session);
    assert.deepEqual([lead.screen, lead.state?.plan.differs], ['nextPlan', true]);
    await changePlan(lead.session);
    assert.deepEqual([lead.state?.plan.stage, lead.record.plan?.typed], ['write', undefined]);
    await next(lead.session);
    lead.type('typed.cue', 'a customer calls');
    await takeTypedWords(lead.session);
    assert.equal(lead.state?.summary.plan, 'When I next see a customer calls, I will say who leads.');
  });

  it('that was typed in other words is asked about once: whoever goes on keeps the plan', async () => {
    const lead = await atPlan(folder.path());
    await next(lead.session);
    lead.type('typed.cue', 'a customer calls');
    await next(lead.session);
    assert.equal(lead.screen, 'nextPlan');
    await next(lead.session);
    assert.deepEqual([lead.screen, lead.record.plan?.cue], ['summary', 'two alerts from one service']);
  });

  it('makes a plan that was written only after Finish, and does not ask for it from memory', async () => {
    const lead = await atPlan(folder.path(), '', '');
    await next(lead.session);
    assert.equal(lead.screen, 'summary');
    await back(lead.session);
    lead.type('plan.cue', 'two alerts from one service');
    lead.type('plan.act', 'say who leads');
    await next(lead.session);
    assert.deepEqual([lead.screen, lead.record.plan?.made !== undefined], ['summary', true]);
  });

  const afterAPlan = async (): Promise<Sitting> => {
    const lead = Sitting.at(await journalWith(folder.path(), ONE, TWO), ONE, EVENING);
    await lead.session.go((record, step) => openScreen(record, 'nextPlan', step));
    lead.type('plan.cue', 'two alerts');
    lead.type('plan.act', 'say who leads');
    await next(lead.session);
    await next(lead.session);
    return Sitting.at(lead.journal, TWO, '2026-05-16T18:00:00Z');
  };

  it('asks the next reflection what became of the last plan, and keeps it in that plan’s record', async () => {
    const lead = await afterAPlan();
    assert.deepEqual([lead.screen, lead.state?.count, lead.state?.lastPlan?.cue], ['lastPlan', '1 of 6', 'two alerts']);
    await noteLastPlan(lead.session, 'forgot');
    lead.type('ledger.why', 'It was loud');
    await next(lead.session);
    assert.deepEqual([lead.screen, lead.record.reflection?.skipped], ['facts', undefined]);
    assert.deepEqual(onDisk(folder.path(), ONE).plan?.ledger?.map(({ did, why, incident }) => [did, why, incident]), [['forgot', 'It was loud', TWO]]);
    assert.ok(!JSON.stringify(onDisk(folder.path(), TWO)).includes('It was loud'));
  });

  it('keeps both texts where what made the difference was typed in two places', async () => {
    const lead = await afterAPlan();
    await noteLastPlan(lead.session, 'forgot');
    const other = Sitting.at(lead.journal, TWO, '2026-05-16T18:00:00Z');
    other.type('ledger.why', 'theirs');
    lead.type('ledger.why', 'mine');
    await other.session.unsaved.flush();
    await lead.session.unsaved.flush();
    assert.deepEqual([lead.state?.texts['ledger.why'], lead.state?.clashes['ledger.why']], ['mine', 'theirs']);
    await settleLastPlan(lead.session, 'both');
    assert.deepEqual([lead.state?.texts['ledger.why'], lead.state?.clashes], ['mine\ntheirs', {}]);
  });

  const write = async (lead: Sitting, choice: 'keep' | 'replace' | null): Promise<void> => {
    await lead.session.go((record, step) => openScreen(record, 'nextPlan', step));
    if (choice) await lead.session.change((record, step) => choose(record, { type: 'choose', field: 'lastPlan', value: choice }, step));
    lead.type('plan.cue', 'a customer calls');
    lead.type('plan.act', 'roll back');
    await next(lead.session);
  };

  it('closes the last plan when the new one took its place, and not before the end', async () => {
    const lead = await afterAPlan();
    await write(lead, 'replace');
    assert.equal(lead.state?.plan.stage, 'recall');
    assert.equal(onDisk(folder.path(), ONE).plan?.closed, undefined);
    await skip(lead.session);
    assert.equal(lead.screen, 'summary');
    assert.notEqual(onDisk(folder.path(), ONE).plan?.closed, undefined);
    assert.equal(lead.state?.tabs.length, 6, 'it still asks about that one');
  });

  for (const choice of ['keep', null] as const) {
    it(`makes no new plan while the last one stays (${choice ?? 'nothing chosen'})`, async () => {
      const lead = await afterAPlan();
      await write(lead, choice);
      assert.equal(lead.screen, 'summary');
      assert.deepEqual([lead.record.plan?.made, onDisk(folder.path(), ONE).plan?.closed], [undefined, undefined]);
    });
  }
});
