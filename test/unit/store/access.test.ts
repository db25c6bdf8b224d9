import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readAccess } from '../../../src/store/access';

describe('who can read a folder, by modes', function () {
  let home: string;
  let journal: string;

  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'access-')); // made 0700
    chmodSync(home, 0o755);
    journal = path.join(home, 'journal');
    mkdirSync(path.join(journal, 'incidents'), { recursive: true });
    for (const file of ['people.json', 'incidents/a.json']) writeFileSync(path.join(journal, file), '{}');
    modes(0o700, 0o600);
  });
  afterEach(() => {
    chmodSync(journal, 0o700);
    rmSync(home, { recursive: true, force: true });
  });

  function modes(folders: number, files: number): void {
    for (const file of ['people.json', 'incidents/a.json']) chmodSync(path.join(journal, file), files);
    for (const folder of ['incidents', '.']) chmodSync(path.join(journal, folder), folders);
  }
  const alone = { kind: 'modes', files: 2, group: 0, others: 0, groupLists: 0, othersList: 0, foreign: 0 } as const;

  it('only the owner, as the store makes it', async () => assert.deepEqual(await readAccess(journal), alone));

  it('everybody, where files and the way to them are open', async () => {
    modes(0o755, 0o644);
    assert.deepEqual(await readAccess(journal), { ...alone, group: 2, others: 2, groupLists: 2, othersList: 2 });
  });

  it('nobody, where a folder on the way is closed: the journal itself, one in it, one far above', async () => {
    modes(0o755, 0o644);
    chmodSync(path.join(journal, 'incidents'), 0o700);
    assert.deepEqual(await readAccess(journal), { ...alone, group: 1, others: 1, groupLists: 1, othersList: 1 });
    chmodSync(journal, 0o700);
    assert.deepEqual(await readAccess(journal), alone);
    modes(0o755, 0o644);
    chmodSync(home, 0o700);
    assert.deepEqual(await readAccess(journal), alone);
  });

  it('the group, and not the others', async () => {
    modes(0o750, 0o640);
    assert.deepEqual(await readAccess(journal), { ...alone, group: 2, groupLists: 2 });
  });

  it('names of files only: the folders are open, the files are not; and a folder that can be passed but not listed', async () => {
    modes(0o755, 0o600);
    assert.deepEqual(await readAccess(journal), { ...alone, groupLists: 2, othersList: 2 });
    modes(0o711, 0o644);
    assert.deepEqual(await readAccess(journal), { ...alone, group: 2, others: 2 });
  });

  it('through a link: what it leads to counts; a link that leads nowhere is no file', async () => {
    modes(0o755, 0o644);
    symlinkSync(journal, path.join(home, 'link'));
    symlinkSync(path.join(home, 'gone'), path.join(journal, 'broken.json'));
    assert.deepEqual(await readAccess(path.join(home, 'link')), { ...alone, group: 2, others: 2, groupLists: 2, othersList: 2 });
  });

  it('files of another user, and a folder that is not there', async () => {
    assert.deepEqual(await readAccess(journal, (process.getuid?.() ?? 0) + 1), { ...alone, foreign: 2 });
    assert.deepEqual(await readAccess(path.join(home, 'nothing', 'here')), { kind: 'none' });
  });

  it('a folder that may not be listed is said to be one', async function () {
    if (process.getuid?.() === 0) return this.skip(); // root may list everything
    chmodSync(journal, 0o300);
    assert.deepEqual(await readAccess(journal), { kind: 'barred' });
  });
});
