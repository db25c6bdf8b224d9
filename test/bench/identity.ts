// Which of 1,000 claims are about one incident; and a journal of 1,000 incidents, each with two claims, when sources tell of the last fifty again.
import { assemble, NO_DECISIONS } from '../../src/core/identity/assemble';
import { factsOf } from '../../src/core/identity/claimFacts';
import { reconcile } from '../../src/core/identity/reconcile';
import type { Claim, Incident } from '../../src/core/journal/schema';
import { mainThreadCpu } from './mainThread';
import { median, plainRow, type BenchRow } from './row';
import { sampleIncident } from './sampleJournal';

const ROUNDS = 21;
const RECORDS = 1_000;
/** So many of the newest incidents sources tell of again. */
const TOLD = 50;
const SERVICES = ['checkout', 'search', 'login', 'billing', 'mail'];
const HOUR = 3_600_000;

/** The claims of one of the sample's incidents: of a tool, and in turns of an alert, a document, a commit. */
function claimsFor({ window, title }: Incident, number: number): readonly Claim[] {
  const services = [SERVICES[number % SERVICES.length] ?? ''];
  const of = (source: string, more: Partial<Claim>): Claim => ({ id: `${source.slice(0, 4)}${number.toString().padStart(6, '0')}`, source, ref: `${source}-${number}`, seen: window.start, title, start: window.start, ...(window.end !== undefined && { end: window.end }), ...more });
  const others = [of('prometheus', { services }), of('document', { precision: 'day', urls: [`https://x.example/pagerduty-${number}`] }), of('git', { title: `Revert "change ${number}"` })];
  return [of('pagerduty', { services, urls: [`https://x.example/${number}`] }), ...others.slice(0, number % 4)];
}

function timed(work: () => number, least: number): number {
  const times = Array.from({ length: ROUNDS + 1 }, () => {
    const start = mainThreadCpu();
    if (work() < least) throw new Error('What belongs together was not put together.');
    return mainThreadCpu() - start;
  });
  return median(times.slice(1));
}

export async function identity(): Promise<BenchRow[]> {
  const samples = Array.from({ length: RECORDS }, (_, number) => sampleIncident(number));
  const all = samples.map(claimsFor);
  const records = samples.map((record, number): Incident => ({ ...record, claims: (all[number] ?? []).slice(0, 2) }));
  const now = Date.parse(samples.at(-1)?.window.start ?? '') + HOUR;
  const claims = all.flat().slice(0, RECORDS);
  const told = all.slice(-TOLD).flat();
  const assembled = timed(() => RECORDS - assemble(claims.map((claim) => factsOf(claim)), NO_DECISIONS, now).length, RECORDS / 2);
  const reconciled = timed(() => reconcile(records, told, now).changed.length, TOLD / 4);
  return [plainRow('which of 1,000 claims are one incident', 'ms CPU', assembled, 20), plainRow('1,000 incidents, of which sources tell of 50 again', 'ms CPU', reconciled, 20)];
}
