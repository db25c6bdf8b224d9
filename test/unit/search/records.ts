import type { Incident, Person } from '../../../src/core/journal/schema';

export const LOCALE = { zone: 'Europe/Berlin', language: 'en' };
export const ANA: Person = { id: 'p-ana', name: 'Ana Müller', alias: 'Heron' };
export const BEN: Person = { id: 'p-ben', name: 'Ben Ortiz', alias: 'Wren' };
export const PEOPLE = [ANA, BEN];

/** An incident that began on a day, with a title and whatever else it should say. */
export function incident(id: string, title: string, more: Partial<Incident> = {}, day = '2026-05-14'): Incident {
  return { format: 1, id, title, window: { start: `${day}T12:00:00Z`, end: `${day}T13:00:00Z` }, ...more };
}

/** One with a word of its own in each place where words can be. */
export const whole: Incident = incident('whole', 'titleword', {
  stakes: 'stakesword', services: ['serviceword'], tags: ['tagword'], rawSeverity: 'severityword', kind: 'drill', role: 'commander', outcome: 'rough', severity: 'sev2',
  incidentNotes: [{ id: 'n1', at: '2026-05-14T12:10:00Z', text: 'noteword' }],
  claims: [{ id: 'c1', source: 'git', ref: 'claimword', seen: '2026-05-14T13:00:00Z' }],
  evidence: [{ id: 'e1', at: '2026-05-14T12:20:00Z', source: 'git', title: 'commitword: src/pay/retryLimit.ts', ref: 'abc1234def', repository: 'repositoryword' }],
  foresight: [{ id: 'f1', at: '2026-05-14T12:05:00Z', belief: 'beliefword', next: 'nextword' }],
  people: [{ id: 'pp', person: 'p-ana', marks: ['carried'], note: 'personnoteword' }],
  reflection: {
    path: 'short', started: '2026-05-15T10:00:00Z', finished: '2026-05-15T10:06:00Z', guess: { best: 'C1', costly: 'C5' }, answers: { moment: 'answerword' },
    ratings: [{ id: 'r1', at: '2026-05-15T10:05:00Z', behaviour: 'C4', table: 1, anchor: 3, evidence: 'exampleword' }],
    revisions: [{ id: 'v1', at: '2026-05-16T10:00:00Z', field: 'moment', before: 'formerword' }],
  },
  plan: { id: 'pl', cue: 'cueword', act: 'actword', typed: { cue: 'typedword' }, ledger: [{ id: 'l1', at: '2026-05-20T10:00:00Z', did: 'forgot', why: 'whyword' }] },
  promises: [{ id: 'pr', text: 'promiseword', person: 'p-ben', check: 'checkword', state: 'open' }],
  lesson: { text: 'lessonword', files: ['src/lesson/fileword.ts'] },
  outside: [{ id: 'o1', at: '2026-05-20T10:00:00Z', text: 'outsideword' }],
  clashes: [{ path: '/stakes', other: 'clashword' }],
});

/** Every word of it that can be looked for. */
export const WORDS = 'titleword stakesword serviceword tagword severityword noteword claimword commitword retrylimit limit abc1234def repositoryword beliefword nextword personnoteword answerword exampleword formerword cueword actword typedword whyword promiseword checkword lessonword fileword outsideword clashword ana muller heron ben wren'.split(' ');
