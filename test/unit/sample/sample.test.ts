import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { arrangeIncident } from '../../../src/core/journal/arrange';
import { incidentFile } from '../../../src/core/journal/filename';
import { incidentSchema, journalSchema, peopleSchema, type Incident } from '../../../src/core/journal/schema';
import { incidentState } from '../../../src/core/incident/state';
import { sampleIncident } from '../../../tools/sample/incident.mjs';
import { makeSample } from '../../../tools/sample/make.mjs';
import { yearOfIncidents } from '../../../tools/sample/year.mjs';

const now = '2026-05-15T09:00:00Z';
const waiting = { title: 'Payment timeouts', start: '2026-05-14T14:02:00Z', end: '2026-05-14T15:37:00Z' };

function faults(schema: v.GenericSchema, value: unknown): string[] {
  return (v.safeParse(schema, value).issues ?? []).map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
}

describe('the sample workspace', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sample-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const git = (repository: string, ...args: string[]) =>
    execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8' }).trim();

  it('is the same for the same time and seed, to the hash, and another one for another seed', () => {
    const [one, two, other] = [1, 1, 2].map((seed, index) =>
      makeSample(path.join(folder, `same-${index}`), { now, seed }),
    );
    assert.equal(one?.head, two?.head);
    assert.notEqual(one?.head, other?.head);
    assert.equal(git(path.join(folder, 'same-0'), 'rev-parse', 'HEAD'), one?.head);
  });

  it('names the window of its incident: the day before', () => {
    const { start, end, title } = makeSample(path.join(folder, 'window'), { now });
    assert.deepEqual({ start, end, title }, { title: waiting.title, start: waiting.start, end: waiting.end });
  });

  it('has what evidence has to cope with', () => {
    const { folder: repository } = makeSample(path.join(folder, 'all'), { now });
    const log = git(repository, 'log', '--format=%aN|%s|%b');
    const commits = git(repository, 'rev-list', '--count', 'HEAD');
    assert.ok(Number(commits) >= 38 && Number(commits) <= 48, `${commits} commits`);
    for (const part of [
      'dependabot[bot]|',
      'Copilot@users.noreply.github.com',
      '<b>retries</b>',
      'This reverts commit ',
      'Merge pull request #417',
      'Co-authored-by: Mei Lin',
    ])
      assert.ok(log.includes(part), part);
    const authors = git(repository, 'log', '--format=%aN')
      .split('\n')
      .filter((name) => !name.includes('[bot]'));
    assert.deepEqual([...new Set(authors)].sort(), ['Ana Oliveira', 'Jonas Weber', 'Mei Lin', 'Priya Nair']);
    assert.ok(git(repository, 'log', '--format=%an').includes('Ana Costa'));
    const kinds = git(repository, 'for-each-ref', '--format=%(objecttype)', 'refs/tags').split('\n');
    assert.deepEqual([...new Set(kinds)].sort(), ['commit', 'tag']);
    assert.ok(readFileSync(path.join(repository, '.github', 'CODEOWNERS'), 'utf8').includes('/src/queue.ts'));
    assert.equal(git(repository, 'status', '--porcelain'), '');
  });

  it('has nothing in it that is later than now, and nothing older than eleven days', () => {
    const { folder: repository } = makeSample(path.join(folder, 'times'), { now: '2026-03-01T00:00:30Z' });
    const times = git(repository, 'log', '--format=%ct')
      .split('\n')
      .map((seconds) => Number(seconds) * 1000);
    const clock = Date.parse('2026-03-01T00:00:30Z');
    assert.ok(Math.max(...times) <= clock);
    assert.ok(Math.min(...times) >= clock - 11 * 86_400_000);
  });

  it('refuses a folder that is not empty, and a time that is none', () => {
    const full = path.join(folder, 'full');
    mkdirSync(full);
    writeFileSync(path.join(full, 'mine.txt'), 'mine');
    assert.throws(() => makeSample(full, { now }), /is not empty/);
    assert.throws(() => makeSample(path.join(folder, 'odd'), { now: 'soon' }), /"soon" is not a time/);
  });

  it('tells the window on standard output, for tests', () => {
    const script = path.resolve('tools/sample/make.mjs');
    const out = execFileSync(process.execPath, [script, path.join(folder, 'cli'), '--now', now, '--seed', '3'], {
      encoding: 'utf8',
    });
    assert.equal((JSON.parse(out) as { start: string }).start, waiting.start);
  });

  it('with a year writes a journal that the schema accepts, and that git does not see', () => {
    const { folder: repository } = makeSample(path.join(folder, 'year'), { now, year: true });
    const journal = path.join(repository, '.lead-debrief');
    const read = (file: string): unknown => JSON.parse(readFileSync(path.join(journal, file), 'utf8'));
    assert.deepEqual(faults(journalSchema, read('debrief-journal.json')), []);
    assert.deepEqual(faults(peopleSchema, read('debrief-people.json')), []);
    const files = readdirSync(journal, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.debrief.json'),
    );
    assert.equal(files.length, 30);
    for (const file of files) {
      const record = read(file) as Incident;
      assert.deepEqual(faults(incidentSchema, record), [], file);
      const [day = ''] = path.basename(file).match(/^\d{4}-\d\d-\d\d/) ?? [];
      assert.equal(file.split(path.sep).join('/'), incidentFile(record, Date.parse(day)));
    }
    assert.equal(git(repository, 'status', '--porcelain'), '');
  });
});

