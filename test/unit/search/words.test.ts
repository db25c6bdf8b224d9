import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, searchableWords, wordsAt, wordsOf } from '../../../src/core/search/words';

describe('words that are compared', () => {
  const table: readonly (readonly [text: string, words: readonly string[]])[] = [
    ['', []],
    [' – … “', []],
    ['Retry storm, again', ['retry', 'storm', 'again']],
    ['src/pay/retry_limit.ts', ['src', 'pay', 'retry', 'limit', 'ts']],
    ['MÜLLER Muller Mu\u0308ller', ['muller', 'muller', 'muller']],
    ['Straße Øresund Łódź', ['strasse', 'oresund', 'lodz']],
    ['ﬁne ＡＢＣ', ['fine', 'abc']],
    ['Ελλάδα Привет', ['ελλαδα', 'привет']],
    ['決済が遅い', ['決', '済', 'か', '遅', 'い']],
    ['10:42 v2.3', ['10', '42', 'v2', '3']],
  ];
  for (const [text, words] of table) it(`of “${text}”`, () => assert.deepEqual(wordsOf(text), words));

  it('hold the parts of names that are written together', () => {
    assert.deepEqual(searchableWords('retryLimit'), ['retrylimit', 'retry', 'limit']);
    assert.deepEqual(searchableWords('retry limit'), ['retry', 'limit']);
  });

  it('are the same in capital letters, with accents apart, and folded before', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.deepEqual(wordsOf(text.normalize('NFD')), wordsOf(text.normalize('NFC')));
      assert.deepEqual(wordsOf(fold(text)), wordsOf(text));
    }));
  });

  it('have places that give the text back', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let last = 0;
      for (const { from, to } of wordsAt(text)) {
        assert.ok(from >= last && to > from && to <= text.length);
        last = to;
      }
    }));
  });
});
