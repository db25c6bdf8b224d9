import assert from 'node:assert/strict';
import fc from 'fast-check';
import { excerpts } from '../../../src/core/search/excerpt';
import { incident, PEOPLE, whole } from './records';

const people = new Map(PEOPLE.map((each) => [each.id, each]));

describe('the words around what was found', () => {
  it('come from the weightiest place, two of them at most, and not from the title', () => {
    assert.deepEqual(excerpts(whole, people, ['cueword']), ['Plan: cueword']);
    assert.deepEqual(excerpts(whole, people, ['heron', 'formerword', 'titleword']), ['Person: Heron', 'Before a later edit: formerword']);
    assert.deepEqual(excerpts(whole, people, ['tagword', 'cueword', 'lessonword']), ['Tag: tagword', 'Plan: cueword']);
    assert.deepEqual(excerpts(whole, people, ['titleword']), []);
  });

  it('of an answer of the deep path come with its question', () => {
    const reflection = { path: 'deep' as const, started: '2026-05-14T18:00:00Z', answers: { luck: 'Somebody was awake.', 'said.goal': 'Fewer calls.', moment: 'The queue.' } };
    const found = (word: string) => excerpts(incident('a', 'x', { reflection }), people, [word]);
    assert.deepEqual([found('awake'), found('fewer'), found('queue')], [['Where were you lucky? Somebody was awake.'], ['What they said: Fewer calls.'], ['Answer: The queue.']]);
  });

  it('are cut at spaces, on one line', () => {
    const stakes = `${'before it '.repeat(10)}the\nstorm ${'and after it '.repeat(20)}`;
    const [text = ''] = excerpts(incident('a', 'x', { stakes }), people, ['storm']);
    assert.match(text, /^What could have been lost: …\S.* the storm and after it .*\S…$/);
    assert.ok(text.length < 130, text);
  });

  it('hold the word, wherever it stands', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (before, after) => {
      const [text = ''] = excerpts(incident('a', 'x', { stakes: `${before} qqq ${after}` }), people, ['qqq']);
      assert.ok(text.includes('qqq'), text);
    }));
  });
});