describe('the sample year', () => {
  const year = yearOfIncidents(waiting, 1);

  it('holds real incidents, drills and shadowing, one draft and one that waits', () => {
    const states = year.map(incidentState);
    const count = (wanted: string) => states.filter((state) => state === wanted).length;
    assert.deepEqual([count('waiting'), count('draft'), count('finished')], [1, 1, 28]);
    assert.deepEqual(new Set(year.map(({ kind }) => kind)), new Set(['real', 'drill', 'shadow', undefined]));
    assert.ok(year.filter(({ kind }) => kind === 'shadow').every(({ role }) => role === undefined));
  });

  it('has unique ids and one open plan, whose ledger goes on', () => {
    assert.equal(new Set(year.map(({ id }) => id)).size, year.length);
    const plans = year.flatMap(({ plan }) => plan ?? []);
    assert.equal(plans.filter(({ closed }) => closed === undefined).length, 1);
    const ids = new Set(year.map(({ id }) => id));
    const entries = plans.flatMap(({ ledger }) => ledger ?? []);
    assert.ok(entries.length > 20 && entries.every(({ incident }) => ids.has(incident ?? '')));
  });

  it('is written as the journal writes: an edit changes no more than it says', () => {
    for (const record of [...year, sampleIncident(3)]) {
      assert.equal(JSON.stringify(record), JSON.stringify(arrangeIncident(record)), record.title);
    }
  });

  it('rates one behaviour often enough for a signal, and most too rarely', () => {
    const real = year.filter(({ kind }) => kind === 'real');
    const occasions = real
      .flatMap(({ reflection }) => reflection?.ratings ?? [])
      .filter(({ anchor }) => anchor !== 'no-occasion');
    const count = (wanted: string) => occasions.filter(({ behaviour }) => behaviour === wanted).length;
    assert.ok(count('C1') >= 12 && count('C4') < 6, `${count('C1')}, ${count('C4')}`);
  });
});

describe('sampleIncident', () => {
  it('gives valid records of about 7 kB, each of its own, the same each time', () => {
    const records = Array.from({ length: 300 }, (_, n) => sampleIncident(n));
    for (const record of records) assert.deepEqual(faults(incidentSchema, record), []);
    assert.equal(new Set(records.map(({ id }) => id)).size, 300);
    const size = JSON.stringify(records, null, 2).length / 300;
    assert.ok(size > 6000 && size < 8000, `${size} bytes`);
    assert.deepEqual(sampleIncident(7), records[7]);
  });
});
