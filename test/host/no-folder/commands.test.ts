import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated } from '../harness';

describe('without a folder', () => {
  it('there is no journal', async () => {
    assert.equal((await activated<{ journal: unknown }>()).journal, undefined);
  });

  it('every command is there and says why it does nothing, without an error', async () => {
    for (const command of ['reflect', 'notePlan', 'closePlan', 'openReflection']) {
      // Each ends with its notification, which waits for an answer.
      void vscode.commands.executeCommand(`leadDebrief.${command}`);
    }
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('leadDebrief.showGrowth');
    assert.ok((await vscode.commands.getCommands(true)).includes('leadDebrief.reflect'));
  });
});
