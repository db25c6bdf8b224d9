import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDocument } from '../../../src/sources/documentFile';
import { markdownFiles } from '../../../src/sources/markdownFiles';

const root = path.resolve(import.meta.dirname, '../../..');

describe('the documents of a folder', () => {
  let folder: string;
  const put = (name: string, content: string | Uint8Array): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  const found = async (without?: readonly string[], from = folder): Promise<string[]> => {
    const paths: string[] = [];
    for await (const each of markdownFiles(from, without)) paths.push(each);
    return paths;
  };

  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'documents-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are its Markdown files in order, without what is installed or git\'s', async () => {
    for (const name of ['b/2.md', 'b/1.MD', 'a.markdown', 'c.html.md.erb', 'd.mdx', 'e.txt', 'md', 'node_modules/x/readme.md', '.git/x.md', '.github/y.md']) put(name, 'x');
    assert.deepEqual(await found(), ['.github/y.md', 'a.markdown', 'b/1.MD', 'b/2.md', 'c.html.md.erb', 'd.mdx']);
    assert.equal((await found([])).length, 8);
  });

  it('are none behind a link, and none in a folder that is gone', async () => {
    put('a/x.md', 'x');
    symlinkSync('..', path.join(folder, 'a', 'loop'));
    symlinkSync('x.md', path.join(folder, 'a', 'y.md'));
    mkdirSync(path.join(folder, 'folder.md'));
    assert.deepEqual(await found(), ['a/x.md']);
    assert.deepEqual(await found([], path.join(folder, 'gone')), []);
  });

  it('are read as UTF-8 or UTF-16, only their beginning where they are huge, and never throw', async () => {
    const text = async (name: string): Promise<unknown> => {
      const file = await readDocument(path.join(folder, name));
      return file.text ?? file.problem;
    };
    put('utf8.md', 'ü\n');
    put('utf16.md', Buffer.from('\uFEFFü\n', 'utf16le'));
    put('latin.md', new Uint8Array([0x61, 0xfc, 0x62]));
    put('binary.md', new Uint8Array([0x61, 0, 0x62]));
    put('empty.md', '');
    put('huge.md', '# x\n'.repeat(1_000_000));
    assert.deepEqual(await Promise.all(['utf8.md', 'utf16.md', 'latin.md', 'binary.md', 'empty.md', 'gone.md', '.'].map(text)), ['ü\n', 'ü\n', 'a\uFFFDb', 'notText', '', 'unreadable', 'unreadable']);
    assert.equal(String(await text('huge.md')).length, 400_000);
  });

  it('each have one line of JSON from the evaluation, whatever the folder holds', function () {
    this.timeout(30_000);
    put('incidents/2031-02-03-queue.md', '# 2031-02-03 queue outage\r\n\r\n- Start: 2031-02-03 10:00 UTC\r\n- End: 2031-02-03 10:30 UTC\r\n');
    put('binary.md', new Uint8Array([0, 1, 2]));
    put('huge.md', '[('.repeat(500_000));
    put('secret.md', 'x');
    chmodSync(path.join(folder, 'secret.md'), 0);
    symlinkSync('.', path.join(folder, 'loop'));
    const output = execFileSync(process.execPath, [path.join(root, 'tools/evaluate.mjs'), 'documents', folder], { cwd: root, encoding: 'utf8', env: { ...process.env, INIT_CWD: folder } });
    const lines = output.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(lines.map((line) => line.path), ['binary.md', 'huge.md', 'incidents/2031-02-03-queue.md', 'secret.md']);
    assert.deepEqual(lines.map((line) => line.accepted), [false, false, true, false]);
    assert.deepEqual(lines[2], {
      path: 'incidents/2031-02-03-queue.md', accepted: true, score: lines[2]?.score, title: '2031-02-03 queue outage', date: '2031-02-03',
      start: '2031-02-03T10:00:00Z', startFrom: 'line 3, field, zone stated', end: '2031-02-03T10:30:00Z', endFrom: 'line 4, field, zone stated', severity: null, timelineEntries: 0,
    });
  });

  it('are not looked for without a folder', () => {
    const run = (): unknown => execFileSync(process.execPath, [path.join(root, 'tools/evaluate.mjs'), 'documents', path.join(folder, 'gone')], { cwd: root, stdio: 'pipe' });
    assert.throws(run, (error: { readonly status: number; readonly stderr: Buffer }) => error.status === 1 && /a folder is needed/.test(String(error.stderr)));
  });
});
