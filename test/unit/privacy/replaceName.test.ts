import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Incident, People } from '../../../src/core/journal/schema';
import { aliasProblem, isAsSeen, nameFinder, namedIncidents, namedTexts, turnedBack, withAliasOnly, withFormer, withTexts } from '../../../src/core/privacy/replaceName';
import { mapTexts, placeOf } from '../../../src/core/privacy/texts';
import { knownPeople, type KnownPerson } from '../../../src/core/share/knownPeople';
import { anyIncident } from '../journal/records';

const PEOPLE: People = {
  format: 1,
  people: [
    { id: 'p-1', name: 'Ana Oliveira', alias: 'Heron', mails: ['ana.oliveira@example.com'] },
    { id: 'p-2', name: 'Grace Souza', alias: 'Wren' },
    { id: 'p-3', name: 'Ana Lopez', alias: 'Tern' },
  ],
};
const record = (more: Partial<Incident> = {}): Incident => ({ format: 1, id: 'k3f9q2m7xa', title: 'Checkout errors', window: { start: '2026-05-14T14:02:00Z' }, ...more });

function finder(id: string, records: readonly Incident[] = [], alias = 'Kite') {
  const all = knownPeople(PEOPLE, records);
  const person = all.find((each) => each.id === id) as KnownPerson;
  return nameFinder({ person, alias, all });
}

