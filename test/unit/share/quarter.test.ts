import assert from 'node:assert/strict';
import { quarterWords } from '../../../src/core/incident/quarter';
import { FIRST_CHOICE, type ShareChoice } from '../../../src/core/share/choice';
import { quarterAt, quartersIn } from '../../../src/core/share/quarter';
import { Share } from '../../../src/core/share/shareState';
import { FULL, LOCALE, NOW, PEOPLE } from './records';

describe('the look back on a quarter', () => {
  const table: readonly (readonly [time: string, zone: string, words: string, start: string, end: string])[] = [
    ['2026-05-14T14:02:00Z', 'UTC', 'Apr to Jun 2026', '2026-04-01T00:00:00Z', '2026-07-01T00:00:00Z'],
    ['2025-12-31T23:30:00Z', 'UTC', 'Oct to Dec 2025', '2025-10-01T00:00:00Z', '2026-01-01T00:00:00Z'],
    ['2025-12-31T23:30:00Z', 'Europe/Berlin', 'Jan to Mar 2026', '2025-12-31T23:00:00Z', '2026-03-31T22:00:00Z'],
  ];
  for (const [time, zone, words, start, end] of table) {
    it(`${time} in ${zone} is in ${words}`, () => {
      const found = quarterAt(time, { ...LOCALE, zone });
      assert.deepEqual([quarterWords(found.month, 'en'), found.start, found.end], [words, start, end]);
    });
  }

  const early = { ...FULL, id: 'early00000', title: 'Certificate ran out', window: { start: '2026-02-01T10:00:00Z' }, people: [{ ...FULL.people![0]!, thanked: '2026-04-02T09:00:00Z', note: 'Asked José' }], plan: { ...FULL.plan!, id: 'plan2', ledger: [{ id: 'l9', at: '2026-05-01T09:00:00Z', did: 'forgot' as const }] } };
  const all = [FULL, early, { ...FULL, id: 'alarm00000', title: 'False', cancelled: '2026-05-14T15:00:00Z' }, { ...FULL, id: 'fixed00000', title: 'Only worked on it', role: 'responder' as const, people: [], plan: { id: 'p', cue: 'x', act: 'y' } }];
  const quarter = quarterAt('2026-05-14T14:02:00Z', LOCALE);
  const write = (choice: Partial<ShareChoice> = {}): string =>
    new Share({ people: PEOPLE, records: [], all, quarter }).write({ choice: { ...FIRST_CHOICE, ...choice }, locale: LOCALE, now: NOW }).text;

  it('says what I led, whom I thanked for what and which plans were acted on, from the record alone', () => {
    assert.equal(
      write(),
      `# Looking back

*Self-reflection, not appraisal evidence.*

## Apr to Jun 2026

### What I led

- **14 May:** Payment timeouts, found by Heron (Real, rough)

### Whom I thanked for what

- **Heron:** Asked Wren (Certificate ran out)
- **Heron:** Heron saw the pool (Payment timeouts, found by Heron)

### Plans that were acted on

- When I next see two alerts, I will ask Heron.\\
  1 June: It came, and I did it. Person A reminded me
`,
    );
  });

  it('leaves out a part that is off, and who is left out', () => {
    assert.doesNotMatch(write({ sections: { thanked: false } }), /Whom I thanked/);
    assert.match(write({ people: { 'p-1': 'out' } }), /### Whom I thanked for what\n\n- The record says nothing of it\./);
  });

  it('offers the quarters in which something happened, the newest first', () => {
    assert.deepEqual(quartersIn(all, LOCALE).map(({ month }) => month), ['2026-04', '2026-01']);
    assert.deepEqual(quartersIn([], LOCALE), []);
  });
});
