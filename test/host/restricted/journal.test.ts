import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Journal } from '../../../src/store/journal';
import { activated, journalFolder, withoutJournal } from '../harness';
import { fileOf, incidentOf } from '../records';

describe('in Restricted Mode', () => {
  it('the journal works', async () => {
    withoutJournal();
    assert.equal(vscode.workspace.isTrusted, false);
    const { journal } = await activated<{ journal: Journal }>();
    await journal.load();
    const record = incidentOf('0000000009', 'Held up', 2);
    const created = await journal.create(record);
    assert.ok(created.ok, created.ok ? '' : created.reason);
    assert.equal(existsSync(fileOf(journalFolder(), record)) || journal.get(record.id)?.state === 'ok', true);
  });
});
