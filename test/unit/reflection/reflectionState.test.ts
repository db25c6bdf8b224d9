import assert from 'node:assert/strict';
import type { EvidenceEntry } from '../../../src/core/evidence/entry';
import type { Incident, People } from '../../../src/core/journal/schema';
import type { TextField } from '../../../src/core/protocol';
import { behaviours } from '../../../src/core/reflection/behaviours';
import type { EvidenceReading, PanelSession, ReflectionContext, ReflectionState, UnsavedText } from '../../../src/core/reflection/reflectionState';
import { reflectionState } from '../../../src/core/reflection/stateOf';
import { withPlan } from '../plan/plans';
import { draft, finished, incident, rating } from './records';

const MEI = { id: 'p-mei', name: 'Mei Lin', alias: 'Heron', mails: ['mei@example.org'] };
const OMAR = { id: 'p-omar', name: 'Omar', alias: 'Wren' };
const ENTRY: EvidenceEntry = { key: 'git:abc', at: '2026-05-14T14:10:00Z', source: 'git', kind: 'landing', title: 'Fix retries', turningPoint: true };
const READING: EvidenceReading = { status: 'ready', entries: [ENTRY], people: [{ name: 'Mei Lin', mails: ['mei@example.org'] }], machines: [], problems: ['Git is slow.'], inside: 3, several: true, narrowed: ['1 of 24: mei@example'], ownHands: 'Fix retries', prior: { undone: false, entries: [ENTRY], more: 0 } };
const SESSION: PanelSession = { turnedBack: {}, differs: false, guessOpen: false };
const before = withPlan('before', '10');
const LAST = { incident: before, plan: before.plan! };

interface Around {
  readonly last?: ReflectionContext['last'];
  readonly people?: People['people'];
  readonly evidence?: EvidenceReading;
  readonly session?: Partial<PanelSession>;
  readonly unsaved?: ReadonlyMap<TextField, UnsavedText>;
  readonly save?: ReflectionContext['save'];
}

function stateOf(record: Incident, around: Around = {}): ReflectionState {
  return reflectionState({
    incident: record,
    last: around.last,
    people: around.people ?? [MEI, OMAR],
    evidence: around.evidence ?? READING,
    locale: { zone: 'Europe/Berlin', language: 'en' },
    now: Date.parse('2026-05-14T18:00:00Z'),
    save: around.save ?? { kind: 'saved' },
    unsaved: around.unsaved ?? new Map(),
    session: { ...SESSION, ...around.session },
  });
}

describe('where the lead is', () => {
  const table: readonly (readonly [record: Incident, last: boolean, screen: string, count: string])[] = [
    [incident(), false, 'facts', '1 of 5'],
    [incident(), true, 'lastPlan', '1 of 6'],
    [draft({ screen: 'evidence', skipped: ['guess'] }), true, 'evidence', '4 of 6'],
    [draft({ screen: 'evidence', skipped: ['guess'] }), false, 'evidence', '3 of 5'],
    [draft({ screen: 'nextPlan' }), false, 'nextPlan', '5 of 5'],
    [finished(), true, 'summary', 'Done'],
    [finished({ screen: 'guess' }), true, 'guess', '3 of 6'],
  ];
  for (const [record, last, screen, count] of table) {
    it(`${screen}: ${count}`, () => {
      const state = stateOf(record, last ? { last: LAST } : {});
      assert.equal(state.screen, screen);
      assert.equal(state.count, count);
      assert.equal(state.tabs.length, last ? 6 : 5);
    });
  }

  it('says what is done and what may be opened', () => {
    const state = stateOf(draft({ ratings: [rating('C1', { anchor: 3 })] }, { outcome: 'rough' }), { last: LAST });
    assert.deepEqual(state.tabs.map(({ id, done, mayOpen }) => [id, done, mayOpen]), [
      ['lastPlan', false, true],
      ['facts', true, true],
      ['guess', false, true],
      ['evidence', false, false],
      ['ratings', true, true],
      ['nextPlan', false, true],
    ]);
  });

  it('names the incident and its window, in the zone of the lead', () => {
    const state = stateOf(incident());
    assert.equal(state.title, 'Payment timeouts');
    assert.equal(state.windowWords, 'Thu 14 May, 16:02 to 17:37');
  });
});

