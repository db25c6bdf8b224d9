import assert from 'node:assert/strict';
import fc from 'fast-check';
import { severityOf } from '../../../src/core/incident/rawSeverity';
import { linkEffect } from '../../../src/core/incidentLink/linkEffect';
import { LINK_KEYS } from '../../../src/core/incidentLink/linkFields';
import { linkTime } from '../../../src/core/incidentLink/linkTime';
import { LinkPace } from '../../../src/core/incidentLink/linkPace';
import { readLink } from '../../../src/core/incidentLink/readLink';
import { judgeIncident } from '../../../src/core/journal/check';
import { seen as row, times } from '../../torture/row';
import { NOW, linkOf, moment, refusal } from './links';

const NOW_MS = Date.parse(NOW);

describe('a link to an incident', () => {
  it('says what it says', () => {
    const query = 'v=1&source=PagerDuty&state=resolved&id=PD1&title=Payment%20timeouts&start=2026-05-14T14:02:00%2B02:00&end=2026-05-14T15:37:00Z&sev=P1&service=payments&service=checkout&url=https%3A%2F%2Fexample.com%2Fi%2F1%3Fa%3D1%26b%3D2';
    assert.deepEqual(linkOf(query), {
      state: 'resolved', source: 'pagerduty', id: 'PD1', title: 'Payment timeouts', start: '2026-05-14T12:02:00Z', end: '2026-05-14T15:37:00Z',
      severity: 'sev1', rawSeverity: 'P1', services: ['payments', 'checkout'], url: 'https://example.com/i/1?a=1&b=2',
    });
    assert.deepEqual(linkOf('v=1&state=firing&title=&sev=strange&service=%3Cno%20value%3E&end=null'), { state: 'open', source: 'link', services: [], rawSeverity: 'strange' });
  });

  it('keeps the signs that part values, encoded once or twice, and takes a plus for a blank where forms write one', () => {
    for (const query of ['title=R%26D%20down&start=2026-05-14T14:02:00Z', 'title=R&D down&start=2026-05-14T14:02:00Z', 'title=R%2526D%20down&start=2026-05-14T14:02:00Z']) assert.equal(linkOf(`v=1&state=open&${query}`).title, 'R&D down');
    assert.equal(linkOf('v=1&state=open&title=Payment+timeouts').title, 'Payment timeouts');
    assert.equal(linkOf('v=1&state=open&title=100%25%20of%20R%2526D').title, '100% of R&D');
  });

  it('is refused with a sentence for whatever it may not say', () => {
    const ok = 'v=1&state=open';
    const cases: readonly (readonly [query: string, reason: RegExp])[] = [
      ['', /does not say what it is about|version/], ['state=open', /version/], ['v=2&state=open', /another version/], ['v=1', /state=open/], ['v=1&state=constructor', /state=open/],
      [`${ok}&command=rm`, /“command”/], [`${ok}&file=/etc/passwd`, /“file”/], [`${ok}&__proto__=1`, /state=open/], [`${ok}&title=a&title=b`, /twice/],
      [`${ok}&title=a%0Ab`, /cannot be seen/], [`${ok}&title=a%E2%80%AEb`, /cannot be seen/], [`${ok}&title=a%252E%250Ab`, /cannot be seen/], [`${ok}&title=a%E2%80%A8b`, /cannot be seen/], [`${ok}&id=%EF%BB%BF1`, /cannot be seen/],
      [`${ok}&title={{incident.title}}`, /placeholder/], [`${ok}&title=%3Ctitle%3E`, /placeholder/],
      [`${ok}&title=${'x'.repeat(201)}`, /200 signs/], [`${ok}&id=${'x'.repeat(201)}`, /“id” has at most 200/], [`${ok}&sev=${'x'.repeat(41)}`, /“sev”/], [`${ok}&service=${'x'.repeat(101)}`, /“service”/],
      [`${ok}&url=http://example.com`, /https/], [`${ok}&url=javascript:alert(1)`, /https/], [`${ok}&url=https://good.example@evil.example/`, /https/], [`${ok}&url=https://еxample.com/`, /https/], [`${ok}&url=file:///etc/passwd`, /https/],
      [`${ok}&start=2026-05-14T14:02:00`, /zone/], [`${ok}&start=2026-02-31T14:02:00Z`, /zone/], [`${ok}&start=yesterday`, /zone/], [`${ok}&start=2026-05-15T14:02:00Z`, /in the future/], [`${ok}&start=2020-05-15T14:02:00Z`, /30 days/],
      [`${ok}&end=2026-05-14T14:02:00Z`, /open, and when it was over/], ['v=1&state=resolved&start=2026-05-14T14:02:00Z&end=2026-05-14T13:02:00Z', /end is before/], ['v=1&state=resolved&end=2026-05-15T13:02:00Z', /future/],
      [`${ok}&source=person`, /cannot be from/], [`${ok}&source=git`, /cannot be from/], [`${ok}&source=a b`, /cannot be from/],
      [`${ok}&title=${'%F0%9F%99%82'.repeat(600)}`, /longer than/], [`${ok}${'&service=a'.repeat(11)}`, /10 services/],
    ];
    for (const [query, reason] of cases) assert.match(refusal(query), reason, query);
    assert.ok(!readLink('/run', ok, NOW_MS).ok);
  });

  it('says now where a clock is a little ahead', () => assert.equal(linkOf('v=1&state=open&start=2026-05-14T16:01:00Z').start, '2026-05-14T16:00:00Z'));

  const LINKS = times(2_000, 10_000);
  it(`never crashes, takes long, or becomes a record that the schema refuses: ${LINKS} links of all kinds`, () => row('links', () => {
    const words = fc.constantFrom('v', '1', 'open', 'resolved', 'P1', '&', '=', '%', '%25', '%0a', '+', '{{', 'https://a.example/', 'https://', '2026-05-14T14:02:00Z', '2026-05-14 14:02 +02', '\u202e', '#', '‮', '\0', '🙂', 'javascript:', '../../etc', 'command:x', ...LINK_KEYS);
    const junk = fc.array(fc.oneof({ weight: 3, arbitrary: words }, fc.string({ unit: 'binary', maxLength: 30 })), { maxLength: 30 }).map((parts) => parts.join(''));
    const value = fc.oneof(words, junk, fc.string({ unit: 'grapheme', maxLength: 300 }));
    const nearly = fc.array(fc.tuple(fc.constantFrom(...LINK_KEYS), value), { maxLength: 10 }).map((pairs) => `v=1&state=open&${pairs.map(([key, each]) => `${key}=${each}`).join('&')}`);
    const long = fc.tuple(fc.constantFrom('%', 'a=', '&', '{{', 'https://a.', '+', '\u200b', '(((('), fc.integer({ min: 1, max: 50_000 })).map(([part, times]) => `v=1&state=open&url=https://a.${part.repeat(times)}`);
    let slowest = 0;
    fc.assert(fc.property(fc.oneof({ weight: 5, arbitrary: nearly }, { weight: 3, arbitrary: junk }, { weight: 1, arbitrary: long }), (query) => {
      const from = performance.now();
      const reading = readLink('/incident', query, NOW_MS);
      if (reading.ok) {
        const effect = linkEffect(reading.link, { records: [], deleted: [] }, moment());
        if (effect.ok && effect.act === 'add') assert.equal(judgeIncident(effect.record).state, 'valid');
      } else assert.ok(reading.reason.length > 10 && reading.reason.length < 250 && !/[\n\u202e]/.test(reading.reason), reading.reason);
      slowest = Math.max(slowest, performance.now() - from);
    }), { numRuns: LINKS });
    return { often: LINKS, wrong: { 'over a second': slowest < 1_000 ? 0 : 1 }, seen: `the longest took ${Math.ceil(slowest)} ms` };
  })).timeout(600_000);
});

