// @ts-check
// What happened in the sample service: ten days as a table. Day 0 is the day of the incident.

/** @typedef {import('./team.mjs').Member} Member */
/**
 * @typedef {object} Change
 * @property {string} id what others call it by
 * @property {number} day 0 is the day of the incident, -1 the day before
 * @property {string} time UTC
 * @property {Member} by
 * @property {string} subject
 * @property {string} [body] `{{id}}` becomes the full hash of that change
 * @property {(Member | 'ai')[]} [with] co-authors
 * @property {Record<string, string | [from: string, to: string]>} [files] a new file, or one replacement in a file that is there
 * @property {string} [undoes] takes the files of that change back
 * @property {string} [branch] not on main: merged later
 * @property {string} [merges] the branch that it brings in
 * @property {{ name: string, minutes?: number, message?: string }} [tag] `{{day}}` becomes its date; with a message it is annotated, so many minutes later
 */

/** @type {Change[]} */
const before = [
  {
    id: 'ci', day: -9, time: '10:15', by: 'jonas', subject: 'ci: run the tests on every push (#381)',
    files: { '.github/workflows/ci.yml': 'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: npm ci && npm test\n' },
  },
  {
    id: 'on-call', day: -9, time: '13:30', by: 'mei', subject: 'docs: how we are on call (#382)',
    files: { 'docs/on-call.md': '# On call\n\nOne week each, Monday to Monday. Whoever hands over says what was odd.\n' },
  },
  {
    id: 'timeout', day: -9, time: '15:05', by: 'anaBefore', subject: 'gateway: read the timeout from the configuration (#383)',
    files: {
      'src/config.ts': ['gateway: { url: string };', 'gateway: { url: string; timeoutMs: number };'],
      'src/gateway.ts': ['const TIMEOUT = 5_000;', 'const TIMEOUT = Number(process.env.GATEWAY_TIMEOUT_MS ?? 5_000);'],
    },
  },
  {
    id: 'undici', day: -8, time: '09:10', by: 'bot', subject: 'chore(deps): bump undici from 6.19.2 to 6.19.7 (#384)',
    body: 'Signed-off-by: dependabot[bot] <support@github.com>', files: { 'package.json': ['6.19.2', '6.19.7'] },
  },
  {
    id: 'backoff', day: -8, time: '09:50', by: 'jonas', subject: 'retry: wait longer after each attempt (#385)',
    files: { 'src/retry.ts': ['if (n === ATTEMPTS) throw error;', 'if (n === ATTEMPTS) throw error;\n      await new Promise((done) => setTimeout(done, 100 * 2 ** n));'] },
  },
  {
    id: 'order', day: -8, time: '11:20', by: 'priya', with: ['mei'], subject: 'queue: keep orders in the order of arrival (#386)',
    files: { 'src/queue.ts': ['export class OrderQueue {', '/** First in, first out. */\nexport class OrderQueue {'] },
  },
  {
    id: 'health', day: -8, time: '14:45', by: 'mei', subject: 'health: say which dependency is down (#387)', tag: { name: 'payments-{{day}}.1' },
    files: { 'src/health.ts': ['export function health(): { ok: boolean } {\n  return { ok: true };', "export function health(down: string[]): { ok: boolean; down: string[] } {\n  return { ok: down.length === 0, down };"] },
  },
  {
    id: 'staging', day: -7, time: '08:55', by: 'anaBefore', subject: 'config: staging has its own gateway (#388)',
    files: { 'config/staging.yaml': ['https://gateway.example.com/v2', 'https://gateway-staging.example.com/v2'] },
  },
  {
    id: 'idle', day: -7, time: '10:30', by: 'priya', subject: 'pool: close idle connections after a minute (#389)',
    files: { 'config/production.yaml': ['idleSeconds: 0', 'idleSeconds: 60'] },
  },
  {
    id: 'third', day: -7, time: '13:15', by: 'jonas', subject: 'test: cover the third attempt (#390)',
    files: {
      'test/third.test.ts': "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\nimport { withRetry } from '../src/retry.js';\n\ntest('the third attempt may succeed', async () => {\n  let n = 0;\n  assert.equal(await withRetry(async () => (++n < 3 ? Promise.reject(new Error('busy')) : 'paid')), 'paid');\n});\n",
    },
  },
  {
    id: 'dashboards', day: -7, time: '16:20', by: 'mei', subject: 'docs: where the dashboards are (#391)',
    files: { 'docs/on-call.md': ['what was odd.\n', 'what was odd.\n\nDashboards: Payments / Overview, Payments / Queue, Gateway / Latency.\n'] },
  },
  {
    id: 'idle-back', day: -6, time: '09:40', by: 'jonas', undoes: 'idle', subject: 'Revert "pool: close idle connections after a minute (#389)" (#392)',
    body: 'This reverts commit {{idle}}.\n\nThe gateway sees too many handshakes.',
  },
  {
    id: 'idle-five', day: -6, time: '11:00', by: 'priya', subject: 'pool: close idle connections after five minutes (#393)',
    tag: { name: 'payments-{{day}}.1', minutes: 12, message: 'Longer-lived connections' }, files: { 'config/production.yaml': ['idleSeconds: 0', 'idleSeconds: 300'] },
  },
  {
    id: 'count', day: -6, time: '14:10', by: 'anaBefore', subject: 'queue: count what waits (#394)',
    files: { 'src/queue.ts': ['  start(): void {', '  get length(): number {\n    return this.#waiting.size;\n  }\n\n  start(): void {'] },
  },
  {
    id: 'typescript', day: -5, time: '09:05', by: 'bot', subject: 'chore(deps-dev): bump typescript from 5.5.2 to 5.5.4 (#395)',
    body: 'Signed-off-by: dependabot[bot] <support@github.com>', files: { 'package.json': ['5.5.2', '5.5.4'] },
  },
  {
    id: 'named-error', day: -5, time: '10:45', by: 'mei', with: ['anaBefore'], subject: 'gateway: name the gateway in every error (#396)',
    files: { 'src/gateway.ts': ['export class Gateway {', "export class GatewayError extends Error {\n  override name = 'GatewayError';\n}\n\nexport class Gateway {"] },
  },
  {
    id: 'refused', day: -5, time: '13:35', by: 'jonas', subject: 'retry: leave refused cards alone (#397)',
    files: { 'src/retry.ts': ['if (n === ATTEMPTS) throw error;', "if (n === ATTEMPTS || (error as { code?: string }).code === 'REFUSED') throw error;"] },
  },
  {
    id: 'slow-gateway', day: -5, time: '15:50', by: 'priya', subject: 'docs: the runbook for a slow gateway (#398)',
    files: { 'docs/runbook.md': '# Runbook\n\n## The gateway is slow\n\n1. Gateway / Latency: all shops, or one?\n2. Their status page.\n3. Tell the shops before they ask.\n' },
  },
  {
    id: 'mailmap', day: -4, time: '09:25', by: 'ana', subject: 'mailmap: my new name (#399)',
    files: { '.mailmap': 'Ana Oliveira <ana.oliveira@example.com> Ana Costa <ana.costa@example.com>\n' },
  },
  {
    id: 'replicas', day: -4, time: '11:10', by: 'jonas', subject: 'config: production asks for two replicas (#400)', tag: { name: 'payments-{{day}}.1' },
    files: { 'config/production.yaml': ['replicas: 1', 'replicas: 2'] },
  },
  {
    id: 'queue-alert', day: -4, time: '14:55', by: 'mei', subject: 'queue: an alert on the length of the queue (#401)',
    files: { 'config/alerts.yaml': 'QueueLong:\n  when: payments_queue_length > 200\n  for: 3m\n' },
  },
  {
    id: 'close', day: -3, time: '10:05', by: 'priya', subject: 'main: stop taking orders before closing (#402)',
    files: { 'src/main.ts': ["process.on('SIGTERM', () => process.exit(0));", "process.on('SIGTERM', () => queue.close());"], 'src/queue.ts': ['  start(): void {', '  close(): void {\n    this.#open = false;\n  }\n\n  start(): void {'] },
  },
  {
    id: 'open', day: -3, time: '13:25', by: 'mei', subject: 'queue: a closed queue takes no orders (#403)',
    files: { 'src/queue.ts': ['  readonly #waiting = new Set<Order>();', '  readonly #waiting = new Set<Order>();\n  #open = true;'] },
  },
  {
    id: 'keep-build', day: -3, time: '16:05', by: 'jonas', subject: 'ci: keep the build for a week (#404)',
    files: { '.github/workflows/ci.yml': ['      - run: npm ci && npm test\n', '      - run: npm ci && npm test && npm run build\n      - uses: actions/upload-artifact@v4\n        with: { path: dist, retention-days: 7 }\n'] },
  },
  {
    id: 'waited', day: -2, time: '09:35', by: 'ana', branch: 'queue-waiting-time', subject: 'queue: measure how long an order waits',
    files: { 'src/queue.ts': ['  id: string;', '  id: string;\n  arrived?: number;'] },
  },
  {
    id: 'publish', day: -2, time: '10:50', by: 'ana', with: ['jonas'], branch: 'queue-waiting-time', subject: 'queue: publish the waiting time',
    files: { 'src/queue.ts': ['    this.#waiting.delete(order);', "    this.#waiting.delete(order);\n    console.log('waited', Date.now() - (order.arrived ?? 0));"] },
  },
  {
    id: 'merge-waiting', day: -2, time: '11:30', by: 'jonas', merges: 'queue-waiting-time',
    subject: 'Merge pull request #405 from payments/queue-waiting-time', body: 'Show how long an order waits',
  },
  {
    id: 'one-client', day: -2, time: '14:20', by: 'priya', with: ['ai'], subject: 'gateway: one client for all shops (#406)',
    tag: { name: 'payments-{{day}}.1', minutes: 20, message: 'One gateway client, waiting times' },
    files: { 'src/gateway.ts': ['  readonly #pool: Pool;', '  /** Shared by all shops: the gateway counts connections, not shops. */\n  readonly #pool: Pool;'] },
  },
  {
    id: 'quick-health', day: -1, time: '09:45', by: 'mei', subject: 'health: answer within a second (#407)',
    files: { 'src/health.ts': ['/** What the load balancer asks. */', '/** What the load balancer asks, once a second: never waits for the gateway. */'] },
  },
  {
    id: 'attempts', day: -1, time: '11:35', by: 'jonas', subject: 'retry: read the number of attempts from the environment (#408)',
    files: { 'src/retry.ts': ['const ATTEMPTS = 5;', 'const ATTEMPTS = Number(process.env.ATTEMPTS ?? 5);'] },
  },
  {
    id: 'pool-wait', day: -1, time: '15:15', by: 'priya', subject: 'pool: measure waiting for a connection (#409)',
    files: { 'config/alerts.yaml': ['QueueLong:', 'PoolWaiting:\n  when: payments_pool_wait_p95 > 0.5\n  for: 5m\nQueueLong:'] },
  },
];

