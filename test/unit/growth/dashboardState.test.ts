import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dashboardState, type DashboardContext, type DashboardState } from '../../../src/core/growth/dashboardState';
import type { Incident } from '../../../src/core/journal/schema';
import { LISTS } from '../../../src/core/growth/lists';
import { openedOf } from '../../../src/core/growth/opened';
import type { Scope } from '../../../src/core/growth/scope';
import { KINDS, NO_OCCASION } from '../../../src/core/journal/values';
import { filledJournals, named, note, withGuess } from './filled';
import { finished, iso, journals, LOCALE, NOW, waiting, withRatings } from './records';

const CONTEXT: DashboardContext = { locale: LOCALE, now: NOW, faults: [] };
const state = (records: readonly Incident[], more: Partial<DashboardContext> = {}): DashboardState => dashboardState(records, { ...CONTEXT, ...more });
const of = (records: readonly Incident[], scope: Scope): DashboardState => state(records, { scope });
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

describe('the state of the dashboard', () => {
  it('teaches while there is nothing', () => {
    const { empty, next, plan, recorded } = state([]);
    assert.deepEqual({ empty, next, plan }, { empty: true, next: { items: [], more: 0, morePromises: 0, moreLessons: 0, rest: [] }, plan: { earlier: [], moreEarlier: 0 } });
    assert.equal(recorded.behaviours.rows.length, 12);
  });

  it('is not empty once something waits, or was looked back at', () => {
    assert.equal(state([waiting('one')]).empty, false);
    assert.equal(state([finished('one', 1, 3)]).empty, false);
    assert.equal(state([waiting('one', { cancelled: iso(NOW) })]).empty, true);
    assert.deepEqual([{ goal: ' ' }, { goal: 'Lead one' }, { loadLimit: 2 }].map((set) => state([], { facts: { format: 1, id: 'journal001', ...set } }).empty), [true, false, false]);
  });

  it('does not depend on the order of the records', () => {
    const shuffled = journals.chain((records) => fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })));
    fc.assert(fc.property(shuffled, ([records, others]) => assert.deepEqual(state(others), state(records))));
  });

  it('never pools: what was drilled or shadowed changes nothing in real', () => {
    fc.assert(
      fc.property(journals, (records) => {
        const real = records.filter(({ kind = 'real' }) => kind === 'real');
        const pooled = (all: readonly Incident[]): unknown => {
          const { behaviours, guess, notes } = state(all).recorded; // exposure has a column for each kind, people are to be thanked whatever it was
          return { rows: behaviours.rows, guess, notes };
        };
        assert.deepEqual(pooled(records), pooled(real));
        assert.equal(state(records).scope.reflections.real, state(real).scope.reflections.real);
      }),
    );
  });

  it('never counts what had no occasion', () => {
    fc.assert(
      fc.property(journals, (records) => {
        const none = { id: 'none', at: iso(NOW), behaviour: 'C1', table: 1 };
        const more = records.map((record) => withRatings(record, [{ ...none, anchor: NO_OCCASION }, { ...none, id: 'unsaid' }]));
        assert.deepEqual(state(more).recorded.behaviours, state(records).recorded.behaviours);
      }),
    );
  });

  it('compares nothing below six occasions', () => {
    fc.assert(
      fc.property(journals, (records) => {
        for (const kind of KINDS) {
          for (const { series } of of(records, { kind, period: 'all' }).recorded.behaviours.rows) {
            if (series) assert.equal(series.spread !== undefined, series.count >= 6);
          }
        }
      }),
    );
  });

  it('asks who only watched for no rating of a team', () => {
    assert.deepEqual(of([], { kind: 'shadow', period: 'all' }).recorded.behaviours.rows.map(({ id }) => id), ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'W1', 'W2']);
  });

  it('lists three files that are left out, and counts the others', () => {
    const faults = Array.from({ length: 7 }, (_, at) => ({ name: `Name ${at}`, reason: 'r'.repeat(999), file: `${at}.json` }));
    const { faults: listed, moreFaults } = state([], { faults });
    assert.deepEqual([listed.length, moreFaults, listed[0]?.file, listed[0]?.reason.length], [3, 4, '0.json', 240]);
  });

  it('carries the notice and whether it is still reading', () => {
    const notice = { words: 'Open a folder to keep a journal in it.', remedies: ['openFolder', 'choosePlace'] } as const;
    const { notice: carried, reading } = state([], { notice, reading: true });
    assert.deepEqual({ carried, reading }, { carried: notice, reading: true });
    assert.equal('notice' in state([]), false);
  });
});

