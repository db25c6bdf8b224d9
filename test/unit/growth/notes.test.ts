import assert from 'node:assert/strict';
import fc from 'fast-check';
import { notesState, type CountedNotes, type NotesState } from '../../../src/core/growth/notes';
import { noteLineWords, spokenLevels, unjudgedWords, unplacedWords } from '../../../src/core/growth/notesWords';
import type { Incident, Judged } from '../../../src/core/journal/schema';
import { filledJournals, noted, shuffled } from './filled';
import { finished, iso, LOCALE, NOW } from './records';

const whole = (...records: Incident[]): NotesState => notesState(records, LOCALE, NOW, true);
const state = (...records: Incident[]): NotesState => notesState(records, LOCALE, NOW);
/** One reflection each, with one note: 60 % and 80 % sure by turns, the first of three happened. */
const some = (count: number, of = state): NotesState =>
  of(...Array.from({ length: count }, (_, at) => noted(`n${String(at).padStart(3, '0')}`, count - at, [[at % 2 ? 80 : 60, at % 3 ? 'no' : 'yes']])));

describe('notes and outcomes', () => {
  it('is empty without notes', () => {
    assert.deepEqual(state(), { counted: {}, list: [], more: 0, unjudged: 0, isWhole: false });
    assert.deepEqual(state(finished('a', 1, 3)).list, []);
  });

  for (const count of [1, 5, 6, 9]) {
    it(`${count} notes are a list, newest first, short until it is opened, and nothing is counted`, () => {
      const { counted, list, more } = some(count);
      assert.deepEqual([counted, list.length, more], [{}, Math.min(5, count), Math.max(0, count - 5)]);
      assert.deepEqual([some(count, whole).list.length, some(count, whole).more], [count, 0]);
      assert.equal(list[0]?.incident, `n${String(count - 1).padStart(3, '0')}`);
    });
  }

  const table: [number, CountedNotes['levels']][] = [
    [10, [{ sure: 60, happened: 2, count: 5 }, { sure: 80, happened: 2, count: 5 }]],
    [13, [{ sure: 60, happened: 3, count: 7 }, { sure: 80, happened: 2, count: 6 }]],
    [40, [{ sure: 60, happened: 7, count: 20 }, { sure: 80, happened: 7, count: 20 }]],
    [300, [{ sure: 60, happened: 50, count: 150 }, { sure: 80, happened: 50, count: 150 }]],
  ];
  for (const [count, levels] of table) {
    it(`${count} notes are counted at each confidence`, () => assert.deepEqual(some(count), { counted: { real: { levels, unclear: 0, unstated: 0 } }, list: [], more: 0, unjudged: 0, isWhole: false }));
  }

  it('needs ten with a confidence and an outcome; says which are left out', () => {
    const nine = Array.from({ length: 9 }, (): [number, Judged] => [70, 'yes']);
    const without: [number | undefined, Judged][] = [[70, 'unclear'], [undefined, 'yes'], [undefined, 'no']];
    const { counted, list, more } = state(noted('a', 1, [...nine, ...without]));
    assert.deepEqual([counted, list.length, more], [{}, 5, 7]);
    const { real } = state(noted('a', 1, [...nine, [70, 'no'], ...without])).counted;
    assert.deepEqual(real, { levels: [{ sure: 70, happened: 9, count: 10 }], unclear: 1, unstated: 2 });
    assert.equal(unplacedWords(real as CountedNotes), '1 left out: unclear whether it happened. 2 left out: they do not say how sure you were.');
  });

  it('takes a confidence between two tens to the nearest', () => {
    const { real } = state(noted('a', 1, [0, 4, 5, 14, 15, 94, 95, 100, 60, 64].map((sure): [number, Judged] => [sure, 'yes']))).counted;
    assert.deepEqual(real?.levels.map(({ sure, count }) => [sure, count]), [[0, 2], [10, 2], [20, 1], [60, 2], [90, 1], [100, 2]]);
    assert.equal(spokenLevels({ ...(real as CountedNotes), levels: real?.levels.slice(0, 1) ?? [] }), 'At 0 %, 2 of 2 happened.');
  });

  it('opens no note before its reflection is finished, and counts those that nobody judged', () => {
    const sealed = noted('sealed', 1, [[60, 'yes']]);
    const { list, unjudged } = state({ ...sealed, reflection: { path: 'short', started: iso(NOW) } }, noted('open', 2, [[60, undefined], [undefined, undefined]]), noted('alarm', 1, [[60, 'yes']], { cancelled: iso(NOW) }));
    assert.deepEqual([list, unjudged], [[], 2]);
    assert.deepEqual([0, 1, 2].map(unjudgedWords), ['', '1 more note was not judged.', '2 more notes were not judged.']);
  });

  it('keeps the kinds apart: ten of one, a list of the others', () => {
    const ten = noted('real', 1, Array.from({ length: 10 }, (): [number, Judged] => [50, 'no']));
    const { counted, list } = state(ten, noted('drill', 2, [[50, 'yes']], { kind: 'drill' }), noted('shadow', 3, [[50, 'yes']], { kind: 'shadow' }));
    assert.deepEqual([Object.keys(counted), list.map(({ kind }) => kind)], [['real'], ['drill', 'shadow']]);
    assert.equal(counted.real?.levels[0]?.count, 10);
  });

  it('says what was expected, else what was believed, how sure, and what became of it', () => {
    const [one, two] = state(noted('a', 1, [[80, 'yes'], [undefined, 'unclear']])).list;
    const next = state({ ...finished('b', 1, 3), foresight: [{ id: 'n', at: iso(NOW), belief: 'A leak', next: 'Memory rises', judged: 'no' }] }).list[0];
    assert.deepEqual([one?.words, two?.words, next?.words], ['Belief a-1', 'Belief a-0', 'Memory rises']);
    assert.deepEqual([one, two].map((each) => each && noteLineWords(each)), ['Unclear whether it happened.', '80 % sure. It happened.']);
  });

  it('never depends on the order, loses no note, and never says a share or a score', () => {
    fc.assert(fc.property(shuffled, ([records, others]) => assert.deepEqual(notesState(others, LOCALE, NOW), notesState(records, LOCALE, NOW))));
    fc.assert(
      fc.property(filledJournals, (records) => {
        const { counted, list, more, unjudged } = notesState(records, LOCALE, NOW);
        const inLevels = Object.values(counted).flatMap(({ levels, unclear, unstated }) => [...levels.map(({ count }) => count), unclear, unstated]);
        const all = records.filter(({ reflection, cancelled }) => reflection?.finished && !cancelled).flatMap(({ foresight = [] }) => foresight);
        assert.equal(inLevels.reduce((sum, each) => sum + each, 0) + list.length + more + unjudged, all.length);
        for (const each of Object.values(counted)) assert.doesNotMatch(spokenLevels(each), /calibrat|score|accura|over-?confiden|right|wrong/i);
      }),
    );
  });
});
