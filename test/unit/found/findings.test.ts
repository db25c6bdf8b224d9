import assert from 'node:assert/strict';
import fc from 'fast-check';
import { documentClaim, toldBy } from '../../../src/core/found/documentClaim';
import { afterSources, findings } from '../../../src/core/found/findings';
import { DOCUMENT, isOld } from '../../../src/core/found/listing';
import { shortId } from '../../../src/core/found/shortId';
import { readIncidentDocument } from '../../../src/core/documents/read';
import { mayTell } from '../../../src/core/documents/mayTell';
import { isWorkedOn } from '../../../src/core/identity/decisions';
import { joinIncidents, partAbsorbed } from '../../../src/core/identity/partAndJoin';
import { ID, type Claim, type Incident } from '../../../src/core/journal/schema';

const NOW = Date.parse('2026-05-20T12:00:00Z');
const REF = 'shop/docs/incidents/checkout.md';
const text = (time = '15:40 Errors are gone, resolved'): string =>
  `# Checkout answered with 502\n\n**Date:** 2026-05-14\n**Severity:** SEV-2\n\n## Impact\n\nNobody could buy.\n\n## Timeline\n\nAll times in UTC.\n\n- 14:05 The first alert fires\n- 14:20 The pool is full\n- ${time}\n\n## Root cause\n\nA small pool.\n`;

function claim(body = text(), seen = NOW): Claim {
  const document = readIncidentDocument('docs/incidents/checkout.md', body);
  assert.ok(document.accepted);
  const made = documentClaim(toldBy(REF, document), document.severity?.value, seen);
  assert.ok(made);
  return made;
}

const found = (records: readonly Incident[], claims: readonly Claim[], deleted: readonly Incident[] = []) => findings(records, deleted, claims, NOW);
function first(claims: readonly Claim[]): Incident {
  const [one] = found([], claims).found;
  assert.ok(one);
  return one.incident;
}