describe('what a link is made of', () => {
  it('times name their zone', () => {
    const times = { '2026-05-14T14:02:00Z': '2026-05-14T14:02:00Z', '2026-05-14T14:02:00.123456+0530': '2026-05-14T08:32:00Z', '2026-05-14 14:02-03': '2026-05-14T17:02:00Z', '2026-05-14 14:02:09 +02:00': '2026-05-14T12:02:09Z' };
    for (const [said, time] of Object.entries(times)) assert.equal(linkTime(said), time);
    for (const none of ['2026-05-14T14:02', '2026-05-14', '14:02Z', '2026-13-01T00:00Z', '2026-05-14T25:00Z', '2026-05-14T14:02:00+15:00', '2026-05-14T14:02:00+01:75']) assert.equal(linkTime(none), undefined, none);
  });

  it('severities have many names', () => {
    const names = { P1: 'sev1', 'SEV-1 critical': 'sev1', sev0: 'sev1', critical: 'sev1', 'P2 - High': 'sev2', s3: 'sev3', minor: 'sev3', Severity4: 'sev4', 'priority 5': 'sev4', warning: 'sev3', toString: undefined, P11: undefined, '': undefined } as const;
    for (const [name, severity] of Object.entries(names)) assert.equal(severityOf(name), severity, name);
  });

  it('five a minute, and one word about the rest', () => {
    const pace = new LinkPace();
    assert.deepEqual(Array.from({ length: 8 }, (_, at) => pace.next(at * 1_000)), ['follow', 'follow', 'follow', 'follow', 'follow', 'say', 'drop', 'drop']);
    assert.deepEqual([pace.next(60_500), pace.next(60_600)], ['follow', 'say']);
    assert.equal(pace.next(-1), 'follow');
  });
});
