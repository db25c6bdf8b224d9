import fc from 'fast-check';
import { newDrill, type DrillStory } from '../../../src/core/drill/story';
import type { DrillState } from '../../../src/core/drill/drillState';
import { drillState } from '../../../src/core/drill/drillStateOf';
import type { Incident } from '../../../src/core/journal/schema';

export const LOCALE = { zone: 'UTC', language: 'en' };
export const NOW = Date.parse('2026-05-14T18:00:00Z');
let made = 0;
export const step = (now = '2026-05-14T14:00:00Z') => ({ now, newId: () => `id${String((made += 1)).padStart(8, '0')}`, session: now });

const count = fc.integer({ min: 1, max: 3 });

/** A story in which every text is another one, marked so that none is a part of another. */
export const anyStory: fc.Arbitrary<DrillStory> = fc.tuple(fc.array(fc.tuple(count, count, fc.boolean(), fc.boolean()), { minLength: 2, maxLength: 12 }), fc.nat(2)).map(([decisions, later]) => {
  let number = 0;
  const text = (): string => `«${(number += 1)}»`;
  const line = () => ({ time: text(), from: text(), text: text() });
  const lines = (length: number) => Array.from({ length }, line);
  return {
    source: 'team', ref: 'a-drill', title: 'A drill', role: 'commander', situation: text(),
    points: decisions.map(([known, then, asks, did]) => ({ known: lines(known), time: text(), ...(asks && { ask: text() }), ...(did && { did: text() }), then: lines(then) })),
    outcome: text(), afterwards: Array.from({ length: later }, text),
  };
});

export const drillOf = (story: DrillStory): Incident => newDrill(story, step());

export function stateOf(incident: Incident): DrillState {
  const state = drillState({
    incident, last: undefined, people: [], evidence: { status: 'waiting', entries: [], people: [], machines: [], problems: [], inside: 0 },
    locale: LOCALE, now: NOW, save: { kind: 'saved' }, unsaved: new Map(), session: { turnedBack: {}, differs: false, guessOpen: false },
  });
  if (!state) throw new Error('no drill');
  return state;
}
