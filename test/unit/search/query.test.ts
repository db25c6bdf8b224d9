import assert from 'node:assert/strict';
import fc from 'fast-check';
import { filters } from '../../../src/core/search/filters';
import { parseQuery } from '../../../src/core/search/query';
import { incident, LOCALE, PEOPLE, whole } from './records';

const parse = (typed: string) => parseQuery(typed, { locale: LOCALE, people: PEOPLE });
const holds = (typed: string, record = whole): boolean => {
  const { tests, words, problems } = parse(typed);
  assert.deepEqual({ words, problems }, { words: [], problems: [] }, typed);
  assert.equal(tests.length, 1, typed);
  return tests.every((test) => test(record));
};

describe('a query', () => {
  const words: readonly (readonly [typed: string, words: readonly string[]])[] = [
    ['Retry  STORM', ['retry', 'storm']],
    ['retry retry', ['retry']],
    ['"draft" “kind:drill”', ['draft', 'kind', 'drill']],
    ['https://example.org/x', ['https', 'example', 'org', 'x']],
    ['10:30 fix:', ['10', '30', 'fix']],
    ['"left open', ['left', 'open']],
  ];
  for (const [typed, expected] of words) it(`finds words in ${typed}`, () => assert.deepEqual(parse(typed), { words: expected, tests: [], problems: [] }));

  const yes = ['kind:drill', 'KIND:Drill', 'kind:dr', 'role:led', 'role:commander', 'outcome:rough', 'severity:sev2', 'severity:2', 'state:finished', 'person:ana', 'person:muller', 'person:"Ana Müller"', 'person:heron', 'person:ben', 'behaviour:C4', 'behavior:c4', 'behaviour:picture', 'behaviour:"keep picture"', 'behaviour:C1', 'tag:tagw', 'service:serviceword', 'before:2027', 'before:2026-06', 'before:2026-05-15', 'after:2025', 'after:2026-04', 'after:2026-05-13'];
  const no = ['kind:real', 'role:standby', 'outcome:clean', 'severity:sev1', 'state:draft', 'draft', 'behaviour:C2', 'tag:other', 'service:none', 'before:2026', 'before:2026-05', 'before:2026-05-14', 'after:2026', 'after:2026-05', 'after:2026-05-14'];
  for (const typed of yes) it(`${typed} holds`, () => assert.equal(holds(typed), true));
  for (const typed of no) it(`${typed} does not hold`, () => assert.equal(holds(typed), false));

  it('counts days in the zone of the lead', () => {
    const night = { ...whole, window: { start: '2026-05-31T22:30:00Z' } }; // half past midnight on 1 June in Berlin
    assert.equal(holds('before:2026-06', night), false);
    assert.equal(holds('after:2026-05', night), true);
  });

  it('takes an incident without a kind for a real one, and one without an outcome for neither', () => {
    assert.equal(holds('kind:real', incident('a', 'x')), true);
    assert.equal(holds('outcome:clean', incident('a', 'x')), false);
  });

  const problems: readonly (readonly [typed: string, says: RegExp])[] = [
    ['persn:ana', /no filter “persn:”/],
    ['kind:reel', /kind: takes one of these: real, drill, shadow\./],
    ['kind:', /kind: needs something after it, like kind:drill\./],
    ['before:2026-13', /before: takes a year, a month or a day.*“2026-13” is none/],
    ['after:2026-02-30', /after: takes/],
    ['before:June', /before: takes/],
    ['person:zoe', /Nobody in this journal is called “zoe”/],
    ['behaviour:C9', /No behaviour is called “C9”/],
  ];
  for (const [typed, says] of problems) {
    it(`says one sentence about ${typed}, and keeps the rest`, () => {
      const { words, problems: said } = parse(`retry ${typed}`);
      assert.deepEqual(words, ['retry']);
      assert.equal(said.length, 1);
      assert.match(said[0] ?? '', says);
    });
  }

  it('understands each example that it explains', () => {
    const context = { locale: LOCALE, people: PEOPLE };
    for (const { example } of filters()) assert.deepEqual(parseQuery(example, context).problems, [], example);
  });

  it('never throws, and says at most one sentence for each term', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (typed) => void parse(typed)));
    fc.assert(fc.property(fc.array(fc.constantFrom('before:', 'after:2', 'kind:"', 'x:y', '"', 'ana', 'draft', ':')), (terms) => {
      assert.ok(parse(terms.join(' ')).problems.length <= terms.length);
    }));
  });
});
