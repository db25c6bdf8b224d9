// @ts-check
// The sample's first days, as changes: an everyday service.
import { bump, revert } from './changes.mjs';

/** @type {import('./history.mjs').Change[]} */
export const firstDays = [
  {
    id: 'ci', day: -9, time: '10:15', by: 'jonas',
    subject: 'ci: run the tests on every push (#381)',
    files: {
      '.github/workflows/ci.yml':
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: npm ci && npm test\n',
    },
  },
  {
    id: 'on-call', day: -9, time: '13:30', by: 'mei',
    subject: 'docs: how we are on call (#382)',
    files: {
      'docs/on-call.md': '# On call\n\nOne week each, Monday to Monday. Whoever hands over says what was odd.\n',
    },
  },
  {
    id: 'timeout', day: -9, time: '15:05', by: 'anaBefore',
    subject: 'gateway: read the timeout from the configuration (#383)',
    files: {
      'src/config.ts': ['gateway: { url: string };', 'gateway: { url: string; timeoutMs: number };'],
      'src/gateway.ts': ['const TIMEOUT = 5_000;', 'const TIMEOUT = Number(process.env.GATEWAY_TIMEOUT_MS ?? 5_000);'],
    },
  },
  bump({ id: 'undici', day: -8, time: '09:10' }, { name: 'undici', from: '6.19.2', to: '6.19.7', pull: 384 }),
  {
    id: 'backoff', day: -8, time: '09:50', by: 'jonas',
    subject: 'retry: wait longer after each attempt (#385)',
    files: {
      'src/retry.ts': [
        'if (n === ATTEMPTS) throw error;',
        'if (n === ATTEMPTS) throw error;\n      await new Promise((done) => setTimeout(done, 100 * 2 ** n));',
      ],
    },
  },
  {
    id: 'order', day: -8, time: '11:20', by: 'priya', with: ['mei'],
    subject: 'queue: keep orders in the order of arrival (#386)',
    files: { 'src/queue.ts': ['export class OrderQueue {', '/** First in, first out. */\nexport class OrderQueue {'] },
  },
  {
    id: 'health', day: -8, time: '14:45', by: 'mei',
    subject: 'health: say which dependency is down (#387)',
    tag: { name: 'payments-{{day}}.1' },
    files: {
      'src/health.ts': [
        'export function health(): { ok: boolean } {\n  return { ok: true };',
        'export function health(down: string[]): { ok: boolean; down: string[] } {\n  return { ok: down.length === 0, down };',
      ],
    },
  },
  {
    id: 'staging', day: -7, time: '08:55', by: 'anaBefore',
    subject: 'config: staging has its own gateway (#388)',
    files: { 'config/staging.yaml': ['https://gateway.example.com/v2', 'https://gateway-staging.example.com/v2'] },
  },
  {
    id: 'idle', day: -7, time: '10:30', by: 'priya',
    subject: 'pool: close idle connections after a minute (#389)',
    files: { 'config/production.yaml': ['idleSeconds: 0', 'idleSeconds: 60'] },
  },
  {
    id: 'third', day: -7, time: '13:15', by: 'jonas',
    subject: 'test: cover the third attempt (#390)',
    files: {
      'test/third.test.ts': [
        "import assert from 'node:assert/strict';",
        "import { test } from 'node:test';",
        "import { withRetry } from '../src/retry.js';",
        '',
        "test('the third attempt may succeed', async () => {",
        '  let n = 0;',
        "  const attempt = async () => (++n < 3 ? Promise.reject(new Error('busy')) : 'paid');",
        "  assert.equal(await withRetry(attempt), 'paid');",
        '});',
        '',
      ].join('\n'),
    },
  },
  {
    id: 'dashboards', day: -7, time: '16:20', by: 'mei',
    subject: 'docs: where the dashboards are (#391)',
    files: {
      'docs/on-call.md': [
        'what was odd.\n',
        'what was odd.\n\nDashboards: Payments / Overview, Payments / Queue, Gateway / Latency.\n',
      ],
    },
  },
  revert(
    { id: 'idle-back', day: -6, time: '09:40', by: 'jonas' },
    { undoes: 'idle', subject: 'pool: close idle connections after a minute (#389)', pull: 392, why: 'The gateway sees too many handshakes.' },
  ),
  {
    id: 'idle-five', day: -6, time: '11:00', by: 'priya',
    subject: 'pool: close idle connections after five minutes (#393)',
    tag: { name: 'payments-{{day}}.1', minutes: 12, message: 'Longer-lived connections' },
    files: { 'config/production.yaml': ['idleSeconds: 0', 'idleSeconds: 300'] },
  },
  {
    id: 'count', day: -6, time: '14:10', by: 'anaBefore',
    subject: 'queue: count what waits (#394)',
    files: {
      'src/queue.ts': [
        '  start(): void {',
        '  get length(): number {\n    return this.#waiting.size;\n  }\n\n  start(): void {',
      ],
    },
  },
  bump({ id: 'typescript', day: -5, time: '09:05' }, { name: 'typescript', from: '5.5.2', to: '5.5.4', pull: 395, dev: true }),
  {
    id: 'named-error', day: -5, time: '10:45', by: 'mei', with: ['anaBefore'],
    subject: 'gateway: name the gateway in every error (#396)',
    files: {
      'src/gateway.ts': [
        'export class Gateway {',
        "export class GatewayError extends Error {\n  override name = 'GatewayError';\n}\n\nexport class Gateway {",
      ],
    },
  },
  {
    id: 'refused', day: -5, time: '13:35', by: 'jonas',
    subject: 'retry: leave refused cards alone (#397)',
    files: {
      'src/retry.ts': [
        'if (n === ATTEMPTS) throw error;',
        "if (n === ATTEMPTS || (error as { code?: string }).code === 'REFUSED') throw error;",
      ],
    },
  },
  {
    id: 'slow-gateway', day: -5, time: '15:50', by: 'priya',
    subject: 'docs: the runbook for a slow gateway (#398)',
    files: {
      'docs/runbook.md':
        '# Runbook\n\n## The gateway is slow\n\n1. Gateway / Latency: all shops, or one?\n2. Their status page.\n3. Tell the shops before they ask.\n',
    },
  },
];
