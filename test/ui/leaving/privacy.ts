import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { servedSettings } from '../../../tools/host/settings.mjs';
import { FULL, PEOPLE } from '../../unit/share/records';
import { until } from '../harness/until';
import { JournalFiles, waiting } from '../journalFiles';
import { paletteByKeys, pickByKeys } from '../keys';
import { layoutFindings, setPanelWidth } from '../layout';
import type { Group } from '../oneWindow';
import { putPeople } from '../record';
import { closeEditors } from '../reflection';
import type { Workbench } from '../workbench';

const OTHER = 'Storm of alerts';

export const privacy: Group = (begin) => describe('privacy that can be checked', () => {
  let workbench: Workbench;
  let journal: JournalFiles;

  before(async () => {
    ({ workbench, journal } = await begin((folder) => {
      putPeople(new JournalFiles(folder), PEOPLE.people);
      return [FULL, waiting(OTHER, { stakes: 'PRIYA said: ask José' })];
    }));
  });

  const page = (): FrameLocator => workbench.panel();
  const says = (text: string | RegExp) => page().getByText(text).first().waitFor();
  const button = (name: string | RegExp) => page().getByRole('button', { name });
  const dialog = () => workbench.dialog;
  const answer = (name: string) => dialog().getByRole('button', { name, exact: true }).click();
  const git = (...args: string[]) => execFileSync('git', ['-C', journal.workspace, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { stdio: 'pipe' });

  /** Goes on with Tab until that has the focus, and presses it. */
  async function pressByKeys(name: string | RegExp): Promise<void> {
    await until(`the focus on ${String(name)}`, async () => {
      if (await button(name).first().evaluate((each) => each === (each as unknown as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement)) return true;
      await workbench.page.keyboard.press('Tab');
      return false;
    });
    await workbench.page.keyboard.press('Enter');
  }

  it('says where the files are, who can read them and what git would take along, and has the folder ignore itself, by keys alone', async () => {
    await paletteByKeys(workbench, 'Debrief: Check Privacy');
    await says(journal.folder);
    await says(/^The journal: (?:only you|everybody who has an account on this machine can read)/); // as the folder of the test is
    await says('4 people are named');
    await says('3 of its files are neither ignored nor tracked');
    await pressByKeys('Have the Folder Ignore Itself');
    await says(/^Git ignores all of its \d files\.$/);
    assert.match(readFileSync(path.join(journal.folder, '.gitignore'), 'utf8'), /^\*$/m);
    await says('No commit of this clone holds any of it');
    await button(/^Open Folder \S+\.lead-debrief$/).click();
    await workbench.page.locator('.explorer-folders-view .monaco-list-row.selected', { hasText: '.lead-debrief' }).waitFor();
  });

  it('has Local History leave the journal out, after showing what is set, and takes that back', async () => {
    const set = (): string => (existsSync(servedSettings(workbench.data)) ? readFileSync(servedSettings(workbench.data), 'utf8') : '');
    await button('Leave the Journal Out…').click();
    await dialog().getByText('"**/*.debrief.json": true').waitFor();
    await answer('Cancel');
    assert.doesNotMatch(set(), /localHistory/);
    await button('Leave the Journal Out…').click();
    await answer('Set It');
    await says('Local History leaves the journal’s files out.');
    await until('the setting', () => /"workbench\.localHistory\.exclude": \{\s*"\*\*\/\*\.debrief\.json": true/.test(set()));
    await button('Take That Back…').click();
    await answer('Take It Back');
    await button('Leave the Journal Out…').waitFor();
    await until('the setting to be gone', () => !set().includes('debrief.json'));
  });

  it('says that it was committed and pushed, and what to do; in each theme and in a narrow panel', async () => {
    execFileSync('git', ['init', '--quiet', '--bare', path.join(journal.workspace, '../far.git')]);
    git('add', '--force', '.lead-debrief');
    git('commit', '--quiet', '--message', 'By accident');
    git('remote', 'add', 'far', path.join(journal.workspace, '../far.git'));
    git('push', '--quiet', 'far', 'HEAD:main');
    await button('Look Again').click();
    await says('It is on a remote, so it has left this machine or came from there.');
    await says('What cannot be undone: whoever has fetched');
    await button(/^Copy the command git -C \S+ rm -r --cached --quiet \.$/).click();
    await page().getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
    for (const theme of ['light', 'hc', 'hc-light', 'dark'] as const) {
      await workbench.setTheme(theme);
      assert.deepEqual(await workbench.axe(page()), [], theme);
    }
    await setPanelWidth(workbench, 480, 900);
    assert.deepEqual(await layoutFindings(workbench, page()), []);
    await closeEditors(workbench);
  });

  /** Everything of the journal that names her. */
  const named = (): string[] => [...journal.files(), path.join(journal.folder, 'debrief-people.json')].filter((file) => /priya/i.test(readFileSync(file, 'utf8')));
  const contents = (): unknown[] => [...journal.files(), path.join(journal.folder, 'debrief-people.json')].map((file) => JSON.parse(readFileSync(file, 'utf8')) as unknown);

  const asksForAlias = () => workbench.quickInput.message.filter({ hasText: 'What shall stand instead of Priya Nair?' }).waitFor();

  it('replaces a name by an alias everywhere, after showing each place, and one undo brings it back, by keys alone', async () => {
    const before = contents();
    await paletteByKeys(workbench, 'Debrief: Replace a Name by an Alias…');
    await pickByKeys(workbench, 'Priya Nair');
    await asksForAlias();
    await workbench.quickInput.type('Nair the Heron');
    await workbench.quickInput.message.filter({ hasText: 'A part of the name is still in it.' }).waitFor();
    await workbench.quickInput.enter('Heron');
    await workbench.quickInput.title.filter({ hasText: 'Priya Nair → Heron: 7 places in 2 incidents' }).waitFor();
    await workbench.quickInput.row('Payment timeouts, found by Priya').waitFor();
    await workbench.quickInput.press('Enter');
    await dialog().getByText('It does not reach:').waitFor();
    await workbench.pressInDialog('Enter');
    await workbench.toast('The name is replaced in 3 files.').waitFor();
    assert.deepEqual(named(), []);
    assert.match(journal.read('Payment timeouts, found by Heron').evidence?.[0]?.title ?? '', /^Merge branch Heron\/pool$/);
    assert.deepEqual(journal.people().people[0], { id: 'p-1', name: 'Heron', alias: 'Heron' });
    await workbench.palette('Debrief: Undo Replacing a Name');
    await workbench.toast('The name is back.').waitFor();
    assert.deepEqual(contents(), before);
  });

  it('leaves an incident that was changed meanwhile, says so, and looks again', async () => {
    await workbench.palette('Debrief: Replace a Name by an Alias…');
    await workbench.quickInput.pick('Priya Nair');
    await asksForAlias();
    await workbench.quickInput.enter('Heron');
    await workbench.quickInput.row('PRIYA said: ask José').waitFor();
    await workbench.quickInput.press('Enter');
    await dialog().waitFor();
    journal.edit(OTHER, (record) => ({ ...record, stakes: 'PRIYA said: ask José, and Priya was right' }));
    await answer('Replace');
    await workbench.toast(`Changed meanwhile, and left as it is: ${OTHER}.`).getByRole('button', { name: 'Look Again' }).click();
    await workbench.quickInput.row('PRIYA said: ask José, and Priya was right').waitFor();
    await workbench.quickInput.press('Enter');
    await answer('Replace');
    await workbench.toast('The name is replaced in one file.').waitFor();
    assert.equal(journal.read(OTHER).stakes, 'Heron said: ask José, and Heron was right');
    assert.deepEqual(named(), []);
  });
});
