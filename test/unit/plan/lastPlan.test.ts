import assert from 'node:assert/strict';
import type { Incident } from '../../../src/core/journal/schema';
import { lastPlanFor } from '../../../src/core/plan/lastPlan';
import { PLAN, withPlan } from './plans';

const NOW = '2026-05-20T09:00:00Z';
const asking = (more: Partial<Incident> = {}): Incident => ({ format: 1, id: 'asking', title: 'Now', window: { start: '2026-05-20T07:00:00Z' }, ...more });
const begun = (started: string): Incident => asking({ reflection: { path: 'short', started } });
const idFor = (others: readonly Incident[], incident = asking()): string | undefined => lastPlanFor(others, incident, NOW)?.incident.id;

describe('the last plan that a reflection asks about', () => {
  const before = withPlan('before', '10');
  const newer = withPlan('newer', '12');

  const table: readonly (readonly [what: string, others: readonly Incident[], incident: Incident, id: string | undefined])[] = [
    ['none in the first reflection of all', [], asking(), undefined],
    ['none where nobody planned', [{ ...asking(), id: 'other' }], asking(), undefined],
    ['none that was written but not saved', [{ ...before, plan: PLAN }], asking(), undefined],
    ['the one', [before], asking(), 'before'],
    ['the newest', [before, newer], asking(), 'newer'],
    ['the newest in any order', [newer, before], asking(), 'newer'],
    ['never its own', [before, withPlan('asking', '15')], asking(), 'before'],
    ['none that was closed before it began', [withPlan('before', '10', { closed: '2026-05-11T00:00:00Z' })], asking(), undefined],
    ['an older one where the newer was given up', [before, withPlan('newer', '12', { closed: '2026-05-13T00:00:00Z' })], asking(), 'before'],
    ['the one that its own plan took the place of', [withPlan('before', '10', { closed: '2026-05-19T09:10:00Z' })], begun('2026-05-19T09:00:00Z'), 'before'],
    ['the one that was open when the draft began, though another came since', [before, newer], begun('2026-05-11T09:00:00Z'), 'before'],
    ['none that was made after the draft began', [newer], begun('2026-05-11T09:00:00Z'), undefined],
    ['one that was made in the very moment', [newer], begun('2026-05-12T12:00:00Z'), 'newer'],
    ['none of a false alarm', [withPlan('before', '10', {}, { cancelled: '2026-05-10T13:00:00Z' })], asking(), undefined],
    ['the newest by time, not by text', [withPlan('a', '10', { made: '2026-05-10T12:00:00Z' }), withPlan('b', '10', { made: '2026-05-10T12:00:00.5Z' })], asking(), 'b'],
  ];
  for (const [what, others, incident, id] of table) it(what, () => assert.equal(idFor(others, incident), id));

  it('is the same in any order where two were made at once', () => {
    const two = [withPlan('a', '10'), withPlan('b', '10')];
    assert.equal(idFor(two), idFor([...two].reverse()));
  });

  it('comes with what was said of it after this incident, and of no other', () => {
    const ledger = [
      { id: 'l1', at: '2026-05-15T09:00:00Z', did: 'forgot' as const, incident: 'other' },
      { id: 'l2', at: '2026-05-20T09:00:00Z', did: 'acted' as const, incident: 'asking' },
    ];
    assert.equal(lastPlanFor([withPlan('before', '10', { ledger })], asking(), NOW)?.entry, ledger[1]);
    assert.equal(lastPlanFor([withPlan('before', '10', { ledger: ledger.slice(0, 1) })], asking(), NOW)?.entry, undefined);
  });
});
