import assert from 'node:assert/strict';
import { hideEntry } from '../../../src/core/evidence/marks';
import { timeline } from '../../../src/core/evidence/timeline';
import type { ToldDocument } from '../../../src/core/found/documentClaim';
import type { Incident } from '../../../src/core/journal/schema';

const REF = 'shop/docs/incidents/checkout.md';
const told = (lines = 0): ToldDocument => ({
  ref: REF,
  title: { value: 'Checkout', line: 1 },
  timeline: [
    { at: '2026-05-14T14:05:00Z', line: 14 + lines, text: 'The first alert fires' },
    { at: '2026-05-14T14:20:00Z', line: 15 + lines, text: 'The pool is full' },
  ],
});
const incident: Incident = { format: 1, id: 'k3f9q2m7xa', title: 'Checkout', window: { start: '2026-05-14T14:00:00Z', end: '2026-05-14T15:00:00Z' } };

describe('what documents tell, in the timeline', () => {
  it('stands among the rest by time, with its line', () => {
    const { entries } = timeline(incident, undefined, [told()]);
    assert.deepEqual(entries.map(({ source, kind, title }) => [source, kind, title]), [
      ['incident', 'began', entries[0]?.title],
      ['document', 'told', 'The first alert fires'],
      ['document', 'told', 'The pool is full'],
      ['incident', 'ended', entries[3]?.title],
    ]);
    assert.deepEqual(entries[1]?.told, { document: REF, line: 14 });
  });

  it('what was hidden stays hidden when lines move, and shows without its document', () => {
    const [, entry] = timeline(incident, undefined, [told()]).entries;
    assert.ok(entry);
    const hidden = hideEntry(incident, entry, { now: '2026-05-15T09:00:00Z', newId: () => 'e1', session: '2026-05-15T09:00:00Z' });
    const [, moved] = timeline(hidden, undefined, [told(7)]).entries;
    assert.deepEqual([moved?.hidden, moved?.told?.line], [true, 21]);
    const alone = timeline(hidden, undefined).entries.find(({ source }) => source === 'document');
    assert.deepEqual([alone?.kind, alone?.title, alone?.told], ['told', 'The first alert fires', undefined]);
  });
});
