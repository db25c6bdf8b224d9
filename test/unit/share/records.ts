import fc from 'fast-check';
import { FIRST_CHOICE, FORMS, SECTIONS, type ShareChoice, type Section } from '../../../src/core/share/choice';
import { Share } from '../../../src/core/share/shareState';
import type { Incident, People } from '../../../src/core/journal/schema';

export const NOW = Date.parse('2026-06-30T12:00:00Z');
export const LOCALE = { zone: 'UTC', language: 'en' };

export const PEOPLE: People = {
  format: 1,
  people: [
    { id: 'p-1', name: 'Priya Nair', alias: 'Heron', mails: ['priya.nair@example.com'] },
    { id: 'p-2', name: 'José Weber', alias: 'Wren' },
    { id: 'p-3', name: 'Will Marsh' },
    { id: 'p-4', name: '林美玲', alias: 'Plover' },
  ],
};

/** A record that says something in every section. */
export const FULL: Incident = {
  format: 1,
  id: 'full000000',
  title: 'Payment timeouts, found by Priya',
  window: { start: '2026-05-14T14:02:00Z', end: '2026-05-14T15:37:00Z' },
  severity: 'sev2', role: 'commander', kind: 'real', outcome: 'rough', stakes: 'Orders. Priya Nair said so.',
  services: ['payments'], tags: ['pool'],
  incidentNotes: [{ id: 'n1', at: '2026-05-14T14:20:00Z', text: 'Omar Said leads from 14:20.' }],
  evidence: [{ id: 'e1', at: '2026-05-14T14:30:00Z', source: 'git', title: 'Merge branch priya-nair/pool', moment: true }],
  foresight: [{ id: 'f1', at: '2026-05-14T14:10:00Z', belief: 'José is right', sure: 60, next: 'errors fall', judged: 'yes' }],
  people: [{ id: 'm1', person: 'p-1', marks: ['carried'], note: 'Priya saw the pool', thanked: '2026-05-15T09:00:00Z' }],
  reflection: {
    path: 'deep', started: '2026-05-15T08:00:00Z', finished: '2026-05-15T08:10:00Z', person: 'm1',
    guess: { best: 'C1', costly: 'C5' },
    answers: { moment: 'The queue', luck: 'It was a Tuesday', want: 'A bigger part', sentence: 'You did what you could', fear: 'I was afraid', lastPlan: 'keep' },
    ratings: [
      { id: 'r1', at: '2026-05-15T08:05:00Z', behaviour: 'C1', table: 1, anchor: 4, evidence: 'Asked Will at once' },
      { id: 'r2', at: '2026-05-15T08:06:00Z', behaviour: 'C5', table: 1, anchor: 'no-occasion' },
    ],
    revisions: [{ id: 'v1', at: '2026-05-16T08:00:00Z', field: 'stakes', before: 'An older wording' }],
  },
  plan: { id: 'plan1', cue: 'two alerts', act: 'ask Priya', made: '2026-05-15T08:10:00Z', ledger: [{ id: 'l1', at: '2026-06-01T10:00:00Z', did: 'acted', why: 'Will reminded me' }] },
  promises: [{ id: 'o1', text: 'Tell her', person: 'p-1', state: 'open' }],
  lesson: { text: 'Cap retries', files: ['src/pool.ts'] },
  outside: [{ id: 'u1', at: '2026-05-17T08:00:00Z', text: 'You were hard to follow' }],
  clashes: [{ path: 'text/stakes', other: 'A clash' }],
};

export const shareOf = (records: readonly Incident[], people: People = PEOPLE): Share => new Share({ people, records, all: records });

export function written(records: readonly Incident[], choice: Partial<ShareChoice>, people: People = PEOPLE): string {
  return shareOf(records, people).write({ choice: { ...FIRST_CHOICE, ...choice }, locale: LOCALE, now: NOW }).text;
}

export const EVERY_SECTION = Object.fromEntries(SECTIONS.map((section) => [section, true])) as Record<Section, boolean>;

/** Any form but whole JSON, any sections. */
export const anyChoice = fc.record({
  form: fc.constantFrom(...FORMS),
  whole: fc.constant(false),
  sections: fc.record(Object.fromEntries(SECTIONS.map((section) => [section, fc.boolean()]))),
  people: fc.constant({}),
}) as fc.Arbitrary<ShareChoice>;
