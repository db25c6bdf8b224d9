// @ts-check
// The day of the incident, as changes: a deploy goes wrong, is taken back and fixed.
import { bump, revert } from './changes.mjs';

/** @type {import('./history.mjs').Change[]} */
export const troubleDay = [
  bump({ id: 'yaml', day: 0, time: '12:21' }, { name: 'yaml', from: '2.4.5', to: '2.5.0', pull: 410 }),
  {
    id: 'status', day: 0, time: '12:38', by: 'ana', with: ['ai'],
    subject: 'gateway: show <b>retries</b> on the status page (#411)',
    files: {
      'src/health.ts': ['{ ok: boolean; down: string[] } {', '{ ok: boolean; down: string[]; retries?: number } {'],
    },
  },
  {
    id: 'halve', day: 0, time: '13:41', by: 'priya',
    subject: 'payments: halve the connection pool (#412)',
    body: 'The gateway asked us to keep fewer connections open. Waiting was near zero all week.',
    tag: { name: 'payments-{{day}}.1', minutes: 9, message: 'Half the connections' },
    files: { 'config/production.yaml': ['size: 40', 'size: 20'] },
  },
  {
    id: 'wait', day: 0, time: '14:18', by: 'priya',
    subject: 'payments: raise pool wait to 2 s',
    files: { 'config/production.yaml': ['idleSeconds: 300', 'idleSeconds: 300\n  waitMs: 2000'] },
  },
  revert(
    { id: 'wait-back', day: 0, time: '14:31', by: 'priya' },
    { undoes: 'wait', subject: 'payments: raise pool wait to 2 s', why: 'The queue grows faster with it.' },
  ),
  revert(
    { id: 'halve-back', day: 0, time: '14:39', by: 'jonas' },
    { undoes: 'halve', subject: 'payments: halve the connection pool (#412)', pull: 413 },
  ),
  {
    id: 'fix', day: 0, time: '14:47', by: 'jonas', with: ['mei'],
    subject: 'gateway: fix the retry storm, cap at 2 with jitter (#414)',
    body: 'Each timeout was tried five times at once, so a slow gateway got five times the load.',
    tag: { name: 'payments-{{day}}.2', minutes: 5, message: 'Retries capped' },
    files: { 'src/retry.ts': ['process.env.ATTEMPTS ?? 5', 'process.env.ATTEMPTS ?? 2'] },
  },
  {
    id: 'runbook', day: 0, time: '15:20', by: 'mei',
    subject: 'runbook: how to cap gateway retries (#415)',
    files: {
      'docs/runbook.md': [
        '3. Tell the shops',
        '3. Retries: set ATTEMPTS=1 and restart one replica at a time.\n4. Tell the shops',
      ],
    },
  },
  {
    id: 'retry-alert', day: 0, time: '16:40', by: 'ana',
    subject: 'gateway: an alert on retries (#416)',
    tag: { name: 'payments-{{day}}.3' },
    files: {
      'config/alerts.yaml': [
        'QueueLong:',
        'RetriesHigh:\n  when: payments_retries_per_charge > 0.2\n  for: 2m\nQueueLong:',
      ],
    },
  },
  {
    id: 'by-measure', day: 0, time: '16:55', by: 'mei', branch: 'pool-by-measure',
    subject: 'pool: size it by the measured waiting',
    files: {
      'docs/pool.md': '# The pool\n\nSize = charges a second × seconds a charge, doubled. Today: 9 × 1.8 × 2 = 33.\n',
    },
  },
  {
    id: 'one-step', day: 0, time: '17:25', by: 'ana', with: ['mei'], branch: 'pool-by-measure',
    subject: 'pool: change it on one replica first',
    files: { 'docs/pool.md': ['= 33.\n', '= 33.\n\nChange one replica, wait for a peak, then the other.\n'] },
  },
  {
    id: 'merge-measure', day: 0, time: '18:05', by: 'priya', merges: 'pool-by-measure',
    subject: 'Merge pull request #417 from payments/pool-by-measure',
    body: 'Say how the pool gets its size',
  },
];
