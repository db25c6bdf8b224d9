import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cancelIncident, declareIncident, isOpen, resolveIncident } from '../../../src/core/incident/life';
import { linkQuestion, nothingWords } from '../../../src/core/incidentLink/effectWords';
import { linkEffect, separately, type LinkEffect } from '../../../src/core/incidentLink/linkEffect';
import { linkTemplates } from '../../../src/core/incidentLink/linkTemplates';
import { incidentLinkTo } from '../../../src/core/incidentLink/writeLink';
import { judgeIncident } from '../../../src/core/journal/check';
import type { Incident } from '../../../src/core/journal/schema';
import { locale, linkOf, moment, NOW, refusal } from './links';

const PD = 'v=1&source=pagerduty&id=PD1';
const OPEN = `${PD}&state=open&title=Payment%20timeouts&start=2026-05-14T14:02:00Z&sev=P1`;
const OVER = `${PD}&state=resolved&end=2026-05-14T15:37:00Z`;

const effectOf = (query: string, records: readonly Incident[] = [], deleted: readonly Incident[] = []): LinkEffect => linkEffect(linkOf(query), { records, deleted }, moment());

function added(query: string, records: readonly Incident[] = []): Incident {
  const effect = effectOf(query, records);
  assert.ok(effect.ok && effect.act === 'add', JSON.stringify(effect));
  assert.equal(judgeIncident(effect.record).state, 'valid');
  return effect.record;
}

function changed(query: string, record: Incident): Incident {
  const effect = effectOf(query, [record]);
  assert.ok(effect.ok && effect.act === 'change', JSON.stringify(effect));
  assert.equal(judgeIncident(effect.after).state, 'valid');
  return effect.after;
}

const act = (query: string, record: Incident): string => {
  const effect = effectOf(query, [record]);
  return effect.ok ? effect.act : effect.reason;
};

describe('following a link', () => {
  it('adds an incident that is open, or over', () => {
    const record = added(OPEN);
    assert.deepEqual(record, {
      format: 1, id: 'id00000001', title: 'Payment timeouts', window: { start: '2026-05-14T14:02:00Z', startFrom: 'pagerduty' }, severity: 'sev1', rawSeverity: 'P1',
      claims: [{ id: 'id00000000', source: 'pagerduty', ref: 'PD1', seen: '2026-05-14T16:00:00Z', kind: 'declared', title: 'Payment timeouts', start: '2026-05-14T14:02:00Z', precision: 'second', severity: 'sev1', rawSeverity: 'P1' }],
    });
    assert.ok(isOpen(record));
    assert.equal(added(`${OVER}&start=2026-05-14T14:02:00Z`).window.end, '2026-05-14T15:37:00Z');
    const bare = added('v=1&state=open');
    assert.deepEqual([bare.title, bare.window.start], ['Incident 16:00', '2026-05-14T16:00:00Z']);
  });

  it('closes an open one, once; never reopens it', () => {
    const over = changed(OVER, added(OPEN));
    assert.deepEqual(over.window, { start: '2026-05-14T14:02:00Z', startFrom: 'pagerduty', end: '2026-05-14T15:37:00Z', endFrom: 'pagerduty' });
    assert.equal(over.claims?.length, 1);
    assert.equal(act(OVER, over), 'none');
    assert.equal(act(OPEN, over), 'none');
    assert.equal(changed(`${PD}&state=resolved`, added(OPEN)).window.end, '2026-05-14T16:00:00Z');
    assert.equal(changed(`${PD}&state=resolved&end=2026-05-14T15:40:00Z`, over).window.end, '2026-05-14T15:40:00Z');
  });

  it('leaves what the lead corrected', () => {
    const corrected: Incident = { ...added(OPEN), title: 'Card payments', window: { start: '2026-05-14T13:50:00Z', startFrom: 'person', end: '2026-05-14T15:00:00Z', endFrom: 'person' }, severity: 'sev2' };
    assert.equal(act(OVER, corrected), 'none');
    const later = effectOf(`${PD}&state=resolved&title=Other&start=2026-05-14T14:10:00Z&end=2026-05-14T15:50:00Z&sev=P3&service=payments`, [corrected]);
    assert.ok(later.ok && later.act === 'change');
    const { title, window, severity, services } = later.after;
    assert.deepEqual([title, window, severity, services], [corrected.title, corrected.window, corrected.severity, ['payments']]);
  });

  it('leaves a false alarm and what was deleted', () => {
    assert.equal(act(OVER, cancelIncident(added(OPEN), NOW)), 'none');
    const effect = effectOf(OVER, [], [added(OPEN)]);
    assert.match(effect.ok ? '' : effect.reason, /You deleted this incident/);
  });

  it('knows the incident that the lead declared, closes it, and can be parted from it', () => {
    const mine = declareIncident({ title: 'Payment timeouts' }, moment('2026-05-14T14:05:00.000Z'));
    const effect = effectOf(OPEN, [mine]);
    assert.ok(effect.ok && effect.act === 'change' && effect.why);
    assert.equal(effect.after.claims?.length, 2);
    const over = changed(OVER, effect.after);
    assert.equal(over.window.end, '2026-05-14T15:37:00Z');
    assert.equal(act(OPEN, resolveIncident(effect.after, NOW)), 'none');
    const [kept, fresh] = separately(mine, linkOf(OPEN), moment()) ?? [];
    assert.ok(kept && fresh);
    assert.deepEqual([kept.claims?.length, kept.apart?.length, fresh.claims?.length, fresh.apart?.length, fresh.title], [1, 1, 1, 1, 'Payment timeouts']);
    const again = linkEffect(linkOf(OVER), { records: [kept, fresh], deleted: [] }, moment());
    assert.ok(again.ok && again.act === 'change' && again.before.id === fresh.id);
  });

  it('says why it cannot close what it does not know, or what began later', () => {
    assert.match(act(OVER, added('v=1&state=open&id=other&start=2026-05-14T15:50:00Z')), /does not say when it began/);
    const later: Incident = { ...added(OPEN), window: { start: '2026-05-14T15:50:00Z', startFrom: 'person' } };
    assert.match(act(OVER, later), /does not fit .* end is before the start/);
  });

  it('asks with all that it would do, as plain text', () => {
    const ask = (query: string, records: readonly Incident[] = []) => {
      const [link, effect] = [linkOf(query), effectOf(query, records)];
      assert.ok(effect.ok && effect.act !== 'none');
      return linkQuestion(link, effect, locale, Date.parse(NOW));
    };
    const fresh = ask(`${OPEN}&service=payments&url=https://example.com/1`);
    assert.equal(fresh.yes, 'Add It');
    for (const line of ['“Payment timeouts”', 'Began: Thu 14 May, 14:02', 'Severity: SEV-1 critical (“P1”)', 'Services: payments', 'Source: pagerduty, there called PD1', 'Address: https://example.com/1']) assert.ok(fresh.detail.split('\n').includes(line), `${line} in ${fresh.detail}`);
    assert.match(fresh.detail, /its clock runs/);
    const over = ask(OVER, [added(OPEN)]);
    assert.deepEqual([over.message, over.yes], ['A link says that “Payment timeouts” is over. Resolve it?', 'Resolve It']);
    assert.match(over.detail, /^Over: Thu 14 May, 15:37$/m);
    const renamed = ask(`${PD}&state=open&title=Cards&sev=P2`, [added(OPEN)]);
    assert.match(renamed.detail, /^Title: Cards \(until now: Payment timeouts\)$/m);
    assert.match(renamed.detail, /^Severity: SEV-2 major \(“P2”\) \(until now: SEV-1 critical \(“P1”\)\)$/m);
    assert.equal(nothingWords(added(OPEN), locale, Date.parse(NOW)), '“Payment timeouts” is there already (since Thu 14 May, 14:02). The link changes nothing.');
    const mine = declareIncident({ title: 'Timeouts' }, moment('2026-05-14T14:05:00.000Z'));
    assert.deepEqual([ask(OPEN, [mine]).apart, ask(`${PD}&state=open&start=2026-05-14T14:05:00Z`, [mine]).yes], ['A Separate Incident', 'Note It']);
  });
});