/** @type {Change[]} */
const incident = [
  {
    id: 'yaml', day: 0, time: '12:21', by: 'bot', subject: 'chore(deps): bump yaml from 2.4.5 to 2.5.0 (#410)',
    body: 'Signed-off-by: dependabot[bot] <support@github.com>', files: { 'package.json': ['2.4.5', '2.5.0'] },
  },
  {
    id: 'status', day: 0, time: '12:38', by: 'ana', with: ['ai'], subject: 'gateway: show <b>retries</b> on the status page (#411)',
    files: { 'src/health.ts': ['{ ok: boolean; down: string[] } {', '{ ok: boolean; down: string[]; retries?: number } {'] },
  },
  {
    id: 'halve', day: 0, time: '13:41', by: 'priya', subject: 'payments: halve the connection pool (#412)',
    body: 'The gateway asked us to keep fewer connections open. Waiting was near zero all week.',
    tag: { name: 'payments-{{day}}.1', minutes: 9, message: 'Half the connections' }, files: { 'config/production.yaml': ['size: 40', 'size: 20'] },
  },
  {
    id: 'wait', day: 0, time: '14:18', by: 'priya', subject: 'payments: raise pool wait to 2 s',
    files: { 'config/production.yaml': ['idleSeconds: 300', 'idleSeconds: 300\n  waitMs: 2000'] },
  },
  {
    id: 'wait-back', day: 0, time: '14:31', by: 'priya', undoes: 'wait', subject: 'Revert "payments: raise pool wait to 2 s"',
    body: 'This reverts commit {{wait}}.\n\nThe queue grows faster with it.',
  },
  {
    id: 'halve-back', day: 0, time: '14:39', by: 'jonas', undoes: 'halve', subject: 'Revert "payments: halve the connection pool (#412)" (#413)',
    body: 'This reverts commit {{halve}}.',
  },
  {
    id: 'fix', day: 0, time: '14:47', by: 'jonas', with: ['mei'], subject: 'gateway: fix the retry storm, cap at 2 with jitter (#414)',
    body: 'Each timeout was tried five times at once, so a slow gateway got five times the load.',
    tag: { name: 'payments-{{day}}.2', minutes: 5, message: 'Retries capped' },
    files: { 'src/retry.ts': ['process.env.ATTEMPTS ?? 5', 'process.env.ATTEMPTS ?? 2'] },
  },
  {
    id: 'runbook', day: 0, time: '15:20', by: 'mei', subject: 'runbook: how to cap gateway retries (#415)',
    files: { 'docs/runbook.md': ['3. Tell the shops', '3. Retries: set ATTEMPTS=1 and restart one replica at a time.\n4. Tell the shops'] },
  },
  {
    id: 'retry-alert', day: 0, time: '16:40', by: 'ana', subject: 'gateway: an alert on retries (#416)', tag: { name: 'payments-{{day}}.3' },
    files: { 'config/alerts.yaml': ['QueueLong:', 'RetriesHigh:\n  when: payments_retries_per_charge > 0.2\n  for: 2m\nQueueLong:'] },
  },
  {
    id: 'by-measure', day: 0, time: '16:55', by: 'mei', branch: 'pool-by-measure', subject: 'pool: size it by the measured waiting',
    files: { 'docs/pool.md': '# The pool\n\nSize = charges a second × seconds a charge, doubled. Today: 9 × 1.8 × 2 = 33.\n' },
  },
  {
    id: 'one-step', day: 0, time: '17:25', by: 'ana', with: ['mei'], branch: 'pool-by-measure', subject: 'pool: change it on one replica first',
    files: { 'docs/pool.md': ['= 33.\n', '= 33.\n\nChange one replica, wait for a peak, then the other.\n'] },
  },
  {
    id: 'merge-measure', day: 0, time: '18:05', by: 'priya', merges: 'pool-by-measure',
    subject: 'Merge pull request #417 from payments/pool-by-measure', body: 'Say how the pool gets its size',
  },
];

/** Every change after the first commit, oldest first. */
export const history = [...before, ...incident];

/** The incident that the history holds, in UTC on day 0. */
export const trouble = { title: 'Payment timeouts', start: '14:02', end: '15:37' };
