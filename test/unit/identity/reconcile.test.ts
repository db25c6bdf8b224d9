import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assemble, NO_DECISIONS } from '../../../src/core/identity/assemble';
import { claimKey, claimsOf, factsOf } from '../../../src/core/identity/claimFacts';
import { joinIncidents, partAbsorbed, partClaim, writtenTwice } from '../../../src/core/identity/partAndJoin';
import { reconcile } from '../../../src/core/identity/reconcile';
import { incidentFrom, withClaims } from '../../../src/core/identity/recordClaims';
import { absorbedAmong, release } from '../../../src/core/journal/absorbed';
import { judgeIncident } from '../../../src/core/journal/check';
import { restore } from '../../../src/core/journal/deletion';
import type { Claim, Incident } from '../../../src/core/journal/schema';
import { anyIncident } from '../journal/records';
import { anyClaims, at, claim, NOW } from './claims';

let ids = 0;
const newId = (): string => `made${(ids += 1).toString().padStart(6, '0')}`;
const step = { now: '2026-05-15T09:00:00Z', newId, session: '2026-05-15T09:00:00Z' };

/** A journal after sources have said something, as the editor changes it. */
function told(records: readonly Incident[], ...claims: readonly Claim[]): readonly Incident[] {
  const { fresh, changed, absorbed } = reconcile(records, claims, NOW);
  const news = new Map(changed.map(({ id, assembled }) => [id, assembled]));
  const gone = new Set(absorbed.map(({ id }) => id));
  const left = records.filter(({ id }) => !gone.has(id)).map((record) => {
    const assembled = news.get(record.id);
    return assembled ? withClaims(record, assembled) : record;
  });
  return [...left, ...fresh.map((group) => incidentFrom(group, newId()))];
}

const keysIn = (records: readonly Incident[]): string[] => records.map((record) => claimsOf(record).map(({ key }) => key).toSorted().join(' | ')).toSorted();
const parted = (records: readonly Incident[], id: string, key: string): readonly Incident[] => {
  const two = partClaim(records.find((record) => record.id === id)!, key, step);
  assert.ok(two);
  return [...records.filter((record) => record.id !== id), ...two];
};

describe('records that sources tell of', () => {
  it('begin, say more, and follow what their claims say, where nobody corrected it', () => {
    const open: Claim = { ...claim('pagerduty', 'P-1', { title: 'Checkout down', services: ['checkout'], severity: 'sev2' }), end: at('15:00') };
    const { end: none, ...running } = open;
    assert.ok(none);
    const [first] = told([], running);
    assert.ok(first);
    assert.deepEqual([first.title, first.window, first.severity], ['Checkout down', { start: at('14:02'), startFrom: 'pagerduty' }, 'sev2']);
    const corrected = { ...first, title: 'The queue stood still' };
    const [second, ...more] = told([corrected], { ...open, title: 'Checkout is down', severity: 'sev1', seen: at('16:30') }, claim('prometheus', 'alert', { start: at('13:58'), services: ['checkout'] }));
    assert.deepEqual(more, []);
    assert.deepEqual([second?.title, second?.severity, second?.window], ['The queue stood still', 'sev1', { start: at('13:58'), startFrom: 'prometheus', end: at('15:00'), endFrom: 'pagerduty' }]);
    assert.equal(second?.claims?.length, 2);
    assert.deepEqual(reconcile(second ? [second] : [], [], NOW), { fresh: [], changed: [], absorbed: [] }, 'nothing new: nothing changes');
  });

  it('join one that a person declared, and leave its times alone', () => {
    const declared: Incident = { format: 1, id: 'declared01', title: 'Incident 14:05', window: { start: at('14:05') }, claims: [{ id: 'claim00000', source: 'person', seen: at('14:05') }] };
    const [record, ...more] = told([declared], claim('pagerduty', 'P-1', { services: ['checkout'] }));
    assert.deepEqual(more, []);
    assert.deepEqual([record?.id, record?.title, record?.window, record?.claims?.length], ['declared01', 'Incident 14:05', { start: at('14:05') }, 2]);
    const byHand: Incident = { format: 1, id: 'byhand0001', title: 'Checkout', window: { start: at('14:05'), end: at('15:00') } };
    assert.deepEqual(keysIn(told([byHand], claim('git', 'abc'))), ['git\nabc | person\nbyhand0001']);
  });

  it('that were worked on stay two, though a claim joins them; others become one', () => {
    const [a, b, bridge] = [claim('pagerduty', 'P-1', { services: ['a'], end: at('14:20') }), claim('prometheus', 'alert', { title: 'x', services: ['b'], start: at('15:05'), end: at('15:30') }), claim('document', 'd.md', { title: 'd', services: ['a', 'b'] })];
    const two = told([], a, b);
    assert.equal(two.length, 2);
    assert.deepEqual(keysIn(told(two, bridge)), ['document\nd.md | pagerduty\nP-1 | prometheus\nalert']);
    const worked = two.map((record) => ({ ...record, stakes: 'money' }));
    assert.equal(told(worked, bridge).length, 2);
    assert.deepEqual(told(worked, bridge).map(({ stakes }) => stakes), ['money', 'money']);
  });
});

