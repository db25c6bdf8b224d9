import assert from 'node:assert/strict';
import fc from 'fast-check';
import { behavioursState } from '../../../src/core/growth/behavioursState';
import { seriesOf, type Series } from '../../../src/core/growth/series';
import { chanceWords, orderWords, seriesWords } from '../../../src/core/growth/seriesWords';
import { runChartSignals, sidesOf, signalsOf } from '../../../src/core/growth/signals';
import { NO_OCCASION } from '../../../src/core/journal/values';
import { randomFrom } from './leads';
import { finished, LOCALE } from './records';

const seriesFrom = (values: readonly number[]): Series | undefined => seriesOf(values.map((anchor) => ({ anchor, table: 1 })));
const times = (count: number, ...values: readonly number[]): number[] => Array.from({ length: count }, (_, at) => values[at % values.length] ?? NaN);
const digits = (text: string): number[] => [...text].map(Number);
const anchor = fc.integer({ min: 1, max: 5 });

describe('what may be said at each number of reflections', () => {
  const table: [count: number, words: string | undefined][] = [
    [0, undefined],
    [1, 'Too few to compare.'],
    [5, 'Too few to compare.'],
    [6, 'Median between 2 and 3, range 2 to 3.'],
    [11, 'Median 2, range 2 to 3.'],
    [12, 'Median between 2 and 3. Acts 2 to 3 came 6, 6 times. No shift.'],
    [13, 'Median 2. Acts 2 to 3 came 7, 6 times. Off the median: 6. Their order is looked at from 10 on.'],
    [40, 'Median between 2 and 3. Acts 2 to 3 came 20, 20 times. No shift.'],
    [300, 'Median between 2 and 3. Acts 2 to 3 came 150, 150 times. No shift.'],
  ];
  it('12, with one off the median, and 14, with ten', () => {
    assert.equal(orderWords(seriesFrom([...times(11, 3), 4]) as Series), 'Off the median: 1. Their order is looked at from 10 on.');
    assert.equal(orderWords(seriesFrom([...times(10, 2, 4), ...times(4, 3)]) as Series), 'No shift.');
  });
  for (const [count, words] of table) {
    it(`${count}`, () => {
      const series = seriesFrom(times(count, 2, 3));
      assert.equal(series && seriesWords(series), words);
    });
    it(`${count}, all equal`, () => {
      const series = seriesFrom(times(count, 3));
      assert.equal(series && seriesWords(series), count === 0 ? undefined : count < 6 ? 'Too few to compare.' : '3 each time.');
    });
    it(`${count}, no occasion in any`, () => {
      const records = Array.from({ length: count }, (_, at) => finished(`n-${at}`, count - at, NO_OCCASION));
      const { rows, chance } = behavioursState({ records, all: records, kind: 'real', locale: LOCALE });
      assert.ok(rows.every(({ series }) => series === undefined) && chance === undefined);
    });
    it(`${count}, low at first, then high`, () => {
      const series = seriesFrom([...times(Math.floor(count / 2), 2, 1), ...times(Math.ceil(count / 2), 4, 5)]);
      const said = {
        12: 'Few crossings. May be chance, about 1 in 20.', // six in a row are no shift yet
        13: 'Off the median: 9. Their order is looked at from 10 on.', // four of thirteen lie on it
        40: 'Shift: 20 in a row above the median. Few crossings. May be chance, about 1 in 20.',
        300: 'Shift: 150 in a row above the median. Few crossings. May be chance, about 1 in 20.',
      };
      assert.equal(series ? orderWords(series) : '', said[count as keyof typeof said] ?? '');
    });
  }
});

describe('the two rules of a run chart', () => {
  // Anhøj & Olesen 2014: values off the median, the longest run and the fewest crossings that are no signal.
  const bounds: [off: number, longest: number, crossings: number][] = [
    [10, 6, 2], [11, 6, 2], [12, 7, 3], [13, 7, 3], [14, 7, 4], [15, 7, 4], [20, 7, 6], [22, 7, 7], [23, 8, 7], [24, 8, 8], [30, 8, 10], [40, 8, 14], [60, 9, 23], [100, 10, 41],
  ];
  for (const [off, longest, crossings] of bounds) {
    it(`of ${off} off the median: a run of ${longest} and ${crossings} crossings are no signal, one more or one less is`, () => {
      const rules = (length: number, crossed: number): readonly string[] =>
        runChartSignals({ above: off - 5, below: 5, crossings: crossed, longest: { length, side: 'above' } }).map(({ rule }) => rule);
      assert.deepEqual(rules(longest, crossings), []);
      assert.deepEqual(rules(longest + 1, crossings), ['shift']);
      assert.deepEqual(rules(longest, crossings - 1), ['crossings']);
      assert.deepEqual(rules(longest + 1, crossings - 1), ['shift', 'crossings']);
    });
  }

  it('skip what lies on the median: it is on no side, and breaks no run', () => {
    assert.deepEqual(sidesOf(digits('3243334353'), 3), { above: 3, below: 1, crossings: 1, longest: { length: 3, side: 'above' } });
    const off = fc.constantFrom(1, 2, 4, 5);
    fc.assert(
      fc.property(fc.array(fc.tuple(off, fc.nat(3)), { maxLength: 60 }), (values) => {
        const tied = values.flatMap(([value, ties]) => [value, ...times(ties, 3)]);
        assert.deepEqual(sidesOf(tied, 3), sidesOf(values.map(([value]) => value), 3));
      }),
    );
  });

  it('name the newest of the longest runs', () => {
    assert.deepEqual(sidesOf(digits('4442225222'), 3).longest, { length: 3, side: 'below' });
    assert.deepEqual(sidesOf([], 3).longest.length, 0);
  });
});

