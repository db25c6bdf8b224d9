import assert from 'node:assert/strict';
import type { Incident, Person } from '../../../src/core/journal/schema';
import { reflectionState } from '../../../src/core/reflection/stateOf';
import type { ReflectionState } from '../../../src/core/reflection/reflectionState';
import { draft } from './records';

const BOT = { name: 'Cabot', mails: ['cabot@example.org'] };

function person(incident: Incident, people: readonly Person[] = []): ReflectionState['person'] {
  return reflectionState({
    incident,
    last: undefined,
    people,
    evidence: { status: 'ready', entries: [], people: [{ name: 'Mei Lin', mails: [] }], machines: [BOT], problems: [], inside: 0 },
    locale: { zone: 'Europe/Berlin', language: 'en' },
    now: Date.parse('2026-05-14T18:00:00Z'),
    save: { kind: 'saved' },
    unsaved: new Map(),
    session: { turnedBack: {}, differs: false, guessOpen: false },
  }).person;
}

describe('who was left out as a machine', () => {
  const open = draft({ screen: 'ratings', skipped: ['guess'] });

  it('is named apart', () => {
    const { names, machines } = person(open);
    assert.deepEqual([names, machines], [['Mei Lin'], ['Cabot']]);
  });

  it('is put back by naming it', () => {
    const named = { ...open, people: [{ id: 'entry00001', person: 'p-cabot', marks: [] }], reflection: { ...open.reflection!, person: 'entry00001' } };
    const { names, machines, other } = person(named, [{ id: 'p-cabot', name: 'Cabot' }]);
    assert.deepEqual([names, machines, other], [['Mei Lin', 'Cabot'], [], false]);
  });

  it('is not shown before the guess', () => {
    assert.deepEqual(person(draft({ screen: 'facts' })).machines, []);
  });
});