describe('copying a link', () => {
  const base = 'vscode://lead-debrief.lead-debrief/incident';
  const query = (record: Incident): string => incidentLinkTo(record, base).slice(base.length + 1);

  it('says the facts of a record, and nothing that was written about it', () => {
    const record = { ...changed(OVER, added(`${OPEN}&service=a%2526b&url=https%3A%2F%2Fexample.com%2F%3Fa%3D1`)), stakes: 'SECRET', tags: ['SECRET'], incidentNotes: [{ id: 'n0', at: NOW, text: 'SECRET' }] };
    assert.ok(!query(record).includes('SECRET'));
    assert.equal(act(query(record), record), 'none');
    const { title, window, services, severity } = added(query(record));
    assert.deepEqual([title, window.start, window.end, services, severity], ['Payment timeouts', record.window.start, record.window.end, ['a&b'], 'sev1']);
  });

  it('is read as it was, whatever the title; to a record of one’s own it changes nothing', () => {
    const titles = fc.string({ unit: fc.constantFrom(...'abc &=%+#?/"<>’é漢🙂0:,25'), minLength: 1, maxLength: 60 }).filter((title) => title.trim() === title && title !== '' && !/^<[\w .-]*>$/.test(title) && !/\s\s/.test(title));
    fc.assert(fc.property(titles, (title) => {
      const record = declareIncident({ title }, moment('2026-05-14T14:02:00.000Z'));
      assert.equal(linkOf(query(record)).title, title);
      assert.equal(act(query(record), record), 'none');
    }), { numRuns: 500 });
  });

  it('stays short enough to be followed', () => {
    const record: Incident = { ...added(OPEN), title: '漢'.repeat(200), services: Array.from({ length: 10 }, (_, at) => `${at}${'s'.repeat(90)}`) };
    assert.ok(query(record).length <= 2_048);
    assert.equal(linkOf(query(record)).title, record.title);
  });

  it('has templates that are refused until they are filled in, and read when they are', () => {
    const filled: Readonly<Record<string, string>> = { '{{incident.status}}': 'triggered', '{{ .Status }}': 'firing', '{{incident.created_at}}': '2026-05-14T14:02:00Z', '{{ .StartsAt.UTC.Format "2006-01-02T15:04:05Z" }}': '2026-05-14T14:02:00Z', '{{incident.html_url}}': 'https://x.pagerduty.com/incidents/1', '{{incident.url}}': 'https://app.incident.io/1', '{{ .GeneratorURL | urlquery }}': 'https%3A%2F%2Fgrafana.example%2F1' };
    for (const { tool, query: template } of linkTemplates()) {
      if (tool !== 'runbook') assert.match(refusal(template), /placeholder|state=open/, tool);
      const once = template.replace(/\{\{ if .*\{\{ end \}\}/, '');
      assert.equal(linkOf(once.replace(/\{\{.*?\}\}/g, (mark) => filled[mark] ?? 'P2')).state, 'open', tool);
    }
  });
});
