import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Plan } from '../../../src/core/journal/schema';
import { APART, readCueMemory, takeEvent, type CueMemory } from '../../../src/core/plan/cueMemory';
import { isBranchOf, isFileOf } from '../../../src/core/plan/cuePattern';
import { eventName, isMomentOf, type CueEvent } from '../../../src/core/plan/cues';
import { headEvents, madeBranch } from '../../../src/core/plan/headLog';
import { hasEvent, noteLedger } from '../../../src/core/plan/ledger';
import { weeklyTurn } from '../../../src/core/plan/weekly';
import { withPlan } from './plans';

const NOW = Date.parse('2026-05-20T12:00:00Z');
const PLAN: Plan = { id: 'plan', cue: 'a revert', act: 'ask', made: '2026-05-14T10:00:00Z', cues: [{ id: 'revert' }, { id: 'branch', pattern: 'hotfix/*, release/*' }, { id: 'file', pattern: 'src/checkout' }, { id: 'declared' }] };

describe('the moment of a plan', () => {
  const revert: CueEvent = { kind: 'revert', commit: 'a'.repeat(40), at: NOW };
  const table: readonly [string, Plan, CueEvent, boolean][] = [
    ['a revert, where that is a cue', PLAN, revert, true],
    ['not where it is none', { ...PLAN, cues: [{ id: 'declared' }] }, revert, false],
    ['not of a plan without cues', { id: 'plan', made: '2026-05-14T10:00:00Z' }, revert, false],
    ['not of a plan that is closed', { ...PLAN, closed: '2026-05-19T10:00:00Z' }, revert, false],
    ['not of one that was written and never made', { ...PLAN, made: undefined } as never, revert, false],
    ['not what was done before the plan was made', { ...PLAN, made: '2026-05-20T12:00:01Z' }, revert, false],
    ['not what was done long ago', PLAN, { ...revert, at: NOW - 16 * 60_000 }, false],
    ['not what is far ahead: a clock was changed', PLAN, { ...revert, at: NOW + 16 * 60_000 }, false],
    ['a branch that it names', PLAN, { kind: 'branch', branch: 'release/2026-05', at: NOW }, true],
    ['no other branch', PLAN, { kind: 'branch', branch: 'main', at: NOW }, false],
    ['a file that it names', PLAN, { kind: 'file', path: 'src/checkout/pool.ts', incident: 'i1', at: NOW }, true],
    ['no other file', PLAN, { kind: 'file', path: 'src/cart.ts', incident: 'i1', at: NOW }, false],
    ['no branch at all where it names none', { ...PLAN, cues: [{ id: 'branch' }] }, { kind: 'branch', branch: 'main', at: NOW }, false],
  ];
  for (const [name, plan, event, isMoment] of table) it(name, () => assert.equal(isMomentOf(plan, event, NOW), isMoment));

  it('has one name for each event, a day for a branch, an incident for all files', () => {
    assert.equal(eventName({ kind: 'branch', branch: 'hotfix/x', at: Date.parse('2026-05-20T23:30:00Z') }, 'Europe/Berlin'), 'branch hotfix/x 2026-05-21');
    assert.equal(eventName({ kind: 'file', path: 'a', incident: 'i1', at: 0 }, 'UTC'), eventName({ kind: 'file', path: 'b', incident: 'i1', at: 9 }, 'UTC'));
    assert.notEqual(eventName({ kind: 'declared', incident: 'i1', at: 0 }, 'UTC'), eventName({ kind: 'resolved', incident: 'i1', at: 0 }, 'UTC'));
  });

  it('has an entry of its own in the ledger, beside what was said after the incident', () => {
    const note = (did: 'acted' | 'chose', more: object) => (record: ReturnType<typeof withPlan>, i: number) => noteLedger(record, did, { now: '2026-05-20T12:00:00Z', newId: () => `e${i}`, ...more });
    const steps = [note('acted', { event: 'revert 1', after: 'i1' }), note('chose', { event: 'revert 2', after: 'i1' }), note('chose', { event: 'revert 1', after: 'i1' })];
    const record = steps.reduce((before, step, i) => step(before, i), withPlan('a', '14'));
    assert.deepEqual(record.plan?.ledger?.map(({ id, did, event, incident }) => [id, did, event, incident]), [['e0', 'chose', 'revert 1', 'i1'], ['e1', 'chose', 'revert 2', 'i1']]);
    const asked = noteLedger(record, 'forgot', { now: '2026-05-21T12:00:00Z', newId: () => 'e9', after: 'i1' });
    assert.deepEqual(asked.plan?.ledger?.map(({ id, did }) => [id, did]), [['e0', 'forgot'], ['e1', 'chose']]);
    assert.deepEqual(['revert 1', 'revert 3'].map((event) => asked.plan && hasEvent(asked.plan, event)), [true, false], 'an event with an entry brings the plan up no more, on any machine');
  });
});

