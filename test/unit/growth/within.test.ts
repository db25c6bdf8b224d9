import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bytesOf, within } from '../../../src/core/growth/within';

describe('what a value takes of a message', () => {
  it('is its JSON in UTF-8, whatever is written in it', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => assert.equal(bytesOf(texts), Buffer.byteLength(JSON.stringify(texts)))));
    assert.deepEqual(['a', 'é', '渋', '🙂', '\uD83D'].map((text) => bytesOf(text) - 2), [1, 2, 3, 4, 6]);
  });

  it('bounds a list: as many of the first as there is room for', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.nat(200), (texts, most) => {
        const kept = within(texts, most);
        assert.deepEqual(kept, texts.slice(0, kept.length));
        if (kept.length > 0) assert.ok(bytesOf(kept) <= most);
        if (kept.length < texts.length) assert.ok(bytesOf(texts.slice(0, kept.length + 1)) + 1 > most);
      }),
    );
  });
});
