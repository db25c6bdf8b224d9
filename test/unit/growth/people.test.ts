import assert from 'node:assert/strict';
import fc from 'fast-check';
import { carriersOf } from '../../../src/core/growth/carriers';
import { peopleState, type PeopleState } from '../../../src/core/growth/people';
import { keepPromise, noteThanks, thankYouLine } from '../../../src/core/growth/thanks';
import { bytesOf } from '../../../src/core/growth/within';
import { judgeIncident } from '../../../src/core/journal/check';
import type { Incident } from '../../../src/core/journal/schema';
import { filledJournals, named, naming, PEOPLE, shuffled } from './filled';
import { finished, iso, LOCALE, NOW, waiting } from './records';

const DAY = 86_400_000;
const state = (records: readonly Incident[], people = PEOPLE, isWhole?: boolean): PeopleState => peopleState(records, people, LOCALE, NOW, isWhole);
/** So many finished reflections, in each of which one of three was named in turn. */
const some = (count: number): PeopleState =>
  state(Array.from({ length: count }, (_, at) => naming(`i${String(at).padStart(3, '0')}`, count - at, [named('m', PEOPLE[at % 3]?.id ?? '')])));
const names = ({ people }: PeopleState): string[] => people.map(({ name }) => name);

describe('people', () => {
  it('is empty while nobody was named', () => {
    assert.deepEqual(state([]), { people: [], more: 0, isWhole: false });
    assert.deepEqual(state([finished('a', 1, 3)]).people, []);
  });

  const table: [number, string[]][] = [
    [1, ['Mei Lin']],
    [5, ['Jonas Weber', 'Mei Lin', 'Priya Nair']],
    [300, ['Jonas Weber', 'Mei Lin', 'Priya Nair']],
  ];
  for (const [count, expected] of table) {
    it(`${count} incidents: by name, whoever is named more often`, () => {
      const read = some(count);
      assert.deepEqual([names(read), read.more, read.carriers], [expected, 0, undefined]);
      assert.equal(read.people.reduce((sum, { namings, more }) => sum + namings.length + more, 0), count);
    });
  }

  it('who was not thanked yet comes first, then by name', () => {
    const thanked = { thanked: iso(NOW - 3 * DAY) };
    const read = state([
      naming('a', 3, [named('1', 'p-jonas', thanked), named('2', 'p-priya')]),
      naming('b', 2, [named('3', 'p-mei', thanked)]),
      naming('c', 1, [named('4', 'p-jonas', thanked)]),
    ]);
    assert.deepEqual(read.people.map(({ name, thanked: all }) => [name, all]), [['Priya Nair', false], ['Jonas Weber', true], ['Mei Lin', true]]);
  });

  it('says for what, in the lead’s words, else what they did', () => {
    const said = (more: object): string | undefined => state([naming('a', 1, [named('1', 'p-mei', more)])]).people[0]?.namings[0]?.words;
    assert.deepEqual([said({ note: ' Said no ', marks: ['calmed'] }), said({ marks: ['carried', 'calmed'] }), said({})], ['Said no', 'Carried the work, Calmed', undefined]);
  });

  it('shows the newest for which somebody was not thanked, counts the others, and one that can be taken back', () => {
    const open = Array.from({ length: 5 }, (_, at) => naming(`o${at}`, 5 - at, [named(`e${at}`, 'p-mei')]));
    const [mei] = state([...open, naming('old', 9, [named('old', 'p-mei', { thanked: iso(NOW - 9 * DAY) })])]).people;
    assert.deepEqual([mei?.namings.map(({ incident }) => incident), mei?.more], [['o4'], 4]);
    const [ticked] = state([...open.slice(0, 4), naming('o4', 1, [named('e4', 'p-mei', { thanked: iso(NOW) })])]).people;
    assert.deepEqual(ticked?.namings.map(({ incident, thanked }) => [incident, thanked]), [['o3', undefined], ['o4', '14 May']]);
    const [whole] = state(open, PEOPLE, true).people;
    assert.deepEqual([whole?.namings.map(({ incident }) => incident), whole?.more], [['o4', 'o3', 'o2', 'o1', 'o0'], 0]);
    const [done] = state([naming('x', 8, [named('x', 'p-mei', { thanked: iso(NOW - 7 * DAY) })]), naming('y', 9, [named('y', 'p-mei', { thanked: iso(NOW - 2 * DAY) })])]).people;
    assert.deepEqual(done?.namings.map(({ incident }) => incident), ['y']);
  });

  it('leaves out drafts, what waits, and false alarms', () => {
    const people = [named('1', 'p-mei')];
    const draft = waiting('draft', { people, reflection: { path: 'short', started: iso(NOW) } });
    assert.deepEqual(names(state([draft, waiting('waits', { people }), naming('alarm', 1, people, { cancelled: iso(NOW) })])), []);
  });

  it('names nobody who is not in the people file', () => {
    assert.deepEqual(names(state([naming('a', 1, [named('1', 'p-gone')]), naming('b', 1, [named('1', 'p-blank')])], [{ id: 'p-blank', name: ' ' }])), ['Name not known', 'Name not known']);
  });

  it('lists six people, and as many as there is room for; all once opened', () => {
    const crowd = Array.from({ length: 30 }, (_, at) => ({ id: `p-${at}`, name: `Name ${String(at).padStart(2, '0')}` }));
    const incidents = (note: string): Incident[] => crowd.map(({ id }, at) => naming(`c${at}`, at + 1, [named('1', id, { note })]));
    assert.deepEqual([state(incidents('Said no'), crowd).people.length, state(incidents('Said no'), crowd).more], [6, 24]);
    assert.deepEqual([state(incidents('Said no'), crowd, true).people.length, state(incidents('Said no'), crowd, true).more], [30, 0]);
    const long = state(incidents('渋'.repeat(900)), crowd);
    assert.ok(long.people.length > 3 && bytesOf(long.people) <= 2_000);
    assert.equal(long.people.length + long.more, 30);
  });

  it('never depends on the order, and loses nobody', () => {
    fc.assert(fc.property(shuffled, ([records, others]) => assert.deepEqual(state(others), state(records))));
    fc.assert(
      fc.property(filledJournals, (records) => {
        const { people, more } = state(records);
        const reviewed = records.filter(({ reflection, cancelled }) => reflection?.finished && !cancelled);
        assert.equal(people.length + more, new Set(reviewed.flatMap((each) => (each.people ?? []).map(({ person }) => person))).size);
      }),
    );
  });
});

