import assert from 'node:assert/strict';
import { GitSource } from '../../../src/sources/gitSource';
import { Sandbox } from './testRepository';

describe('git as a source of incidents', () => {
  const box = new Sandbox();
  after(() => box.dispose());
  let ids = 0;
  const source = (folders: readonly string[]): GitSource =>
    new GitSource({
      label: 'Git', folders: () => folders, git: async () => 'git', locale: () => ({ zone: 'UTC', language: 'en' }), now: () => Date.UTC(2026, 4, 20), newId: () => `claim${(ids += 1).toString().padStart(5, '0')}`, isIncidentDocument: () => false,
    });
  const signal = new AbortController().signal;

  it('says what is new in each repository, once, and remembers one whose folder is closed', async () => {
    const [one, other] = [box.repository('one'), box.repository('other')];
    one.commit({ time: '14:10', message: 'Fix INC-1' });
    other.commit({ time: '14:20', message: 'Fix INC-2' });
    const first = await source([one.root, other.root]).pull(undefined, signal);
    assert.ok(first.ok);
    assert.deepEqual(first.claims.map(({ title, source: from, kind }) => [title, from, kind]).toSorted(), [['Fix INC-1', 'git', 'inferred'], ['Fix INC-2', 'git', 'inferred']]);
    const stored = JSON.parse(JSON.stringify(first.next)) as typeof first.next;
    const second = await source([one.root]).pull(stored, signal);
    assert.ok(second.ok);
    assert.deepEqual([second.claims, second.problems], [[], []]);
    const third = await source([one.root, other.root]).pull(second.next, signal);
    assert.deepEqual(third.ok && third.claims, []);
  });

  it('says so where git is missing, and nothing where there is no repository', async () => {
    const missing = new GitSource({ label: 'Git', folders: () => [], git: async () => undefined, locale: () => ({ zone: 'UTC', language: 'en' }), now: () => 0, newId: () => 'claim00000', isIncidentDocument: () => false });
    const answer = await missing.pull(undefined, signal);
    assert.ok(!answer.ok && answer.trouble === 'badConfig' && answer.detail?.startsWith('Git was not found'));
    box.write('plain/file.txt', 'x');
    assert.deepEqual(await source([box.path('plain')]).pull(undefined, signal), { ok: true, claims: [], next: {}, open: false, problems: [] });
  });
});
