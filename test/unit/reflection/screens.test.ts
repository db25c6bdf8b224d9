import assert from 'node:assert/strict';
import type { Incident, Plan } from '../../../src/core/journal/schema';
import type { LastPlan } from '../../../src/core/plan/lastPlan';
import { SCREENS, type ScreenId } from '../../../src/core/protocol';
import { finish, leaveScreen, openScreen } from '../../../src/core/reflection/progress';
import { currentScreen, isAnswered, mayOpen, neighbour, screenNames, shortPath } from '../../../src/core/reflection/screens';
import { draft, finished, incident, rating, step } from './records';

const FIRST = shortPath(false);
const LATER = shortPath(true);
const plan = (more: Partial<Plan> = {}): Plan => ({ id: 'p1', cue: 'two alerts from one service', act: 'say who leads', ...more });
const last: LastPlan = { incident: incident({ id: 'before' }), plan: plan({ made: '2026-05-01T10:00:00Z' }) };
const entry = { id: 'l1', at: '2026-05-14T18:01:00Z', did: 'acted' } as const;
const moment = { id: 'e1', at: '2026-05-14T14:10:00Z', source: 'git', title: 'Fix retries', moment: true } as const;

describe('the short path', () => {
  it('has six screens; the first reflection of all has no last plan to ask about', () => {
    assert.deepEqual(LATER, ['lastPlan', 'facts', 'guess', 'evidence', 'ratings', 'nextPlan']);
    assert.deepEqual(FIRST, LATER.slice(1));
  });

  it('has a name for each screen', () => assert.deepEqual(Object.keys(screenNames()).sort(), [...SCREENS].sort()));

  const steps: readonly (readonly [screen: ScreenId, path: readonly ScreenId[], next: ScreenId, back: ScreenId])[] = [
    ['lastPlan', LATER, 'facts', 'lastPlan'],
    ['facts', LATER, 'guess', 'lastPlan'],
    ['facts', FIRST, 'guess', 'facts'],
    ['guess', FIRST, 'evidence', 'facts'],
    ['evidence', FIRST, 'ratings', 'guess'],
    ['ratings', FIRST, 'nextPlan', 'evidence'],
    ['nextPlan', FIRST, 'summary', 'ratings'],
    ['summary', FIRST, 'summary', 'nextPlan'],
  ];
  for (const [screen, path, next, back] of steps) {
    it(`goes from ${screen} (of ${path.length}) on to ${next} and back to ${back}`, () => {
      assert.equal(neighbour(screen, path, 1), next);
      assert.equal(neighbour(screen, path, -1), back);
    });
  }
});

describe('a screen is answered', () => {
  const answers: readonly (readonly [screen: ScreenId, what: string, record: Incident, lastPlan: LastPlan | undefined, answered: boolean])[] = [
    ['lastPlan', 'nothing said', draft(), last, false],
    ['lastPlan', 'what became of it', draft(), { ...last, entry }, true],
    ['lastPlan', 'no plan', draft(), undefined, false],
    ['facts', 'nothing but the window', draft(), last, false],
    ['facts', 'a role', draft({}, { role: 'commander' }), last, true],
    ['facts', 'the kind that is filled in', draft({}, { kind: 'real' }), last, false],
    ['facts', 'another kind', draft({}, { kind: 'drill' }), last, true],
    ['facts', 'a severity', draft({}, { severity: 'sev3' }), last, true],
    ['facts', 'an outcome', draft({}, { outcome: 'rough' }), last, true],
    ['facts', 'the stakes', draft({}, { stakes: 'Money' }), last, true],
    ['guess', 'none', draft(), last, false],
    ['guess', 'an empty one', draft({ guess: {} }), last, false],
    ['guess', 'the best', draft({ guess: { best: 'C1' } }), last, true],
    ['guess', 'the costly', draft({ guess: { costly: 'C1' } }), last, true],
    ['evidence', 'opened alone', draft({ evidenceOpened: '2026-05-14T18:02:00Z' }), last, false],
    ['evidence', 'a moment', draft({}, { evidence: [moment] }), last, true],
    ['evidence', 'a hidden entry', draft({}, { evidence: [{ ...moment, moment: false, hidden: true }] }), last, false],
    ['evidence', 'words', draft({ answers: { moment: 'The dashboard' } }), last, true],
    ['ratings', 'nothing', draft(), last, false],
    ['ratings', 'an empty rating', draft({ ratings: [rating('C1')] }), last, false],
    ['ratings', 'an act', draft({ ratings: [rating('C1', { anchor: 3 })] }), last, true],
    ['ratings', 'no occasion', draft({ ratings: [rating('C1', { anchor: 'no-occasion' })] }), last, true],
    ['ratings', 'an example alone', draft({ ratings: [rating('C1', { evidence: 'I said it' })] }), last, true],
    ['ratings', 'a person alone', draft({ person: 'x1' }), last, true],
    ['nextPlan', 'written but not saved', draft({}, { plan: plan() }), last, false],
    ['nextPlan', 'saved', draft({}, { plan: plan({ made: '2026-05-14T18:09:00Z' }) }), last, true],
    ['nextPlan', 'the last one stays', draft({ answers: { lastPlan: 'keep' } }), last, true],
    ['nextPlan', 'the last one stays, but there is none', draft({ answers: { lastPlan: 'keep' } }), undefined, false],
    ['nextPlan', 'a new one is to be written', draft({ answers: { lastPlan: 'replace' } }), last, false],
    ['summary', 'a draft', draft(), last, false],
    ['summary', 'finished', finished(), last, true],
  ];
  for (const [screen, what, record, lastPlan, answered] of answers) {
    it(`${screen}, ${what}: ${answered}`, () => assert.equal(isAnswered(screen, record, lastPlan), answered));
  }
});

