import assert from 'node:assert/strict';
import type { Incident } from '../../../src/core/journal/schema';
import { markPerson, missedPerson, missPerson, promiseToTell, willTell } from '../../../src/core/reflection/person';
import { readText, writeText } from '../../../src/core/reflection/texts';
import { draft, finished, incident, step } from './records';

const MEI = 'p-mei';
const OMAR = 'p-omar';
const noted = (record: Incident, note: string): Incident => writeText(record, 'person.note', note, step());
const promises = (record: Incident): readonly unknown[] => (record.promises ?? []).map(({ person, state }) => [person, state]);

/** Mei carried, her note, and the promise to tell her. */
const mei = (): Incident => promiseToTell(markPerson(noted(missPerson(draft(), MEI, step()), 'We saw the queue'), 'carried', true, step()), true, step());

describe('the person who would have been missed', () => {
  it('is nobody at first', () => {
    assert.equal(missedPerson(incident()), undefined);
    assert.equal(missedPerson(draft({}, { people: [{ id: 'e1', person: MEI, marks: [] }] })), undefined);
    assert.equal(missedPerson(draft({ person: 'gone' }, { people: [{ id: 'e1', person: MEI, marks: [] }] })), undefined);
  });

  it('is named, once', () => {
    const named = missPerson(incident(), MEI, step());
    assert.equal(missedPerson(named)?.person, MEI);
    assert.equal(named.people?.length, 1);
    assert.equal(missPerson(named, MEI, step()), named);
  });

  it('takes over all that was noted when another name is the right one', () => {
    const omar = missPerson(mei(), OMAR, step());
    assert.deepEqual(omar.people, [{ ...missedPerson(mei()), id: omar.people?.[0]?.id, person: OMAR }]);
    assert.equal(readText(omar, 'person.note'), 'We saw the queue');
    assert.deepEqual(promises(omar), [[OMAR, 'open']]);
    assert.ok(willTell(omar));
  });

  it('taken back leaves no person and no promise, but the note waits for the next name', () => {
    const nobody = missPerson(mei(), undefined, step());
    assert.equal(missedPerson(nobody), undefined);
    assert.ok(!('people' in nobody) && !('promises' in nobody) && !('person' in nobody.reflection!));
    assert.equal(readText(nobody, 'person.note'), 'We saw the queue');
    const omar = missPerson(nobody, OMAR, step());
    assert.deepEqual(omar.people?.map(({ person, note, marks }) => [person, note, marks]), [[OMAR, 'We saw the queue', []]]);
    assert.equal(omar.reflection?.answers, undefined);
    assert.equal(missPerson(nobody, undefined, step()), nobody);
  });

  it('gets a note that was typed before the name', () => {
    const named = missPerson(noted(draft(), 'We saw the queue'), MEI, step());
    assert.equal(named.people?.[0]?.note, 'We saw the queue');
    assert.equal(readText(noted(named, ''), 'person.note'), '');
  });

  it('never takes over that somebody else was told, nor what another version noted of them', () => {
    const start = mei();
    const told = { ...missedPerson(start)!, thanked: '2026-05-15T09:00:00Z', later: { kept: true } };
    const omar = missPerson({ ...start, people: [told] }, OMAR, step());
    assert.deepEqual(omar.people?.map(({ person, thanked, note, marks }) => [person, thanked, note, marks]), [
      [MEI, '2026-05-15T09:00:00Z', undefined, []],
      [OMAR, undefined, 'We saw the queue', ['carried']],
    ]);
    assert.deepEqual((omar.people?.[0] as { later?: unknown }).later, { kept: true });
    const again = missPerson(omar, MEI, step());
    assert.equal(again.people?.length, 1);
    assert.deepEqual(again.people?.map(({ person, thanked, note, marks }) => [person, thanked, note, marks]), [[MEI, '2026-05-15T09:00:00Z', 'We saw the queue', ['carried']]]);
  });

  it('joins what was noted of the two', () => {
    const start = mei();
    const there = { id: 'e9', person: OMAR, marks: ['calmed'] as const, note: 'Kept us calm' };
    const both = missPerson({ ...start, people: [there, ...start.people!] }, OMAR, step());
    assert.deepEqual(both.people, [{ ...there, marks: ['carried', 'calmed'], note: 'Kept us calm\nWe saw the queue' }]);
    assert.equal(both.reflection?.person, 'e9');
  });

  it('leaves other people alone', () => {
    const other = { id: 'e9', person: 'p-ida', marks: ['learned'] as const };
    const start = mei();
    const record = { ...start, people: [other, ...start.people!] };
    assert.deepEqual(missPerson(record, undefined, step()).people, [other]);
    assert.equal(missPerson(record, OMAR, step()).people?.[0], other);
  });

  it('after Finish leaves who it was before', () => {
    const start = mei();
    const done = { ...start, reflection: { ...finished().reflection!, ...start.reflection! } };
    const changed = missPerson(markPerson(done, 'carried', false, step('19:04', '19:00')), OMAR, step('19:05', '19:00'));
    assert.deepEqual(changed.reflection?.revisions?.map(({ field, before }) => [field, before]), [['person.marks', 'carried'], ['person', MEI]]);
    const untold = promiseToTell(done, false, step('19:05', '19:00'));
    assert.deepEqual(untold.reflection?.revisions?.map(({ field, before }) => [field, before]), [['promise', MEI]]);
  });
});

