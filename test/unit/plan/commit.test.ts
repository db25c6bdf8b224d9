import assert from 'node:assert/strict';
import type { Incident, Plan, Reflection } from '../../../src/core/journal/schema';
import { isNewPlan, keepAsIs, makePlan, takeTyped, turnedBack, typedDiffers, unmakePlan } from '../../../src/core/plan/commit';
import { planWords } from '../../../src/core/plan/words';
import { draft, step } from '../reflection/records';
import { PLAN, withPlan } from './plans';

const planned = (plan: Partial<Plan>, reflection: Partial<Reflection> = {}): Incident => draft(reflection, { plan: { id: 'p1', ...plan } });
const open = { incident: withPlan('before', '10'), plan: withPlan('before', '10').plan! };
const closed = { ...open, plan: { ...open.plan, closed: '2026-05-12T10:00:00Z' } };

describe('a plan in words', () => {
  const table: readonly (readonly [plan: Pick<Plan, 'cue' | 'act'>, words: string])[] = [
    [PLAN, 'When I next see two alerts from one service, I will say who leads.'],
    [{ cue: ' two alerts, ', act: 'say who leads.' }, 'When I next see two alerts, I will say who leads.'],
    [{ cue: 'two alerts' }, 'When I next see two alerts, I will ….'],
    [{}, 'When I next see …, I will ….'],
  ];
  for (const [plan, words] of table) it(words, () => assert.equal(planWords(plan), words));
});

describe('a new plan', () => {
  it('is one where a half is written', () => {
    assert.ok(isNewPlan(planned(PLAN), undefined));
    assert.ok(isNewPlan(planned({ cue: 'two alerts' }), undefined));
    assert.ok(isNewPlan(planned({ act: 'say who leads' }), undefined));
    assert.ok(!isNewPlan(planned({}), undefined));
    assert.ok(!isNewPlan(planned({ cue: ' \n', act: '' }), undefined));
    assert.ok(!isNewPlan(draft(), undefined));
  });

  it('takes the place of an open one only where the lead chose so', () => {
    assert.ok(!isNewPlan(planned(PLAN), open));
    assert.ok(!isNewPlan(planned(PLAN, { answers: { lastPlan: 'keep' } }), open));
    assert.ok(isNewPlan(planned(PLAN, { answers: { lastPlan: 'replace' } }), open));
    assert.ok(isNewPlan(planned(PLAN), closed));
    assert.ok(isNewPlan(planned(PLAN, { answers: { lastPlan: 'keep' } }), closed));
  });

  it('is turned back part by part, and never for what was kept', () => {
    const vague = planned({ cue: 'in future', act: 'stay calm' });
    assert.deepEqual(Object.keys(turnedBack(vague)), ['cue', 'act']);
    assert.deepEqual(Object.keys(turnedBack(keepAsIs(vague, ['cue'], step()))), ['act']);
    assert.deepEqual(turnedBack(keepAsIs(keepAsIs(vague, ['act'], step()), ['cue'], step())), {});
    assert.deepEqual(turnedBack(planned(PLAN)), {});
    assert.deepEqual(Object.keys(turnedBack(draft())), ['cue', 'act']);
  });

  it('says which parts were kept, each once, in order', () => {
    assert.deepEqual(keepAsIs(keepAsIs(planned(PLAN), ['act'], step()), ['cue', 'act'], step()).plan?.keptAsIs, ['cue', 'act']);
  });

  it('is made once, and taken back with what was typed from memory', () => {
    const made = makePlan(planned({ ...PLAN, typed: { cue: 'two' } }), step('18:08'));
    assert.equal(made.plan?.made, '2026-05-14T18:08:00.000Z');
    assert.equal(makePlan(made, step('18:09')).plan?.made, '2026-05-14T18:08:00.000Z');
    assert.deepEqual(unmakePlan(made, step()).plan, { ...PLAN });
  });
});

describe('a plan typed from memory', () => {
  const typed = (words: Plan['typed']): Incident => planned({ ...PLAN, made: '2026-05-14T18:08:00Z', ...(words && { typed: words }) });

  const table: readonly (readonly [what: string, words: Plan['typed'], differs: boolean])[] = [
    ['not at all', undefined, false],
    ['as nothing', {}, false],
    ['as spaces', { cue: ' ', act: '\n' }, false],
    ['word for word', { cue: PLAN.cue!, act: PLAN.act! }, false],
    ['in other words', { cue: 'a second alert, two of one service', act: 'say loudly who leads' }, false],
    ['half', { cue: PLAN.cue! }, true],
    ['with another cue', { cue: 'a customer calls', act: PLAN.act! }, true],
    ['with another act', { cue: PLAN.cue!, act: 'roll back' }, true],
  ];
  for (const [what, words, differs] of table) it(`${what}: ${differs ? 'differs' : 'is the plan'}`, () => assert.equal(typedDiffers(typed(words)), differs));

  it('may become the plan; a half that was not typed stays', () => {
    assert.deepEqual(takeTyped(typed({ cue: 'a customer calls', act: ' ' }), step()).plan, { ...typed({ cue: 'a customer calls', act: ' ' }).plan, cue: 'a customer calls' });
    const both = takeTyped(typed({ cue: 'a customer calls', act: 'roll back' }), step());
    assert.equal(planWords(both.plan!), 'When I next see a customer calls, I will roll back.');
    assert.equal(typedDiffers(both), false);
  });

  it('puts no empty words into a plan that has none', () => {
    assert.deepEqual(takeTyped(planned({ cue: 'two alerts' }), step()).plan, { id: 'p1', cue: 'two alerts' });
  });
});