describe('the evidence', () => {
  it('stays away before the guess, with the people, whatever is known', () => {
    for (const record of [incident(), draft(), draft({ screen: 'ratings' }), draft({ guess: {} })]) {
      const { evidence, person } = stateOf(record);
      assert.deepEqual([evidence.entries, evidence.people, person.names], [[], [], []]);
      assert.doesNotMatch(JSON.stringify(stateOf(record)), /Fix retries|mei@example/);
    }
  });

  it('is there after a guess or a skipped one', () => {
    for (const record of [draft({ guess: { best: 'C1' } }), draft({ skipped: ['guess'] }), finished({ evidenceOpened: '2026-05-14T18:02:00Z' })]) {
      assert.deepEqual(stateOf(record).evidence, READING);
      assert.deepEqual(stateOf(record).person.names, ['Mei Lin']);
    }
  });

  it('says in the facts how many changes fall inside, once git was read', () => {
    const words = (inside: number, status: EvidenceReading['status'] = 'ready'): string => stateOf(incident(), { evidence: { ...READING, inside, status } }).facts.why;
    assert.equal(words(3), 'Start and end: as you gave it. 3 commits fall inside.');
    assert.equal(words(1), 'Start and end: as you gave it. 1 commit falls inside.');
    assert.equal(words(3, 'reading'), 'Start and end: as you gave it.');
    const paged = incident({ window: { ...incident().window, startFrom: 'PagerDuty', endFrom: 'person' } });
    assert.equal(stateOf(paged).facts.why, 'Start: PagerDuty. End: as you gave it. 3 commits fall inside.');
  });

  it('says whether there are notes', () => {
    assert.equal(stateOf(incident()).hasNotes, false);
    assert.equal(stateOf(incident({ foresight: [] })).hasNotes, false);
    assert.equal(stateOf(incident({ foresight: [{ id: 'f1', at: '2026-05-14T14:20:00Z', belief: 'It is the pool' }] })).hasNotes, true);
  });
});

describe('the last plan', () => {
  it('is there where there is one, with what was said of it', () => {
    assert.equal(stateOf(incident()).lastPlan, undefined);
    const said = stateOf(incident(), { last: { ...LAST, entry: { id: 'l1', at: '2026-05-14T18:00:00Z', did: 'forgot', why: 'It was loud' } } });
    assert.deepEqual(said.lastPlan, { cue: 'two alerts from one service', act: 'say who leads', made: '10 May', after: 'Incident before', did: 'forgot' });
    assert.equal(said.texts['ledger.why'], 'It was loud');
  });
});

describe('the guess', () => {
  it('is read-only once the evidence was opened, until it is opened again', () => {
    const opened = draft({ guess: { best: 'C1' }, evidenceOpened: '2026-05-14T18:02:00Z' });
    assert.deepEqual(stateOf(draft({ guess: { best: 'C1' } })).guess, { best: 'C1', locked: false, changed: false });
    assert.deepEqual(stateOf(opened).guess, { best: 'C1', locked: true, changed: false });
    assert.equal(stateOf(opened, { session: { guessOpen: true } }).guess.locked, false);
    assert.equal(stateOf(draft({ guess: { best: 'C1', changedAfterEvidence: true }, evidenceOpened: '2026-05-14T18:02:00Z' })).guess.changed, true);
  });

  it('is among all behaviours, and among no team while shadowing', () => {
    assert.deepEqual(stateOf(incident()).offered.map(({ id }) => id), behaviours().map(({ id }) => id));
    const shadow = stateOf(draft({ guess: { best: 'T1' }, picked: ['T2'] }, { kind: 'shadow' }));
    assert.deepEqual([...new Set(shadow.offered.map(({ family }) => family))], ['Crisis', 'Coaching from within']);
    assert.deepEqual(shadow.ratings, []);
    assert.ok(shadow.pickable.every(({ id }) => !id.startsWith('T')));
  });
});

describe('the ratings', () => {
  it('are of the two that were guessed, with the act that fits', () => {
    const state = stateOf(draft({ guess: { best: 'C1', costly: 'C5' }, ratings: [rating('C1', { anchor: 3 }), rating('C5', { anchor: 'no-occasion' })] }));
    assert.deepEqual(state.ratings.map((each) => [each.behaviour, each.anchor, each.picked]), [['C1', 3, false], ['C5', 'no-occasion', false]]);
    assert.equal(state.ratings[0]!.anchors.length, 5);
    assert.deepEqual(state.pickable, []);
  });

  it('let the lead pick where the guess was left open', () => {
    const state = stateOf(draft({ guess: { costly: 'C5' }, picked: ['W1'] }));
    assert.deepEqual(state.ratings.map((each) => [each.behaviour, each.picked]), [['W1', true], ['C5', false]]);
    const one = stateOf(draft({ guess: { costly: 'C5' } }));
    assert.equal(one.pickable.length, 11);
    assert.ok(!one.pickable.some(({ id }) => id === 'C5'));
    assert.equal(stateOf(draft()).pickable.length, 12);
  });

  it('show no act of another version’s table', () => {
    assert.equal(stateOf(draft({ guess: { best: 'C1' }, ratings: [rating('C1', { table: 99, anchor: 3 })] })).ratings[0]!.anchor, undefined);
  });
});

