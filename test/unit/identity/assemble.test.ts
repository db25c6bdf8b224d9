import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assemble, NO_DECISIONS, type Assembled, type Decisions } from '../../../src/core/identity/assemble';
import { claimKey, factsOf } from '../../../src/core/identity/claimFacts';
import { incidentFacts } from '../../../src/core/identity/incidentFacts';
import { LINKS, linkOf } from '../../../src/core/identity/link';
import { likelyPairs } from '../../../src/core/identity/pairs';
import { linkSentence } from '../../../src/core/identity/linkWords';
import type { Claim } from '../../../src/core/journal/schema';
import { anyClaims, at, claim, NOW } from './claims';

const together = (claims: readonly Claim[], decisions: Decisions = NO_DECISIONS): readonly Assembled[] => assemble(claims.map((each) => factsOf(each)), decisions, NOW);
const keysOf = (groups: readonly Assembled[]): string[] => groups.map(({ claims }) => claims.map(({ key }) => key).join(' | ')).toSorted();
const linked = (a: Partial<Claim>, b: Partial<Claim>, sources: readonly [string, string] = ['pagerduty', 'document']): string | undefined =>
  linkOf(factsOf(claim(sources[0], a.ref ?? 'P-1', a)), factsOf(claim(sources[1], b.ref ?? 'D-1', b)), NOW);

describe('why two claims are about one incident', () => {
  const other = { title: 'something else' };
  const far = { start: at('20:00'), end: at('21:00') };

  it('an address in common, or the name of one in the other', () => {
    assert.equal(linked({ urls: ['https://x.example/1'] }, { ...far, urls: ['https://x.example/1'] }), 'sharedAddress');
    assert.equal(linked({ ref: 'PT4KHLK' }, { ...far, title: 'After PT4KHLK' }), 'named');
    assert.equal(linked({ ...far, title: 'See INC-1042.' }, { ref: 'INC-1042' }), 'named');
    assert.equal(linked({ ref: 'INC-1042' }, { ...far, title: 'See INC-10425' }), undefined, 'a longer name');
    assert.equal(linked({ ref: 'INC-1' }, { ...far, title: 'See INC-1' }), undefined, 'too short');
  });

  it('a service or words in common, at most 30 minutes apart', () => {
    const checkout = { services: ['Checkout'], title: 'one' };
    assert.equal(linked(checkout, { ...other, services: ['checkout'], start: at('15:30'), end: at('16:00') }), 'sameService');
    assert.equal(linked(checkout, { ...other, services: ['checkout'], start: at('15:31'), end: at('16:00') }), undefined);
    assert.equal(linked({ services: ['a'], title: 'Checkout queue full' }, { services: ['b'], title: 'The queue was full at the checkout' }), 'similarTitle');
    assert.equal(linked({ services: ['a'], title: 'one' }, { services: ['b'], ...other }), undefined);
    assert.equal(linked({ services: ['a'], title: 'one' }, other), 'sameTime', 'one of them names no service');
  });

  it('the day, where one knows no more than that', () => {
    const day = { precision: 'day' as const, start: at('00:00') };
    assert.equal(linked({ services: ['a'] }, { ...day, services: ['a'] }), 'sameDayService');
    assert.equal(linked({ title: 'Checkout queue full' }, { ...day, title: 'Queue full' }), 'sameDayTitle');
    assert.equal(linked({}, { ...day, ...other }), undefined);
    assert.equal(linked({ services: ['a'], start: '2026-05-15T00:10:00Z', end: '2026-05-15T00:20:00Z' }, { ...day, services: ['a'] }), undefined);
  });

  it('an open one ends now; two of one source are two, but for alerts', () => {
    const open = { id: 'openclaim1', source: 'pagerduty', ref: 'P-1', seen: at('16:00'), title: 'open', start: at('14:02') };
    assert.equal(linkOf(factsOf(open), factsOf(claim('document', 'D-1', { start: '2026-05-19T10:00:00Z', end: '2026-05-19T11:00:00Z' })), NOW), 'sameTime');
    assert.equal(linked({}, {}, ['pagerduty', 'pagerduty']), undefined);
    assert.equal(linked({ services: ['a'] }, { services: ['a'], start: at('15:10'), end: at('15:20') }, ['prometheus', 'prometheus']), 'sameAlert');
    assert.equal(linked({ services: ['a'] }, { services: ['a'], start: at('15:11'), end: at('15:20') }, ['prometheus', 'prometheus']), undefined);
  });
});

