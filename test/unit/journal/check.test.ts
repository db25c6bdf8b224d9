import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judgeFacts, judgeIncident, judgePeople } from '../../../src/core/journal/check';
import { anyIncident } from './records';
import { incident } from './sample';

describe('judging a record', () => {
  const good = incident('7k3f9q2mxa');
  const wrong: readonly (readonly [string, unknown, string])[] = [
    ['kind', { ...good, kind: 'reel' }, 'kind: must be one of real, drill, shadow (it says "reel")'],
    ['severity', { ...good, severity: 1 }, 'severity: must be one of sev1, sev2, sev3, sev4 (it says 1)'],
    ['title', { format: 1, id: '7k3f9q2mxa', window: good.window }, 'title: is missing'],
    ['title', { ...good, title: 5 }, 'title: must be text (it says 5)'],
    ['title', { ...good, title: null }, 'title: must be text (it says null)'],
    ['id', { ...good, id: 'Not an id' }, 'id: must be an id: small letters, digits and hyphens (it says "Not an id")'],
    ['window', { ...good, window: 'today' }, 'window: must be a group in braces (it says "today")'],
    ['window.start', { ...good, window: {} }, 'window.start: is missing'],
    ['window.start', { ...good, window: { start: 'at noon' } }, 'window.start: must be a time in UTC, like 2026-05-14T14:02:00Z (it says "at noon")'],
    ['tags', { ...good, tags: 'queue' }, 'tags: must be a list (it says "queue")'],
    ['tags.1', { ...good, tags: ['queue', {}] }, 'tags.1: must be text (it says a group in braces)'],
    ['foresight.0.sure', foresight(60.5), 'foresight.0.sure: must be a whole number (it says 60.5)'],
    ['foresight.0.sure', foresight(101), 'foresight.0.sure: must be at most 100 (it says 101)'],
    ['foresight.0.sure', foresight(-1), 'foresight.0.sure: must be at least 0 (it says -1)'],
    ['foresight.0.sure', foresight('a lot'), 'foresight.0.sure: must be a number (it says "a lot")'],
    ['people.0.person', { ...good, people: [{ id: 'a1', person: 'Ada', marks: [] }] }, 'people.0.person: must be the id of a person, like p-7h2k9d (it says "Ada")'],
    ['promises.0.due', { ...good, promises: [{ id: 'a1', text: '', due: 'Monday', state: 'open' }] }, 'promises.0.due: must be a day, like 2026-05-17 (it says "Monday")'],
    ['reflection.guess', reflection({ guess: [] }), 'reflection.guess: must be a group in braces (it says a list)'],
    ['reflection.guess.best', reflection({ guess: { best: 'c1' } }), 'reflection.guess.best: must be the id of a behaviour, like C1 (it says "c1")'],
    ['reflection.answers', reflection({ answers: [] }), 'reflection.answers: must be a group in braces (it says a list)'],
    ['evidence.0.hidden', { ...good, evidence: [{ id: 'a1', at: good.window.start, source: 'git', title: '', hidden: 'yes' }] }, 'evidence.0.hidden: must be true or false (it says "yes")'],
    ['format', { ...good, format: 0 }, 'format: must be 1 (it says 0)'],
    ['format', { ...good, format: '2' }, 'format: must be 1 (it says "2")'],
    ['format', { id: 'a1' }, 'format: is missing'],
    ['', null, 'must be a group in braces (it says null)'],
    ['kind', { ...good, kind: 'x'.repeat(100) }, `kind: must be one of real, drill, shadow (it says "${'x'.repeat(39)}…)`],
  ];

  function foresight(sure: unknown) {
    return { ...good, foresight: [{ id: 'a1', at: good.window.start, belief: 'The queue is full', sure }] };
  }

  function reflection(more: object) {
    return { ...good, reflection: { path: 'short', started: good.window.start, ...more } };
  }

  for (const [path, value, reason] of wrong) {
    it(`says where and what is wrong: ${reason}`, () => assert.deepEqual(judgeIncident(value), { state: 'invalid', path, reason }));
  }

  it('takes a newer format for what it is, whatever else is in it', () => {
    const reason = 'Written by a newer Lead Debrief (format 2; this one knows 1). Update the extension to change it.';
    assert.deepEqual(judgeIncident({ format: 2 }), { state: 'newer', format: 2, reason });
    assert.equal(judgeFacts({ format: 3 }).state, 'newer');
    assert.equal(judgePeople({ format: 3 }).state, 'newer');
  });

  it('throws its output away: a valid record is the very value that came in', () => {
    fc.assert(fc.property(anyIncident, (record) => {
      const verdict = judgeIncident(record);
      assert.equal(verdict.state === 'valid' && verdict.record, record);
    }));
  });

  it('judges any value without throwing', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (value) => ['valid', 'newer', 'invalid'].includes(judgeIncident(value).state)));
  });
});
