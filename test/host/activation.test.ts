import assert from 'node:assert/strict';
import type { Journal } from '../../src/store/journal';
import { activated, extension, journalFolder, withoutJournal } from './harness';
import { incidentOf, writeRecord } from './records';

describe('activation', () => {
  it('reads nothing of the journal, which is read once it is asked for', async function () {
    if (extension().isActive) return this.skip(); // the editor was faster: what activation itself did cannot be told any more
    withoutJournal();
    writeRecord(journalFolder(), incidentOf('0000000000', 'There before', 3));
    const { journal } = await activated<{ journal: Journal }>();
    assert.deepEqual(journal.entries(), []);
    await journal.load();
    assert.deepEqual(journal.entries().map((entry) => entry.state === 'ok' && entry.record.title), ['There before']);
  });

  it('returns the journal and nothing else', async () => {
    const api = await activated<Record<string, unknown>>();
    assert.deepEqual(Object.keys(api), ['journal']);
  });

  it('is asked for after the start of the editor, and by panels that come back', () => {
    const manifest = extension().packageJSON as { activationEvents: string[] };
    assert.ok(manifest.activationEvents.includes('onStartupFinished'));
    assert.ok(manifest.activationEvents.includes('onWebviewPanel:leadDebrief.reflection'));
  });
});