describe('replacing a name by an alias', () => {
  const full = record({
    title: 'Oliveira broke the queue',
    tags: ['oliveira', 'queue'],
    incidentNotes: [{ id: 'n1', at: '2026-05-14T14:10:00Z', text: 'Ana Oliveira leads from 14:10.' }],
    evidence: [{ id: 'e1', at: '2026-05-14T14:10:00Z', source: 'git', title: 'Merge of ana-oliveira', ref: 'oliveira-fix', repository: 'oliveira' }],
    people: [{ id: 'm1', person: 'p-1', marks: ['calmed'], note: 'Oliveira asked twice; ana.oliveira@example.com wrote it down' }],
    reflection: {
      path: 'deep', started: '2026-05-14T16:00:00Z', answers: { moment: 'I looked at OLIVEIRA’s screen, and at Grace', state: 'Oliveira again' },
      revisions: [{ id: 'r1', at: '2026-05-15T16:00:00Z', field: 'moment', before: 'Oliveira' }],
    },
    lesson: { text: 'Ask Oliveira early', files: ['src/oliveira/queue.ts'] },
    clashes: [{ path: 'text/stakes', other: 'Oliveira’s trust' }],
    ...({ later: { words: 'Oliveira, of a later version' } } as object),
  });

  it('finds every text in which somebody is named, with what is around it, how often, and in which part', () => {
    const [found] = namedIncidents([record({ id: 'other', stakes: 'Grace' }), full], finder('p-1'));
    const texts = (found?.texts ?? []).map(({ path, after, count }) => `${placeOf(path) ?? '?'} ${count}: ${after}`);
    assert.deepEqual(texts, [
      'title 1: Kite broke the queue', 'tag 1: Kite', 'note 1: Kite leads from 14:10.', 'evidence 1: Merge of Kite', 'source 1: Kite-fix', 'source 1: Kite',
      'note 2: Kite asked twice; Kite wrote it down', 'answer 1: I looked at Kite’s screen, and at Grace', 'answer 1: Kite again', 'former 1: Kite',
      'lesson 1: Ask Kite early', 'file 1: src/Kite/queue.ts', 'former 1: Kite’s trust', '? 1: Kite, of a later version',
    ]);
    assert.deepEqual(found?.texts.filter(({ points }) => points).map(({ before }) => before), ['oliveira-fix', 'oliveira', 'src/oliveira/queue.ts']);
    const long = namedTexts(record({ stakes: `${'far before '.repeat(20)}Oliveira ${'far behind '.repeat(20)}` }), finder('p-1'));
    assert.match(long[0]?.excerpt ?? '', /^….{0,32}Oliveira .{0,72}…$/);
  });

  it('leaves what could be another’s, and addresses that nobody is known by', () => {
    const texts = namedTexts(record({ stakes: 'Ana said so; ana.lopez@example.com too; x@example.com; Ana Lopez; by the grace of God' }), finder('p-1'));
    assert.deepEqual(texts, []);
    assert.deepEqual(namedTexts(record({ stakes: 'a state of grace, said Grace' }), finder('p-2')).map(({ after }) => after), ['a state of grace, said Kite']);
  });

  it('puts the alias in what was chosen, and takes it back; nothing else changes', () => {
    const seen = namedTexts(full, finder('p-1'));
    const chosen = seen.filter(({ points }) => !points);
    const { record: done, left } = withTexts(full, chosen);
    assert.equal(left, 0);
    assert.doesNotMatch(JSON.stringify({ ...done, evidence: [], lesson: done.lesson?.text }), /oliveira/i);
    assert.deepEqual([done.evidence?.[0]?.ref, done.people?.[0]?.person, done.reflection?.path], ['oliveira-fix', 'p-1', 'deep']);
    assert.deepEqual(withTexts(done, turnedBack(chosen)), { record: full, left: 0 });
  });

  it('takes back only what still says what it was made to say', () => {
    const seen = namedTexts(full, finder('p-1'));
    const edited = { ...withTexts(full, seen).record, title: 'Renamed meanwhile' };
    const back = withTexts(edited, turnedBack(seen));
    assert.deepEqual([back.left, back.record.title, back.record.lesson?.text], [1, 'Renamed meanwhile', 'Ask Oliveira early']);
  });

  it('sees that a record was changed since: another text with the name, the same with other words, one without', () => {
    const seen = namedTexts(full, finder('p-1'));
    assert.ok(isAsSeen(full, finder('p-1'), seen));
    assert.ok(isAsSeen({ ...full, outcome: 'rough', stakes: 'Nobody’s' }, finder('p-1'), seen));
    assert.ok(!isAsSeen({ ...full, stakes: 'Oliveira’s' }, finder('p-1'), seen));
    assert.ok(!isAsSeen({ ...full, title: 'Oliveira broke both queues' }, finder('p-1'), seen));
    assert.ok(!isAsSeen({ ...full, tags: [] }, finder('p-1'), seen));
  });

  it('of anything that a journal may hold: afterwards nobody is found in it, and taken back it is the same', () => {
    const words = fc.constantFrom('Ana Oliveira', 'Oliveira', 'oliveira', 'Ana', 'ana.oliveira@example.com', 'Grace', 'queue', '—', 'x@y.zz', '\n', '“Oliveira”');
    const text = fc.array(words, { maxLength: 6 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(text, text, fc.dictionary(fc.constantFrom('moment', 'state', 'id', '__proto__', 'path'), text, { noNullPrototype: true }), fc.array(text), (title, stakes, answers, tags) => {
        const one = record({ title, stakes, tags, reflection: { path: 'short', started: '2026-05-14T16:00:00Z', answers } });
        const seen = namedTexts(one, finder('p-1'));
        const { record: done } = withTexts(one, seen);
        assert.deepEqual(namedTexts(done, finder('p-1')), []);
        assert.deepEqual(withTexts(done, turnedBack(seen)).record, one);
        assert.equal(seen.length === 0, done === one);
      }),
      { numRuns: 300 },
    );
    fc.assert(fc.property(anyIncident, (one) => assert.equal(mapTexts(one, (each) => each), one)), { numRuns: 100 });
  });

  it('in the people file: name and addresses go, the id stays; taken back unless somebody was renamed since', () => {
    const done = withAliasOnly(PEOPLE, 'p-1', 'Kite');
    assert.deepEqual(done.people[0], { id: 'p-1', name: 'Kite', alias: 'Kite' });
    const former = { name: 'Ana Oliveira', alias: 'Heron', mails: ['ana.oliveira@example.com'] };
    assert.deepEqual(withFormer(done, 'p-1', 'Kite', former), PEOPLE);
    const renamed = { ...done, people: done.people.map((each) => ({ ...each, name: 'Somebody' })) };
    assert.equal(withFormer(renamed, 'p-1', 'Kite', former), renamed);
    assert.equal(withAliasOnly(PEOPLE, 'p-9', 'Kite'), PEOPLE);
  });

  it('refuses an alias that says nothing, holds the name, or is another’s', () => {
    const all = knownPeople(PEOPLE, []);
    const problem = (alias: string) => aliasProblem(alias, { person: all[0] as KnownPerson, all });
    assert.deepEqual([problem(' – '), problem('The other Ana'), problem('wren'), problem('Grace Souza'), problem('Heron'), problem('Kite')], ['empty', 'holdsName', 'taken', 'taken', undefined, undefined]);
  });
});
