import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Incident } from '../../../src/core/journal/schema';
import { readExport, toJson } from '../../../src/core/share/exportFile';
import { asCopy, importPeople, planImport, withPeople } from '../../../src/core/share/importing';
import { parseFaithfully } from '../../../src/store/faithful';
import { anyIncident } from '../journal/records';
import { FULL, PEOPLE, written } from './records';

const read = (text: string) => readExport(parseFaithfully(Buffer.from(text)));
const exportedOf = (text: string) => {
  const result = read(text);
  assert.ok(result.ok, 'reason' in result ? result.reason : '');
  return result.exported;
};

describe('whole JSON, imported', () => {
  it('property: gives the same records and people, with fields that nobody knows', () => {
    const records = fc.uniqueArray(anyIncident, { maxLength: 4, selector: ({ id }) => id });
    fc.assert(
      fc.property(records, (made) => {
        const incidents = JSON.parse(JSON.stringify(made)) as Incident[]; // as a file holds them
        const exported = exportedOf(written(incidents, { form: 'json' }));
        const byId = (all: readonly Incident[]): readonly Incident[] => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
        assert.deepEqual(byId(exported.incidents), byId(incidents));
        assert.deepEqual(byId(planImport(exported, () => undefined).fresh), byId(incidents));
      }),
      { numRuns: 150 },
    );
    const { people } = exportedOf(written([FULL], { form: 'json' }));
    assert.deepEqual(importPeople({ format: 1, people: [] }, people, () => 'p-new').people.people, [PEOPLE.people[0]]);
  });

  const refusals: readonly (readonly [what: string, text: string, reason: RegExp])[] = [
    ['another file', '{"a": 1}', /no export of a journal/],
    ['a newer export', toJson({ people: [], incidents: [] }, false).replace('"leadDebriefExport": 1', '"leadDebriefExport": 2'), /newer Lead Debrief/],
    ['a record that is wrong', toJson({ people: [], incidents: [FULL, { ...FULL, id: 'x1', kind: 'reel' as never }] }, false), /Incident 2 of 2 cannot be imported: kind: must be one of/],
    ['one id twice', toJson({ people: [], incidents: [FULL, FULL] }, false), /there twice/],
    ['people that are none', '{"leadDebriefExport": 1, "people": [{"id": "Bob"}], "incidents": []}', /no export of a journal/],
  ];
  for (const [what, text, reason] of refusals) {
    it(`refuses ${what}`, () => {
      const result = read(text);
      assert.ok(!result.ok);
      assert.match(result.reason, reason);
    });
  }

  it('tells what is fresh, what is there as it is, and what is there with other words, whatever the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(FULL).reverse()) as unknown as Incident;
    const plan = planImport({ people: [], incidents: [{ ...FULL, id: 'a1' }, { ...FULL, id: 'b1' }, { ...FULL, id: 'c1' }, { ...FULL, id: 'd1' }] }, (id) =>
      ({ b1: { ...turned, id: 'b1' }, c1: { ...FULL, id: 'c1', stakes: 'other' }, d1: null })[id],
    );
    assert.deepEqual([plan.fresh, plan.same, plan.other].map((each) => each.map(({ id }) => id)), [['a1'], ['b1'], ['c1', 'd1']]);
    assert.deepEqual(asCopy(FULL, 'z1'), { ...FULL, id: 'z1' });
  });

  it('finds people again by address or name, gives another id to who meets a stranger, and never shares an alias', () => {
    const here = { format: 1 as const, people: [{ id: 'p-9', name: 'priya nair', alias: 'Ibis' }, { id: 'p-2', name: 'Somebody Else', alias: 'Plover' }] };
    const { people, ids } = importPeople(here, PEOPLE.people, () => 'p-new');
    assert.deepEqual([...ids], [['p-1', 'p-9'], ['p-2', 'p-new']]);
    assert.deepEqual(people.people.map(({ id, alias }) => [id, alias]), [['p-9', 'Ibis'], ['p-2', 'Plover'], ['p-new', 'Wren'], ['p-3', undefined], ['p-4', 'Heron']]);
    const moved = withPeople(FULL, ids);
    assert.deepEqual([moved.people?.[0]?.person, moved.promises?.[0]?.person], ['p-9', 'p-9']);
    assert.equal(withPeople(FULL, new Map()), FULL);
  });
});