describe('a claim that the lead parts', () => {
  const claims = [claim('pagerduty', 'P-1', { services: ['checkout'], title: 'Checkout' }), claim('git', 'abc', { title: 'Revert "x"' }), claim('prometheus', 'alert', { services: ['checkout'] })];

  it('is an incident of its own, and stays that, whatever comes', () => {
    const [record] = told([], ...claims);
    assert.ok(record);
    const two = parted([{ ...record, stakes: 'money' }], record.id, 'git\nabc');
    assert.deepEqual(keysIn(two), ['git\nabc', 'pagerduty\nP-1 | prometheus\nalert']);
    assert.deepEqual(two.map(({ title, stakes }) => [title, stakes]), [['Checkout', 'money'], ['Revert "x"', undefined]]);
    for (const each of two) assert.equal(judgeIncident(each).state, 'valid');
    const later = told(two, { ...claims[1]!, seen: at('17:00') }, claim('document', 'd.md', { services: ['checkout'] }));
    assert.deepEqual(keysIn(later), ['document\nd.md | pagerduty\nP-1 | prometheus\nalert', 'git\nabc']);
  });

  it('is not parted where it is the only one, or not there', () => {
    const [record] = told([], claims[0]!);
    assert.ok(record);
    assert.equal(partClaim(record, 'pagerduty\nP-1', step), undefined);
    assert.equal(partClaim(record, 'git\nabc', step), undefined);
  });

  it('stays parted in any order of what comes then', () => {
    const some = anyClaims.filter((all) => new Set(all.map(claimKey)).size > 1);
    fc.assert(
      fc.property(some.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }))), fc.nat(), ([all, shuffled], pick) => {
        const records = told([], ...all);
        const several = records.find((record) => (record.claims ?? []).length > 1);
        if (!several) return;
        const held = claimsOf(several);
        const key = held[pick % held.length]!.key;
        const others = held.filter((each) => each.key !== key).map((each) => each.key);
        const after = shuffled.reduce<readonly Incident[]>((now, each) => told(now, each), parted(records, several.id, key));
        const home = after.find((record) => claimsOf(record).some((each) => each.key === key));
        assert.ok(home && !claimsOf(home).some((each) => others.includes(each.key)), `${key} is with ${others.join()}`);
        assert.deepEqual(after.flatMap((record) => claimsOf(record).map((each) => each.key)).toSorted(), [...new Set(all.map(claimKey))].toSorted());
      }),
      { numRuns: 300 },
    );
  });
});

const byHand: Incident = { format: 1, id: 'byhand0001', title: 'By hand', window: { start: at('14:00'), end: at('14:30') } };

/** Any record that is listed, with an id and claims that no other letter gives. */
const listedIncident = (letter: string): fc.Arbitrary<Incident> =>
  anyIncident.map((record) => ({ ...restore(release(record)), id: `${letter}${record.id}`, ...(record.claims && { claims: record.claims.map((each) => ({ ...each, id: `${letter}${each.id}`, source: `${letter} ${each.source}` })) }) }));
