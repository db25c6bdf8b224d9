import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nudges } from '../../../src/core/reflection/nudge';

const NAMES = ['Mei Lin', 'Omar', 'C++ (bot)', 'Ann'];

describe('words that judge the past', () => {
  const judging: readonly (readonly [text: string, words: string])[] = [
    ['I should have called earlier', 'I should have'],
    ['we should not have deployed', 'we should not have'],
    ['We shouldn’t have deployed', 'We shouldn’t have'],
    ["I shouldn't have typed", "I shouldn't have"],
    ["I should've asked", "I should've"],
    ['I should’ve asked', 'I should’ve'],
    ['I really should have asked', 'I really should have'],
    ['I should probably have asked', 'I should probably have'],
    ['I should never have merged it', 'I should never have'],
    ['they could have told us', 'they could have'],
    ['He could at least have said so', 'He could at least have'],
    ['She ought to have known', 'She ought to have'],
    ['You should have seen it', 'You should have'],
    ['I might have caught it earlier', 'I might have'],
    ['they failed to tell us', 'they failed to'],
    ['she forgot the flag', 'she forgot'],
    ['I just forgot about the queue', 'I just forgot'],
    ['someone neglected to write it down', 'someone neglected to'],
    ['Nobody could have known', 'Nobody could have'],
    ['the team should have escalated', 'the team should have'],
    ['and then I should have', 'I should have'],
    ['Mei Lin should have said it', 'Mei Lin should have'],
    ['Mei should have said it', 'Mei should have'],
    ['Omar failed to restart it', 'Omar failed to'],
    ['C++ (bot) should have', 'C++ (bot) should have'],
  ];
  for (const [text, words] of judging) it(`${text}: “${words}”`, () => assert.deepEqual(nudges(text, NAMES).map((found) => found.words), [words]));

  const plain = [
    'I called the database team',
    'Redis should have failed over',
    'Kubernetes failed to schedule the pod',
    'The deploy failed to start',
    'Alerts should have fired at five per cent',
    'it should have been a rollback',
    'That could have been worse',
    'We could have lost the orders',
    'It could have cost us a night',
    'We would have lost data without Mei',
    'I would have been asleep',
    'They might have restarted it, I do not know',
    'Mei might have seen the alert',
    'the request must have timed out',
    'Should I have waited?',
    'we should ask first',
    'he can restart it',
    'she has failed twice',
    'what I should do next',
    'IRC should have told us',
    'Annex failed to load',
    'shoulda, coulda, woulda',
    '',
  ];
  for (const text of plain) it(`${text || '(nothing)'}: none`, () => assert.deepEqual(nudges(text, NAMES), []));

  it('are found where they are, all of them, after any characters', () => {
    const text = '\u{1F525} I should have asked.\nMei forgot it, and they could have called.';
    const found = nudges(text, NAMES);
    assert.deepEqual(found.map(({ words }) => words), ['I should have', 'Mei forgot', 'they could have']);
    for (const { start, end, words } of found) assert.equal(text.slice(start, end), words);
  });

  it('are not of a name that nobody has here', () => {
    assert.deepEqual(nudges('Mei should have said it'), []);
    assert.deepEqual(nudges('Mei should have said it', ['', '  ']), []);
  });

  it('never overlap, whatever is typed and whoever is meant', function () {
    this.timeout(60_000); // each set of names is a pattern of its own to make
    const words = fc.array(fc.constantFrom('I', 'we', 'should', 'could', 'have', 'not', 'failed', 'to', 'forgot', 'Ann', ' ', '\n', '’ve', 'might'), { maxLength: 40 });
    const text = fc.oneof(fc.string({ unit: 'binary' }), words.map((all) => all.join(' ')));
    fc.assert(
      fc.property(text, fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (typed, names) => {
        let from = 0;
        for (const { start, end, words: found } of nudges(typed, names)) {
          assert.ok(start >= from && end > start && end <= typed.length);
          assert.equal(typed.slice(start, end), found);
          from = end;
        }
      }),
      { numRuns: 500 },
    );
  });
});
