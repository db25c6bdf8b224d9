import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Incident } from '../../src/core/journal/schema';
import { buildBare } from '../bench/bareExtensions';
import { seen, times } from '../torture/row';
import type { Order, Report } from '../torture/window';
import { freshFolder, freshSample } from './harness/folders';
import { until } from './harness/until';
import { JournalFiles, waiting } from './journalFiles';
import { openWorkbench } from './workbench';

const ROUNDS = times(8, 1000);
/** For all rounds of both windows, in milliseconds. */
const PATIENCE = times(60_000, 1_800_000);

/** An editor on a folder, in two windows, each with our extension (which asks and looks as it does by itself) and the one that saves. */
async function openTwoWindows(folder: string, talk: string): Promise<{ close(): Promise<void> }> {
  const saves = path.join(freshFolder(), 'window');
  await buildBare(saves, { id: 'torture.window', source: '../../torture/window.ts', activationEvents: ['onStartupFinished'] });
  const settings = { 'leadDebrief.prompt.enabled': undefined, 'leadDebrief.sources.documents': undefined, 'leadDebrief.sources.git': undefined };
  const first = await openWorkbench({ folder, settings, beside: [saves], env: { TORTURE_WINDOWS: talk } });
  const second = await first.openWindow(folder);
  return { close: async () => (await second.close(), await first.close()) };
}

const named = (talk: string, ending: string): readonly string[] => readdirSync(talk).filter((name) => name.endsWith(ending));

function order(talk: string, what: Order): void {
  const file = path.join(talk, 'start.json');
  writeFileSync(`${file}.new`, JSON.stringify(what));
  renameSync(`${file}.new`, file);
}

describe('two windows of the editor that change one incident', function () {
  this.timeout(PATIENCE + 180_000);

  it(`${ROUNDS} times each at the same time: nothing acknowledged is lost, nothing is there twice`, () =>
    seen('twoWindows', async () => {
      const [folder, talk] = [await freshSample(), freshFolder()];
      const journal = new JournalFiles(folder);
      const record = waiting('Two windows');
      const file = journal.add(record);
      const editor = await openTwoWindows(folder, talk);
      try {
        await until('both windows', () => named(talk, '.ready').length === 2, 120_000);
        order(talk, { incident: record.id, rounds: ROUNDS });
        await until('both windows to have saved', () => named(talk, '.done').length === 2, PATIENCE);
      } finally {
        await editor.close();
      }
      const reports = named(talk, '.done').map((name) => JSON.parse(readFileSync(path.join(talk, name), 'utf8')) as Report);
      const notes = ((JSON.parse(readFileSync(file, 'utf8')) as Incident).incidentNotes ?? []).map(({ id }) => id);
      const acknowledged = reports.flatMap((report) => report.acknowledged);
      assert.ok(acknowledged.length > 0 && existsSync(file));
      return {
        often: ROUNDS,
        lost: acknowledged.filter((id) => !notes.includes(id)).length,
        wrong: { twice: notes.length - new Set(notes).size, refused: reports.flatMap(({ refused }) => refused).length },
        seen: `${acknowledged.length} saves`,
      };
    }));
});
