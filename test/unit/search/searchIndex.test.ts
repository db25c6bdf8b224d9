import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Incident, Person } from '../../../src/core/journal/schema';
import { parseQuery } from '../../../src/core/search/query';
import { SearchIndex } from '../../../src/core/search/searchIndex';
import { textsOf } from '../../../src/core/search/texts';
import { holdAll, searchableWords } from '../../../src/core/search/words';
import { ANA, incident, LOCALE, PEOPLE, whole, WORDS } from './records';

const parse = (typed: string, people: readonly Person[] = PEOPLE) => parseQuery(typed, { locale: LOCALE, people });

function follow(index: SearchIndex, records: readonly Incident[], people: readonly Person[] = PEOPLE): void {
  for (const steps = index.follow(records, people); !steps.next().done; );
}

function indexed(records: readonly Incident[]): SearchIndex {
  const index = new SearchIndex();
  follow(index, records);
  return index;
}

const ids = (index: SearchIndex, typed: string, limit = 50): readonly string[] => index.search(parse(typed), limit).incidents.map(({ id }) => id);

describe('the index of all words', () => {
  const other = incident('other', 'nothing of it');
  for (const word of WORDS) it(`finds ${word}, in any case and by its beginning`, () => {
    const index = indexed([other, whole]);
    assert.deepEqual(ids(index, word.toUpperCase()), ['whole']);
    assert.deepEqual(ids(index, word.slice(0, -1)), ['whole']);
  });

  it('wants all words, each as the beginning of one', () => {
    const index = indexed([whole]);
    assert.deepEqual(ids(index, 'cuewo lessonw ana'), ['whole']);
    assert.deepEqual(ids(index, 'cueword absent'), []);
    assert.deepEqual(ids(index, 'ueword'), []);
    assert.deepEqual(ids(index, 'src/pay/retryLimit.ts'), ['whole']);
  });

  it('does not find ids, times and stored values', () => {
    const index = indexed([whole]);
    for (const typed of ['pp', '2026', 'drill', 'commander', 'carried', 'git']) assert.deepEqual(ids(index, typed), [], typed);
  });

  it('puts the better place first, then the whole word, then the newest', () => {
    const records = [
      incident('newer', 'x', { stakes: 'a storm' }, '2026-05-20'),
      incident('begins', 'x', { stakes: 'a stormy night' }, '2026-05-19'),
      incident('titled', 'The storm', {}, '2026-05-02'),
      incident('older', 'x', { stakes: 'a storm' }, '2026-05-01'),
    ];
    assert.deepEqual(ids(indexed(records), 'storm'), ['titled', 'newer', 'older', 'begins']);
  });

  it('gives as many as are asked for, and says how many there are', () => {
    const records = Array.from({ length: 213 }, (_, n) => incident(`i${n}`, 'Retry storm'));
    const { incidents, total } = indexed(records).search(parse('retry'), 50);
    assert.equal(total, 213);
    assert.deepEqual(incidents, records.slice(0, 50));
    assert.deepEqual(indexed([]).search(parse('retry'), 50), { incidents: [], total: 0 });
  });

  it('follows what changes, comes and goes, and the names of people', () => {
    const index = indexed([whole]);
    const changed = { ...whole, title: 'renamed' };
    follow(index, [changed, other]);
    assert.deepEqual([ids(index, 'titleword'), ids(index, 'renamed'), ids(index, 'nothing')], [[], ['whole'], ['other']]);
    assert.deepEqual(index.search(parse('renamed'), 50).incidents[0], changed);
    follow(index, [other]);
    assert.deepEqual(ids(index, 'renamed'), []);
    follow(index, [whole]);
    assert.deepEqual(ids(index, 'heron'), ['whole']);
    follow(index, [whole], [{ ...ANA, alias: 'Kestrel' }]);
    assert.deepEqual([ids(index, 'heron'), ids(index, 'kestrel')], [[], ['whole']]);
  });

  it('forgets old versions when there are many', () => {
    const index = new SearchIndex();
    for (let n = 0; n < 3_000; n++) follow(index, [incident('one', `version${n}`)]);
    assert.deepEqual([ids(index, 'version'), ids(index, 'version2998'), ids(index, 'version2999')], [['one'], [], ['one']]);
  });

  it('finds what looking through each record finds, after any changes', () => {
    const word = fc.constantFrom('retry', 'retrying', 'Rétry', 'storm', 'store', 'queueLimit', 'queue', 'a');
    const title = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    const record = fc.record({ id: fc.constantFrom('a1', 'b2', 'c3', 'd4'), title, stakes: title }).map(({ id, ...texts }) => incident(id, texts.title, { stakes: texts.stakes }));
    const version = fc.uniqueArray(record, { selector: ({ id }) => id });
    const typed = fc.array(fc.constantFrom('r', 're', 'retry', 'sto', 'storm', 'limit', 'queueL', 'zzz'), { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(fc.array(version, { minLength: 1, maxLength: 4 }), typed, (versions, terms) => {
      const index = new SearchIndex();
      for (const records of versions) follow(index, records);
      const query = parse(terms.join(' '));
      const byHand = (versions.at(-1) ?? []).filter((each) => holdAll(textsOf(each, new Map()).flatMap(({ text }) => searchableWords(text)), query.words));
      const { incidents, total } = index.search(query, 50);
      assert.deepEqual(incidents.map(({ id }) => id).sort(), byHand.map(({ id }) => id).sort());
      assert.equal(total, byHand.length);
    }));
  });
});
