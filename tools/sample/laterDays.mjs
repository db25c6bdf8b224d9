// @ts-check
// The days until the incident, as changes: a name changes, a branch is merged.

/** @type {import('./history.mjs').Change[]} */
export const laterDays = [
  {
    id: 'mailmap', day: -4, time: '09:25', by: 'ana',
    subject: 'mailmap: my new name (#399)',
    files: { '.mailmap': 'Ana Oliveira <ana.oliveira@example.com> Ana Costa <ana.costa@example.com>\n' },
  },
  {
    id: 'replicas', day: -4, time: '11:10', by: 'jonas',
    subject: 'config: production asks for two replicas (#400)',
    tag: { name: 'payments-{{day}}.1' },
    files: { 'config/production.yaml': ['replicas: 1', 'replicas: 2'] },
  },
  {
    id: 'queue-alert', day: -4, time: '14:55', by: 'mei',
    subject: 'queue: an alert on the length of the queue (#401)',
    files: { 'config/alerts.yaml': 'QueueLong:\n  when: payments_queue_length > 200\n  for: 3m\n' },
  },
  {
    id: 'close', day: -3, time: '10:05', by: 'priya',
    subject: 'main: stop taking orders before closing (#402)',
    files: {
      'src/main.ts': ["process.on('SIGTERM', () => process.exit(0));", "process.on('SIGTERM', () => queue.close());"],
      'src/queue.ts': ['  start(): void {', '  close(): void {\n    this.#open = false;\n  }\n\n  start(): void {'],
    },
  },
  {
    id: 'open', day: -3, time: '13:25', by: 'mei',
    subject: 'queue: a closed queue takes no orders (#403)',
    files: {
      'src/queue.ts': [
        '  readonly #waiting = new Set<Order>();',
        '  readonly #waiting = new Set<Order>();\n  #open = true;',
      ],
    },
  },
  {
    id: 'keep-build', day: -3, time: '16:05', by: 'jonas',
    subject: 'ci: keep the build for a week (#404)',
    files: {
      '.github/workflows/ci.yml': [
        '      - run: npm ci && npm test\n',
        '      - run: npm ci && npm test && npm run build\n      - uses: actions/upload-artifact@v4\n        with: { path: dist, retention-days: 7 }\n',
      ],
    },
  },
  {
    id: 'waited', day: -2, time: '09:35', by: 'ana', branch: 'queue-waiting-time',
    subject: 'queue: measure how long an order waits',
    files: { 'src/queue.ts': ['  id: string;', '  id: string;\n  arrived?: number;'] },
  },
  {
    id: 'publish', day: -2, time: '10:50', by: 'ana', with: ['jonas'], branch: 'queue-waiting-time',
    subject: 'queue: publish the waiting time',
    files: {
      'src/queue.ts': [
        '    this.#waiting.delete(order);',
        "    this.#waiting.delete(order);\n    console.log('waited', Date.now() - (order.arrived ?? 0));",
      ],
    },
  },
  {
    id: 'merge-waiting', day: -2, time: '11:30', by: 'jonas', merges: 'queue-waiting-time',
    subject: 'Merge pull request #405 from payments/queue-waiting-time',
    body: 'Show how long an order waits',
  },
  {
    id: 'one-client', day: -2, time: '14:20', by: 'priya', with: ['ai'],
    subject: 'gateway: one client for all shops (#406)',
    tag: { name: 'payments-{{day}}.1', minutes: 20, message: 'One gateway client, waiting times' },
    files: {
      'src/gateway.ts': [
        '  readonly #pool: Pool;',
        '  /** Shared by all shops: the gateway counts connections, not shops. */\n  readonly #pool: Pool;',
      ],
    },
  },
  {
    id: 'quick-health', day: -1, time: '09:45', by: 'mei',
    subject: 'health: answer within a second (#407)',
    files: {
      'src/health.ts': [
        '/** What the load balancer asks. */',
        '/** What the load balancer asks, once a second: never waits for the gateway. */',
      ],
    },
  },
  {
    id: 'attempts', day: -1, time: '11:35', by: 'jonas',
    subject: 'retry: read the number of attempts from the environment (#408)',
    files: { 'src/retry.ts': ['const ATTEMPTS = 5;', 'const ATTEMPTS = Number(process.env.ATTEMPTS ?? 5);'] },
  },
  {
    id: 'pool-wait', day: -1, time: '15:15', by: 'priya',
    subject: 'pool: measure waiting for a connection (#409)',
    files: {
      'config/alerts.yaml': ['QueueLong:', 'PoolWaiting:\n  when: payments_pool_wait_p95 > 0.5\n  for: 5m\nQueueLong:'],
    },
  },
];
