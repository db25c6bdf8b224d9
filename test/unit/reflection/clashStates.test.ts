import assert from 'node:assert/strict';
import { mergeFacts, mergePeople, mergeRecords } from '../../../src/core/journal/mergeRecords';
import { KEEPS } from '../../../src/core/journal/clash';
import type { Incident, JournalFacts, People, Reflection } from '../../../src/core/journal/schema';
import { settleClash } from '../../../src/core/reflection/clashes';
import type { ClashState } from '../../../src/core/reflection/clashStates';
import type { ReflectionContext } from '../../../src/core/reflection/reflectionState';
import { reflectionState } from '../../../src/core/reflection/stateOf';
import { incident } from '../journal/sample';

const at = '2026-11-24T11:00:00Z';
const step = { now: at, session: at, newId: () => 'fresh00001' };

function statesOf(record: Incident, files: ReflectionContext['files'] = {}): readonly ClashState[] {
  const context: ReflectionContext = {
    incident: record, last: undefined, people: files.people?.people ?? [], files,
    evidence: { status: 'ready', inside: 0, problems: [], entries: [], people: [], machines: [] },
    locale: { zone: 'Europe/Berlin', language: 'en' }, now: Date.parse(at), save: { kind: 'saved' }, unsaved: new Map(),
    session: { turnedBack: {}, differs: false, guessOpen: false },
  };
  return reflectionState(context).twofold;
}

function merged(a: Partial<Incident>, b: Partial<Incident>): Incident {
  const [base, one, other] = [{}, a, b].map((more) => incident('a1', more));
  const result = mergeRecords(base, one, other);
  assert.ok(result.ok);
  return result.record as Incident;
}

