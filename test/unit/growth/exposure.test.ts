import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exposureState, type ExposureFacts, type ExposureState, type Quarter } from '../../../src/core/growth/exposure';
import { reviewedWords, rolesWords } from '../../../src/core/growth/exposureWords';
import { loadOf, loadWords } from '../../../src/core/growth/load';
import { limitFrom, setLoadLimit } from '../../../src/core/growth/loadLimit';
import { bytesOf } from '../../../src/core/growth/within';
import type { Incident, JournalFacts } from '../../../src/core/journal/schema';
import { filledJournals, shuffled } from './filled';
import { finished, iso, LOCALE, NOW, waiting } from './records';

const DAY = 86_400_000;
const state = (records: readonly Incident[], facts?: ExposureFacts, isWhole?: boolean): ExposureState => exposureState({ all: records, shown: records }, facts, LOCALE, NOW, isWhole);
const at = (start: string, more: Partial<Incident> = {}): Incident => waiting(`w-${start}`, { window: { start, end: start }, ...more });
/** So many finished reflections, one a day, back from today (14 May). */
const some = (count: number): ExposureState => state(Array.from({ length: count }, (_, day) => finished(`e-${day}`, day, 3)));

describe('exposure', () => {
  it('is empty without incidents', () => assert.deepEqual(state([]), { load: { month: 0 }, sought: [], moreSought: 0, quarters: [], earlier: 0, isWhole: false }));

  const table: [number, [string, number][]][] = [
    [1, [['Apr to Jun 2026', 1]]],
    [5, [['Apr to Jun 2026', 5]]],
    [6, [['Apr to Jun 2026', 6]]],
    [9, [['Apr to Jun 2026', 9]]],
    [10, [['Apr to Jun 2026', 10]]],
    [13, [['Apr to Jun 2026', 13]]],
    [40, [['Apr to Jun 2026', 40]]],
    [300, [['Apr to Jun 2026', 44], ['Jan to Mar 2026', 90], ['Oct to Dec 2025', 92], ['Jul to Sept 2025', 74]]],
  ];
  for (const [count, quarters] of table) {
    it(`${count} incidents by quarter, newest first`, () => {
      const read = some(count);
      assert.deepEqual(read.quarters.map(({ name, kinds }) => [name.replace('Sep ', 'Sept '), kinds.real?.count]), quarters);
      assert.equal(read.load.month, Math.min(14, count));
    });
  }

  it('shows four quarters, the newest with roles and stakes, and counts the earlier incidents; opened, it shows each with both', () => {
    const years = Array.from({ length: 40 }, (_, index) => at(iso(NOW - index * 91 * DAY), { role: 'commander', stakes: `Stakes ${index}` }));
    const { quarters, earlier } = state(years);
    assert.deepEqual([quarters.length, quarters.reduce((sum, { kinds }) => sum + (kinds.real?.count ?? 0), 0) + earlier], [4, 40]);
    assert.deepEqual(quarters.map(({ kinds, stakes, moreStakes }) => [kinds.real?.roles?.commander, stakes.length, moreStakes]), [[1, 1, 0], [undefined, 0, 1], [undefined, 0, 1], [undefined, 0, 1]]);
    const whole = state(years, undefined, true);
    assert.deepEqual([whole.quarters.length, whole.earlier, whole.isWhole], [40, 0, true]);
    assert.ok(whole.quarters.every(({ kinds, stakes }) => kinds.real?.roles?.commander === 1 && stakes.length === 1));
  });

  it('counts an incident in the quarter in which it began where the lead is', () => {
    const [inBerlin] = state([at('2026-03-31T22:30:00Z')]).quarters;
    assert.equal(inBerlin?.name, 'Apr to Jun 2026');
    const [inUtc] = exposureState({ all: [], shown: [at('2026-03-31T22:30:00Z')] }, undefined, { zone: 'UTC', language: 'en' }, NOW).quarters;
    assert.equal(inUtc?.name, 'Jan to Mar 2026');
  });

  it('keeps the kinds and roles apart, says what was looked back at, and leaves false alarms out', () => {
    const [quarter] = state([
      finished('a', 1, 3, { role: 'commander' }),
      finished('b', 2, 3, { role: 'commander', kind: undefined as never }),
      at('2026-05-01T10:00:00Z', { role: 'standby' }),
      at('2026-05-02T10:00:00Z', { cancelled: iso(NOW) }),
      finished('c', 3, 3, { kind: 'drill', role: 'responder' }),
      finished('d', 4, 3, { kind: 'shadow' }),
    ]).quarters;
    assert.deepEqual(quarter?.kinds, {
      real: { count: 3, reviewed: 2, roles: { commander: 2, standby: 1 } },
      drill: { count: 1, reviewed: 1, roles: { responder: 1 } },
      shadow: { count: 1, reviewed: 1, roles: {} },
    });
    assert.deepEqual(reviewedWords(quarter as Quarter), ['2 of 3', '1 of 1', '1 of 1']);
    assert.deepEqual(rolesWords(quarter as Quarter), ['Real: Led 2, Stood by 1.', 'Drills: Worked on the fix 1.']);
  });

  it('says the stakes in the lead’s words, the newest three, none twice', () => {
    const stakes = ['Orders', ' ', 'Trust', 'Orders', 'Data', 'x'.repeat(200), 'Sleep'];
    const [quarter] = state(stakes.map((each, day) => finished(`s-${day}`, day, 3, { stakes: each }))).quarters;
    assert.deepEqual([quarter?.stakes, quarter?.moreStakes], [['Orders', 'Trust', 'Data'], 2]);
  });

  it('gives long stakes the room there is, the newest first, and counts the others', () => {
    const records = Array.from({ length: 40 }, (_, index) => at(iso(NOW - index * 20 * DAY), { stakes: `${index}${'渋'.repeat(400)}` }));
    const { quarters } = state(records);
    const shown = quarters.flatMap(({ stakes }) => stakes);
    assert.ok(shown.length > 0 && bytesOf(shown) < 500);
    assert.match(shown[0] ?? '', /^0渋/);
    assert.equal(shown.length + quarters.reduce((sum, { moreStakes }) => sum + moreStakes, 0), quarters.reduce((sum, { kinds }) => sum + (kinds.real?.count ?? 0), 0));
  });

  it('never depends on the order, and counts each incident once', () => {
    fc.assert(fc.property(shuffled, ([records, others]) => assert.deepEqual(state(others), state(records))));
    fc.assert(
      fc.property(filledJournals, (records) => {
        const { quarters, earlier } = state(records);
        const counts = quarters.flatMap(({ kinds }) => Object.values(kinds)).map(({ count, reviewed, roles }) => {
          assert.ok(reviewed <= count && Object.values(roles ?? {}).reduce((sum, each) => sum + each, 0) <= count);
          return count;
        });
        assert.equal(counts.reduce((sum, each) => sum + each, earlier), records.filter(({ cancelled }) => cancelled === undefined).length);
      }),
    );
  });
});

