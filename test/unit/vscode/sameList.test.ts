import assert from 'node:assert/strict';
import type { Entry, ReadableEntry } from '../../../src/store/entry';
import { isSameList } from '../../../src/vscode/sidebar/sameList';
import { incident } from '../reflection/records';

describe('the list of the history', () => {
  const row = (title: string, more: Partial<ReadableEntry> = {}): ReadableEntry => ({ state: 'ok', record: incident({ title }), file: `${title}.debrief.json`, missing: false, deleted: false, ...more });
  const look = ({ record }: ReadableEntry): string => record.title;
  const [one, two] = [row('One'), row('Two')];
  const fault: Entry = { state: 'unreadable', file: 'Two.debrief.json', missing: false, id: 'two', name: 'Two', start: undefined, reason: 'It is cut off.', line: 3, column: 1 };

  it('is the same where a save changed what it does not show', () => {
    assert.ok(isSameList([one, two], [{ ...one }, row('Two', { record: incident({ title: 'Two', stakes: 'Orders.' }) })], look));
  });

  it('asks nothing of what did not change', () => {
    assert.ok(isSameList([one, two], [{ ...one }, { ...two }], () => assert.fail('asked')));
  });

  for (const [what, now] of Object.entries<readonly Entry[]>({
    'a row more': [one, two, row('Three')],
    'a row less': [one],
    'another order': [two, one],
    'another look': [one, { ...two, record: incident({ title: 'Renamed' }) }],
    'another file': [one, { ...two, file: 'Other.debrief.json' }],
    'a file that is away': [one, { ...two, missing: true }],
    'a file that cannot be read': [one, fault],
  })) {
    it(`is another with ${what}`, () => assert.equal(isSameList([one, two], now, look), false));
  }

  it('is another while a file cannot be read: why may have changed', () => {
    assert.equal(isSameList([one, fault], [one, fault], look), false);
  });
});