describe('patterns of branches and files', () => {
  const branches: readonly [string, string, boolean][] = [
    ['hotfix/*', 'hotfix/pool', true], ['hotfix/*', 'hotfix/a/b', true], ['Hotfix/*', 'hotfix/pool', true], ['hotfix/*', 'hotfix', false], ['hotfix*', 'my-hotfix', false],
    ['*hotfix*', 'my-hotfix-2', true], ['a, b', 'b', true], ['', 'b', false], [' , ', 'b', false], ['v?', 'v1', true], ['v?', 'v12', false], ['(a+)+$', '(a+)+$', true],
  ];
  for (const [pattern, branch, is] of branches) it(`${pattern}: ${branch}`, () => assert.equal(isBranchOf(pattern, branch), is));
  const files: readonly [string, string, boolean][] = [
    ['src/checkout', 'src/checkout/deep/pool.ts', true], ['src/checkout/', 'src/checkout/pool.ts', true], ['src/checkout', 'src/checkouts/pool.ts', false], ['checkout', 'src/checkout/pool.ts', true],
    ['/checkout', 'src/checkout/pool.ts', false], ['*.tf', 'infra/prod/main.tf', true], ['*.tf', 'infra/main.tfvars', false], ['src/*.ts', 'src/a.ts', true], ['src/*.ts', 'src/a/b.ts', false],
    ['src/**/pool.ts', 'src/pool.ts', true], ['src/**/pool.ts', 'src/a/b/pool.ts', true], ['**', 'a', true], ['./src', 'src/a.ts', true], ['docs/runbook.md', 'docs/runbook.md', true],
  ];
  for (const [pattern, path, is] of files) it(`${pattern}: ${path}`, () => assert.equal(isFileOf(pattern, path), is));

  it('take no time for what somebody else wrote', () => {
    assert.equal(isFileOf(`${'**/*a*'.repeat(80)}b`, 'a/'.repeat(2_000)), false);
    assert.equal(isBranchOf(`${'*a'.repeat(240)}b`, 'a'.repeat(4_000)), false);
  });

  it('say the same as the pattern as a regular expression', () => {
    const sign = fc.constantFrom('a', 'b', '/', '*', '?');
    fc.assert(fc.property(fc.array(sign, { maxLength: 8 }), fc.stringMatching(/^[ab/]{0,8}$/), (signs, branch) => {
      const pattern = signs.join('');
      const source = signs.map((each) => (each === '*' ? '[^]*' : each === '?' ? '[^]' : each)).join('');
      assert.equal(isBranchOf(pattern, branch), pattern !== '' && new RegExp(`^${source}$`).test(branch));
    }));
  });
});

describe('what was shown at a cue', () => {
  /** The clock of the machine goes on, and may be set forward or back at any time; some events are told of again, as by another window or after a reload. */
  const step = fc.record({ minutes: fc.integer({ min: 0, max: 90 }), set: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: -3_000, max: 3_000 })), event: fc.integer({ min: 0, max: 6 }).map(String) });

  it('is shown once for each event, and never twice within an hour, whatever the clock does', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let [memory, clock, ran]: [CueMemory, number, number] = [{ shown: [] }, NOW, 0];
      const shown: { event: string; ran: number }[] = [];
      for (const { minutes, set, event } of steps) {
        clock += (minutes + set) * 60_000;
        ran += (minutes + Math.max(0, set)) * 60_000;
        const taken = takeEvent(readCueMemory(JSON.parse(JSON.stringify(memory))), { plan: 'p', event }, clock);
        memory = taken.memory;
        if (taken.may) shown.push({ event, ran });
      }
      assert.equal(new Set(shown.map(({ event }) => event)).size, shown.length);
      for (const [i, each] of shown.slice(1).entries()) assert.ok(each.ran - (shown[i]?.ran ?? 0) >= APART, 'the clock has gone on for an hour in between, however often it was set back');
    }), { numRuns: 500 });
  });

  it('is held up by a clock that was set back for no more than an hour', () => {
    const { memory } = takeEvent({ shown: [] }, { plan: 'p', event: 'one' }, NOW);
    const back = NOW - 50 * APART;
    const first = takeEvent(memory, { plan: 'p', event: 'two' }, back);
    assert.equal(first.may, false);
    assert.equal(takeEvent(first.memory, { plan: 'p', event: 'two' }, back + APART).may, true);
  });

  it('reads what cannot be used as nothing', () => {
    for (const stored of [undefined, null, 1, [], {}, { shown: 1 }, { shown: [null, 1, { plan: 'p' }] }]) assert.deepEqual(readCueMemory(stored), { shown: [] });
  });
});

