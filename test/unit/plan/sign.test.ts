import assert from 'node:assert/strict';
import { isAskable, proposedSigns, signStateWords, signWords } from '../../../src/core/plan/sign';
import { contentState, parseChanges, parseMessages, pathState } from '../../../src/core/plan/signHistory';

const LOCALE = { zone: 'Europe/Berlin', language: 'en' };
const NOW = Date.parse('2026-05-20T12:00:00Z');
const [ONE, TWO] = ['1'.repeat(40), '2'.repeat(40)];

describe('the sign of a promise', () => {
  const proposals: readonly [string, readonly string[]][] = [
    ['A page on the pool in docs/runbooks/pool.md.', ['docs/runbooks/pool.md exists']],
    ['Add "test/pool.test.ts" for #412', ['test/pool.test.ts exists', 'a commit mentions “#412”']],
    ['Cap retries (see OPS-17)', []], ['Cap retries, OPS-17', ['a commit mentions “OPS-17”']],
    ['README.md says whom to call', ['README.md exists']], ['Talk to Ana about e.g. retries', []], ['Cap retries at 3/s', []],
  ];
  for (const [words, expected] of proposals) it(`is proposed: ${words}`, () => {
    const said = proposedSigns('change', words).map(signWords);
    for (const each of expected) assert.ok(said.includes(each), said.join());
    if (words.startsWith('Talk') || words.startsWith('A page') || words.startsWith('README')) assert.deepEqual(said, expected);
  });
  it('is none for a talk', () => assert.deepEqual(proposedSigns('talk', 'docs/pool.md'), []));

  it('is asked about where it says all that git needs', () => {
    assert.ok(isAskable({ kind: 'contains', path: 'a', text: 'b' }));
    for (const sign of [{ kind: 'contains', path: 'a' }, { kind: 'path', path: ' ' }, { kind: 'later', path: 'a' }, { kind: 'commit', text: 'a\nb' }, { kind: 'commit', text: 'a\0b' }, { kind: 'commit', text: 'x'.repeat(1_001) }]) assert.ok(!isAskable(sign), JSON.stringify(sign));
  });

  it('has its answer in words', () => {
    const words = (state: Parameters<typeof signStateWords>[0]) => signStateWords(state, LOCALE, NOW);
    assert.equal(words({ state: 'notYet' }), 'Not yet.');
    assert.equal(words({ state: 'landed', at: '2026-05-14T10:00:00Z', commit: ONE, subject: 'Cap retries' }), 'Landed on 14 May by 11111111 Cap retries.');
    assert.equal(words({ state: 'landed' }), 'It was so before it was promised.');
    assert.equal(words({ state: 'removed', at: '2026-05-14T10:00:00Z', commit: ONE, subject: 'Cap', removedAt: '2026-05-15T10:00:00Z', removedBy: TWO }), 'Removed since, on 15 May by 22222222. Landed on 14 May by 11111111 Cap.');
  });
});

describe('what git says of changes', () => {
  const raw = (status: string, path: string) => `:100644 100644 ${ONE} ${TWO} ${status}\0${path}\0`;
  it('is read commit by commit; what is damaged or cut off is left out', () => {
    const output = `${ONE}\0${'1779278400'}\0one\0\n${raw('A', 'a')}${raw('M', 'b')}\0${TWO}\0not a time\0two\0\n${raw('A', 'c')}${ONE}\0${'1779278400'}\0three\0\n:100644 100644 ${ONE}`;
    assert.deepEqual(parseChanges(output).map(({ subject, path, status }) => [subject, path, status]), [['one', 'a', 'A'], ['one', 'b', 'M']]);
    assert.deepEqual(parseMessages(`${ONE}\0${'1779278400'}\0s\0b\nmore\n\0${TWO}\0x\0s\0b\0`).map(({ subject, body }) => [subject, body]), [['s', 'b\nmore\n']]);
    for (const bad of ['', '\0\0\0', raw('A', 'a')]) assert.deepEqual(parseChanges(bad), []);
  });
  it('of a content that a file lost, and of a path that came before', () => {
    const change = (before: string, after: string, at: string) => ({ commit: ONE, at, subject: '', path: 'a', status: 'M', before, after });
    assert.deepEqual(contentState([change('x', 'y', '2026-05-15T00:00:00Z')], (blob) => blob === 'x', false), { state: 'removed', removedAt: '2026-05-15T00:00:00Z', removedBy: ONE });
    assert.deepEqual(contentState([change('x', 'y', '2026-05-15T00:00:00Z')], () => true, true), { state: 'landed' });
    assert.deepEqual(pathState([], 'a', true), { state: 'landed' });
  });
});
