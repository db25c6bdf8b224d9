import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { arrangeIncident } from '../../../src/core/journal/arrange';
import type { Incident } from '../../../src/core/journal/schema';
import { toJson } from '../../../src/core/share/exportFile';
import { asCopy, planImport } from '../../../src/core/share/importing';
import { readExported, writeExport } from '../../../src/store/exported';
import { importRecords, takeBack } from '../../../src/store/importing';
import { anyIncident } from '../journal/records';
import { FULL, PEOPLE, written } from '../share/records';
import { Journal } from '../../../src/store/journal';
import { newId, openJournal, ownFolder } from './journalFolder';

const isRoot = process.getuid?.() === 0;

describe('an export as a file', () => {
  const own = ownFolder();
  const at = (name: string): string => join(own.path(), name);

  it('is written whole, byte for byte, for this account alone, and keeps the permissions of one that it replaces', async () => {
    const text = 'Zoë\r\n"=1"\0\n';
    assert.deepEqual(await writeExport(at('a.csv'), text), { ok: true });
    assert.equal(readFileSync(at('a.csv'), 'utf8'), text);
    assert.equal(statSync(at('a.csv')).mode & 0o777, 0o600);
    chmodSync(at('a.csv'), 0o644);
    assert.deepEqual(await writeExport(at('a.csv'), 'b'), { ok: true });
    assert.deepEqual([readFileSync(at('a.csv'), 'utf8'), statSync(at('a.csv')).mode & 0o777], ['b', 0o644]);
    assert.deepEqual(readdirSync(own.path()), ['a.csv']);
  });

  it('is refused with a sentence where it cannot be written, and leaves what was there', async () => {
    mkdirSync(at('folder'));
    const reasons = [await writeExport(at('none/a.md'), 'x'), await writeExport(at('folder'), 'x'), await writeExport(`${at('folder')}/${'x'.repeat(300)}.md`, 'x')];
    assert.deepEqual(reasons.map((result) => !result.ok && result.reason.replaceAll(own.path(), '…').replace(/x{9,}/, 'x')), [
      'Not written: there is no folder …/none. Choose another one.',
      'Not written: there is no file at …/folder, but something else.',
      'Not written: …/folder/x.md (ENAMETOOLONG).',
    ]);
    if (isRoot) return; // whom no permission stops
    writeFileSync(at('folder/a.md'), 'before');
    chmodSync(at('folder'), 0o500);
    const result = await writeExport(at('folder/a.md'), 'x');
    chmodSync(at('folder'), 0o700);
    assert.ok(!result.ok);
    assert.match(result.reason, /^Not written: this account may not write to/);
    assert.equal(readFileSync(at('folder/a.md'), 'utf8'), 'before');
  });

  const whole = written([FULL], { form: 'json' });
  const deep = `{"leadDebriefExport":1,"incidents":[{"more":${'['.repeat(200)}${']'.repeat(200)}}]}`;
  const refusals: readonly (readonly [what: string, text: string | Buffer, reason: RegExp])[] = [
    ['no JSON', '{"leadDebriefExport": 1,\n  "incidents": [,]}', /cannot be imported: line 2, column 17: a value was expected\.$/],
    ['cut off', whole.slice(0, -40), /cannot be imported: line \d+, column \d+: .+ was expected\.$/],
    ['empty', '', /line 1, column 1: /],
    ['bytes that are no text', Buffer.from([0x7b, 0xff, 0x7d]), /the file is not UTF-8 text/],
    ['a list', '[]', /the file does not hold a record/],
    ['a name that is there twice', whole.replace('"redacted": false', '"redacted": false,\n  "redacted": false'), /"redacted" is here twice/],
    ['too deep', deep, /nested too deeply/],
    ['a number that JavaScript would change', whole.replace('"sure": 60', '"sure": 1e400'), /this number would be changed/],
    ['wrong types', '{"leadDebriefExport": "1", "incidents": {}}', /no export of a journal/],
    ['people of another making', '{"leadDebriefExport": 1, "people": {"__proto__": []}, "incidents": []}', /no export of a journal/],
    ['an id that leads out of the folder', toJson({ people: [], incidents: [{ ...FULL, id: '../../../x' }] }, false), /Incident 1 of 1 cannot be imported: id: must be an id/],
    ['a newer record', toJson({ people: [], incidents: [{ ...FULL, format: 9 as never }] }, false), /Written by a newer Lead Debrief \(format 9/],
    ['a newer export', whole.replace('"leadDebriefExport": 1', '"leadDebriefExport": 2'), /newer Lead Debrief wrote this export/],
    ['one of which something was left out', written([FULL], { form: 'json', whole: false }), /left out of this export/],
    ['a list of records that are none', '{"leadDebriefExport": 1, "incidents": [null, 7]}', /Incident 1 of 2 cannot be imported/],
  ];
  for (const [what, text, reason] of refusals) {
    it(`is refused with a sentence: ${what}`, async () => {
      writeFileSync(at('bad.json'), text);
      const result = await readExported(at('bad.json'));
      assert.ok(!result.ok);
      assert.match(result.reason, reason);
    });
  }

  it('is refused where it is not there, or is a folder', async () => {
    for (const path of [at('nothing.json'), own.path()]) assert.match(JSON.stringify(await readExported(path)), /cannot be opened \((ENOENT|EISDIR)\)/);
  });
});

describe('importing into a journal', () => {
  const own = ownFolder();
  const open = (): Promise<Journal> => openJournal(own.path());
  const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  const byId = (all: readonly Incident[]): readonly Incident[] => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));

  it('property: what left as whole JSON is there as the same records, with fields that nobody knows', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyIncident, { minLength: 1, maxLength: 3, selector: ({ id }) => id }), async (records) => {
        const incidents = plain(records);
        const path = join(own.path(), `${(run += 1)}.json`);
        assert.ok((await writeExport(path, written(incidents, { form: 'json' }))).ok);
        const read = await readExported(path);
        assert.ok(read.ok, JSON.stringify(read));
        const journal = new Journal({ folder: join(own.path(), String(run), '.lead-debrief'), now: Date.now, newId });
        mkdirSync(join(own.path(), String(run)));
        const { ids, problem } = await importRecords(journal, { exported: read.exported, newId });
        assert.deepEqual([ids.length, problem], [incidents.length, undefined]);
        assert.deepEqual(byId(plain(journal.records().concat(journal.deletedEntries().flatMap((entry) => (entry.state === 'ok' ? [entry.record] : []))))), byId(incidents.map(arrangeIncident)), 'in the order that a save gives their entries');
        assert.equal(planImport(read.exported, (id) => journal.records().find((each) => each.id === id) ?? null).fresh.length, 0);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps a name that means something to JavaScript as what it is: a name', async () => {
    const record = JSON.parse(JSON.stringify(FULL).replace('"format":1', '"format":1,"__proto__":{"polluted":true},"constructor":"x"')) as Incident;
    const path = join(own.path(), 'proto.json');
    writeFileSync(path, toJson({ people: PEOPLE.people, incidents: [record] }, false));
    const read = await readExported(path);
    assert.ok(read.ok);
    const journal = await open();
    const { ids } = await importRecords(journal, { exported: read.exported, newId });
    assert.deepEqual(ids, [FULL.id]);
    assert.equal(({} as { polluted?: true }).polluted, undefined);
    const [file = ''] = readdirSync(join(own.path(), '.lead-debrief/incidents'), { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.json'));
    assert.match(readFileSync(join(own.path(), '.lead-debrief/incidents', file), 'utf8'), /"__proto__": \{\s+"polluted": true/);
  });

  it('overwrites nothing: what is there as it is or with other contents stays, a copy stands beside it', async () => {
    const journal = await open();
    const own1 = { ...FULL, id: 'aaaaaaaaa1', title: 'Mine', people: [], promises: [] };
    assert.ok((await journal.create(own1)).ok);
    const incidents = [{ ...own1, title: 'Theirs' }, { ...FULL, id: 'aaaaaaaaa2' }];
    const plan = planImport({ people: PEOPLE.people, incidents }, (id) => {
      const entry = journal.get(id);
      return entry?.state === 'ok' ? entry.record : undefined;
    });
    assert.deepEqual([plan.fresh.length, plan.other.length, plan.same.length], [1, 1, 0]);
    const again = await importRecords(journal, { exported: { people: [], incidents: plan.other }, newId });
    assert.deepEqual([again.ids, again.problem], [[], 'There is an incident with this id already.']);
    const { ids } = await importRecords(journal, { exported: { people: PEOPLE.people, incidents: [...plan.fresh, ...plan.other.map((each) => asCopy(each, newId()))] }, newId });
    assert.equal(ids.length, 2);
    assert.deepEqual(journal.records().map(({ title }) => title).sort(), ['Mine', FULL.title, 'Theirs'].sort());
    assert.deepEqual(journal.people().people.map(({ id }) => id), ['p-1'], 'only those of whom they speak');
  });

  it('is taken back as a deletion: for thirty days it can be brought back, and its id is not free meanwhile', async () => {
    const journal = await open();
    const { ids } = await importRecords(journal, { exported: { people: [], incidents: [{ ...FULL, id: 'bbbbbbbbb1' }] }, newId });
    assert.deepEqual(await takeBack(journal, ids), { ids });
    assert.deepEqual([journal.records().length, journal.recentlyDeleted.list().length, journal.has('bbbbbbbbb1')], [0, 1, true]);
    assert.ok((await journal.undoRemove('bbbbbbbbb1')).ok);
    assert.equal(journal.records().length, 1);
  });

  it('stops where the person stops it, and where nothing can be written; what was written stays', async () => {
    const journal = await open();
    const incidents = ['c1', 'c2', 'c3'].map((id) => ({ ...FULL, id: `${id}00000000` }));
    const stopped = await importRecords(journal, { exported: { people: [], incidents }, newId, onWritten: (count) => count < 2 });
    assert.deepEqual([stopped.ids.length, journal.records().length], [2, 2]);
    const blocked = join(own.path(), 'blocked');
    writeFileSync(blocked, '');
    const nowhere = new Journal({ folder: join(blocked, '.lead-debrief'), now: Date.now, newId });
    const result = await importRecords(nowhere, { exported: { people: PEOPLE.people, incidents }, newId });
    assert.deepEqual(result.ids, []);
    assert.ok(result.problem);
    assert.ok(!existsSync(join(blocked, '.lead-debrief')));
  });
});