describe('the load of a month', () => {
  const real = (count: number): Incident[] => Array.from({ length: count }, (_, index) => at(`2026-05-0${index + 1}T10:00:00Z`));
  const words = (count: number, limit?: number): string => loadWords(loadOf(real(count), limit, LOCALE.zone, NOW));

  it('counts this month’s real incidents, whatever became of them, and nothing else', () => {
    const others = [at('2026-04-30T10:00:00Z'), at('2026-05-03T10:00:00Z', { kind: 'drill' }), at('2026-05-03T11:00:00Z', { kind: 'shadow' }), at('2026-05-04T10:00:00Z', { cancelled: iso(NOW) })];
    const mine = [at('2026-04-30T22:30:00Z'), finished('done', 1, 3), waiting('runs', { window: { start: iso(NOW) } })];
    assert.deepEqual(loadOf([...others, ...mine], 3, LOCALE.zone, NOW), { month: 3, limit: 3 });
  });

  it('says it beside the limit, and first of all where it is past it', () => {
    assert.deepEqual([words(0), words(2, 3), words(3, 3), words(4, 3)], [
      '0 real this month.',
      '2 real this month, your limit is 3.',
      '3 real this month, your limit is 3.',
      'Past your limit: 4 real this month, your limit is 3.',
    ]);
  });

  it('is not touched by what the reader looks at', () => {
    assert.equal(exposureState({ all: real(2), shown: [] }, { loadLimit: 1 }, LOCALE, NOW).load.month, 2);
  });

  it('is typed as a whole number from 1, or nothing', () => {
    assert.deepEqual(['3', ' 12 ', '', '  ', '0', '-1', '1.5', 'x', '1000', '999'].map(limitFrom), [3, 12, undefined, undefined, 'invalid', 'invalid', 'invalid', 'invalid', 'invalid', 999]);
  });
});

describe('the limit in the journal', () => {
  const facts: JournalFacts = { format: 1, id: 'journal001' };

  it('is set and taken back, and other fields stay', () => {
    const set = setLoadLimit({ ...facts, later: 'kept' } as JournalFacts, 3, undefined);
    assert.deepEqual(set, { ...facts, later: 'kept', loadLimit: 3 });
    assert.deepEqual(setLoadLimit(set, undefined, 3), { ...facts, later: 'kept' });
    assert.equal(setLoadLimit(set, 3, undefined), set);
  });

  it('keeps what another place set meanwhile', () => {
    const limited = setLoadLimit({ ...facts, loadLimit: 5 }, 2, undefined);
    assert.deepEqual([limited.loadLimit, limited.clashes], [2, [{ path: '/loadLimit', other: 5 }]]);
    assert.deepEqual(setLoadLimit({ ...limited, loadLimit: 5 }, 4, undefined).clashes, limited.clashes);
  });
});
