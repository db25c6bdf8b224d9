import assert from 'node:assert/strict';
import type { Incident } from '../../../src/core/journal/schema';
import { choose, setWindow, type OwnChoice } from '../../../src/core/reflection/choices';
import { draft, finished, incident, step } from './records';

describe('a choice', () => {
  const table: readonly (readonly [choice: OwnChoice, read: (record: Incident) => unknown])[] = [
    [{ type: 'choose', field: 'role', value: 'responder' }, ({ role }) => role],
    [{ type: 'choose', field: 'kind', value: 'drill' }, ({ kind }) => kind],
    [{ type: 'choose', field: 'outcome', value: 'clean' }, ({ outcome }) => outcome],
    [{ type: 'choose', field: 'severity', value: 'sev2' }, ({ severity }) => severity],
    [{ type: 'choose', field: 'best', value: 'C1' }, ({ reflection }) => reflection?.guess?.best],
    [{ type: 'choose', field: 'costly', value: 'W2' }, ({ reflection }) => reflection?.guess?.costly],
    [{ type: 'choose', field: 'lastPlan', value: 'replace' }, ({ reflection }) => reflection?.answers?.lastPlan],
  ];
  for (const [choice, read] of table) {
    it(`${choice.field} is stored, and taken away without a trace`, () => {
      const before = draft();
      const chosen = choose(before, choice, step());
      assert.equal(read(chosen), choice.value);
      assert.equal(choose(chosen, choice, step()), chosen);
      assert.deepEqual(choose(chosen, { ...choice, value: null } as OwnChoice, step()), before);
      assert.equal(choose(before, { ...choice, value: null } as OwnChoice, step()), before);
    });
  }

  it('keeps the one beside it', () => {
    const both = choose(draft({ guess: { best: 'C1' } }), { type: 'choose', field: 'costly', value: 'C2' }, step());
    assert.deepEqual(both.reflection?.guess, { best: 'C1', costly: 'C2' });
    const answers = choose(draft({ answers: { moment: 'The dashboard' } }), { type: 'choose', field: 'lastPlan', value: 'keep' }, step());
    assert.deepEqual(answers.reflection?.answers, { moment: 'The dashboard', lastPlan: 'keep' });
  });

  it('after Finish leaves what it said before, once a session', () => {
    const first = choose(finished({}, { role: 'responder' }), { type: 'choose', field: 'role', value: 'standby' }, step('19:05', '19:00'));
    const second = choose(first, { type: 'choose', field: 'role', value: 'commander' }, step('19:06', '19:00'));
    assert.deepEqual(second.reflection?.revisions?.map(({ at, field, before }) => [at, field, before]), [['2026-05-14T19:05:00.000Z', 'role', 'responder']]);
    const later = choose(second, { type: 'choose', field: 'role', value: null }, step('20:05', '20:00'));
    assert.deepEqual(later.reflection?.revisions?.map(({ before }) => before), ['responder', 'commander']);
    assert.equal(later.role, undefined);
  });

  it('before Finish leaves none', () => {
    assert.equal(choose(draft({}, { role: 'responder' }), { type: 'choose', field: 'role', value: 'standby' }, step()).reflection?.revisions, undefined);
  });

  it('after Finish in the same panel leaves one too', () => {
    const changed = choose(finished({}, { role: 'responder' }), { type: 'choose', field: 'role', value: 'standby' }, step('18:12', '18:00'));
    assert.deepEqual(changed.reflection?.revisions?.map(({ before }) => before), ['responder']);
  });
});

describe('a guess', () => {
  const guess = (record: Incident, field: 'best' | 'costly', value: string | null): Incident => choose(record, { type: 'choose', field, value }, step());

  it('is marked when it was changed after the evidence was opened', () => {
    const opened = draft({ guess: { best: 'C1' }, evidenceOpened: '2026-05-14T18:02:00Z' });
    assert.deepEqual(guess(opened, 'best', 'C2').reflection?.guess, { best: 'C2', changedAfterEvidence: true });
    assert.deepEqual(guess(opened, 'costly', 'C2').reflection?.guess, { best: 'C1', costly: 'C2', changedAfterEvidence: true });
    assert.equal(guess(opened, 'best', 'C1'), opened);
  });

  it('is not the same twice', () => {
    const record = draft({ guess: { best: 'C1' } });
    assert.equal(guess(record, 'costly', 'C1'), record);
  });

  it('is one of the twelve behaviours', () => {
    const record = draft();
    assert.equal(guess(record, 'best', 'C9'), record);
  });

  it('is about no team where the lead only watched', () => {
    const record = draft({}, { kind: 'shadow' });
    assert.equal(guess(record, 'best', 'T1'), record);
    assert.equal(guess(record, 'best', 'W1').reflection?.guess?.best, 'W1');
  });
});

describe('shadowing', () => {
  it('has no role', () => {
    const shadow = choose(draft({}, { role: 'commander' }), { type: 'choose', field: 'kind', value: 'shadow' }, step());
    assert.equal(shadow.kind, 'shadow');
    assert.ok(!('role' in shadow));
  });

  it('after Finish keeps which role it was', () => {
    const shadow = choose(finished({}, { role: 'commander', kind: 'real' }), { type: 'choose', field: 'kind', value: 'shadow' }, step('19:05', '19:00'));
    assert.deepEqual(shadow.reflection?.revisions?.map(({ field, before }) => [field, before]), [['role', 'commander'], ['kind', 'real']]);
  });
});

describe('the window', () => {
  const { start, end } = { start: '2026-05-14T14:02:00Z', end: '2026-05-14T15:37:00Z' };

  it('says who gave the time that was changed, and leaves the other', () => {
    const record = incident({ window: { start, end, startFrom: 'git', endFrom: 'git' } });
    assert.deepEqual(setWindow(record, '2026-05-14T14:00:00Z', end, step()).window, { start: '2026-05-14T14:00:00Z', end, startFrom: 'person', endFrom: 'git' });
    assert.deepEqual(setWindow(record, start, '2026-05-14T16:00:00Z', step()).window, { start, end: '2026-05-14T16:00:00Z', startFrom: 'git', endFrom: 'person' });
    assert.equal(setWindow(record, start, end, step()), record);
  });

  it('after Finish keeps the window before', () => {
    const changed = setWindow(finished(), start, '2026-05-14T16:00:00Z', step('19:05', '19:00'));
    assert.deepEqual(changed.reflection?.revisions?.map(({ field, before }) => [field, before]), [['window', `${start}/${end}`]]);
  });
});
