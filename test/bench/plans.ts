// A pre-brief at 1,000 reflections; what one event costs that may be a plan's cue; and 100 promises asked of git among 100,000 commits, over the git commands that this needs, bare.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pLimit from 'p-limit';
import type { Incident, Plan, Sign } from '../../src/core/journal/schema';
import { takeEvent, type CueMemory } from '../../src/core/plan/cueMemory';
import { isMomentOf, type CueEvent } from '../../src/core/plan/cues';
import { headEvents } from '../../src/core/plan/headLog';
import { preBriefOf } from '../../src/core/plan/preBrief';
import { CHANGE_FORMAT, MESSAGE_FORMAT, parseChanges } from '../../src/core/plan/signHistory';
import { AT_ONCE } from '../../src/sources/repositories';
import { askSigns, type AskedSign } from '../../src/sources/promiseSigns';
import { bigRepository, NEWEST } from './bigRepository';
import { interleaved, median, plainRow, rowOf, type BenchRow } from './row';
import { sampleIncident } from './sampleJournal';

const ROUNDS = 21;
const EVENTS = 20_000;
const PROMISES = 100;
const DAY = 86_400;
const LOCALE = { zone: 'Europe/Berlin', language: 'en' };
const run = promisify(execFile);

export async function plans(): Promise<BenchRow[]> {
  return [plainRow('pre-brief at 1,000 reflections', 'ms', preBriefs(), 16), plainRow('an event that may be a cue, of 20,000 the 99th of each hundred', 'ms', oneEvent(), 0.1), rowOf('100 promises asked of git in 100,000 commits', await promises(), 1.3)];
}

function preBriefs(): number {
  const records = Array.from({ length: 1_000 }, (_, number): Incident => ({ ...sampleIncident(number), services: [['checkout', 'search', 'login'][number % 3] ?? ''] }));
  const declared: Incident = { format: 1, id: 'declared01', title: 'Checkout latency after the release', window: { start: '2016-12-01T10:00:00Z' }, services: ['checkout'] };
  const times = Array.from({ length: ROUNDS + 1 }, () => {
    const start = performance.now();
    const { lessons, plan } = preBriefOf(records, declared, { files: ['src/checkout/queue.ts'], loadLimit: 3, locale: LOCALE, now: Date.parse(declared.window.start) });
    if (lessons.length !== 2 || !plan) throw new Error('There is no pre-brief.');
    return performance.now() - start;
  });
  return median(times.slice(1));
}

/** In turns a line of git's notes, a file that is opened, and a moment that was shown already; the memory is full. */
function oneEvent(): number {
  const now = Date.now();
  const plan: Plan = { id: 'plan', made: '2016-01-01T00:00:00Z', cues: [{ id: 'revert' }, { id: 'branch', pattern: 'hotfix/*, release/*' }, { id: 'file', pattern: 'src/checkout/**/*.ts, infra, *.tf' }] };
  const memory: CueMemory = { shown: Array.from({ length: 500 }, (_, i) => ({ plan: 'plan', event: `branch hotfix/${i} 2026-05-14`, at: now - i })) };
  const line = `${'0'.repeat(40)} ${'1'.repeat(40)} Ana Sol <ana@example.com> ${Math.floor(now / 1000)} +0200\tcommit: payments: halve the connection pool (#412)\n`;
  const file: CueEvent = { kind: 'file', path: 'packages/storefront/src/components/cart/items/CartItem.ts', incident: 'i1', at: now };
  const turns = [() => headEvents(line).filter((event) => isMomentOf(plan, event, now)), () => isMomentOf(plan, file, now), () => takeEvent(memory, { plan: 'plan', event: 'branch hotfix/499 2026-05-14' }, now)];
  const times = Array.from({ length: 2 * EVENTS }, (_, i) => {
    const start = performance.now();
    turns[i % turns.length]?.();
    return performance.now() - start;
  });
  return times.slice(EVENTS).toSorted((a, b) => a - b)[Math.floor(EVENTS * 0.99)] ?? NaN;
}

const since = new Date((NEWEST - 60 * DAY) * 1000).toISOString();

function signOf(number: number): Sign {
  const path = `area-${number % 97}/file-${number % 13}.txt`;
  return [{ kind: 'path', path }, { kind: 'contains', path, text: String(number) }, { kind: 'commit', text: `(#${99_000 + number})` }, { kind: 'branch', branch: `topic-${number}` }][number % 4] ?? { kind: 'path', path };
}

async function promises() {
  const root = await bigRepository();
  const signs = Array.from({ length: PROMISES }, (_, number): AskedSign => ({ id: `p${number}`, sign: signOf(number), since }));
  const ask = async (): Promise<void> => {
    const { states, problems } = await askSigns({ signs, folders: [root], git: 'git', signal: new AbortController().signal });
    if (states.size !== PROMISES || problems.length > 0) throw new Error(`${states.size} answers, ${problems.length} problems`);
  };
  return interleaved(ask, await bareCommands(root, signs), ROUNDS);
}

/** The same questions in the same order. Nothing is read of the answers: what they decide about the next question is known before. */
async function bareCommands(root: string, signs: readonly AskedSign[]): Promise<() => Promise<void>> {
  const git = (...args: string[]) => run('git', ['-C', root, ...args], { maxBuffer: 1 << 28 });
  const paths = [...new Set(signs.flatMap(({ sign }) => sign.path ?? []))];
  const changed = () => git('--literal-pathspecs', 'log', '--first-parent', '-m', '-z', '--raw', '--no-abbrev', '--no-renames', `--since=${since}`, `--format=${CHANGE_FORMAT}`, 'HEAD', '--', ...paths);
  const changes = parseChanges((await changed()).stdout);
  const contents = signs.flatMap(({ sign }) => (sign.kind === 'contains' ? [[...new Set(changes.filter(({ path }) => path === sign.path).flatMap(({ before, after }) => [after, before]))].filter((blob) => /[1-9a-f]/.test(blob))] : []));
  const there = () => new Promise<void>((resolve, reject) => {
    const child = execFile('git', ['-C', root, 'cat-file', '--batch-check=%(objectname) %(objecttype)'], (error) => (error ? reject(error as Error) : resolve()));
    child.stdin?.end(paths.map((path) => `HEAD:${path}\n`).join(''));
  });
  const looked = async (): Promise<void> => {
    await Promise.all([changed(), there()]);
    const atOnce = pLimit(AT_ONCE);
    await Promise.all(contents.map((blobs, i) => atOnce(() => git('grep', '-F', '-l', '-z', '-e', String(i), ...blobs).catch(() => undefined))));
  };
  return async () => {
    await git('rev-parse', '--show-toplevel', '--is-shallow-repository', 'refs/remotes/origin/HEAD');
    await Promise.all([looked(), git('log', '-z', '--no-patch', `--since=${since}`, `--format=${MESSAGE_FORMAT}`, 'HEAD')]);
  };
}
