// How often the rules signal where nothing changed, and where something did. The figures stand in docs/dashboard.md.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runChartSignals, sidesOf, signalsOf } from '../../../src/core/growth/signals';
import { leadOf, normal, randomFrom, shareOf } from './leads';

const LEADS = 10_000;
const COUNTS = [12, 24, 40] as const;
const SEED = 2014;

type Make = (count: number, random: () => number) => readonly number[];
type Rule = (values: readonly number[], median: number) => boolean;

const ours: Rule = (values, median) => (signalsOf(values, median)?.length ?? 0) > 0;
const source: Rule = (values, median) => {
  const sides = sidesOf(values, median);
  return values.length >= 12 && sides.above + sides.below >= 10 && runChartSignals(sides).length > 0;
};

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (place: number): number => sorted[place] ?? NaN;
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2;
}

function signalling(make: Make, count: number, rule: Rule): ReturnType<typeof shareOf> {
  const random = randomFrom(SEED + count);
  let hits = 0;
  for (let lead = 0; lead < LEADS; lead++) {
    const values = make(count, random);
    if (rule(values, medianOf(values))) hits += 1;
  }
  return shareOf(hits, LEADS);
}

const unchanged: Make = (count, random) => leadOf(count, random);
const shifted: Make = (count, random) => leadOf(count, random, 1);
/** Values of which no two are the same, as the source has them. */
const untied: Make = (count, random) => Array.from({ length: count }, () => normal(random));

const percent = (share: number): string => (100 * share).toFixed(1);
const withInterval = ({ share, low, high }: ReturnType<typeof shareOf>): string => `${percent(share)} % (${percent(low)} to ${percent(high)})`;

describe('signals where nothing changed', () => {
  const page = readFileSync('docs/dashboard.md', 'utf8');
  const rows = COUNTS.map((count) => ({
    count,
    ours: signalling(unchanged, count, ours),
    plain: signalling(unchanged, count, source),
    untied: signalling(untied, count, source),
  }));

  for (const row of rows) {
    it(`${row.count} occasions: ${withInterval(row.ours)} of ${LEADS} leads; the two rules alone ${percent(row.plain.share)} %, without ties ${percent(row.untied.share)} %`, () => {
      assert.ok(row.ours.high <= 0.06, 'more than 6 % signal');
      assert.ok(row.untied.high <= 0.06, 'the two rules are not those of their source');
    });
  }

  it('the two rules alone would signal too often on five acts', () => {
    assert.ok((rows.at(-1)?.plain.low ?? 0) > 0.06);
  });

  it('are those of the page, beside what their source says', () => {
    for (const { count, ours: share, plain, untied: none } of rows) {
      const line = `| ${count} | ${withInterval(share)} | ${percent(plain.share)} % | ${percent(none.share)} % | about 5 % |`;
      assert.ok(page.includes(line), `docs/dashboard.md has no line ${line}`);
    }
  });

  it('a true shift of one act after half of 24 is found as often as the page says', () => {
    const found = signalling(shifted, 24, ours);
    assert.ok(page.includes(`found in ${withInterval(found)}`), `docs/dashboard.md does not say: found in ${withInterval(found)}`);
    assert.ok(found.low > signalling(unchanged, 24, ours).high);
  });
});
