import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Journal } from '../../src/store/journal';
import { activated, extension, journalFolder, until, withoutJournal } from './harness';
import { incidentOf, readRecord, writeRecord } from './records';

interface Api {
  readonly journal: Journal;
}

/** The titles of the tabs that are open. */
function tabs(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
}

describe('commands, in a real workspace', () => {
  let journal: Journal;

  before(async () => {
    withoutJournal();
    ({ journal } = await activated<Api>());
    await journal.load();
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** Writes a record and waits until the journal shows it. */
  async function shown(...parameters: Parameters<typeof incidentOf>): Promise<string> {
    const file = writeRecord(journalFolder(), incidentOf(...parameters));
    await journal.refresh();
    await until('the journal to show it', () => journal.get(parameters[0]));
    return file;
  }

  it('are all there that the manifest names', async () => {
    const there = new Set(await vscode.commands.getCommands(true));
    const manifest = extension().packageJSON as { contributes: { commands: { command: string }[] } };
    assert.deepEqual(manifest.contributes.commands.map(({ command }) => command).filter((command) => !there.has(command)), []);
  });

  it('open a reflection once: again reveals it', async () => {
    await shown('0000000001', 'Checkout errors', 3);
    await vscode.commands.executeCommand('leadDebrief.openReflection', '0000000001');
    await vscode.commands.executeCommand('leadDebrief.openReflection', '0000000001');
    await until('the panel', () => tabs().includes('Checkout errors'));
    assert.equal(tabs().filter((label) => label === 'Checkout errors').length, 1);
  });

  it('open the file of an incident, and no other file', async () => {
    const file = await shown('0000000002', 'Search lag', 4);
    await vscode.commands.executeCommand('leadDebrief.openFile', path.relative(journalFolder(), file).replaceAll('\\', '/'));
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, file);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('leadDebrief.openFile', '../package.json');
    assert.deepEqual(tabs(), []);
  });

  it('delete an incident by a field, and undo it', async () => {
    const file = await shown('0000000003', 'Login loop', 5);
    const before = readRecord(file);
    void vscode.commands.executeCommand('leadDebrief.deleteIncident', '0000000003'); // ends with its notification
    await until('it to be hidden', () => !journal.entries().some((entry) => entry.state === 'ok' && entry.record.id === '0000000003'));
    assert.ok(existsSync(file), 'the file stays');
    assert.match(readRecord(file).deleted?.was ?? '', /^[0-9a-f]{16}$/);
    await vscode.commands.executeCommand('leadDebrief.undoDelete');
    await until('it to be back', () => journal.entries().some((entry) => entry.state === 'ok' && entry.record.id === '0000000003'));
    assert.deepEqual(readRecord(file), before);
  });

  it('do nothing where there is nothing to do', async () => {
    for (const command of ['next', 'back', 'undoDelete']) await vscode.commands.executeCommand(`leadDebrief.${command}`);
    await vscode.commands.executeCommand('leadDebrief.openReflection');
    await vscode.commands.executeCommand('leadDebrief.deleteIncident', 'nobody0000');
    await vscode.commands.executeCommand('leadDebrief.openReflection', 'nobody0000');
    await vscode.commands.executeCommand('leadDebrief.openFile', 'nobody.debrief.json');
    assert.deepEqual(tabs(), []);
  });

  it('say that there is no plan where there is none, and change nothing', async () => {
    const file = await shown('0000000007', 'Without a plan', 9);
    const before = readRecord(file);
    for (const command of ['notePlan', 'closePlan']) await vscode.commands.executeCommand(`leadDebrief.${command}`);
    await vscode.commands.executeCommand('notifications.clearAll');
    assert.deepEqual(readRecord(file), before);
  });

  it('take a deletion of one incident back without touching another', async () => {
    const files = [await shown('0000000008', 'First to go', 10), await shown('000000000a', 'Second to go', 11)];
    for (const id of ['0000000008', '000000000a']) {
      void vscode.commands.executeCommand('leadDebrief.deleteIncident', id); // ends with its notification
      await until('it to be hidden', () => journal.deletedEntries().some((entry) => entry.state === 'ok' && entry.record.id === id));
    }
    await vscode.commands.executeCommand('leadDebrief.undoDelete');
    await until('the second to be back', () => journal.deletedEntries().length === 1);
    await vscode.commands.executeCommand('leadDebrief.undoDelete');
    await until('both to be back', () => journal.deletedEntries().length === 0);
    assert.deepEqual(files.map((file) => readRecord(file).deleted), [undefined, undefined]);
  });

  it('never write a file that cannot be read', async () => {
    const file = await shown('0000000004', 'Half written', 6);
    const broken = '{ "format": 1, "id": "0000000004", "ti';
    writeFileSync(file, broken);
    await journal.refresh([file]);
    await until('the journal to say so', () => journal.get('0000000004')?.state === 'unreadable');
    const result = await journal.update('0000000004', (record) => ({ ...record, title: 'other' }));
    assert.equal(result.ok, false);
    assert.equal((await vscode.workspace.openTextDocument(file)).getText(), broken);
  });

  for (const [command, id] of [['tags', '000000000b'], ['rename', '000000000c']] as const) {
    it(`leave an incident as it was where ${command} is answered without a change`, async () => {
      const file = await shown(id, `Stays as it is: ${command}`, 12, { tags: ['checkout', 'third party'] });
      const before = readRecord(file);
      let isOver = false;
      void vscode.commands.executeCommand(`leadDebrief.${command}`, id).then(() => (isOver = true));
      await until('the question to be answered', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return isOver;
      });
      assert.deepEqual(readRecord(file), before);
    });
  }

  it('arrange the history', async () => {
    for (const command of ['groupByState', 'sortTitle', 'groupByYear', 'sortNewest']) await vscode.commands.executeCommand(`leadDebrief.${command}`);
  });

  it('show growth in the side bar', async () => {
    await vscode.commands.executeCommand('leadDebrief.showGrowth');
  });

  it('follow a hand edit in a journal that was made in this window', async () => {
    const file = await shown('0000000005', 'Before the edit', 7);
    writeFileSync(file, `${JSON.stringify({ ...readRecord(file), title: 'After the edit' }, null, 2)}\n`);
    await until('the edit', () => {
      const entry = journal.get('0000000005');
      return entry?.state === 'ok' && entry.record.title === 'After the edit';
    });
  });

  it('check a journal file in the editor, by the schema that ships', async () => {
    const file = await shown('0000000006', 'Wrong kind', 8);
    writeFileSync(file, JSON.stringify({ ...readRecord(file), kind: 'reel' }));
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    const found = await until('a diagnostic', () => {
      const [first] = vscode.languages.getDiagnostics(document.uri);
      return first;
    });
    assert.match(found.message, /real|drill|shadow/);
  });
});
