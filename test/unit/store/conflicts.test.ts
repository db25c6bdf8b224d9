import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Incident } from '../../../src/core/journal/schema';
import { readIndexSides } from '../../../src/sources/indexSides';
import { Conflicts } from '../../../src/store/conflicts';
import type { ConflictsOptions } from '../../../src/store/conflicts';
import { stringify } from '../../../src/store/faithful';
import type { Journal } from '../../../src/store/journal';
import { incident } from '../journal/sample';
import { Sandbox, type TestRepository } from '../sources/testRepository';
import { FILE, filesIn, ID, openJournal } from './journalFolder';

const IN_JOURNAL = FILE.slice('.lead-debrief/'.length);
const NOTE = { id: 'n1', at: '2026-11-24T12:00:00Z', text: 'Ana leads' };

describe('a file of the journal in which git left a conflict', () => {
  const base = incident(ID, { stakes: 'Orders', role: 'commander' });
  const ours: Incident = { ...base, stakes: 'Orders of a day', incidentNotes: [NOTE] };
  const theirs: Incident = { ...base, stakes: 'Trust', role: 'standby' };
  const wanted: Incident = { ...ours, role: 'standby', clashes: [{ path: 'text/stakes', other: 'Trust' }] };
  let sandbox: Sandbox;
  let repository: TestRepository;

  beforeEach(() => {
    sandbox = new Sandbox();
    repository = sandbox.repository('work');
  });
  afterEach(() => sandbox.dispose());

  const backups = (): string => sandbox.path('backups');
  const path = (file = FILE): string => join(repository.root, file);
  const onDisk = (file = FILE): string => readFileSync(path(file), 'utf8');

  function save(values: Readonly<Record<string, unknown>>): void {
    for (const [file, value] of Object.entries(values)) {
      mkdirSync(dirname(path(file)), { recursive: true });
      writeFileSync(path(file), stringify(value));
      repository.git('add', '--force', file);
    }
    repository.git('commit', '--quiet', '--message', 'Journal');
  }

  const FACTS = { '.lead-debrief/debrief-journal.json': { format: 1, id: 'k3f9q2m7xa', shared: true } };

  /** What three versions of some files leave behind when git merges them. */
  function conflict(first: Record<string, unknown>, second: Record<string, unknown>, third: Record<string, unknown>, style = 'merge'): void {
    save({ ...FACTS, ...first });
    repository.git('checkout', '--quiet', '-b', 'other');
    save(third);
    repository.git('checkout', '--quiet', 'main');
    save(second);
    assert.throws(() => repository.git('-c', `merge.conflictStyle=${style}`, 'merge', '--quiet', 'other'), 'git leaves a conflict');
  }

  async function open(more: Partial<ConflictsOptions> = {}): Promise<{ journal: Journal; conflicts: Conflicts }> {
    const journal = await openJournal(repository.root, { backups: backups(), later: () => undefined });
    const sidesFromIndex = (file: string) => readIndexSides(file, 'git');
    return { journal, conflicts: new Conflicts({ journal, folder: path('.lead-debrief'), sidesFromIndex, ...more }) };
  }

  const replaced = (): readonly string[] => Object.entries(filesIn(sandbox.folder)).flatMap(([file, text]) => (file.includes('/replaced/') ? [text] : []));
  const withoutGit = { sidesFromIndex: () => Promise.resolve(undefined) };

  for (const style of ['merge', 'diff3', 'zdiff3']) {
    for (const [way, more] of Object.entries({ 'from the index': {}, 'from the markers': withoutGit })) {
      it(`is merged ${way}, in the style ${style}; its bytes are among the backups, and nothing is staged`, async () => {
        conflict({ [FILE]: base }, { [FILE]: ours }, { [FILE]: theirs }, style);
        const marked = onDisk();
        const { journal, conflicts } = await open(more);
        const [entry] = journal.entries();
        const line = marked.split('\n').findIndex((each) => each.startsWith('<<<<<<<')) + 1;
        assert.ok(entry?.state === 'unreadable' && entry.marked && entry.line === line);
        assert.match(entry.reason, /line \d+, column 1: git’s conflict markers begin here\.$/);

        assert.deepEqual(await conflicts.merge(), [{ file: IN_JOURNAL, ok: true }]);
        const hasBase = way === 'from the index' || style !== 'merge';
        assert.deepEqual(JSON.parse(onDisk()), hasBase ? wanted : { ...ours, clashes: [...(wanted.clashes ?? []), { path: '/role', other: 'standby' }] });
        assert.equal(journal.get(ID)?.state, 'ok');
        assert.deepEqual(replaced(), [marked]);
        assert.notEqual(repository.git('ls-files', '--unmerged'), '');
        assert.deepEqual(await conflicts.merge(), []);
      });
    }
  }

  it('keeps what a person has changed between the markers, also where git has the sides', async () => {
    conflict({ [FILE]: base }, { [FILE]: ours }, { [FILE]: theirs });
    writeFileSync(path(), onDisk().replace('"title": "Checkout errors"', '"title": "Checkout errors, by hand"'));
    const { conflicts } = await open();
    assert.deepEqual(await conflicts.merge(), [{ file: IN_JOURNAL, ok: true }]);
    assert.deepEqual(JSON.parse(onDisk()), { ...wanted, title: 'Checkout errors, by hand' });
  });

  it('two windows merge it once', async () => {
    conflict({ [FILE]: base }, { [FILE]: ours }, { [FILE]: theirs });
    const windows = [await open(), await open()];
    const results = await Promise.all(windows.map(({ conflicts }) => conflicts.merge()));
    assert.equal(results.flat().length, 1);
    assert.equal(replaced().length, 1);
    assert.deepEqual(JSON.parse(onDisk()), wanted);
  });

  it('the facts and the people are merged, also where the journals were begun apart', async () => {
    const [facts, people] = ['.lead-debrief/debrief-journal.json', '.lead-debrief/debrief-people.json'];
    const person = (id: string, name: string) => ({ format: 1, people: [{ id, name }] });
    conflict({ other: {} }, { [facts]: { format: 1, id: 'k3f9q2m7xa', goal: 'Lead a drill' }, [people]: person('p-1', 'Ana') }, { [facts]: { format: 1, id: 'k3f9q2m7xa', loadLimit: 4, goal: 'Watch' }, [people]: person('p-2', 'Mei') });
    const { journal, conflicts } = await open();
    assert.deepEqual((await conflicts.merge()).map(({ ok }) => ok), [true, true]);
    assert.deepEqual(journal.people().people.map(({ name }) => name), ['Ana', 'Mei']);
    assert.deepEqual(journal.facts(), { format: 1, id: 'k3f9q2m7xa', goal: 'Lead a drill', loadLimit: 4, clashes: [{ path: '/goal', other: 'Watch' }] });
    assert.deepEqual(journal.problems(), []);
  });

  const bad: Record<string, [Record<string, unknown>, RegExp]> = {
    'a newer version': [{ ...theirs, format: 2, title: 'Newer' }, /newer Lead Debrief/],
    'not what an incident looks like': [{ ...theirs, stakes: 5 }, /stakes/],
    'another incident': [{ ...theirs, id: 'another1' }, /two incidents/],
  };
  for (const [what, [other, why]] of Object.entries(bad)) {
    it(`stays as it is where one side is ${what}, and is not tried again`, async () => {
      conflict({ [FILE]: base }, { [FILE]: ours }, { [FILE]: other });
      const marked = onDisk();
      const { journal, conflicts } = await open();
      const [result, ...more] = await conflicts.merge();
      assert.ok(result && !result.ok && more.length === 0);
      assert.match(result.reason, why);
      assert.equal(onDisk(), marked);
      assert.equal(journal.entries()[0]?.state, 'unreadable');
      assert.deepEqual(replaced(), []);
      assert.deepEqual(await conflicts.merge(), []);
    });
  }

  it('markers that are not whole are no sides', async () => {
    conflict({ [FILE]: base }, { [FILE]: ours }, { [FILE]: theirs });
    writeFileSync(path(), onDisk().replace(/^>{7}.*\n/gm, ''));
    const { conflicts } = await open();
    assert.deepEqual(await conflicts.merge(), []);
    assert.match(onDisk(), /^<{7}/m);
  });

  it('nothing is written where its bytes could not be kept', async () => {
    conflict({ [FILE]: base }, { [FILE]: ours }, { [FILE]: theirs });
    const marked = onDisk();
    writeFileSync(backups(), 'no folder');
    const { conflicts } = await open();
    const [result] = await conflicts.merge();
    assert.ok(result && !result.ok);
    assert.match(result.reason, /could not be kept among the backups/);
    assert.equal(onDisk(), marked);
  });

  it('nothing is written over what came meanwhile', async () => {
    conflict({ [FILE]: base }, { [FILE]: ours }, { [FILE]: theirs });
    const meanwhile = stringify({ ...base, title: 'Solved by hand' });
    const { conflicts } = await open({
      sidesFromIndex: (file) => {
        writeFileSync(file, meanwhile);
        return readIndexSides(file, 'git');
      },
    });
    assert.deepEqual(await conflicts.merge(), []);
    assert.equal(onDisk(), meanwhile);
    assert.ok(!existsSync(join(backups(), 'k3f9q2m7xa', 'replaced')));
  });

  it('nothing that the repository brings is run to ask for the sides', async () => {
    conflict({ [FILE]: base }, { [FILE]: ours }, { [FILE]: theirs });
    const trace = sandbox.path('ran');
    const program = sandbox.program('helper', `touch ${trace}`, 'cat "$1"');
    chmodSync(program, 0o755);
    writeFileSync(path('.gitattributes'), '*.json diff=own\n');
    for (const key of ['diff.own.textconv', 'diff.own.command', 'diff.external', 'core.fsmonitor', 'core.pager']) repository.git('config', key, program);
    rmSync(trace, { force: true });
    const sides = await readIndexSides(path(), 'git');
    assert.deepEqual(sides && JSON.parse(sides.theirs), theirs);
    assert.ok(!existsSync(trace));
    assert.equal(await readIndexSides(path(), sandbox.path('no-git')), undefined);
    assert.equal(await readIndexSides(sandbox.path('elsewhere.json'), 'git'), undefined);
  });
});