describe('the same one or two', () => {
  /** Real incidents by who is named in each: "a", "ab". */
  const incidents = (...each: string[]): Incident[] => each.map((people, at) => naming(`i${at}`, at + 1, [...people].map((person) => named(person, `p-${person}`))));
  const table: [string, string[], [string[], number, number] | undefined][] = [
    ['none', [], undefined],
    ['five, always the same', ['a', 'a', 'a', 'a', 'a'], undefined],
    ['six, always the same', ['a', 'a', 'a', 'a', 'a', 'a'], [['p-a'], 6, 6]],
    ['half is not most', ['a', 'a', 'a', 'b', 'c', 'd'], undefined],
    ['more than half', ['a', 'a', 'a', 'a', 'b', 'c'], [['p-a'], 4, 6]],
    ['two, each in more than half', ['ab', 'ab', 'ab', 'ab', 'c', 'd'], [['p-a', 'p-b'], 4, 6]],
    ['three, each in more than half', ['abc', 'abc', 'abc', 'abc', 'd', 'e'], undefined],
    ['two who between them are in three quarters', ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'd'], [['p-a', 'p-b'], 6, 8]],
    ['two pairs, so not the same two', ['a', 'a', 'a', 'a', 'b', 'b', 'c', 'c'], undefined],
    ['by turns', ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd'], undefined],
    ['nobody named does not count', ['a', 'a', 'a', 'a', '', '', 'b', 'c'], [['p-a'], 4, 6]],
    ['named twice in one counts once', ['aa', 'b', 'c', 'aa', 'd', 'e'], undefined],
  ];
  for (const [name, each, expected] of table) {
    it(name, () => {
      const carriers = carriersOf(incidents(...each));
      assert.deepEqual(carriers && [carriers.people, carriers.named, carriers.incidents], expected);
    });
  }

  it('counts real incidents only', () => {
    assert.equal(carriersOf(incidents('a', 'a', 'a', 'a', 'a', 'a').map((each) => ({ ...each, kind: 'drill' as const }))), undefined);
  });

  it('is one sentence, and nothing but a count', () => {
    const of = (...each: string[]): string | undefined => state(incidents(...each), [{ id: 'p-a', name: 'Ana' }, { id: 'p-b', name: 'Bo' }]).carriers;
    assert.equal(of('a', 'a', 'a', 'a', 'b', 'c'), 'You named Ana in 4 of 6 incidents.');
    assert.equal(of('a', 'a', 'a', 'b', 'b', 'b', 'c', 'd'), 'You named Ana or Bo in 6 of 8 incidents.');
  });
});