describe('a weekly cue', () => {
  const turn = (now: string, zone: string, day = 1, time = '09:30') => {
    const { day: on, from } = weeklyTurn({ id: 'weekly', day, time }, zone, Date.parse(now)) ?? { from: 0 };
    return [on, new Date(from).toISOString()];
  };
  it('is on its day in the lead’s zone', () => {
    assert.deepEqual(turn('2026-05-20T12:00:00Z', 'UTC'), ['2026-05-25', '2026-05-25T09:30:00.000Z']); // a Wednesday
    assert.deepEqual(turn('2026-05-25T15:00:00Z', 'UTC'), ['2026-05-25', '2026-05-25T09:30:00.000Z']);
    assert.deepEqual(turn('2026-05-24T23:00:00Z', 'Asia/Kolkata'), ['2026-05-25', '2026-05-25T04:00:00.000Z']);
    assert.deepEqual(turn('2026-05-25T01:00:00Z', 'America/New_York'), ['2026-05-25', '2026-05-25T13:30:00.000Z']); // there it is still Sunday
  });
  it('comes an hour later where the clocks skip its time', () => assert.deepEqual(turn('2026-03-28T12:00:00Z', 'Europe/Berlin', 7, '02:30'), ['2026-03-29', '2026-03-29T01:30:00.000Z']));
  it('is none without a day or a time', () => {
    for (const cue of [{ id: 'weekly' }, { id: 'weekly', day: 1 }, { id: 'weekly', day: 1, time: '9:30' }, { id: 'weekly', time: '09:30' }]) assert.equal(weeklyTurn(cue, 'UTC', NOW), undefined);
  });
  it('has one turn a week, always its own weekday, also over changes of the clocks', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu');
    fc.assert(fc.property(zone, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 400 * 24 }), (where, day, hours) => {
      const now = NOW + hours * 3_600_000;
      const next = weeklyTurn({ id: 'weekly', day, time: '09:30' }, where, now);
      assert.equal(new Date(`${next?.day}T12:00:00Z`).getUTCDay() || 7, day);
      assert.ok((next?.from ?? 0) > now - 86_400_000 && (next?.from ?? 0) < now + 8 * 86_400_000);
    }));
  });
});

describe('what git notes about HEAD', () => {
  const [zero, one] = ['0'.repeat(40), '1'.repeat(40)];
  const line = (words: string) => `${zero} ${one} Ana Sol <ana@example.com> 1779278400 +0200\t${words}\n`;
  const table: readonly [string, unknown[]][] = [
    ['revert: Revert "payments: halve the pool"', ['revert']], ['commit: Revert "payments: halve the pool" (#413)', ['revert']], ['commit (merge): Revert x', ['revert']],
    ['commit: payments: halve the pool', []], ['commit (amend): Revert "x"', []], ['rebase (pick): Revert "x"', []], ['pull: Fast-forward', []], ['commit: Revert "Revert "x""', []], ['commit: Reapply "x"', []],
    ['checkout: moving from main to hotfix/pool', ['hotfix/pool']], ['checkout: moving from main to a b', []], ['', []],
  ];
  for (const [words, expected] of table) it(words || 'nothing', () => assert.deepEqual(headEvents(line(words)).map((event) => (event.kind === 'branch' ? event.branch : event.kind)), expected));
  it('says which commit and when', () => assert.deepEqual(headEvents(`${line('commit: a')}${line('revert: Revert "a"')}`), [{ kind: 'revert', commit: one, at: 1_779_278_400_000 }]));
  it('tells a branch that is made from one that moves', () => {
    assert.deepEqual(madeBranch('hotfix/x', line('branch: Created from HEAD')), { kind: 'branch', branch: 'hotfix/x', at: 1_779_278_400_000 });
    assert.equal(madeBranch('hotfix/x', line('commit: a')), undefined);
    assert.equal(madeBranch('hotfix/x', ''), undefined);
  });
});