describe('what was changed in two places, on the screens', () => {
  const rating = (anchor: 2 | 4) => ({ id: 'r1', at, behaviour: 'C1', table: 1, anchor });
  const reflection = (more: Partial<Reflection>): Reflection => ({ path: 'short', started: at, ...more });

  /** Each: what two sides say, the field beside which it is asked, what the two are in words. */
  const cases: Record<string, [a: Partial<Incident>, b: Partial<Incident>, field: string | undefined, about: string, mine: string, theirs: string]> = {
    role: [{ role: 'responder' }, { role: 'standby' }, 'role', 'What I mostly did', 'Worked on the fix', 'Stood by'],
    kind: [{ kind: 'drill' }, { kind: 'real' }, 'kind', 'What it was', 'Drill', 'Real'],
    outcome: [{ outcome: 'clean' }, { outcome: 'rough' }, 'outcome', 'How it ended', 'Rough', 'Clean'],
    severity: [{ severity: 'sev1' }, { severity: 'sev3' }, 'severity', 'Severity', 'SEV-3 minor', 'SEV-1 critical'],
    start: [
      { window: { start: '2026-11-24T09:20:00Z', end: '2026-11-24T10:47:00Z' } }, { window: { start: '2026-11-24T09:00:00Z', end: '2026-11-24T10:47:00Z' } },
      'start', 'When it began', 'Tue 24 Nov, 10:20', 'Tue 24 Nov, 10:00',
    ],
    title: [{ title: 'Checkout was down' }, { title: 'Shop down' }, undefined, 'Title', 'Checkout was down', 'Shop down'],
    guess: [{ reflection: reflection({ guess: { best: 'C1' } }) }, { reflection: reflection({ guess: { best: 'C5' } }) }, 'best', 'Went best', 'Close the loop', 'Size up and declare'],
    anchor: [
      { reflection: reflection({ guess: { best: 'C1' }, ratings: [rating(2)] }) }, { reflection: reflection({ guess: { best: 'C1' }, ratings: [rating(4)] }) }, 'anchor.C1', 'Size up and declare: Rating',
      '4: Declared on a stated threshold and fixed symptoms, scope and trend with the experts in minutes.', '2: Suspected something big but waited for certainty before telling anyone.',
    ],
    'a rating that no screen shows': [
      { kind: 'shadow', reflection: reflection({ ratings: [{ ...rating(2), behaviour: 'T2' }] }) }, { kind: 'shadow', reflection: reflection({ ratings: [{ ...rating(4), behaviour: 'T2' }] }) },
      undefined, 'Speak up and invite it: Rating', '', '',
    ],
    promise: [{ promises: [{ id: 'p1', text: 'Tell', state: 'kept' }] }, { promises: [{ id: 'p1', text: 'Tell', state: 'dropped' }] }, undefined, 'What became of a promise', 'Dropped', 'Kept'],
    stakes: [{ stakes: 'Orders of a day' }, { stakes: 'Trust' }, 'stakes', 'What could have been lost?', 'Orders of a day', 'Trust'],
    'a text that no screen asks for now': [
      { plan: { id: 'p1', typed: { cue: 'Two alerts' } } }, { plan: { id: 'p1', typed: { cue: 'A page' } } }, undefined, 'The plan, typed from memory', 'Two alerts', 'A page',
    ],
    'what only the deep path asks': [
      { reflection: reflection({ answers: { luck: 'The cache.' } }) }, { reflection: reflection({ answers: { luck: 'The night.' } }) }, 'answer.luck', 'Where were you lucky?', 'The night.', 'The cache.',
    ],
    'something that has no words': [{ rawSeverity: 'P1' }, { rawSeverity: 'P2' }, undefined, 'Severity, in the words of its source', 'P2', 'P1'],
  };
  for (const [what, [a, b, field, about, mine, theirs]] of Object.entries(cases)) {
    it(`${what}: in words, beside its field or in the list`, () => {
      const record = merged(a, b);
      assert.equal(record.clashes?.length, 1, JSON.stringify(record.clashes));
      const [state, ...more] = statesOf(record);
      assert.ok(state && more.length === 0);
      assert.equal(state.at?.field, field);
      if (mine !== '') assert.deepEqual([state.about, state.mine, state.theirs], [about, mine, theirs]);
      assert.equal(state.keeps.includes('both'), state.path.startsWith('text/'));
      for (const keep of KEEPS) {
        const settled = settleClash(record, state.path, keep, step);
        if (state.keeps.includes(keep)) assert.deepEqual(statesOf(settled), [], `${keep} settles it`);
      }
    });
  }

  it('of several at one place the first is asked, and where the place is gone only what is there can stay', () => {
    const record = incident('a1', { role: 'responder', clashes: [{ path: '/role', other: 'standby' }, { path: '/role', other: 'commander' }, { path: '/promises/gone/state', other: 'kept' }] });
    assert.deepEqual(statesOf(record).map(({ theirs, keeps }) => [theirs, keeps]), [['Stood by', ['mine', 'theirs']], ['Kept', ['mine']]]);
  });

  it('names and the facts about the journal are in the list of every reflection; which id a journal has is no question', () => {
    const person = (name: string): People => ({ format: 1, people: [{ id: 'p-1', name }] });
    const facts = (id: string, goal: string): JournalFacts => ({ format: 1, id, goal });
    const [people, journal] = [mergePeople(person('A'), person('Anna'), person('Ana')), mergeFacts(undefined, facts('k3', 'Drill'), facts('k4', 'Lead a drill'))];
    assert.ok(people.ok && journal.ok);
    const states = statesOf(incident('a1'), { people: people.record, journal: journal.record });
    assert.deepEqual(states.map(({ of, about, mine, theirs, keeps }) => [of, about, mine, theirs, keeps.length]), [
      ['people', 'A name in the people file', 'Anna', 'Ana', 2],
      ['journal', 'Goal of the journal', 'Lead a drill', 'Drill', 3],
    ]);
  });

  it('of a path or a value with the name of something that every object has: as it stands in the file', () => {
    const [about, value] = statesOf(incident('a1', { clashes: [{ path: 'valueOf', other: [] }, { path: '/role', other: 'constructor' }] }));
    assert.deepEqual([about?.about, value?.theirs], ['valueOf', 'constructor']);
  });
});
