import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Incident } from '../../../src/core/journal/schema';
import { FORMS } from '../../../src/core/share/choice';
import { nameHider, type SharedPerson } from '../../../src/core/share/hideNames';
import { knownPeople } from '../../../src/core/share/knownPeople';
import { plainIncident } from '../journal/records';
import { EVERY_SECTION, FULL, PEOPLE, written } from './records';

const known = knownPeople(PEOPLE, [FULL]);
const hider = (shown: Readonly<Record<string, SharedPerson['shown']>> = {}) => nameHider(known.map((person) => ({ ...person, shown: shown[person.id] ?? 'alias' })));

describe('names in what is shared', () => {
  const table: readonly (readonly [said: string, leaves: string])[] = [
    ['Priya Nair saw it', 'Heron saw it'],
    ['priya saw it', 'Heron saw it'],
    ['PRIYA’s graph', 'Heron’s graph'],
    ['Nair, Priya', 'Heron'],
    ['Merge branch priya-nair/pool', 'Merge branch Heron/pool'],
    ['@priyanair and priya.nair', '@Heron and Heron'],
    ['mail priya.nair@example.com now', 'mail Heron now'],
    ['Reported-by: Jane Roe <jane@other.org>', 'Reported-by: Jane Roe <[mail address]>'],
    ['José, Jose and Jose\u0301', 'Wren, Wren and Wren'],
    ['I will ask Will', 'I will ask Person A'],
    ['the marsh, and Marsh', 'the Person A, and Person A'],
    ['听林美玲说', '听Plover说'],
    ['Priyanka and the nairobi office', 'Priyanka and the nairobi office'],
    ['nothing to hide here', 'nothing to hide here'],
  ];
  for (const [said, leaves] of table) it(`“${said}” leaves as “${leaves}”`, () => assert.equal(hider()(said), leaves));

  it('makes up the same alias for who has none, and knows who is named in the records only', () => {
    assert.deepEqual(known.map(({ alias }) => alias), ['Heron', 'Wren', 'Person A', 'Plover', 'Person B']);
    assert.equal(known.at(-1)?.name, 'Omar Said');
    const later = { ...FULL, id: 'later00000', window: { start: '2026-06-14T14:02:00Z' }, stakes: 'Zoe Adams <zoe@example.com>' };
    assert.deepEqual(knownPeople(PEOPLE, [later, FULL]).map(({ alias }) => alias), [...known.map(({ alias }) => alias), 'Person C']);
  });

  it('takes no alias that is a name, or that somebody else has', () => {
    const people = { format: 1 as const, people: [{ id: 'p-1', name: 'Ana Roe', alias: 'Martin' }, { id: 'p-2', name: 'Martin Weber', alias: 'Wren' }, { id: 'p-3', name: 'Bo Lee', alias: 'Wren' }] };
    assert.deepEqual(knownPeople(people, []).map(({ alias }) => alias), ['Person A', 'Wren', 'Person B']);
  });

  it('lets a name stay that is to leave by name, and makes "someone" of who is left out, alias and all', () => {
    assert.equal(hider({ 'p-1': 'name' })('Priya Nair, priya.nair@example.com, José'), 'Priya Nair, priya.nair@example.com, Wren');
    assert.equal(hider({ 'p-1': 'out' })('Priya, whom we call Heron. A heron'), 'someone, whom we call someone. A heron');
  });

  it('says "someone" where two have the same name, and keeps the one who is named', () => {
    const two: readonly SharedPerson[] = [
      { id: 'p-1', name: 'Ana Costa', mails: [], alias: 'Heron', shown: 'name' },
      { id: 'p-2', name: 'Ana Oliveira', mails: [], alias: 'Wren', shown: 'alias' },
    ];
    assert.equal(nameHider(two)('Ana Costa, Ana Oliveira, Ana'), 'Ana Costa, Wren, someone');
  });

  it('property: no form of any record holds a name or an address, wherever it stood', () => {
    const names = ['Priya Nair', 'priya', 'NAIR', 'José', 'Jose Weber', 'Will Marsh', 'priya.nair@example.com', 'x.y@z.org'];
    const put = (value: unknown, name: string): unknown => {
      if (typeof value === 'string') return /^[\w:.+-]*$/.test(value) ? value : `${name} ${value} ${name}, ${name}`;
      if (Array.isArray(value)) return value.map((each) => put(each, name));
      return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, put(each, name)])) : value;
    };
    fc.assert(
      fc.property(plainIncident, fc.constantFrom(...names), fc.constantFrom(...FORMS), (any, name, form) => {
        const record = { ...(put(any, name) as Incident), title: `About ${name}`, stakes: `(${name})` };
        const text = written([record], { form, whole: false, sections: EVERY_SECTION });
        assert.doesNotMatch(text.normalize('NFKD').replace(/\p{M}/gu, ''), /(?<![\p{L}\p{N}])(priya|nair|jose|weber|marsh)(?![\p{L}\p{N}])|example\.com|z\.org/iu);
      }),
      { numRuns: 200 },
    );
  });
});
