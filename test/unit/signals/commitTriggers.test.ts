import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commitTriggers, type CommitSurroundings, type CommitWords } from '../../../src/core/signals/commitTriggers';
import { weigh, WEIGHTS, type Trigger } from '../../../src/core/signals/trigger';
import { wordRates } from '../../../src/core/signals/wordRates';
import judged from './judged.json';

/** Messages in the manner of those that the rules were measured on, with what the statement of the rules says of each. */
const recorded = judged as readonly (CommitWords & CommitSurroundings & { readonly score: number; readonly triggers: readonly Trigger[]; readonly decision?: string })[];

const sorted = (triggers: readonly string[]): readonly string[] => triggers.toSorted();

describe('what a commit says of an incident', () => {
  for (const { score, triggers, decision, subject, body, author, ...surroundings } of recorded) {
    it(`${subject.slice(0, 60)} | ${body.slice(0, 40).replaceAll('\n', ' ')}: ${decision ?? 'nothing'}`, () => {
      const found = commitTriggers({ subject, body, author }, surroundings);
      assert.deepEqual(sorted(found), sorted(triggers));
      const judgement = weigh(found);
      assert.equal(judgement.score, score);
      assert.equal(judgement.decision, decision);
    });
  }

  it('has each trigger that a commit can have among the recorded ones', () => {
    const seen = new Set(recorded.flatMap(({ triggers }) => triggers));
    assert.deepEqual(Object.keys(WEIGHTS).filter((trigger) => trigger !== 'tagRollback' && !seen.has(trigger as Trigger)), []);
  });

  it('lists, and does not ask, where what it needs was twice no incident', () => {
    assert.equal(weigh(['incidentMention'], ['incidentMention']).decision, 'list');
    assert.equal(weigh(['revertOps', 'quickRevert'], ['quickRevert']).decision, 'list');
    assert.equal(weigh(['incidentMention', 'quickRevert'], ['quickRevert']).decision, 'prompt');
    assert.equal(weigh(['incidentMention'], ['incidentMention']).score, 1);
  });

  it('counts words of a habit in subjects', () => {
    const subjects = ['Hotfix: one', 'two', 'Incident model', 'Rolled back three'];
    assert.deepEqual(wordRates(subjects), { incident: 0.25, rollback: 0.25, hotfix: 0.25 });
    assert.deepEqual(wordRates([]), { incident: 0, rollback: 0, hotfix: 0 });
  });
});

/** What the patterns look for, over and over: what would make a careless pattern go through it again and again. */
const PIECES = [
  ' ', '\n', '\t', '\n\n', 'latest ', 'caused ', 'we had ', 'due to the ', 'is ', '"', '“', '`', '<!-- ', 'Revert "', 'revert ', 'This reverts commit ', 'Merge ', '* ', '- ', '. ', 'https://', '[', '(',
  'a', 'a-', 'd', 'd-', 'a ', 'ad ', "a'", '#', 'INC-', 'deploy ', 'production ', 'errors ', 'Reverts a/a#1', 'Signed-off-by', 'Conflicts:', 'emergency ', 'roll back ', 'incident ',
];

describe('hostile messages', function () {
  this.timeout(20_000);

  it('are read without going through them again and again', () => {
    for (const piece of PIECES) {
      for (const other of PIECES) {
        const text = `${piece}${other}`.repeat(2_000);
        commitTriggers({ subject: text, body: text, author: text.slice(0, 200) });
      }
    }
  });

  it('are read whatever they hold', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')));
    fc.assert(
      fc.property(text, text, text, (subject, body, author) => {
        const { score, triggers } = weigh(commitTriggers({ subject, body, author }));
        assert.equal(new Set(triggers).size, triggers.length);
        assert.ok(Number.isFinite(score));
      }),
      { numRuns: 2_000 },
    );
  });
});
