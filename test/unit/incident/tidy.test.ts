import assert from 'node:assert/strict';
import { knownTags, renameIncident, retag, tagsProblem, titleProblem, typedTags } from '../../../src/core/incident/tidy';
import { incident } from '../search/records';

describe('another title', () => {
  const record = incident('a', 'Old');

  it('is kept without spaces around, on one line; nothing else changes', () => {
    assert.deepEqual(renameIncident(record, '  New\n title '), { ...record, title: 'New title' });
  });

  it('changes nothing where it is none, or none other', () => {
    for (const text of ['', '  ', ' Old ', 'x'.repeat(201)]) assert.equal(renameIncident(record, text), record);
    assert.match(titleProblem(' ') ?? '', /few words/);
    assert.match(titleProblem('x'.repeat(201)) ?? '', /at most 200/);
    assert.equal(titleProblem('x'), undefined);
  });
});

describe('tags', () => {
  it('are typed with commas between them', () => {
    assert.deepEqual(typedTags(' checkout, #third  party ;Checkout,, ÉTÉ, ete'), ['checkout', 'third party', 'ÉTÉ']);
    assert.deepEqual(typedTags(' , '), []);
  });

  it('are refused with a sentence', () => {
    assert.match(tagsProblem(['x'.repeat(41)]) ?? '', /at most 40 signs/);
    assert.match(tagsProblem(Array.from({ length: 21 }, (_, n) => `t${n}`)) ?? '', /at most 20 tags/);
    assert.equal(tagsProblem(['x'.repeat(40)]), undefined);
  });

  it('are set, taken away, and added to by another place meanwhile', () => {
    const record = incident('a', 'x', { tags: ['one', 'two'] });
    assert.deepEqual(retag(record, ['one', 'two'], ['two', 'three']).tags, ['two', 'three']);
    assert.equal('tags' in retag(record, ['one', 'two'], []), false);
    assert.deepEqual(retag(record, ['one'], ['three']).tags, ['three', 'two']);
    assert.equal(retag(record, ['one', 'two'], ['one', 'two']), record);
  });

  it('of the whole journal are listed by name, each once', () => {
    assert.deepEqual(knownTags([incident('a', 'x', { tags: ['Queue', 'alert'] }), incident('b', 'x', { tags: ['queue', 'deploy'] }), incident('c', 'x')]), ['alert', 'deploy', 'Queue']);
  });
});
