import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Occasion } from '../../../src/core/growth/occasions';
import { seriesOf, type Series } from '../../../src/core/growth/series';
import { medianWords, seriesWords, spokenSeries } from '../../../src/core/growth/seriesWords';

const seriesFrom = (anchors: readonly number[], table = 1, before: readonly Occasion[] = []): Series => {
  const result = seriesOf([...before, ...anchors.map((anchor) => ({ anchor, table }))]);
  assert.ok(result);
  return result;
};

/** What a run chart may say, in its very words. */
const SAID = /No shift\.|(Shift: \d+ in a row (above|below) the median\. )?(Few crossings\. )?May be chance, about 1 in 20\./;

/** Words that would say a direction, a verdict or a number that the record does not hold. */
const FORBIDDEN =
  /better|worse|improv|declin|higher|lower|ris(?:e|ing)|fall|shift|crossing|trend|slope|progress|growing|up\b|down\b|good|great|well|bad|poor|average|mean|per ?cent|%|\d\.\d|streak|level|score|total/i;

describe('the words below a strip', () => {
  const table: [string, number[], string][] = [
    ['one', [3], 'Too few to compare.'],
    ['five', [1, 2, 3, 4, 5], 'Too few to compare.'],
    ['six', [3, 2, 3, 4, 3, 3], 'Median 3, range 2 to 4.'],
    ['six, between two', [2, 3, 2, 3, 2, 3], 'Median between 2 and 3, range 2 to 3.'],
    ['six, all the same', [3, 3, 3, 3, 3, 3], '3 each time.'],
    ['twelve in one direction', [1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 5], 'Median 3. Acts 1 to 5 came 3, 2, 2, 2, 3 times. Few crossings. May be chance, about 1 in 20.'],
    ['twelve, most of them on the median', [3, 3, 3, 5, 3, 3, 2, 3, 3, 3, 5, 3], 'Median 3. Acts 2 to 5 came 1, 9, 0, 2 times. Off the median: 3. Their order is looked at from 10 on.'],
    ['twelve, all the same', [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3], '3 each time.'],
  ];
  for (const [name, anchors, words] of table) {
    it(name, () => assert.equal(seriesWords(seriesFrom(anchors)), words));
  }

  it('say what stands under earlier wording', () => {
    const before = [1, 2].map((anchor) => ({ anchor, table: 1 }));
    assert.equal(seriesWords(seriesFrom([3], 2, before)), 'Too few to compare. 2 more under earlier wording, left of the line.');
  });

  it('never say a verdict, a trend, or a number with decimals; nor an order below twelve', () => {
    const anchors = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(anchors, anchors, (earlier, now) => {
        const series = seriesFrom(now, 2, earlier.map((anchor) => ({ anchor, table: 1 })));
        for (const words of [seriesWords(series), spokenSeries(series), medianWords(series.spread?.median)]) assert.doesNotMatch(now.length < 12 ? words : words.replace(SAID, ''), FORBIDDEN);
        assert.equal(seriesWords(series).startsWith('Too few'), now.length < 6);
      }),
    );
  });
});

describe('what a strip says aloud', () => {
  it('reads the occasions, oldest first', () => {
    assert.equal(spokenSeries(seriesFrom([3, 2, 3])), '3 occasions, oldest first: 3, 2, 3');
    assert.equal(spokenSeries(seriesFrom([4])), '1 occasion, oldest first: 4');
  });

  it('reads the newest twenty of many', () => {
    const many = [...Array.from({ length: 280 }, () => 1), ...Array.from({ length: 20 }, () => 5)];
    assert.equal(spokenSeries(seriesFrom(many)), `300 occasions, the newest 20, oldest first: ${Array.from({ length: 20 }, () => 5).join(', ')}`);
  });

  it('says where other anchors begin, and how it is seen today', () => {
    const series = seriesFrom([4], 2, [{ anchor: 2, table: 1, today: 3 }]);
    assert.equal(spokenSeries(series), '2 occasions, oldest first: 2 (today 3), other wording from here: 4');
  });
});

describe('a median in a table', () => {
  it('is a dash, one act, or two', () => {
    assert.deepEqual([undefined, [3, 3] as const, [2, 4] as const].map(medianWords), ['–', '3', '2 to 4']);
  });
});
