import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { seen, times } from '../../torture/row';
import { anyCommand } from './modelCommands';
import { Desk } from './modelDesk';

/** Commands in one sequence, at most. */
const LONGEST = 25;

describe('a journal and a plain map', function () {
  this.timeout(times(120_000, 3_600_000));

  it('hold the same after any sequence of commands, in memory, in another window and on the disk', () =>
    seen('model', async () => {
      const often = times(50, 2000);
      let [commands, faults] = [0, 0];
      const property = fc.asyncProperty(fc.array(anyCommand, { minLength: 1, maxLength: LONGEST }), async (sequence) => {
        const folder = mkdtempSync(join(tmpdir(), 'lead-debrief-model-'));
        try {
          const desk = await Desk.open(folder);
          for (const command of sequence) {
            await command.run(desk);
            await desk.holds();
            commands++;
          }
          await desk.holdsEverywhere();
          faults += desk.faults;
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      });
      const outcome = await fc.check(property, { numRuns: often });
      assert.ok(!outcome.failed, fc.defaultReportMessage(outcome));
      assert.ok(faults > 0, 'no write failed');
      return { often, lost: 0, seen: `${commands} commands, ${faults} failing writes` };
    }));
});
