import assert from 'node:assert/strict';
import path from 'node:path';
import { readPathSetting } from '../../../src/core/evidence/pathSetting';
import { timeline } from '../../../src/core/evidence/timeline';
import { end, read, Sandbox, start, type TestRepository } from './testRepository';

describe('the lead’s paths in a repository where much landed', () => {
  let box: Sandbox;
  let repository: TestRepository;
  before(() => {
    box = new Sandbox();
    repository = box.repository('mono');
    repository.git('config', 'user.email', 'me@example.com');
    const owners = '* @others\n/services/pay/ me@example.com\n/services/ship/ @acme/ship\n';
    box.write('mono/.github/CODEOWNERS', owners);
    box.write('mono/CODEOWNERS', '* me@example.com\n');
    repository.commit({ time: '2026-05-13T15:00:00Z', message: 'owners' });
    landed('services/pay/a.ts', '13:00', 'pay before');
    for (let minute = 10; minute < 30; minute += 1) landed(`services/ship/${minute}.ts`, `14:${minute}`, `ship ${minute}`);
    landed('services/pay/b.ts', '14:40', 'pay: fix it');
    repository.git('checkout', '--quiet', '-b', 'topic', 'HEAD~3');
    landed('services/pay/c d.ts', '14:50', 'in a branch');
    repository.git('checkout', '--quiet', 'main');
    repository.merge('topic', { time: '15:00', message: 'Merge pull request #7 from a/b\n\npay by merge' });
  });
  after(() => box?.dispose());

  function landed(file: string, time: string, message: string): void {
    box.write(`mono/${file}`, message);
    repository.git('add', '--', file);
    repository.gitAt(`2026-05-14T${time}:00Z`, 'Mei Lin <mei.lin@example.com>', 'commit', '--quiet', '--message', message);
  }

  async function shown(setting?: readonly unknown[], folder = repository.root) {
    const ownPaths = setting ? [{ folder, setting: readPathSetting(setting) }] : [];
    const { evidence, problems } = await read([repository.root], { ownPaths });
    const whole = timeline({ format: 1, id: 'a1', title: 'x', window: { start, end } }, evidence);
    const near = whole.entries.filter(({ source, elsewhere }) => source === 'git' && !elsewhere).map(({ title }) => title);
    return { near, problems, whole };
  }

  it('are those of the file of owners, as the address in git’s settings has them', async () => {
    const { near, whole, problems } = await shown();
    assert.deepEqual([near, problems], [['pay before', 'pay: fix it', 'pay by merge'], []]);
    assert.deepEqual(whole.narrowed, ['3 of 23 changes in mono touch your paths, as .github/CODEOWNERS has them.']);
    assert.equal(whole.entries.filter(({ source }) => source === 'git').length, 23);
    assert.deepEqual(whole.prior?.entries.map(({ title }) => title), ['pay before']);
    assert.deepEqual(whole.entries.filter(({ fixCandidate }) => fixCandidate).map(({ title }) => title), ['pay: fix it']);
  });

  it('are else those of the setting, of its folder alone, and of the owners that it names', async () => {
    assert.deepEqual((await shown(['services/pay/b.ts'])).near, ['pay: fix it']);
    assert.deepEqual((await shown(['/b.ts', 'a.ts'], path.join(repository.root, 'services', 'pay'))).near, ['pay before', 'pay: fix it']);
    assert.deepEqual((await shown(['mono/services/pay/'], box.folder)).whole.narrowed, ['3 of 23 changes in mono touch your paths, as leadDebrief.evidence.paths has them.']);
    const owned = await shown(['@acme/ship']);
    assert.deepEqual([owned.near.length, owned.whole.narrowed], [20, ['20 of 23 changes in mono touch your paths, as .github/CODEOWNERS has them.']]);
    assert.equal((await shown(['@acme/ship', 'services/pay/b.ts'])).near.length, 21);
  });

  it('change nothing where none of them was touched, or the folder is another, or they lead out: that is said', async () => {
    const usual = (await shown(['no/such/path/'])).whole;
    assert.deepEqual([usual.narrowed, usual.entries.some(({ elsewhere }) => elsewhere)], [undefined, false]);
    assert.equal((await shown(['services/pay/b.ts'], box.path('elsewhere'))).whole.narrowed?.[0], '3 of 23 changes in mono touch your paths, as .github/CODEOWNERS has them.');
    assert.deepEqual((await shown(['../x'])).problems, [{ code: 'notAPath', text: '../x' }]);
  });

  it('matter not where few changes landed', async () => {
    const { evidence } = await read([repository.root], { start: '2026-05-14T16:50:00Z', end: '2026-05-14T16:55:00Z' });
    assert.deepEqual([evidence.repositories[0]?.landings.length, evidence.repositories[0]?.own], [1, undefined]);
  });
});
