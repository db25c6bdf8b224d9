import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DocumentSource } from '../../../src/sources/documentSource';
import { claimsIn, lookAtDocuments, readTold, type DocumentsLook, type DocumentsMemory } from '../../../src/sources/incidentDocuments';

const report = (end = '15:40'): string => `# The shop was down\n\n**Date:** 2026-05-14\n\n## Impact\n\nNobody could buy.\n\n## Timeline\n\n- 14:05 UTC An alert fires\n- 14:20 UTC The pool is full\n- ${end} UTC Resolved\n\n## Root cause\n\nA pool.\n`;

describe('incident documents in a folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'documents-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const look = (memory?: unknown, more: { readonly only?: readonly string[]; readonly signal?: AbortSignal } = {}): Promise<DocumentsLook> =>
    lookAtDocuments({ folder, name: 'shop', memory, zone: 'UTC', signal: new AbortController().signal, ...more });

  it('reads each file once while it is unchanged, whatever the folder, and knows what is gone', async () => {
    write('anywhere/deep/down.md', report());
    write('README.md', '# Shop\n');
    write('node_modules/x/incident.md', report());
    write('notes.txt', report());
    const first = await look();
    assert.deepEqual([first.there, first.read], [2, 2]);
    assert.deepEqual(claimsIn(first.memory).map(({ ref, start, end }) => [ref, start, end]), [['shop/anywhere/deep/down.md', '2026-05-14T14:05:00Z', '2026-05-14T15:40:00Z']]);
    const second = await look(JSON.parse(JSON.stringify(first.memory)));
    assert.deepEqual([second.there, second.read, second.memory], [2, 0, first.memory]);
    write('anywhere/deep/down.md', report('16:10'));
    utimesSync(path.join(folder, 'anywhere/deep/down.md'), 1, 1);
    const third = await look(second.memory, { only: ['anywhere/deep/down.md', 'node_modules/x/incident.md', 'not there.md'] });
    assert.deepEqual([third.read, claimsIn(third.memory)[0]?.end], [1, '2026-05-14T16:10:00Z']);
    unlinkSync(path.join(folder, 'anywhere/deep/down.md'));
    assert.deepEqual(claimsIn((await look(third.memory)).memory), []);
  });

  it('follows no link, takes a memory that it does not know for none, and keeps what it had when it is given up', async () => {
    write('docs/incident.md', report());
    symlinkSync('/etc', path.join(folder, 'etc'));
    symlinkSync(path.join(folder, 'docs/incident.md'), path.join(folder, 'linked-incident.md'));
    for (const memory of [null, 'x', { format: 2 }, { format: 1, zone: 'UTC', files: { a: [1] } }]) assert.equal((await look(memory)).read, 1);
    const { memory } = await look();
    const stopped = new AbortController();
    stopped.abort();
    assert.deepEqual((await look(memory, { signal: stopped.signal })).memory, memory);
    assert.equal((await lookAtDocuments({ folder, name: 'shop', memory, zone: 'Asia/Tokyo', signal: new AbortController().signal })).read, 1, 'times without a zone mean others there');
  });

  it('reads one document as a whole; what is not there, or is about nothing, is none', async () => {
    write('docs/incident.md', report());
    write('docs/guide.md', '# How to write an incident report\n');
    const told = (name: string) => readTold({ folder, name: 'shop', zone: 'UTC' }, name);
    assert.deepEqual((await told('docs/incident.md'))?.told.start, { at: '2026-05-14T14:05:00Z', line: 11, isDay: false });
    assert.equal(await told('docs/guide.md'), undefined);
    assert.equal(await told('docs/none.md'), undefined);
  });

  it('are all looked at first, and where that was asked for, whichever file was said to have changed; else only those that were', async () => {
    const source = new DocumentSource({ folder, label: 'Documents', locale: () => ({ zone: 'UTC', language: 'en' }) });
    let next: DocumentsMemory | undefined;
    const found = async (): Promise<number> => {
      const pulled = await source.pull(next, new AbortController().signal);
      assert.ok(pulled.ok);
      next = pulled.next;
      return pulled.claims.length;
    };
    await found();
    write('docs/one.md', report());
    write('docs/two.md', report());
    source.note(['docs/one.md']);
    assert.equal(await found(), 1);
    source.note();
    source.note(['docs/one.md']);
    assert.equal(await found(), 2);
    write('docs/three.md', report());
    const opened = new DocumentSource({ folder, label: 'Documents', locale: () => ({ zone: 'UTC', language: 'en' }) });
    opened.note(['docs/one.md']);
    const pulled = await opened.pull(next, new AbortController().signal);
    assert.deepEqual(pulled.ok && pulled.claims.length, 3, 'what changed while the editor was closed');
  });
});