describe('claims that become one incident', () => {
  it('say why, in a sentence each', () => {
    const [group] = together([claim('pagerduty', 'PT4KHLK', { title: 'Checkout queue full', services: ['checkout'] }), claim('document', 'a.md', { title: 'Checkout', urls: ['https://x.example/PT4KHLK'] }), claim('git', 'abc', { title: 'Revert "x"' })]);
    assert.deepEqual(group?.links.map(linkSentence), ['One of “Checkout” and “Checkout queue full” names the other.', '“Checkout” and “Revert "x"” are at most 30 minutes apart, and one of them names no service.']);
  });

  it('stay two where one tool declared two, and a third goes to the nearer', () => {
    const claims = [claim('pagerduty', 'P-1', { services: ['checkout'] }), claim('pagerduty', 'P-2', { services: ['search'], start: at('14:20') }), claim('git', 'abc', { start: at('14:21'), end: at('14:21') })];
    assert.deepEqual(keysOf(together(claims)), ['git\nabc | pagerduty\nP-2', 'pagerduty\nP-1']);
  });

  it('are of a declared one first, and of the earliest exact start', () => {
    const claims = [
      claim('git', 'abc', { title: 'Revert', start: at('14:30'), end: at('14:30'), why: ['It undoes a change.'] }),
      claim('pagerduty', 'P-1', { title: 'Checkout down', severity: 'sev1', rawSeverity: 'P1', services: ['checkout'], end: at('15:10') }),
      claim('prometheus', 'alert', { title: 'QueueFull', start: at('13:58'), end: at('16:00'), severity: 'sev2', services: ['queue', 'checkout'] }),
      claim('document', 'a.md', { title: 'Checkout down', precision: 'day', start: at('00:00'), end: at('15:20'), sure: 90 }),
    ];
    const [group, ...more] = together(claims);
    assert.deepEqual(more, []);
    assert.deepEqual(incidentFacts(group?.claims ?? []), {
      title: 'Checkout down', severity: 'sev1', rawSeverity: 'P1', services: ['checkout', 'queue'], urls: [], why: ['It undoes a change.'], isDrill: false,
      window: { start: at('13:58'), startFrom: 'prometheus', end: at('15:20'), endFrom: 'document' },
    });
  });

  it('have a sentence for each reason', () => {
    for (const code of LINKS) assert.match(linkSentence({ a: factsOf(claim('a', '1')), b: factsOf(claim('b', '2')), code }), /“a title” and “b title”/, code);
  });
});

describe('whatever claims come', () => {
  const apart = (a: Claim, b: Claim): Decisions => ({ ...NO_DECISIONS, apart: [[claimKey(a), claimKey(b)]] });

  it('their order does not matter', () => {
    fc.assert(
      fc.property(anyClaims.chain((claims) => fc.tuple(fc.constant(claims), fc.shuffledSubarray([...claims], { minLength: claims.length }))), ([claims, shuffled]) => {
        const plain = (groups: readonly Assembled[]): unknown => groups.map(({ claims: all, links }) => ({ claims: all.map((each) => each.claim), why: links.map(linkSentence), facts: incidentFacts(all) })).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
        assert.deepEqual(plain(together(shuffled)), plain(together(claims)));
      }),
      { numRuns: 500 },
    );
  });

  it('nothing is lost, and nothing is there twice', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const groups = together(claims);
        assert.deepEqual(groups.flatMap((group) => group.claims.map(({ key }) => key)).toSorted(), [...new Set(claims.map(claimKey))].toSorted());
        for (const { claims: all, links } of groups) {
          assert.equal(links.length, all.length - 1, 'one reason for each that came to the first');
          const { why, urls } = incidentFacts(all);
          for (const { claim: each } of all) for (const text of [...(each.why ?? []), ...(each.urls ?? [])]) assert.ok([...why, ...urls].includes(text));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('no pair that is linked is passed over', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const all = [...new Map(claims.map((each) => [claimKey(each), factsOf(each)])).values()];
        const likely = new Set([...likelyPairs(all, NOW)].map(([a, b]) => [a.key, b.key].toSorted().join(' | ')));
        for (const a of all) for (const b of all) if (a.key < b.key && linkOf(a, b, NOW)) assert.ok(likely.has([a.key, b.key].join(' | ')), `${a.key} | ${b.key}`);
      }),
      { numRuns: 500 },
    );
  });

  it('what was parted stays apart, and what was joined stays together', () => {
    fc.assert(
      fc.property(anyClaims, fc.nat(), fc.nat(), (claims, i, j) => {
        const [a, b] = [claims[i % Math.max(1, claims.length)], claims[j % Math.max(1, claims.length)]];
        if (!a || !b || claimKey(a) === claimKey(b)) return;
        const both = (groups: readonly Assembled[]): boolean => groups.some((group) => [a, b].every((each) => group.claims.some(({ key }) => key === claimKey(each))));
        assert.equal(both(together(claims, apart(a, b))), false);
        assert.equal(both(together(claims, { ...NO_DECISIONS, together: [[claimKey(a), claimKey(b), 'joined']] })), true);
      }),
      { numRuns: 500 },
    );
  });
});
