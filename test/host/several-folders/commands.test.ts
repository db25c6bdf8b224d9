import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Journal } from '../../../src/store/journal';
import { activated, until } from '../harness';
import { incidentOf, writeRecord } from '../records';

describe('with several folders', () => {
  const journals = (): string[] => (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => path.join(uri.fsPath, '.lead-debrief'));
  const current = async (): Promise<Journal | undefined> => (await activated<{ journal: Journal | undefined }>()).journal;

  before(() => {
    for (const folder of journals()) rmSync(folder, { recursive: true, force: true });
  });

  it('none of which has a journal, none is made until the first save', async () => {
    assert.ok(journals().length > 1);
    const journal = await current();
    await journal?.load();
    assert.deepEqual(journal?.entries(), []);
    assert.deepEqual(journals().map((folder) => existsSync(folder)), journals().map(() => false));
  });

  it('follows the folders: a journal in one that is added is the one', async () => {
    const [first, second = ''] = journals();
    writeRecord(second, incidentOf('0000000001', 'In the second', 2));
    const added = vscode.Uri.joinPath(vscode.Uri.file(path.dirname(second)), '..', 'third');
    await vscode.workspace.fs.createDirectory(added);
    const count = vscode.workspace.workspaceFolders?.length ?? 0;
    vscode.workspace.updateWorkspaceFolders(count, 0, { uri: added });
    const journal = await until('the journal of the second folder', async () => {
      const now = await current();
      await now?.load();
      return now?.records().some(({ title }) => title === 'In the second') && now;
    });
    const created = await journal.create(incidentOf('0000000002', 'Saved there', 1));
    assert.ok(created.ok);
    assert.equal(existsSync(first ?? ''), false);
    vscode.workspace.updateWorkspaceFolders(count, 1);
  });
});
