import { seen, times } from '../../torture/row';
import type { Counts } from './years';
import { liveAside } from './yearsAside';

const [EACH, SEED] = [times(2, 50), 2026];
const [HALF, OTHER] = [[SEED, SEED + 1], [SEED + 2, SEED + 3]];

/** Many years on two processors, a few in this process. */
async function both(): Promise<readonly Counts[]> {
  if (process.env.TORTURE) return Promise.all([HALF, OTHER].map((seeds) => liveAside({ seeds, each: EACH })));
  const { live } = await import('./years');
  return [await live({ seeds: [...HALF, ...OTHER], each: EACH })];
}

describe('a year of a simulated lead', function () {
  this.timeout(times(120_000, 600_000));

  it('with forty incidents from all sources, two machines, holidays and another zone: no rule is broken, and nothing is lost', () =>
    seen('year', async () => {
      const counts = await both();
      const sum = (key: keyof Counts): string => counts.reduce((all, each) => all + each[key], 0).toLocaleString('en');
      return { often: EACH * (HALF.length + OTHER.length), lost: 0, seen: `${sum('steps')} moments, asked ${sum('asked')} times, the plan came up ${sum('fired')} times, ${sum('merged')} files merged, ${sum('drills')} drills done, what is sought came into Next in ${sum('sought')} looks, and waited past the limit in ${sum('past')}` };
    }));
});