describe('marks', () => {
  it('are set and taken back, in the order of the screen', () => {
    const both = markPerson(markPerson(missPerson(draft(), MEI, step()), 'learned', true, step()), 'carried', true, step());
    assert.deepEqual(missedPerson(both)?.marks, ['carried', 'learned']);
    assert.equal(markPerson(both, 'carried', true, step()), both);
    assert.deepEqual(missedPerson(markPerson(both, 'learned', false, step()))?.marks, ['carried']);
  });

  it('are of nobody where nobody is named', () => {
    const record = draft();
    assert.equal(markPerson(record, 'carried', true, step()), record);
  });
});

describe('a promise to tell somebody', () => {
  const named = missPerson(draft(), MEI, step());

  it('is made and taken back', () => {
    const promised = promiseToTell(named, true, step());
    assert.ok(willTell(promised));
    assert.equal(promiseToTell(promised, true, step()), promised);
    assert.deepEqual(promiseToTell(promised, false, step()), named);
    assert.equal(promiseToTell(named, false, step()), named);
  });

  it('is to nobody where nobody is named', () => {
    const record = draft();
    assert.equal(promiseToTell(record, true, step()), record);
    assert.equal(willTell(record), false);
  });

  it('holds no name: those are in the people file alone', () => {
    assert.deepEqual(promiseToTell(named, true, step()).promises?.map(({ text, person }) => [text, person]), [['Tell them what it made possible', MEI]]);
  });

  it('that was kept stays, whatever is ticked', () => {
    const kept = { id: 'p1', text: 'Tell them', person: MEI, state: 'kept' as const };
    const record = { ...named, promises: [kept] };
    assert.equal(willTell(record), false);
    assert.equal(promiseToTell(record, false, step()), record);
    const again = promiseToTell(record, true, step());
    assert.deepEqual(promises(again), [[MEI, 'kept'], [MEI, 'open']]);
    assert.deepEqual(promises(promiseToTell(again, false, step())), [[MEI, 'kept']]);
    assert.deepEqual(promises(missPerson(again, undefined, step())), [[MEI, 'kept']]);
  });

  it('is another one than a promise with a day or a sign to look for', () => {
    const other = { id: 'p1', text: 'Pair on the runbook', person: MEI, due: '2026-06-01', state: 'open' as const };
    const record = { ...named, promises: [other, { ...other, id: 'p2', due: undefined, check: 'Mei ran it' } as never] };
    assert.equal(willTell(record), false);
    assert.deepEqual(promises(promiseToTell(promiseToTell(record, true, step()), false, step())), [[MEI, 'open'], [MEI, 'open']]);
  });

  it('with fields of another version is dropped, never removed', () => {
    const later = { id: 'p1', text: 'Tell them', person: MEI, state: 'open' as const, channel: 'call' };
    assert.deepEqual(promiseToTell({ ...named, promises: [later] }, false, step()).promises, [{ ...later, state: 'dropped' }]);
  });
});
