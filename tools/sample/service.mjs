// @ts-check
// The sample service as its first commit has it: small files that could be anybody's.

/** @type {Record<string, string>} */
export const firstFiles = {
  'README.md': `# payments

Takes card payments for the shops: an order comes in, waits in a queue, goes to the card gateway, and the shop hears what became of it.

    npm ci && npm test
    npm start -- --config config/staging.yaml

On call? Start with docs/runbook.md.
`,
  'package.json': `{
  "name": "payments",
  "private": true,
  "type": "module",
  "scripts": { "start": "node dist/main.js", "build": "tsc", "test": "node --test" },
  "dependencies": { "undici": "6.19.2", "yaml": "2.4.5" },
  "devDependencies": { "typescript": "5.5.2" }
}
`,
  'tsconfig.json': `{ "compilerOptions": { "strict": true, "target": "ES2022", "module": "nodenext", "outDir": "dist" }, "include": ["src"] }
`,
  '.gitignore': `node_modules/
dist/
`,
  '.github/CODEOWNERS': `*            @payments/team
/src/queue.ts  @ana-oliveira @mei-lin
/src/pool.ts   @priya-nair
/config/       @jonas-weber
`,
  'config/production.yaml': `pool:
  size: 40
  idleSeconds: 0
gateway:
  url: https://gateway.example.com/v2
replicas: 1
`,
  'config/staging.yaml': `pool:
  size: 4
  idleSeconds: 0
gateway:
  url: https://gateway.example.com/v2
replicas: 1
`,
  'src/main.ts': `import { readConfig } from './config.js';
import { Gateway } from './gateway.js';
import { OrderQueue } from './queue.js';

const config = await readConfig(process.argv[3] ?? 'config/staging.yaml');
const gateway = new Gateway(config);
const queue = new OrderQueue((order) => gateway.charge(order));
process.on('SIGTERM', () => process.exit(0));
queue.start();
`,
  'src/config.ts': `import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

export interface Config {
  pool: { size: number; idleSeconds: number };
  gateway: { url: string };
  replicas: number;
}

export async function readConfig(file: string): Promise<Config> {
  return parse(await readFile(file, 'utf8'));
}
`,
  'src/pool.ts': `import { Pool } from 'undici';
import type { Config } from './config.js';

/** Connections to the gateway. A request waits until one is free. */
export function connect(config: Config): Pool {
  return new Pool(config.gateway.url, { connections: config.pool.size });
}
`,
  'src/gateway.ts': `import type { Pool } from 'undici';
import type { Config } from './config.js';
import { connect } from './pool.js';
import type { Order } from './queue.js';
import { withRetry } from './retry.js';

const TIMEOUT = 5_000;

export class Gateway {
  readonly #pool: Pool;

  constructor(config: Config) {
    this.#pool = connect(config);
  }

  async charge(order: Order): Promise<void> {
    await withRetry(() =>
      this.#pool.request({ path: '/charge', method: 'POST', body: JSON.stringify(order), headersTimeout: TIMEOUT }),
    );
  }
}
`,
  'src/retry.ts': `const ATTEMPTS = 5;

/** Tries again when the gateway does not answer. */
export async function withRetry<T>(attempt: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (n === ATTEMPTS) throw error;
    }
  }
}
`,
  'src/queue.ts': `export interface Order {
  id: string;
  shop: string;
  cents: number;
}

export class OrderQueue {
  readonly #waiting = new Set<Order>();

  constructor(private readonly handle: (order: Order) => Promise<void>) {}

  add(order: Order): void {
    this.#waiting.add(order);
  }

  start(): void {
    setInterval(() => this.#next(), 10);
  }

  async #next(): Promise<void> {
    const [order] = this.#waiting;
    if (!order) return;
    this.#waiting.delete(order);
    await this.handle(order);
  }
}
`,
  'src/health.ts': `/** What the load balancer asks. */
export function health(): { ok: boolean } {
  return { ok: true };
}
`,
  'test/retry.test.ts': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withRetry } from '../src/retry.js';

test('an answer at the first attempt is returned', async () => {
  assert.equal(await withRetry(async () => 'paid'), 'paid');
});
`,
};
