import assert from 'node:assert/strict';
import { parseDeployTags, seriesOf, stepsBack, timeInName, type DeployTag } from '../../../src/core/signals/productionTags';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 4, 1, 9);
const name = (at: number, before = 'production'): string => `${before}--${new Date(at).toISOString().slice(0, 19).replace('T', '--').replaceAll(':', '-')}`;
const stamp = (at: number): number => Math.floor(at / 1000) * 1000;

/** A light tag of a deploy: named for when, on a commit of its own time. */
const deploy = (at: number, committed: number, before?: string): DeployTag => ({ name: name(at, before), created: committed, commit: `c${committed}`, committed });
/** Twelve days, a deploy each, an hour after its commit. */
const days = (before?: string): DeployTag[] => Array.from({ length: 12 }, (_, day) => deploy(START + day * DAY, START + day * DAY - HOUR, before));
const lastDay = START + 11 * DAY;

describe('production that goes back', () => {
  const back = deploy(lastDay + HOUR, START + 10 * DAY - HOUR);

  it('is seen in tags that are named for their time', () => {
    const [step, ...more] = stepsBack([...days(), back], { since: 0 });
    assert.deepEqual([step?.from.name, step?.to.name, step?.at], [name(lastDay), back.name, stamp(lastDay + HOUR)]);
    assert.deepEqual(more, []);
  });

  it('is seen in tags with a time of their own, and not where their numbers say that builds ended out of order', () => {
    const tag = (number: number, created: number, committed: number): DeployTag => ({ name: `release_${number}`, created, commit: `c${committed}`, committed });
    const series = Array.from({ length: 12 }, (_, index) => tag(index, START + index * HOUR, START + index * HOUR - 60_000));
    const end = START + 12 * HOUR;
    assert.equal(stepsBack([...series, tag(12, end, START)], { since: 0 }).length, 1);
    assert.equal(stepsBack([...series.filter((each) => each.name !== 'release_9'), tag(9, end, START)], { since: 0 }).length, 0);
  });

  it('is not seen in few tags, in others than of production, on the same commit, a day later, or before the time', () => {
    assert.deepEqual(stepsBack([...days().slice(-6), back], { since: 0 }), []);
    assert.deepEqual(stepsBack([...days('staging'), deploy(lastDay + HOUR, START, 'staging')], { since: 0 }), []);
    assert.deepEqual(stepsBack([...days(), deploy(lastDay + HOUR, lastDay - HOUR)], { since: 0 }), []);
    assert.deepEqual(stepsBack([...days(), deploy(lastDay + 25 * HOUR, START)], { since: 0 }), []);
    assert.deepEqual(stepsBack([...days(), back], { since: lastDay + 2 * HOUR }), []);
  });

  it('is seen in the series that is set', () => {
    assert.equal(stepsBack([...days('eu'), deploy(lastDay + HOUR, START, 'eu')], { series: 'eu--', since: 0 }).length, 1);
    assert.deepEqual(stepsBack([...days(), back], { series: 'eu--', since: 0 }), []);
  });

  it('reads times in names, and no day without a time of day', () => {
    assert.equal(timeInName('production--2026-08-21--15-47-43'), Date.UTC(2026, 7, 21, 15, 47, 43));
    assert.equal(timeInName('release-202608211547'), Date.UTC(2026, 7, 21, 15, 47));
    assert.equal(timeInName('2026-08-21T154743'), Date.UTC(2026, 7, 21, 15, 47, 43));
    assert.equal(timeInName('release-2026-08-21'), undefined);
    assert.equal(timeInName('v1.2.3'), undefined);
    assert.equal(seriesOf('production--2026-08-21--15-47-43'), 'production--#-#-#--#-#-#');
  });

  it('reads what git says of tags, and leaves out tags of files', () => {
    const output = ['100\x0090\x00tagcommit\x00aaa\x00bbb\x00production-1', '100\x00100\x00commit\x00ccc\x00\x00production-2', '100\x00\x00tagblob\x00ddd\x00eee\x00key', ''].join('\n');
    assert.deepEqual(parseDeployTags(output), [
      { name: 'production-1', created: 100_000, committed: 90_000, commit: 'bbb' },
      { name: 'production-2', created: 100_000, committed: 100_000, commit: 'ccc' },
    ]);
  });
});