/** What a lead writes. */
const writtenIn = ({ title, stakes, reflection, plan, lesson, tags, incidentNotes, evidence, foresight, people, promises, outside }: Incident): unknown => ({ title, stakes, reflection, plan, lesson, tags, incidentNotes, evidence, foresight, people, promises, outside });
/** Every text in a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split('\n');
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('two incidents that the lead joins', () => {
  const one: Incident = { format: 1, id: 'one0000001', title: 'Checkout', window: { start: at('09:00'), end: at('10:00') }, stakes: 'money', tags: ['db'], reflection: { path: 'short', started: at('12:00') } };
  const other: Incident = { ...incidentFrom({ claims: [factsOf(claim('pagerduty', 'P-9', { title: 'Search' }))] }, 'other00001'), title: 'Search, named by hand', stakes: 'trust', tags: ['search', 'db'], promises: [{ id: 'promise001', text: 'Call', state: 'open' }] };

  it('are one, with everything of both', () => {
    const joined = joinIncidents(one, other, step);
    assert.ok(joined.ok);
    const { record } = joined;
    assert.deepEqual([record.id, record.title, record.stakes, record.tags, record.promises?.length], ['one0000001', 'Checkout', 'money\ntrust', ['search', 'db'], 1]);
    assert.deepEqual(keysIn([record]), ['pagerduty\nP-9 | person\none0000001']);
    assert.ok(record.incidentNotes?.some(({ text }) => text === 'Search, named by hand'));
    assert.deepEqual(record.window, one.window);
    assert.equal(judgeIncident(record).state, 'valid');
    assert.deepEqual(keysIn(told([record], claim('pagerduty', 'P-9', { seen: at('18:00') }))), ['pagerduty\nP-9 | person\none0000001'], 'and stay one');
  });

  it('the other is absorbed, and keeps what was written for both; one cannot be joined with itself', () => {
    const written: Incident = { ...other, reflection: { path: 'deep', started: at('13:00'), answers: { surprise: 'The pager was silent' } }, plan: { id: 'plan000001', cue: 'red', act: 'ask' } };
    assert.deepEqual(writtenTwice(one, written), ['reflection']);
    const joined = joinIncidents(one, written, step);
    assert.ok(joined.ok);
    assert.deepEqual([joined.record.reflection, joined.record.plan?.cue], [one.reflection, 'red']);
    assert.deepEqual(joined.absorbed, { ...written, absorbed: { into: one.id, at: step.now, gave: ['plan'] } });
    assert.deepEqual(absorbedAmong([joined.record, joined.absorbed]), new Set([other.id]));
    assert.equal(joinIncidents(one, one, step).ok, false);
  });

  it('a false alarm calls nothing off by being joined, and times stay where one of the two was written by hand', () => {
    const joined = joinIncidents(byHand, { ...other, cancelled: at('16:00') }, step);
    assert.ok(joined.ok);
    assert.deepEqual([joined.record.cancelled, joined.record.title, joined.record.window], [undefined, 'By hand', byHand.window]);
    assert.equal(judgeIncident(joined.record).state, 'valid');
  });

  it('lose no text, and none when they are parted again; each has its claims back', () => {
    fc.assert(
      fc.property(listedIncident('a'), listedIncident('b'), (a, b) => {
        const before = new Set([...textsIn(writtenIn(a)), ...textsIn(writtenIn(b))]);
        const joined = joinIncidents(a, b, step);
        assert.ok(joined.ok);
        assert.deepEqual(release(joined.absorbed), b);
        const [kept, released] = partAbsorbed(joined.record, joined.absorbed, step);
        for (const [one_, two] of [[joined.record, joined.absorbed], [kept, released]] as const) {
          const after = new Set([...textsIn(one_), ...textsIn(two)]);
          assert.deepEqual([...before].filter((text) => !after.has(text)), []);
        }
        for (const [now, then] of [[kept, a], [released, b]] as const) assert.deepEqual(claimsOf(now).map(({ key }) => key).toSorted(), claimsOf(then).map(({ key }) => key).toSorted());
        for (const key of ['reflection', 'plan', 'lesson'] as const) assert.deepEqual(kept[key], a[key]);
      }),
      { numRuns: 150 },
    );
  });

  it('parted again, what was written since stays where it was written', () => {
    const lone: Incident = { ...one };
    delete (lone as { reflection?: unknown }).reflection;
    const joined = joinIncidents(lone, { ...other, reflection: { path: 'short', started: at('12:00') }, outside: [{ id: 'outside001', at: at('13:00'), text: 'Calm' }] }, step);
    assert.ok(joined.ok);
    const since: Incident = { ...joined.record, reflection: { path: 'short', started: at('12:00'), finished: at('14:00') }, outside: [...(joined.record.outside ?? []), { id: 'outside002', at: at('15:00'), text: 'Clear' }] };
    const [kept, released] = partAbsorbed(since, joined.absorbed, step);
    assert.deepEqual([kept.reflection?.finished, kept.outside?.map(({ text }) => text)], [at('14:00'), ['Clear']]);
    assert.deepEqual([released.reflection?.finished, released.outside?.map(({ text }) => text), released.absorbed], [undefined, ['Calm'], undefined]);
    assert.deepEqual(kept.incidentNotes, undefined, 'the note that kept the title of the other went with it');
    assert.deepEqual(keysIn(told([kept, released], claim('pagerduty', 'P-9', { title: 'Search', seen: at('18:00') }))), ['pagerduty\nP-9', 'person\none0000001'], 'and they stay two');
  });

  it('can be joined again after they were parted', () => {
    const [record] = told([], claim('pagerduty', 'P-1', { services: ['checkout'] }), claim('git', 'abc'));
    assert.ok(record);
    const [kept, alone] = parted([record], record.id, 'git\nabc');
    assert.ok(kept && alone);
    const again = joinIncidents(kept, alone, step);
    assert.ok(again.ok);
    assert.deepEqual([keysIn(told([again.record])), again.record.apart], [['git\nabc | pagerduty\nP-1'], undefined]);
  });
});

describe('whatever order sources speak in', () => {
  it('the incidents are the same, and each claim is in one', () => {
    fc.assert(
      fc.property(anyClaims.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }))), ([all, shuffled]) => {
        const after = shuffled.reduce<readonly Incident[]>((records, each) => told(records, each), []);
        const direct = assemble(all.map((each) => factsOf(each)), NO_DECISIONS, NOW);
        assert.deepEqual(keysIn(after), direct.map(({ claims }) => claims.map(({ key }) => key).toSorted().join(' | ')).toSorted());
        const plain = ({ title, window, severity, services }: Incident): unknown => [title, window, severity ?? null, services ?? []];
        const facts = (records: readonly Incident[]): string[] => records.map((record) => JSON.stringify(plain(record))).toSorted();
        assert.deepEqual(facts(after), facts(direct.map((group) => incidentFrom(group, newId()))));
        for (const record of after) assert.equal(judgeIncident(record).state, 'valid');
      }),
      { numRuns: 300 },
    );
  });
});
