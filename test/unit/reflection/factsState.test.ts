import assert from 'node:assert/strict';
import type { ToldDocument } from '../../../src/core/found/documentClaim';
import type { Incident } from '../../../src/core/journal/schema';
import { factsState } from '../../../src/core/reflection/factsState';
import type { EvidenceReading, ReflectionContext } from '../../../src/core/reflection/reflectionState';

const REF = 'shop/docs/incidents/checkout.md';
const WINDOW = { start: '2026-05-14T14:05:00Z', end: '2026-05-14T15:40:00Z', startFrom: 'document', endFrom: 'document' };
const told: ToldDocument = {
  ref: REF,
  title: { value: 'Checkout', line: 1 },
  start: { at: '2026-05-14T14:05:00.000Z', line: 14, isDay: false },
  end: { at: '2026-05-14T15:40:00Z', line: 16, isDay: false },
  timeline: [],
};
const reading = (documents: readonly ToldDocument[]): EvidenceReading => ({ status: 'ready', entries: [], people: [], machines: [], problems: [], inside: 0, documents });

function facts(more: Partial<Incident> = {}, documents: readonly ToldDocument[] = [told]) {
  const incident: Incident = { format: 1, id: 'k3f9q2m7xa', title: 'Checkout', window: WINDOW, ...more };
  return factsState({ incident, evidence: reading(documents) } as unknown as ReflectionContext);
}

describe('which line of a document a time is from', () => {
  it('is said for each time that the document gives, and not said twice', () => {
    const { spots, why, lead } = facts();
    assert.deepEqual(spots, [
      { of: 'start', document: REF, line: 14, words: 'Start: docs/incidents/checkout.md, line 14' },
      { of: 'end', document: REF, line: 16, words: 'End: docs/incidents/checkout.md, line 16' },
    ]);
    assert.deepEqual([why, lead], ['0 commits fall inside.', 'The times are as they were found. Correct what is wrong; the rest only you can know.']);
  });

  it('is not said of what the lead corrected, nor of what the document no longer says', () => {
    const { spots, why } = facts({ window: { ...WINDOW, start: '2026-05-14T14:01:00Z', startFrom: 'person' } });
    assert.deepEqual([spots?.map(({ of }) => of), why], [['end'], 'Start: as you gave it. 0 commits fall inside.']);
    assert.equal(facts({ window: { ...WINDOW, end: '2026-05-14T16:00:00Z' } }).spots?.length, 1);
    assert.deepEqual([facts({}, []).spots, facts({}, []).why], [undefined, 'Start and end: from the document. 0 commits fall inside.']);
  });

  it('says that the document gives no end, and that only the day is known', () => {
    const { end, ...open } = told;
    assert.ok(end);
    const { spots, why } = facts({ window: { ...WINDOW, end: WINDOW.start } }, [{ ...open, start: { at: WINDOW.start, line: 3, isDay: true } }]);
    assert.deepEqual([spots?.map(({ onlyDay }) => onlyDay), why], [[true], 'The document gives no end: it stands where it began. 0 commits fall inside.']);
  });
});
