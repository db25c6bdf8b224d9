import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setShared } from '../../../src/store/sharing';
import { leftovers, workspace } from './journalFolder';

describe('sharing a journal through git', () => {
  const { folder, withOne } = workspace();
  const home = (): string => join(folder.path(), '.lead-debrief');
  const read = (name: string): string | undefined => (existsSync(join(home(), name)) ? readFileSync(join(home(), name), 'utf8') : undefined);
  const write = (name: string, text: string): void => writeFileSync(join(home(), name), text);
  const isShared = (): unknown => (JSON.parse(read('debrief-journal.json') ?? '{}') as { shared?: boolean }).shared;

  it('lets git see everything but locks and temporary files, and hides it again', async () => {
    const journal = await withOne();
    assert.deepEqual([read('.gitignore'), read('.gitattributes'), isShared()], ['*\n', undefined, false]);
    assert.ok((await setShared(journal, home(), true)).ok);
    assert.deepEqual([read('.gitignore'), read('.gitattributes'), isShared()], ['.lock*\n*.tmp\n', '*.json text eol=lf\n', true]);
    assert.equal(journal.facts()?.shared, true);
    assert.ok((await setShared(journal, home(), false)).ok);
    assert.deepEqual([read('.gitignore'), read('.gitattributes'), isShared()], ['*\n', undefined, false]);
    assert.deepEqual(leftovers(folder.path()), []);
  });

  it('keeps every line that the person has added, in its place', async () => {
    const journal = await withOne();
    write('.gitignore', '# mine\n*\nnotes/\n');
    write('.gitattributes', '*.png binary');
    assert.ok((await setShared(journal, home(), true)).ok);
    assert.deepEqual([read('.gitignore'), read('.gitattributes')], ['# mine\nnotes/\n.lock*\n*.tmp\n', '*.png binary\n*.json text eol=lf\n']);
    assert.ok((await setShared(journal, home(), false)).ok);
    assert.deepEqual([read('.gitignore'), read('.gitattributes')], ['# mine\nnotes/\n*\n', '*.png binary\n']);
  });

  it('changes no byte where all is so already', async () => {
    const journal = await withOne();
    write('.gitignore', '*.tmp\r\n.lock*\r\n');
    write('.gitattributes', '\n*.json text eol=lf');
    assert.ok((await setShared(journal, home(), true)).ok);
    assert.deepEqual([read('.gitignore'), read('.gitattributes')], ['*.tmp\r\n.lock*\r\n', '\n*.json text eol=lf']);
  });

  it('the journal counts as shared while git may see it; where that cannot be noted, git sees nothing', async () => {
    const journal = await withOne();
    const order: string[] = [];
    const watched = { updateFacts: async (change: Parameters<typeof journal.updateFacts>[0]) => (order.push(`facts, ignore: ${JSON.stringify(read('.gitignore'))}`), await journal.updateFacts(change)) };
    await setShared(watched, home(), true);
    await setShared(watched, home(), false);
    assert.deepEqual(order, ['facts, ignore: "*\\n"', 'facts, ignore: "*\\n"']);
    const refused = { updateFacts: () => Promise.resolve({ ok: false, code: 'disk-full', reason: 'The disk is full.' } as const) };
    assert.deepEqual(await setShared(refused, home(), true), { ok: false, code: 'disk-full', reason: 'The disk is full.' });
    assert.equal(read('.gitignore'), '*\n');
  });
});