describe('a screen may be opened', () => {
  it('at any time, but the evidence only after the guess and the summary only at the end', () => {
    const open = (record: Incident): ScreenId[] => SCREENS.filter((screen) => mayOpen(screen, record));
    const early: ScreenId[] = ['lastPlan', 'facts', 'guess', 'ratings', 'nextPlan'];
    const withEvidence: ScreenId[] = ['lastPlan', 'facts', 'guess', 'evidence', 'ratings', 'nextPlan'];
    assert.deepEqual(open(incident()), early);
    assert.deepEqual(open(draft()), early);
    assert.deepEqual(open(draft({ guess: {} })), early);
    assert.deepEqual(open(draft({ skipped: ['facts'] })), early);
    assert.deepEqual(open(draft({ guess: { costly: 'T1' } })), withEvidence);
    assert.deepEqual(open(draft({ skipped: ['guess'] })), withEvidence);
    assert.deepEqual(open(draft({ evidenceOpened: '2026-05-14T18:02:00Z' })), withEvidence);
    assert.deepEqual(open(finished({ guess: { best: 'C1' } })), SCREENS);
  });

  const stored: readonly (readonly [what: string, record: Incident, path: readonly ScreenId[], screen: ScreenId])[] = [
    ['nothing begun', incident(), LATER, 'lastPlan'],
    ['nothing begun, the first of all', incident(), FIRST, 'facts'],
    ['where the lead stopped', draft({ screen: 'ratings' }), LATER, 'ratings'],
    ['a screen that is not of this path any more', draft({ screen: 'lastPlan' }), FIRST, 'facts'],
    ['a screen of another version', draft({ screen: 'contributions' }), LATER, 'lastPlan'],
    ['evidence that was never opened', draft({ screen: 'evidence' }), FIRST, 'facts'],
    ['a summary without an end', draft({ screen: 'summary' }), FIRST, 'facts'],
    ['the end', finished(), FIRST, 'summary'],
  ];
  for (const [what, record, path, screen] of stored) it(`a panel opens at: ${what}: ${screen}`, () => assert.equal(currentScreen(record, path), screen));
});

describe('going through', () => {
  it('begins the reflection with the first step, once', () => {
    const begun = openScreen(incident(), 'guess', step('18:01'));
    assert.deepEqual(begun.reflection, { path: 'short', started: '2026-05-14T18:01:00.000Z', screen: 'guess' });
    assert.equal(openScreen(begun, 'facts', step('18:02')).reflection?.started, '2026-05-14T18:01:00.000Z');
  });

  it('opens no evidence before the guess', () => {
    const before = draft();
    assert.equal(openScreen(before, 'evidence', step()), before);
    assert.equal(openScreen(before, 'summary', step()), before);
  });

  it('notes when the evidence was opened first, and never again', () => {
    const first = openScreen(draft({ guess: { best: 'C1' } }), 'evidence', step('18:03'));
    assert.equal(first.reflection?.evidenceOpened, '2026-05-14T18:03:00.000Z');
    assert.equal(openScreen(first, 'evidence', step('18:04')).reflection?.evidenceOpened, '2026-05-14T18:03:00.000Z');
  });

  it('counts a screen as skipped that was left unanswered, until it is answered', () => {
    const skipped = leaveScreen(leaveScreen(draft(), 'facts', undefined, step()), 'guess', undefined, step());
    assert.deepEqual(skipped.reflection?.skipped, ['facts', 'guess']);
    assert.deepEqual(leaveScreen(skipped, 'facts', undefined, step()).reflection?.skipped, ['guess', 'facts']);
    const answered = leaveScreen({ ...skipped, role: 'responder' }, 'facts', undefined, step());
    assert.deepEqual(answered.reflection?.skipped, ['guess']);
    const all = leaveScreen({ ...answered, reflection: { ...draft().reflection!, skipped: ['guess'], guess: { best: 'C1' } } }, 'guess', undefined, step());
    assert.ok(!('skipped' in all.reflection!));
  });

  it('skips the guess straight to the evidence', () => {
    const record = openScreen(leaveScreen(draft({ screen: 'guess' }), 'guess', undefined, step()), neighbour('guess', FIRST, 1), step());
    assert.equal(currentScreen(record, FIRST), 'evidence');
  });

  it('ends once', () => {
    const ended = finish(draft(), step('18:10'));
    assert.equal(ended.reflection?.finished, '2026-05-14T18:10:00.000Z');
    assert.equal(currentScreen(ended, LATER), 'summary');
    assert.equal(finish(ended, step('18:20')).reflection?.finished, '2026-05-14T18:10:00.000Z');
  });
});
