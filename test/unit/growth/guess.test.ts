import assert from 'node:assert/strict';
import fc from 'fast-check';
import { guessState, type Guesses } from '../../../src/core/growth/guess';
import { comparedCount, guessWords, leftOutWords, spokenGuesses } from '../../../src/core/growth/guessWords';
import type { Rating } from '../../../src/core/journal/schema';
import { NO_OCCASION } from '../../../src/core/journal/values';
import { filledJournals, guessed, shuffled, withGuess } from './filled';
import { finished, withRatings, iso, NOW } from './records';

/** So many reflections: the best was rated 4, the costly one by turns 2, 4, 5. */
const some = (count: number): Guesses | undefined =>
  guessState(Array.from({ length: count }, (_, at) => guessed(`g-${at}`, count - at, 4, ([2, 4, 5] as const)[at % 3]))).real;

const realOf = (...pairs: [Rating['anchor'], Rating['anchor']][]): Guesses | undefined =>
  guessState(pairs.map(([best, costly], at) => guessed(`g-${at}`, pairs.length - at, best, costly))).real;

describe('guess and evidence', () => {
  it('is nothing without a guess', () => {
    assert.deepEqual(guessState([]), {});
    assert.deepEqual(guessState([finished('a', 1, 3)]), {});
  });

  const table: [number, string, [number, number, number], string][] = [
    [1, '+', [1, 0, 0], 'Too few to compare.'],
    [5, '+=-+=', [2, 2, 1], 'Too few to compare.'],
    [6, '+=-+=-', [2, 2, 2], 'In 2 of 6 reflections the behaviour you guessed best was rated higher than the one you guessed costly, in 2 the same, in 2 lower.'],
    [13, '+=-+=-+=-+=-+', [5, 4, 4], 'In 5 of 13 reflections the behaviour you guessed best was rated higher than the one you guessed costly, in 4 the same, in 4 lower.'],
    [40, '+=-'.repeat(14).slice(0, 40), [14, 13, 13], 'In 14 of 40 reflections the behaviour you guessed best was rated higher than the one you guessed costly, in 13 the same, in 13 lower.'],
    [300, '+=-'.repeat(100).slice(-100), [100, 100, 100], 'In 100 of 300 reflections the behaviour you guessed best was rated higher than the one you guessed costly, in 100 the same, in 100 lower.'],
  ];
  for (const [count, marks, [higher, same, lower], words] of table) {
    it(`${count} reflections`, () => {
      const guesses = some(count);
      assert.deepEqual(guesses, { marks, higher, same, lower, changed: 0, incomplete: 0 });
      assert.equal(guessWords(guesses as Guesses), words);
    });
  }

  it('all the same is six times the same, and no more is said', () => {
    const ties = realOf(...Array.from({ length: 6 }, (): [3, 3] => [3, 3])) as Guesses;
    assert.deepEqual([ties.marks, guessWords(ties)], ['======', 'In 0 of 6 reflections the behaviour you guessed best was rated higher than the one you guessed costly, in 6 the same, in 0 lower.']);
  });

  it('leaves out what is no comparison, and says so', () => {
    const changed = withGuess(guessed('changed', 3, 4, 2), { best: 'C1', costly: 'C5', changedAfterEvidence: true });
    const onlyOne = withGuess(guessed('one', 2, 4, 2), { best: 'C1' });
    const twice = withGuess(guessed('twice', 2, 4, 2), { best: 'C1', costly: 'C1' });
    const otherTable = withRatings(withGuess(finished('table', 1, 4), { best: 'C1', costly: 'C5' }), [{ id: 'other', at: iso(NOW), behaviour: 'C5', table: 2, anchor: 2 }]);
    const guesses = guessState([changed, onlyOne, twice, otherTable, guessed('none', 1, 4, NO_OCCASION), guessed('unsaid', 1, undefined, 2)]).real as Guesses;
    assert.deepEqual(guesses, { marks: '', higher: 0, same: 0, lower: 0, changed: 1, incomplete: 5 });
    assert.equal(guessWords(guesses), 'No reflection has both ratings yet.');
    assert.equal(leftOutWords(guesses), '1 left out: the guess was changed after the evidence. 5 left out: one of the two has no rating.');
    assert.equal(leftOutWords(some(6) as Guesses), '');
  });

  it('counts the rating that stood when it was finished, not how it is seen today', () => {
    const later = withRatings(guessed('later', 2, 4, 2), [{ id: 'today', at: iso(NOW), behaviour: 'C5', table: 1, anchor: 5 }]);
    assert.equal(guessState([later]).real?.marks, '+');
  });

  it('does not count drafts and false alarms, and keeps the kinds apart', () => {
    const draft = guessed('draft', 1, 4, 2);
    const records = [
      { ...draft, reflection: { ...draft.reflection, finished: undefined } as never },
      guessed('alarm', 1, 4, 2, { cancelled: iso(NOW) }),
      guessed('drill', 1, 2, 4, { kind: 'drill' }),
      guessed('unsaid', 1, 3, 3, { kind: undefined as never }),
    ];
    const state = guessState(records);
    assert.deepEqual([state.real?.marks, state.drill?.marks, state.shadow], ['=', '-', undefined]);
  });

  it('says the marks aloud, the newest twenty of many', () => {
    assert.equal(spokenGuesses(realOf([4, 2], [3, 3], [1, 2]) as Guesses), '3 reflections, oldest first: higher, the same, lower');
    assert.equal(spokenGuesses(realOf([4, 2]) as Guesses), '1 reflection, oldest first: higher');
    assert.match(spokenGuesses(some(300) as Guesses), /^300 reflections, the newest 20, oldest first: (\S+( same)?, ){19}/);
  });

  it('never depends on the order, never says more than a count, and counts each mark once', () => {
    fc.assert(fc.property(shuffled, ([records, others]) => assert.deepEqual(guessState(others), guessState(records))));
    fc.assert(
      fc.property(filledJournals, (records) => {
        for (const guesses of Object.values(guessState(records))) {
          assert.equal(guesses.marks.length, Math.min(100, comparedCount(guesses)));
          assert.doesNotMatch([guessWords(guesses), leftOutWords(guesses)].join(), /better|worse|right|wrong|accura|well|good|bad|%|\d\.\d|score|average/i);
          assert.equal(/^In/.test(guessWords(guesses)), comparedCount(guesses) >= 6);
        }
      }),
    );
  });
});