describe('what was found beside a journal', () => {
  it('an id that a text always has, in the form of ours', () => {
    fc.assert(fc.property(fc.string(), (words) => shortId(words) === shortId(words) && ID.test(shortId(words)) && shortId(words).length === 10));
    assert.equal(new Set(Array.from({ length: 5_000 }, (_, at) => shortId(`document\nshop/docs/${at}.md`))).size, 5_000);
    assert.equal(shortId('document\nshop/docs/incidents/checkout.md'), shortId('document\nshop/docs/incidents/checkout.md'));
  });

  it('a document is an incident with its times, each from its line, and the same on each machine', () => {
    const incident = first([claim()]);
    assert.deepEqual(incident.window, { start: '2026-05-14T14:05:00Z', end: '2026-05-14T15:40:00Z', startFrom: DOCUMENT, endFrom: DOCUMENT });
    assert.deepEqual([incident.title, incident.severity, incident.rawSeverity], ['Checkout answered with 502', 'sev2', 'SEV-2']);
    assert.equal(incident.id, first([claim(text(), NOW + 1)]).id);
    const told = toldBy(REF, readIncidentDocument('docs/incidents/checkout.md', text()));
    assert.deepEqual([told.start?.line, told.end?.line, told.timeline.map(({ line }) => line)], [14, 16, [14, 15, 16]]);
  });

  it('one that gives only a day is at noon; one that gives no end is over where it began; one without a day is none', () => {
    const day = readIncidentDocument('docs/incidents/2026-05-14-outage.md', '# Outage of the shop\n\n## Impact\n\nNobody could buy.\n\n## Root cause\n\nA pool.\n\n## Lessons learned\n\nLook first.\n');
    const told = toldBy(REF, day);
    const made = documentClaim(told, undefined, NOW);
    assert.deepEqual([made?.start, made?.end, made?.precision], ['2026-05-14T12:00:00Z', '2026-05-14T12:00:00Z', 'day']);
    assert.equal(documentClaim({ ref: REF, title: told.title, timeline: [] }, 'SEV-1', NOW), undefined);
  });

  it('how severe it was, in the words of the house', () => {
    const told = toldBy(REF, readIncidentDocument('docs/incidents/checkout.md', text()));
    const of = (words: string): string | undefined => documentClaim(told, words, NOW)?.severity;
    assert.deepEqual(['SEV-1', 'P0', 'critical', 'High', 'sev2', 'Medium', 'P4', 'low', 'blue'].map(of), ['sev1', 'sev1', 'sev1', 'sev2', 'sev2', 'sev3', 'sev4', 'sev4', undefined]);
  });

  it('is a record or not: what is a record, called off or deleted is not found again', () => {
    const incident = first([claim()]);
    const cancelled = { ...incident, cancelled: '2026-05-15T08:00:00Z' };
    for (const record of [incident, cancelled]) assert.deepEqual(found([record], [claim()]).found, []);
    assert.deepEqual(found([], [claim()], [incident]).found, []);
  });

  it('a changed document changes a record that nobody has worked on, and no other; that a file is older elsewhere changes nothing', () => {
    const incident = first([claim()]);
    const changed = claim(text('16:10 Errors are gone, resolved'), NOW + 5_000);
    assert.deepEqual(found([incident], [changed]).following.map(({ id }) => id), [incident.id]);
    assert.deepEqual(found([incident], [claim(text(), NOW + 5_000)]).following, []);
    const worked: Incident = { ...incident, role: 'commander' };
    assert.ok(isWorkedOn(worked));
    assert.deepEqual(found([worked], [changed]), { found: [], following: [] });
  });

  it('an incident that the lead has worked on is told of by one more source, and says what it said; it never comes without being seen', () => {
    const declared: Incident = { format: 1, id: 'declared01', title: 'Checkout', window: { start: '2026-05-14T14:01:00Z', end: '2026-05-14T15:30:00Z' }, role: 'commander' };
    const { found: fresh, following } = found([declared], [claim()]);
    assert.deepEqual([fresh, following.map(({ id }) => id)], [[], ['declared01']]);
    const after = afterSources(declared, following[0]!.assembled);
    assert.deepEqual({ ...after, claims: undefined }, { ...declared, claims: undefined });
    assert.deepEqual(after.claims?.map(({ source }) => source), ['person', DOCUMENT]);
    assert.deepEqual(found([after], [claim()]), { found: [], following: [] });
  });

  it('what another window parted meanwhile is not brought back by a look that began before', () => {
    const declared: Incident = { format: 1, id: 'declared01', title: 'Checkout', window: { start: '2026-05-14T14:01:00Z', end: '2026-05-14T15:30:00Z' } };
    const { following } = found([declared], [claim()]);
    const parted: Incident = { ...declared, apart: [{ id: 'apart00001', source: DOCUMENT, ref: REF, at: '2026-05-15T08:00:00Z' }] };
    assert.equal(afterSources(parted, following[0]!.assembled), parted);
    assert.equal(found([parted], [claim()]).found.length, 1);
  });

  it('a source goes on telling of an incident that another was joined with, and of nothing that only the absorbed one was about', () => {
    const incident = { ...first([claim()]), kind: 'real' as const };
    const declared: Incident = { format: 1, id: 'declared01', title: 'Shop', window: { start: '2026-05-13T14:01:00Z', end: '2026-05-13T15:30:00Z' } };
    const joined = joinIncidents(declared, incident, { now: '2026-05-15T08:00:00Z', newId: () => 'made000001' });
    assert.ok(joined.ok);
    assert.deepEqual(found([joined.record], [claim(text('16:10 Errors are gone, resolved'), NOW + 5_000)], [joined.absorbed]), { found: [], following: [] });
    const alone = { ...joined.absorbed, claims: [...(incident.claims ?? []), { ...claim(), id: 'other00001', ref: 'shop/docs/other.md' }] };
    assert.deepEqual(found([joined.record], [{ ...claim(), ref: 'shop/docs/other.md' }], [alone]).found, []);
  });

  it('while two are being joined, in two files one after the other, the one that goes takes nothing of the other, so that they can be parted again', () => {
    const step = { now: '2026-05-15T08:00:00Z', newId: () => 'made000001' };
    const declared = (id: string, hour: string): Incident => ({ format: 1, id, title: id, window: { start: `2026-05-13T${hour}:01:00Z`, end: '2026-05-13T15:30:00Z' }, stakes: id });
    const [goesOn, other] = [declared('goesonnnnn', '14'), declared('joinedwith', '13')];
    const joined = joinIncidents(goesOn, other, step);
    assert.ok(joined.ok);
    for (const claims of [[], [claim()]]) assert.deepEqual(found([joined.record, other], claims).following, []);
    const [kept, released] = partAbsorbed(joined.record, joined.absorbed, step);
    assert.deepEqual([kept, released].map(({ claims, apart = [] }) => [claims?.length ?? 0, apart.length]), [[1, 1], [0, 1]]);
    assert.deepEqual(found([kept, released], []), { found: [], following: [] });
  });

  it('two documents of one day stay two; what is long ago is folded away', () => {
    const other = { ...claim(), ref: 'shop/docs/incidents/other.md', id: 'other' };
    assert.equal(found([], [claim(), other]).found.length, 2);
    assert.equal(isOld(first([claim()]), NOW), false);
    assert.equal(isOld(first([claim()]), NOW + 91 * 86_400_000), true);
  });

  it('a text is worth to be read where its name or its parts say so, and a date stands in it', () => {
    assert.equal(mayTell('docs/incidents/checkout.md', text()), true);
    assert.equal(mayTell('docs/x.md', text().replace('# Checkout answered with 502', '# Shop')), true);
    assert.equal(mayTell('docs/x.md', '# Setup\n\n## Install\n\nIn 2026.\n'), false);
    assert.equal(mayTell('notes/2026-05-14.md', '# Pool\n\n## Impact\n\nNobody could buy.\n'), true);
    assert.equal(mayTell('docs/outage.md', '# Outage\n\nNo day.\n'), false);
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (words) => typeof mayTell('x.md', words) === 'boolean'));
  });
});
