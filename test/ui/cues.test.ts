import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Incident } from '../../src/core/journal/schema';
import { until } from './harness/until';
import { daysAgo, foundJournal, withPlan, type JournalFiles } from './journalFiles';
import { openSample } from './sample';
import type { Workbench } from './workbench';

const PLAN = 'Your plan: When I next see a revert, I will ask what we know.';

/** An earlier incident with an open plan that has cues. */
function planned(): Incident {
  const record = withPlan('An earlier one', 'a revert', 'ask what we know', daysAgo(10));
  return { ...record, ...(record.plan && { plan: { ...record.plan, cues: [{ id: 'revert' }, { id: 'branch', pattern: 'hotfix/*' }] } }) };
}

describe('a plan at its cue', () => {
  let workbench: Workbench;
  let journal: JournalFiles;

  before(async () => {
    ({ workbench, journal } = await openSample({ records: () => [planned()] }));
    foundJournal(journal);
  });
  after(() => workbench?.close());

  const git = (...args: string[]) => execFileSync('git', ['-C', journal.workspace, '-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', ...args]);
  const ledger = (count: number) => journal.saved('An earlier one', `${count} entries of the ledger`, ({ plan }) => plan?.ledger?.length === count).then(({ plan }) => plan?.ledger ?? []);

  it('shows itself when a revert is committed here; what became of it is in its ledger', async () => {
    await until('the line', async () => { // nothing tells that it watches by now
      writeFileSync(path.join(journal.workspace, 'pool.txt'), '8');
      git('add', 'pool.txt');
      git('commit', '--quiet', '--message', 'payments: halve the pool');
      git('revert', '--no-edit', 'HEAD');
      await workbench.toast(PLAN).waitFor({ timeout: 3_000 });
      return true;
    });
    await workbench.toast(PLAN).getByRole('button', { name: 'Did It' }).click();
    const [entry] = await ledger(1);
    const head = execFileSync('git', ['-C', journal.workspace, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
    assert.deepEqual([entry?.did, entry?.event], ['acted', `revert ${head.slice(0, 12)}`]);
  });
});
