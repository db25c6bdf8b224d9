import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { activated } from '../harness';

describe('with several folders', () => {
  it('there is no journal, and none is made', async () => {
    assert.ok((vscode.workspace.workspaceFolders?.length ?? 0) > 1);
    assert.equal((await activated<{ journal: unknown }>()).journal, undefined);
    void vscode.commands.executeCommand('leadDebrief.reflect');
    await vscode.commands.executeCommand('notifications.clearAll');
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) assert.equal(existsSync(path.join(uri.fsPath, '.lead-debrief')), false);
  });
});