describe('thanks', () => {
  const promise = { id: 'promise', text: 'Tell them', person: 'p-mei', state: 'open' as const };
  const record = naming('with-two', 1, [named('e1', 'p-mei', { note: 'The queue drained.', marks: ['calmed'] }), named('e2', 'p-jonas')], { title: 'Payment timeouts', promises: [promise, { ...promise, id: 'dated', due: '2026-06-01' }] });
  const at = iso(NOW);

  it('are noted with their time, keep the promise to tell, and can be taken back', () => {
    const thanked = noteThanks(record, 'e1', at);
    assert.deepEqual([thanked.people?.map(({ thanked: time }) => time), thanked.promises?.map((each) => each.state)], [[at, undefined], ['kept', 'open']]);
    assert.equal(judgeIncident(thanked).state, 'valid');
    assert.deepEqual(noteThanks(thanked, 'e1', undefined), record);
  });

  it('are noted when a promise to tell is kept, and no other promise', () => {
    assert.deepEqual(keepPromise(record, 'promise', at), noteThanks(record, 'e1', at));
    const dated = keepPromise(record, 'dated', at);
    assert.deepEqual([dated.people, dated.promises?.map((each) => each.state)], [record.people, ['open', 'kept']]);
    const before = noteThanks(record, 'e1', iso(NOW - DAY));
    const again = { ...before, promises: [promise] };
    assert.deepEqual(keepPromise(again, 'promise', at).people, before.people);
    assert.equal(keepPromise(record, 'gone', at), record);
    assert.equal(keepPromise(before, 'promise', at), before);
    assert.deepEqual(keepPromise({ ...record, people: [] }, 'promise', at).promises?.[0]?.state, 'kept');
  });

  it('change nothing twice, and nobody else', () => {
    const thanked = noteThanks(record, 'e1', at);
    assert.equal(noteThanks(thanked, 'e1', iso(NOW + DAY)), thanked);
    assert.equal(noteThanks(record, 'e1', undefined), record);
    assert.equal(noteThanks(record, 'gone', at), record);
    assert.equal(noteThanks(naming('b', 1, [named('1', 'p-mei')]), '1', at).promises, undefined);
  });

  const line = (incident: Incident, id: string): string | undefined => thankYouLine(incident, id, PEOPLE, LOCALE, NOW);
  it('are a line from the record', () => {
    assert.equal(line(record, 'e1'), 'Mei Lin, thank you for your part in “Payment timeouts” on 13 May. You kept us calm. What it made possible: The queue drained.');
    assert.equal(line(record, 'e2'), 'Jonas Weber, thank you for your part in “Payment timeouts” on 13 May.');
    assert.equal(line(naming('b', 1, [named('1', 'p-gone')]), '1'), 'Thank you for your part in “Incident b” on 13 May.');
    assert.equal(line(record, 'gone'), undefined);
  });
});