describe('the scope of the dashboard', () => {
  const recent = finished('recent', 20, 3);
  const old = finished('old', 500, 4);
  const drill = finished('drill', 20, 2, { kind: 'drill' });
  const anchorsOf = ({ recorded }: DashboardState): string | undefined => recorded.behaviours.rows.find(({ id }) => id === 'C1')?.series?.anchors;

  it('holds one kind of one period, and counts all kinds of that period', () => {
    const scoped = (kind: Scope['kind'], period: Scope['period']): readonly unknown[] => {
      const shown = of([recent, old, drill], { kind, period });
      return [anchorsOf(shown), shown.scope.reflections.real, shown.scope.reflections.drill, shown.scope.begun];
    };
    assert.deepEqual(scoped('real', 'all'), ['43', 2, 1, true]);
    assert.deepEqual(scoped('real', 'year'), ['3', 1, 1, true]);
    assert.deepEqual(scoped('drill', 'year'), ['2', 1, 1, true]);
    assert.deepEqual(scoped('real', '2020-01'), [undefined, 0, 0, true]);
  });

  it('never filters what is to be done, nor the plan', () => {
    fc.assert(
      fc.property(journals, fc.constantFrom(...KINDS), fc.constantFrom<Scope['period']>('year', '2026-04', '1990-01'), (records, kind, period) => {
        const [all, some] = [state(records), of(records, { kind, period })];
        assert.deepEqual([some.next, some.plan, some.empty], [all.next, all.plan, all.empty]);
      }),
    );
  });
});

describe('the size of the state', () => {
  it('stays under 16 KB for any journal', () => {
    fc.assert(fc.property(filledJournals, (records) => assert.ok(bytes(state(records)) <= 16_384)));
  });

  it('stays under 16 KB with every behaviour beyond a hundred and every text too long', () => {
    const long = '渋'.repeat(5_000);
    const all = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'T1', 'T2', 'T3', 'T4', 'W1', 'W2'];
    const records = Array.from({ length: 600 }, (_, at): Incident => {
      const kind = (['real', 'drill', 'shadow'] as const)[at % 3] ?? 'real';
      const base = finished(`f-${at}`, 600 - at, undefined, { kind, title: long });
      const ratings = all.flatMap((behaviour) =>
        (kind === 'real' ? ([1, 5] as const) : ([1] as const)).map((anchor) => ({ id: `${behaviour}-${anchor}`.toLowerCase(), at: iso(NOW + anchor), behaviour, table: 1 + (at > 500 ? 1 : 0), anchor })),
      );
      const plan = { id: 'plan', cue: long, act: long, made: iso(NOW - at), ledger: Array.from({ length: 400 }, (_, entry) => ({ id: `l-${entry}`, at: iso(NOW), did: 'acted' as const })) };
      const people = Array.from({ length: 9 }, (_, who) => named(`p-${who}`, `p-${(at + who) % 40}`, { note: long, marks: ['carried'] }));
      const foresight = Array.from({ length: 20 }, (_, which) => note(`n-${which}`, { belief: long, next: long, judged: 'unclear', sure: 60 }));
      const guessed = withGuess(withRatings(base, ratings), { best: 'C1', costly: 'C5' });
      return { ...guessed, plan, people, foresight, stakes: `${at}${long}`, role: 'communicator' };
    });
    const waits = Array.from({ length: 50 }, (_, at) => waiting(`w-${at}`, { title: long }));
    const faults = Array.from({ length: 50 }, (_, at) => ({ name: long, reason: 'x'.repeat(999), file: `2026/${at}${'x'.repeat(200)}.json` }));
    const people = Array.from({ length: 40 }, (_, who) => ({ id: `p-${who}`, name: `${who}${long}` }));
    const facts = { format: 1, id: 'journal001', goal: long, loadLimit: 999 } as const;
    const full = state([...records, ...waits], { people, facts, faults, reading: true, notice: { words: 'This folder can only be read. Nothing can be saved in it.' } });
    assert.ok(bytes(full) <= 16_384, `${bytes(full)} bytes`);
    const opened = openedOf(records, { scope: { kind: 'real', period: 'all' }, occasions: { behaviour: 'C1', from: 0 }, lists: LISTS }, { people, facts, locale: LOCALE, now: NOW });
    assert.ok(bytes(opened) > 16_384 && bytes(opened) <= 131_072, `${bytes(opened)} bytes of what is opened`);
  });
});
