import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Incident } from '../../../src/core/journal/schema';
import { otherText, settle, typeText } from '../../../src/core/reflection/clashes';
import { readText, writeText, type OwnTextField } from '../../../src/core/reflection/texts';
import { draft, finished, incident, rating, step } from './records';

const somebody = { person: 'e1' };
const people = [{ id: 'e1', person: 'p-mei', marks: [] }];

describe('a text of the record', () => {
  const places: readonly (readonly [field: OwnTextField, record: Incident, stored: (record: Incident) => unknown])[] = [
    ['stakes', incident(), ({ stakes }) => stakes],
    ['moment', draft(), ({ reflection }) => reflection?.answers?.moment],
    ['moment', incident(), ({ reflection }) => reflection?.answers?.moment],
    ['person.note', draft(somebody, { people }), (record) => record.people?.[0]?.note],
    ['person.note', draft(), ({ reflection }) => reflection?.answers?.['person.note']],
    ['plan.cue', draft(), ({ plan }) => plan?.cue],
    ['plan.act', draft(), ({ plan }) => plan?.act],
    ['typed.cue', draft(), ({ plan }) => plan?.typed?.cue],
    ['typed.act', draft(), ({ plan }) => plan?.typed?.act],
    ['evidence.C1', draft(), ({ reflection }) => reflection?.ratings?.[0]?.evidence],
    ['evidence.C1', incident(), ({ reflection }) => reflection?.ratings?.[0]?.evidence],
    ['evidence.C1', draft({ ratings: [rating('C1', { anchor: 3 })] }), ({ reflection }) => reflection?.ratings?.[0]?.evidence],
  ];
  for (const [field, record, stored] of places) {
    it(`${field}${record.reflection ? '' : ', the first thing that is typed'}${record.people ? ', of a person' : ''} is kept and read back as typed`, () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, two) => {
          const first = writeText(record, field, one, step());
          assert.equal(readText(first, field), one);
          assert.equal(stored(first), one === '' ? undefined : one);
          const second = writeText(first, field, two, step());
          assert.equal(readText(second, field), two);
          assert.equal(writeText(second, field, two, step()), second);
          assert.equal(readText(writeText(second, field, '', step()), field), '');
        }),
      );
    });
  }

  it('keeps spaces, line ends and emoji', () => {
    const words = '  the dashboard\r\n\tred \u{1F525}\n ';
    assert.equal(readText(writeText(draft(), 'moment', words, step()), 'moment'), words);
  });

  it('that was never written is the empty text', () => assert.equal(readText(incident(), 'moment'), ''));

  it('with nothing left leaves no field behind', () => {
    const before = draft();
    assert.deepEqual(writeText(writeText(before, 'moment', 'a', step()), 'moment', '', step()), before);
    assert.deepEqual(writeText(writeText(before, 'stakes', 'a', step()), 'stakes', '', step()), before);
  });

  it('after Finish keeps what it said at the end, once a session', () => {
    const done = finished({ answers: { moment: 'the dashboard' } });
    const typed = ['t', 'th', 'the log'].reduce((record, text) => writeText(record, 'moment', text, step('19:05', '19:00')), done);
    assert.deepEqual(typed.reflection?.revisions?.map(({ field, before }) => [field, before]), [['moment', 'the dashboard']]);
    const other = writeText(typed, 'stakes', 'money', step('19:06', '19:00'));
    assert.deepEqual(other.reflection?.revisions?.map(({ field, before }) => [field, before]), [['moment', 'the dashboard'], ['stakes', '']]);
    const tomorrow = writeText(other, 'moment', 'the trace', step('20:05', '20:00'));
    assert.deepEqual(tomorrow.reflection?.revisions?.map(({ before }) => before), ['the dashboard', '', 'the log']);
  });
});

describe('a text that was changed in two places', () => {
  const type = (record: Incident, text: string, base: string, written?: readonly string[]): Incident =>
    typeText(record, { field: 'moment', text, base, ...(written && { written }) }, step());
  const saying = (moment: string): Incident => draft({ answers: { moment } });

  const quiet: readonly (readonly [what: string, record: Incident, base: string, written?: readonly string[]])[] = [
    ['what it was based on', saying('the dash'), 'the dash'],
    ['the same', saying('the dashboard'), ''],
    ['nothing', draft(), 'the dash'],
    ['what this panel wrote before', saying('the da'), '', ['the', 'the da']],
  ];
  for (const [what, record, base, written] of quiet) {
    it(`is none where the record says ${what}`, () => {
      const typed = type(record, 'the dashboard', base, written);
      assert.equal(readText(typed, 'moment'), 'the dashboard');
      assert.equal(otherText(typed, 'moment'), undefined);
      assert.equal(typed.clashes, undefined);
    });
  }

  it('keeps both', () => {
    const typed = type(saying('their words'), 'my words', 'the words before');
    assert.equal(readText(typed, 'moment'), 'my words');
    assert.equal(otherText(typed, 'moment'), 'their words');
    assert.deepEqual(type(typed, 'my words, longer', 'the words before', ['my words']).clashes, typed.clashes);
  });

  it('keeps a third one too, and asks about one after the other', () => {
    const first = type(saying('second'), 'first', '');
    const third = type(writeText(first, 'moment', 'third', step()), 'first again', 'first');
    assert.equal(otherText(third, 'moment'), 'second');
    const settled = settle(third, 'moment', 'mine', step());
    assert.equal(otherText(settled, 'moment'), 'third');
    const both = settle(settled, 'moment', 'both', step());
    assert.equal(readText(both, 'moment'), 'first again\nthird');
    assert.equal(both.clashes, undefined);
  });

  it('is settled as the lead chooses', () => {
    const clashing = type(saying('theirs'), 'mine', '');
    const texts = (['mine', 'theirs', 'both'] as const).map((keep) => readText(settle(clashing, 'moment', keep, step()), 'moment'));
    assert.deepEqual(texts, ['mine', 'theirs', 'mine\ntheirs']);
    for (const keep of ['mine', 'theirs', 'both'] as const) assert.ok(!('clashes' in settle(clashing, 'moment', keep, step())));
  });

  it('is not there, and so not settled', () => {
    const record = saying('the dashboard');
    assert.equal(settle(record, 'moment', 'theirs', step()), record);
  });

  it('leaves clashes of other fields and of other versions', () => {
    const others = [{ path: 'text/stakes', other: 'money' }, { path: 'title', other: 'Outage' }, { path: 'text/moment', other: 7 }];
    const clashing = type({ ...saying('theirs'), clashes: others }, 'mine', '');
    assert.deepEqual(settle(clashing, 'stakes', 'theirs', step()).clashes?.map(({ path }) => path), ['title', 'text/moment', 'text/moment']);
    assert.equal(otherText(clashing, 'stakes'), 'money');
    assert.equal(otherText(clashing, 'moment'), 'theirs');
  });
});
