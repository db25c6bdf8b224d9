import assert from 'node:assert/strict';
import { problemSentence, type GitProblem } from '../../../src/core/evidence/problems';

const problems: readonly GitProblem[] = [
  { code: 'gitMissing' },
  { code: 'noRepository' },
  { code: 'noCommits', repository: 'payments' },
  { code: 'shallowClone', repository: 'payments', since: '2026-05-14T10:00:00Z' },
  { code: 'partialClone', repository: 'payments' },
  { code: 'dubiousOwnership', repository: 'payments', root: '/srv/payments' },
  { code: 'tooSlow', repository: 'payments' },
  { code: 'tooMuch', repository: 'payments' },
  { code: 'unreadable', repository: 'payments', reason: 'bad object HEAD' },
];
const sentence = (problem: GitProblem) =>
  problemSentence(problem, { zone: 'Europe/Zurich', language: 'en' }, Date.parse('2026-05-15T00:00:00Z'));

describe('problemSentence', () => {
  for (const problem of problems)
    it(`says ${problem.code} in a sentence of its own, with all its places filled`, () => {
      const words = sentence(problem);
      assert.match(words, /^[A-Z\w].{20,}/);
      assert.doesNotMatch(words, /\{\d\}|undefined|!/);
      if ('repository' in problem) assert.ok(words.includes(problem.repository));
      assert.equal(problems.filter((other) => sentence(other) === words).length, 1);
    });

  it('says since when a shallow clone knows, in the lead’s zone', () => {
    assert.match(sentence(problems[3] as GitProblem), /before Thu,? 14 May|before Thu 14 May, 12:00/);
  });

  it('says what to run where the folder belongs to another user', () => {
    assert.match(sentence(problems[5] as GitProblem), /safe\.directory "\/srv\/payments"/);
  });
});