describe('a signal', () => {
  it('needs twelve occasions, and ten off the median', () => {
    assert.equal(signalsOf(digits('22222444444'), 3), undefined);
    assert.equal(signalsOf(digits('222234443333'), 3), undefined);
    assert.deepEqual(signalsOf(digits('222233344444' + '4'), 3), [{ rule: 'crossings' }]);
  });

  it('needs an order that is rare also for sides as unequal as these', () => {
    const unequal = digits('4443444344344343442'); // fourteen above, one below
    assert.ok(runChartSignals(sidesOf(unequal, 3)).length > 0, 'the two rules alone');
    assert.deepEqual(signalsOf(unequal, 3), []);
    assert.deepEqual(signalsOf(times(24, 3, 4), 3), [], 'nothing lies below');
  });

  it('is the same read upside down, with the other side, and read backwards', () => {
    fc.assert(
      fc.property(fc.array(anchor, { minLength: 12, maxLength: 80 }), (values) => {
        const [signals, turned, back] = [signalsOf(values, 3), signalsOf(values.map((each) => 6 - each), 3), signalsOf([...values].reverse(), 3)];
        const other = { above: 'below', below: 'above' } as const;
        assert.deepEqual(turned, signals?.map((signal) => (signal.rule === 'shift' ? { ...signal, side: other[signal.side] } : signal)));
        assert.deepEqual(back?.map(({ rule }) => rule), signals?.map(({ rule }) => rule));
      }),
    );
  });

  it('is found at most once in twenty among all orders of the same acts', () => {
    const acts = fc.array(anchor, { minLength: 12, maxLength: 60 });
    fc.assert(
      fc.property(acts, fc.nat(), (values, seed) => {
        const random = randomFrom(seed);
        const median = seriesFrom(values)?.spread?.median ?? [3, 3];
        let found = 0;
        for (let round = 0; round < 400; round++) if ((signalsOf(inAnyOrder(values, random), (median[0] + median[1]) / 2) ?? []).length > 0) found += 1;
        assert.ok(found <= 42, `${found} of 400, where 20 are expected at the most and 42 are five spreads more`);
      }),
      { numRuns: 40 },
    );
  });

  it('stays with the newest anchors, and leaves out how it is seen today', () => {
    const before = times(30, 1).map((each) => ({ anchor: each, table: 1 }));
    const now = digits('222222444444').map((each) => ({ anchor: each, table: 2, today: 3 }));
    assert.deepEqual(seriesOf([...before, ...now])?.signals, [{ rule: 'crossings' }]);
    assert.equal(seriesOf([...before, ...now.slice(1)])?.signals, undefined);
  });
});

describe('how many signals chance alone would show', () => {
  const signalling = seriesFrom(digits('222222444444')) as Series;
  const quiet = seriesFrom(times(12, 2, 4)) as Series;
  const few = seriesFrom(times(8, 2, 4)) as Series;

  it('is said where any shows, of those that could', () => {
    assert.equal(chanceWords([quiet, few], 'en'), '');
    assert.equal(chanceWords([signalling, few], 'en'), 'Only one behaviour has enough occasions for a signal. By chance alone it shows one about 1 time in 20.');
    assert.equal(chanceWords([signalling, quiet, quiet, few], 'en'), 'Among the 3 behaviours with enough occasions, about 0.2 such signals are expected by chance alone.');
    assert.equal(chanceWords([signalling, ...Array.from({ length: 11 }, () => quiet)], 'de'), 'Among the 12 behaviours with enough occasions, about 0,6 such signals are expected by chance alone.');
  });
});

function inAnyOrder(values: readonly number[], random: () => number): readonly number[] {
  const order = [...values];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}