describe('the texts', () => {
  it('are there by field, empty where nothing was typed', () => {
    const state = stateOf(draft({ guess: { best: 'C1' }, answers: { moment: 'the log' } }, { stakes: 'money' }));
    assert.deepEqual(state.texts, {
      stakes: 'money', moment: 'the log', 'person.note': '', lesson: '', 'plan.cue': '', 'plan.act': '', 'cue.branch': '', 'cue.file': '', 'typed.cue': '', 'typed.act': '',
      'evidence.C1': '', 'ledger.why': '', 'person.name': '',
    });
  });

  it('hold the example of every behaviour that has one, also of one that is not rated any more', () => {
    assert.equal(stateOf(draft({ ratings: [rating('W2', { evidence: 'I asked' })] })).texts['evidence.W2'], 'I asked');
  });

  it('come with the other text of a field that was changed in two places', () => {
    const state = stateOf(draft({ guess: { best: 'C1' } }, { clashes: [{ path: 'text/moment', other: 'theirs' }, { path: 'text/evidence.C1', other: 'theirs too' }, { path: 'title', other: 'x' }] }));
    assert.deepEqual(state.clashes, { moment: 'theirs', 'evidence.C1': 'theirs too' });
  });

  it('come with the other text of what made the difference, which is in the record of the last plan', () => {
    const clashing = { ...before, clashes: [{ path: `text/ledger.why/${incident().id}`, other: 'theirs' }] };
    assert.deepEqual(stateOf(incident(), { last: { ...LAST, incident: clashing } }).clashes, { 'ledger.why': 'theirs' });
  });

  it('come with those that are not on disk yet, and what they are based on, and no more', () => {
    const unsaved = new Map([['moment', { text: 'the lo', base: 'the', written: ['the l'] }]] as const);
    assert.deepEqual(stateOf(draft(), { unsaved }).unsaved, { moment: { text: 'the lo', base: 'the' } });
    assert.equal(stateOf(draft(), { unsaved }).texts.moment, '');
  });

  it('say why a save failed', () => {
    assert.deepEqual(stateOf(draft(), { save: { kind: 'failed', reason: 'The disk is full.' } }).save, { kind: 'failed', reason: 'The disk is full.' });
  });
});

describe('the missed person', () => {
  const named = (person: string): Incident => draft({ guess: { best: 'C1' }, person: 'e1' }, { people: [{ id: 'e1', person, marks: ['calmed'] }] });

  it('is one of those in the evidence, or somebody else', () => {
    assert.deepEqual(stateOf(named('p-mei')).person, { names: ['Mei Lin'], name: 'Mei Lin', machines: [], other: false, marks: ['calmed'], remind: false });
    assert.deepEqual(stateOf(named('p-omar')).person, { names: ['Mei Lin'], name: 'Omar', machines: [], other: true, marks: ['calmed'], remind: false });
    assert.deepEqual(stateOf(draft()).person, { names: [], machines: [], other: false, marks: [], remind: false });
  });

  it('is nobody where the people file does not know the id', () => assert.equal(stateOf(named('p-gone')).person.name, undefined));

  it('is shown as typed, where the people file has the name in another form', () => {
    const shown = (typedName: string): string => stateOf(named('p-omar'), { session: { typedName } }).texts['person.name']!;
    assert.equal(shown('omar '), 'omar ');
    assert.equal(shown('Om'), 'Omar');
    assert.equal(stateOf(draft(), { session: { typedName: '  ' } }).texts['person.name'], '  ');
    assert.equal(stateOf(draft(), { session: { typedName: 'Omar' } }).texts['person.name'], '');
  });
});

