import assert from 'node:assert/strict';
import { openedOf, type Opening } from '../../../src/core/growth/opened';
import { recordedState, type Recorded, type RecordedState } from '../../../src/core/growth/recorded';
import type { Incident } from '../../../src/core/journal/schema';
import { guessed, named, naming, noted, PEOPLE } from './filled';
import { finished, iso, LOCALE, NOW } from './records';

const DAY = 86_400_000;
const state = (records: readonly Incident[], more: Partial<Recorded> = {}): RecordedState =>
  recordedState({ records, all: records, kind: 'real', people: PEOPLE, facts: undefined, open: [], locale: LOCALE, now: NOW, ...more });

describe('the sections of the record in words', () => {
  it('teach while there is nothing', () => {
    const { guess, notes, exposure, people } = state([]);
    assert.deepEqual(guess, { marks: '', spoken: '', rows: [], words: 'Before the evidence you guess what went best and what cost most. Here stands how the two were rated after it.' });
    assert.deepEqual([notes.levels, notes.list, notes.all], [[], [], '']);
    assert.match(notes.words, /^Note what you believe while an incident runs\./);
    assert.deepEqual([exposure.quarters, exposure.load, exposure.isPast, exposure.goal, exposure.all], [[], '0 real this month.', false, undefined, '']);
    assert.match(exposure.words, /More of them is not better\.$/);
    assert.match(people.words, /whether you have thanked them\.$/);
  });

  it('guesses: the rows of the table are the counts of the sentence, in the chosen kind', () => {
    const six = Array.from({ length: 6 }, (_, at) => guessed(`g${at}`, at + 1, at < 3 ? 4 : 2, at < 5 ? 2 : 3));
    const drilled = guessed('drill', 1, 5, 1, { kind: 'drill' });
    assert.deepEqual(state([...six, drilled]).guess.rows, [['Higher', 3], ['The same', 2], ['Lower', 1]]);
    assert.match(state([...six, drilled]).guess.words, /^In 3 of 6 reflections .+, in 2 the same, in 1 lower\.$/);
    assert.deepEqual(state([...six, drilled], { kind: 'drill' }).guess.marks, '+');
    const changed = guessed('c', 1, 4, 2);
    const left = { ...changed, reflection: { ...changed.reflection, guess: { best: 'C1', costly: 'C5', changedAfterEvidence: true } } } as Incident;
    assert.deepEqual([state([left]).guess.spoken, state([left]).guess.words], ['', 'No reflection has both ratings yet. 1 left out: the guess was changed after the evidence.']);
  });

  it('notes: a list of the chosen kind, then counts', () => {
    const drills = noted('d', 1, Array.from({ length: 12 }, () => [60, 'yes'] as const), { kind: 'drill' });
    const list = noted('l', 2, [...Array.from({ length: 6 }, () => [80, 'no'] as const), [undefined, undefined]]);
    const { notes } = state([drills, list]);
    assert.deepEqual([notes.levels.length, notes.list.length, notes.all, notes.words], [0, 5, 'Show all 6 notes', '1 more note was not judged.']);
    assert.deepEqual(notes.list[0], { incident: 'l', words: 'Belief l-5', became: '80 % sure. It did not happen.', where: 'Incident l, 12 May' });
    assert.equal(state([drills, list], { open: ['notes'] }).notes.list.length, 6);
    const counted = state([drills, list], { kind: 'drill' }).notes;
    assert.deepEqual([counted.levels, counted.spoken, counted.list, counted.words], [[{ sure: 60, happened: 12, count: 12 }], 'At 60 %, 12 of 12 happened.', [], '']);
  });

  it('exposure: all kinds in their columns, the goal and the limit as they were set, past it first of all', () => {
    const records = [finished('a', 1, 3, { role: 'commander', stakes: 'Orders' }), finished('b', 2, 3, { kind: 'drill' }), finished('old', 200, 3, { stakes: 'Trust' })];
    const { exposure } = state(records, { kind: 'drill', facts: { format: 1, id: 'journal001', goal: 'Lead one with two teams', loadLimit: 1 } });
    assert.deepEqual([exposure.load, exposure.isPast, exposure.goal, exposure.setGoal, exposure.setLimit], ['1 real this month, your limit is 1.', false, 'To seek next: Lead one with two teams', 'Change what to seek next…', 'Change the load limit…']);
    assert.deepEqual(exposure.seek, []);
    assert.deepEqual(exposure.quarters.map(({ counts, roles, stakes, more }) => [counts, roles, stakes, more]), [[['1 of 1', '1 of 1', '0'], ['Real: Led 1.'], ['Orders'], undefined], [['1 of 1', '0', '0'], [], [], undefined]]);
    assert.deepEqual([exposure.all, exposure.words], ['Show every quarter, with roles and stakes', 'Looked back at, of how many there were. Every kind stands here, whichever is chosen above.']);
    const whole = state(records, { open: ['exposure'] }).exposure;
    assert.deepEqual([whole.quarters[1]?.stakes, whole.all, whole.isWhole], [['Trust'], '', true]);
    const past = state([...records, finished('c', 3, 3)], { facts: { format: 1, id: 'journal001', loadLimit: 1 } }).exposure;
    assert.deepEqual([past.isPast, past.load], [true, 'Past your limit: 2 real this month, your limit is 1.']);
  });

  it('people: named for what, and whether they were thanked, of the chosen kind; of the others it counts who is not thanked', () => {
    const records = [naming('a', 1, [named('1', 'p-mei', { note: 'Said no', thanked: iso(NOW - DAY) })]), naming('b', 2, [named('2', 'p-mei')]), naming('c', 3, [named('3', 'p-mei')], { kind: 'drill' })];
    const [mei] = state(records).people.people;
    assert.deepEqual([mei?.name, mei?.more, mei?.namings.map(({ where, thanked }) => [where, thanked])], ['Mei Lin', undefined, [['Incident b, 12 May', undefined]]]);
    assert.equal(state([...records, naming('d', 4, [named('4', 'p-mei')])]).people.all, 'Show all');
    assert.equal(state(records, { open: ['people'] }).people.people[0]?.namings.length, 1);
    const [drilled] = state(records, { kind: 'drill' }).people.people;
    assert.deepEqual([drilled?.namings.map(({ where }) => where), state(records).people.elsewhere, state(records, { kind: 'drill' }).people.elsewhere], [['Incident c, 11 May'], ['Not thanked yet in drills: 1.'], ['Not thanked yet in real incidents: 1.']]);
    assert.deepEqual([state(records, { kind: 'shadow' }).people.elsewhere.length, state(records.slice(0, 1), { kind: 'drill' }).people.elsewhere], [2, []], 'who is thanked for everything is not counted');
    const [done] = state(records.slice(0, 1)).people.people;
    assert.deepEqual([done?.namings[0]?.words, done?.namings[0]?.thanked, state(records.slice(0, 1)).people.words], ['Said no', 'Thanked on 13 May', '']);
  });
});

describe('what the reader opened', () => {
  const records = Array.from({ length: 9 }, (_, at) => noted(`o${at}`, at + 1, [[80, 'no']]));
  const opened = (lists: Opening['lists'], occasions?: Opening['occasions']) => openedOf(records, { scope: { kind: 'real', period: 'all' }, occasions, lists }, { people: PEOPLE, facts: undefined, locale: LOCALE, now: NOW });

  it('is nothing while nothing is open', () => assert.equal(opened([]), undefined));

  it('is the whole of each list that is open, and of no other, beside the occasions', () => {
    const { lists, occasions } = opened(['notes']) ?? {};
    assert.deepEqual([Object.keys(lists ?? {}), lists?.notes?.list.length, lists?.notes?.isWhole, occasions], [['notes'], 9, true, undefined]);
    assert.equal(state(records).notes.list.length, 5);
    const both = opened(['people', 'exposure'], { behaviour: 'C1', from: 0 });
    assert.deepEqual([Object.keys(both?.lists ?? {}), both?.occasions?.total], [['people', 'exposure'], 9]);
  });
});
