// The whole state of the dashboard from the records of a long career (300) and of far more than one (10,000): time and size.
import { dashboardState, type DashboardContext } from '../../src/core/growth/dashboardState';
import { median, plainRow, type BenchRow } from './row';
import { sampleIncident } from './sampleJournal';

const ROUNDS = 21;
const context: DashboardContext = { locale: { zone: 'Europe/Berlin', language: 'en' }, now: Date.UTC(2026, 4, 14), faults: [] };

const sizes = [
  { count: 300, bound: 5 },
  { count: 10_000, bound: 100 },
];

/** The middle of 21 rounds, one before them not counted; and the bytes that a page gets. */
export async function dashboardStates(): Promise<BenchRow[]> {
  return sizes.flatMap(({ count, bound }) => {
    const records = Array.from({ length: count }, (_, number) => sampleIncident(number));
    const bytes = Buffer.byteLength(JSON.stringify(dashboardState(records, context)));
    const times = Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      dashboardState(records, context);
      return performance.now() - start;
    });
    const name = `dashboard state at ${count.toLocaleString('en')}`;
    return [plainRow(name, 'ms', median(times), bound), plainRow(`${name}: size`, 'KB', bytes / 1024, 16)];
  });
}