describe('the next plan', () => {
  const PLAN = { id: 'p1', cue: 'two alerts', act: 'say who leads' };
  const made = { ...PLAN, made: '2026-05-14T18:08:00Z' };

  it('is written, then typed once from memory, and afterwards only changed', () => {
    assert.equal(stateOf(draft({}, { plan: PLAN })).plan.stage, 'write');
    assert.equal(stateOf(draft({}, { plan: made })).plan.stage, 'recall');
    assert.equal(stateOf(finished({}, { plan: made })).plan.stage, 'write');
  });

  it('asks what becomes of an open one, until the new one is made', () => {
    const words = 'When I next see two alerts from one service, I will say who leads.';
    assert.deepEqual(stateOf(draft(), { last: LAST }).plan.open, { words });
    assert.deepEqual(stateOf(draft({ answers: { lastPlan: 'keep' } }), { last: LAST }).plan.open, { words, choice: 'keep' });
    assert.equal(stateOf(draft(), { last: { ...LAST, plan: { ...LAST.plan, closed: '2026-05-12T10:00:00Z' } } }).plan.open, undefined);
    assert.equal(stateOf(draft({}, { plan: made }), { last: LAST }).plan.open, undefined);
    assert.equal(stateOf(finished({}, { plan: made }), { last: { ...LAST, plan: { ...LAST.plan, closed: '2026-05-14T18:10:00Z' } } }).plan.open, undefined);
  });

  it('shows what only this panel knows', () => {
    const state = stateOf(draft({}, { plan: PLAN }), { session: { turnedBack: { cue: 'No moment.' }, differs: true } });
    assert.deepEqual([state.plan.turnedBack, state.plan.differs], [{ cue: 'No moment.' }, true]);
  });
});

describe('the summary', () => {
  const noted = (record: Incident): Readonly<Record<string, string>> => Object.fromEntries(stateOf(record).summary.noted);

  it('says in lines what was noted, and nothing of what was skipped', () => {
    const record = finished(
      { guess: { best: 'C1', costly: 'C5' }, person: 'e1', answers: { moment: 'The log.' }, ratings: [rating('C1', { anchor: 3 }), rating('C5', { anchor: 'no-occasion' })] },
      {
        role: 'commander', kind: 'real', outcome: 'rough', severity: 'sev2', stakes: 'Money.',
        evidence: [{ id: 'e1', at: '2026-05-14T14:10:00Z', source: 'git', title: 'Fix retries', moment: true }],
        people: [{ id: 'e1', person: 'p-mei', marks: [], note: 'We saw the queue.' }],
        promises: [{ id: 'x1', text: 'Tell them what it made possible', person: 'p-mei', state: 'open' }, { id: 'x2', text: 'Write it down', state: 'open' }, { id: 'x3', text: 'Old', state: 'kept' }],
        plan: { id: 'p1', cue: 'two alerts', act: 'say who leads', made: '2026-05-14T18:08:00Z' },
      },
    );
    const { summary } = stateOf(record);
    assert.deepEqual(summary.noted, [
      ['Facts', 'Real, led, rough, SEV-2 major, 1 h 35 min. Money.'],
      ['Moment', '16:10. Fix retries. The log.'],
      ['Guess, went best', 'Size up and declare: you rated it 3.'],
      ['Guess, cost most', 'Close the loop: no occasion.'],
      ['Person', 'Mei Lin. We saw the queue.'],
      ['Promise', 'Mei Lin: Tell them what it made possible. Open.'],
      ['Promise', 'Write it down. Open.'],
    ]);
    assert.equal(summary.plan, 'When I next see two alerts, I will say who leads.');
  });

  it('of an open incident of which nothing was said has no line', () => {
    assert.deepEqual(stateOf(draft({}, { window: { start: '2026-05-14T14:02:00Z' } })).summary.noted, []);
    assert.equal(stateOf(draft()).summary.plan, undefined);
  });

  it('ends a sentence once', () => {
    const moment = (title: string): string | undefined => noted(draft({}, { evidence: [{ id: 'e1', at: '2026-05-14T14:10:00Z', source: 'git', title, moment: true }] })).Moment;
    assert.equal(moment('Fix retries'), '16:10. Fix retries.');
    assert.equal(moment('Fix retries.'), '16:10. Fix retries.');
    assert.equal(moment('Is it the pool?'), '16:10. Is it the pool?');
    assert.equal(moment('Say “stop.”'), '16:10. Say “stop.”');
  });

  it('says what was picked and not rated', () => {
    assert.deepEqual(noted(draft({ picked: ['C2'] })), { Facts: '1 h 35 min.', Rated: 'Hold the lead role: not rated.' });
  });
});
