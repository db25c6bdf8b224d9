import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { remove } from '../../../src/core/journal/deletion';
import type { Incident } from '../../../src/core/journal/schema';
import { digest } from '../../../src/store/digest';
import { until } from '../harness/until';
import type { JournalFiles } from '../journalFiles';
import { daysAgo, draft, put, waiting } from '../journalFiles';
import { paletteByKeys, pickByKeys } from '../keys';
import type { Group } from '../oneWindow';
import { modalOf } from '../placing';
import { HistoryTree, openFromTree } from '../reflection';
import type { Workbench } from '../workbench';

const FACTS = 'debrief-journal.json';
const DELETED = 'Deleted where others have it';

export const twofold: Group = (begin) => describe('a journal that is shared through git', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  const title = 'Payment timeouts';
  const base = (): Incident =>
    draft(title, 'facts', { role: 'commander', promises: [{ id: 'promise1', text: 'Tell them', state: 'open' }], reflection: { path: 'short', started: daysAgo(0), screen: 'facts' } });

  before(async () => {
    ({ workbench, journal } = await begin(() => [base(), remove(waiting(DELETED, { stakes: 'A night of sleep' }), daysAgo(1), digest)]));
    writeFileSync(path.join(journal.folder, FACTS), `${JSON.stringify({ format: 1, id: 'k3f9q2m7xa', shared: false }, null, 2)}\n`);
  });

  function git(...args: string[]): string {
    const who = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com'];
    return execFileSync('git', ['-C', journal.workspace, ...who, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  function commit(change: Partial<Incident>): void {
    journal.edit(title, (record) => ({ ...record, ...change }));
    git('add', '--force', journal.file(title));
    git('commit', '--quiet', '--message', 'Journal');
  }

  it('a file in conflict becomes readable, and says so; a clash is settled by keys, beside its field or in the list above', async () => {
    const file = journal.file(title);
    const branch = git('branch', '--show-current').trim();
    commit({});
    git('checkout', '--quiet', '-b', 'other');
    commit({ role: 'standby', promises: [{ id: 'promise1', text: 'Tell them', state: 'kept' }] });
    git('checkout', '--quiet', branch);
    commit({ role: 'responder', promises: [{ id: 'promise1', text: 'Tell them', state: 'dropped' }] });
    await openFromTree(workbench, title);
    assert.throws(() => git('merge', '--quiet', 'other'), 'git leaves a conflict');
    const toast = workbench.toast(/Merged \d{4}-\d\d-\d\d payment-timeouts\. Stage it with git add\./);
    await toast.waitFor();
    assert.equal(readFileSync(file, 'utf8').includes('<<<<<<<'), false);
    assert.notEqual(git('ls-files', '--unmerged'), '', 'nothing was staged');

    const history = new HistoryTree(workbench);
    await until('the row to say so', async () => (await history.row(title).textContent())?.includes('changed in two places'));
    const reflection = await openFromTree(workbench, title);
    const role = reflection.page.getByRole('group', { name: 'Changed in two places: What I mostly did' });
    await role.getByText('Stood by').waitFor();
    assert.equal(await role.getByRole('button', { name: 'Keep both' }).count(), 0, 'a role is one word');
    const promise = reflection.page.getByRole('group', { name: 'Changed in two places: What became of a promise' });
    await promise.getByText('What became of a promise. It says “Dropped” here, and in another place:').waitFor();
    await picture('clash');
    assert.deepEqual(await workbench.axe(reflection.page), []);

    await reflection.choice('Worked on the fix').focus();
    await reflection.tabTo('kind');
    await workbench.page.keyboard.press('Shift+Tab');
    await reflection.focusIsOn('Keep theirs');
    await workbench.page.keyboard.press('Enter');
    await journal.saved(title, 'the role', ({ role: now, clashes }) => now === 'standby' && clashes?.length === 1);
    await role.waitFor({ state: 'detached' });
    await until('something to have the focus', async () => (await reflection.focused()) !== 'BODY');

    await promise.getByRole('button', { name: 'Keep mine' }).press('Enter');
    const settled = await journal.saved(title, 'the promise', ({ clashes }) => clashes === undefined);
    assert.equal(settled.promises?.[0]?.state, 'dropped');
    await promise.waitFor({ state: 'detached' });
    await until('the row to say nothing of it', async () => !(await history.row(title).textContent())?.includes('changed in two places'));
  });

  it('sharing says what it means, lets git see the journal, and is taken back by the same command', async () => {
    const read = (name: string): string => (existsSync(path.join(journal.folder, name)) ? readFileSync(path.join(journal.folder, name), 'utf8') : '');
    put(path.join(journal.folder, '.gitignore'), '*\nmine/\n');
    const head = git('rev-parse', 'HEAD');
    const staged = git('diff', '--cached', '--name-only');
    const modal = modalOf(workbench);

    await workbench.palette('Debrief: Share Journal Through Git…');
    await modal.getByText(/the names in debrief-people\.json, and your foresight notes/).waitFor();
    await picture('share');
    await modal.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(read('.gitignore'), '*\nmine/\n');

    await workbench.palette('Debrief: Share Journal Through Git…');
    await modal.getByRole('button', { name: 'Share It' }).click();
    await workbench.toast('Git sees the journal now. Commit and push it when you want to.').waitFor();
    assert.deepEqual([read('.gitignore'), read('.gitattributes')], ['mine/\n.lock*\n*.tmp\n', '*.json text eol=lf\n']);
    assert.match(read(FACTS), /"shared": true/);
    await deleteForEver(DELETED);

    await workbench.palette('Debrief: Share Journal Through Git…');
    await modal.getByText(/rm -r --cached/).waitFor();
    await picture('stop');
    await modal.getByRole('button', { name: 'Stop Sharing' }).click();
    await workbench.toast('Git does not see new files of the journal any more.').waitFor();
    assert.deepEqual([read('.gitignore'), read('.gitattributes')], ['mine/\n*\n', '']);
    assert.match(read(FACTS), /"shared": false/);
    assert.deepEqual([git('rev-parse', 'HEAD'), git('diff', '--cached', '--name-only')], [head, staged], 'nothing was staged or committed');
  });

  /** In a shared journal its file stays, and says only that it was deleted. */
  async function deleteForEver(name: string): Promise<void> {
    const file = journal.file(name);
    await paletteByKeys(workbench, 'Debrief: Recently Deleted…');
    await pickByKeys(workbench, name);
    await pickByKeys(workbench, 'Delete for Ever…');
    const modal = modalOf(workbench);
    await modal.getByText(/Git and other clones of this journal keep it in their history\./).waitFor();
    await modal.getByRole('button', { name: 'Delete for Ever' }).press('Enter');
    await workbench.toast(`${name} is deleted for ever.`).waitFor();
    const left = JSON.parse(readFileSync(file, 'utf8')) as Incident;
    assert.ok(left.deleted);
    assert.ok(!JSON.stringify(left).includes(name) && !JSON.stringify(left).includes('A night of sleep'));
  }

  /** Pictures to look at, where they are asked for. */
  async function picture(name: string): Promise<void> {
    const folder = process.env.TWOFOLD_PICTURES;
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    for (const theme of ['dark', 'light', 'hc'] as const) {
      await workbench.setTheme(theme);
      await workbench.page.screenshot({ path: path.join(folder, `${name}-${theme}.png`) });
    }
  }
});
