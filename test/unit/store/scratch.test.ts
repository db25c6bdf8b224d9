import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { deleteScratch, makeScratch, sweepScratch } from '../../../src/store/scratch';

const DAY = 86_400_000;

describe('scratch folders', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'scratch-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const left = (): string[] => readdirSync(root).sort();
  const put = (name: string): string => {
    mkdirSync(join(root, name, '.lead-debrief'), { recursive: true });
    writeFileSync(join(root, name, '.lead-debrief', 'debrief-people.json'), '{}');
    return join(root, name);
  };

  it('are made where nothing is yet, and deleted with all that is in them', async () => {
    const folder = await makeScratch(join(root, 'deep', 'scratch'), 'a');
    writeFileSync(join(folder, 'file'), 'x');
    assert.equal(await deleteScratch(folder), undefined);
    assert.equal(existsSync(folder), false);
    assert.equal(await deleteScratch(folder), undefined, 'one that is gone is no fault');
  });

  it('that were left behind are swept; those of a process that runs, and the own one in use, stay', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const mine = basename(put(`${process.pid}-used`));
    const others = basename(put(`${process.ppid}-used`));
    for (const name of [`${process.pid}-left`, `${gone}-left`, 'no-number', '-5-x']) put(name);
    await sweepScratch(root, (folder) => folder === join(root, mine), Date.now());
    assert.deepEqual(left(), [mine, others].sort());
  });

  it('that are older than a week go, for the process with their number may be another by now', async () => {
    const old = put(`${process.ppid}-old`);
    const then = new Date(Date.now() - 8 * DAY);
    utimesSync(old, then, then);
    await sweepScratch(root, () => false, Date.now());
    assert.deepEqual(left(), []);
  });

  it('are no trouble where there are none', async () => {
    await sweepScratch(join(root, 'nowhere'), () => false, Date.now());
  });
});
