import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { until } from '../harness/until';
import { allowLinks, dialog, followLink } from '../incidentLinks';
import type { JournalFiles } from '../journalFiles';
import { daysAgo, withPlan } from '../journalFiles';
import type { Group } from '../oneWindow';
import { HistoryTree } from '../reflection';
import type { Workbench } from '../workbench';

export const openIncident: Group = (begin) => describe('an incident that runs', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  let second: Workbench;

  before(async () => {
    ({ workbench, journal } = await begin());
    second = await workbench.openWindow(journal.workspace);
  });

  const clock = (window: Workbench, words: RegExp) => window.page.locator('[id="lead-debrief.lead-debrief.leadDebrief.clock"]', { hasText: words });
  const asked = (window: Workbench, title: string) => window.quickInput.title.filter({ hasText: title }).waitFor();

  /** The title of the only incident that there is. */
  const titleNow = () => (JSON.parse(readFileSync(journal.files()[0] ?? '', 'utf8')) as { title: string }).title;

  /** Answers one step of quick input with the keyboard. */
  async function answer(window: Workbench, title: string, text = ''): Promise<void> {
    await asked(window, title);
    await window.quickInput.typeByKeys(text);
    await window.quickInput.press('Enter');
  }

  async function chord(window: Workbench, key: string): Promise<void> {
    await window.page.bringToFront();
    await window.page.keyboard.press('Control+k');
    await window.page.getByText('(Ctrl+K) was pressed. Waiting for second key of chord...').first().waitFor();
    await window.page.keyboard.press(`Alt+${key}`);
  }

  it('is declared with two keys; its clock is in each window, and is there again when the extensions start anew', async () => {
    await workbench.page.bringToFront();
    await workbench.palette('Debrief: Declare an Incident');
    await answer(workbench, 'Declare an Incident (1 of 2)');
    await answer(workbench, 'Declare an Incident (2 of 2)');
    for (const window of [workbench, second]) await clock(window, /^\s*0 min · Incident \d\d:\d\d\s*$/).waitFor();
    await second.killExtensionHost();
    await clock(second, /min · Incident/).waitFor();
  });

  it('takes foresight notes with one chord: the first step is enough; the commit is kept, and no view shows them', async () => {
    await chord(workbench, 'n');
    await answer(workbench, '(1 of 3)', 'The cache is cold');
    await answer(workbench, '(2 of 3)', '60');
    await answer(workbench, '(3 of 3)', 'It warms up');
    await workbench.page.getByText('Noted. It stays sealed until your reflection.').waitFor();
    await chord(workbench, 'n');
    await answer(workbench, '(1 of 3)', 'It is the network');
    await asked(workbench, '(2 of 3)');
    await workbench.quickInput.cancel();
    const title = titleNow();
    const record = await journal.saved(title, 'both notes', ({ foresight }) => foresight?.length === 2);
    const head = execFileSync('git', ['-C', journal.workspace, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
    const notes = record.foresight?.map(({ belief, sure, next, head: at }) => ({ belief, sure, next, head: at }));
    assert.deepEqual(notes, [
      { belief: 'The cache is cold', sure: 60, next: 'It warms up', head },
      { belief: 'It is the network', sure: undefined, next: undefined, head },
    ]);
    await workbench.showSidebar();
    await new HistoryTree(workbench).row(title).waitFor();
    const contents = await Promise.all(workbench.page.frames().map((frame) => frame.content().catch(() => ''))); // one that is gone meanwhile shows nothing
    for (const content of contents) assert.ok(!content.includes('The cache is cold'));
  });

  it('is handed over, began earlier, and is resolved in another window; the clock goes in both', async () => {
    await second.page.bringToFront();
    await clock(second, /Incident/).click();
    await second.quickInput.pick('Hand Over the Lead…');
    await answer(second, 'Hand Over the Lead', 'Ana');
    await journal.saved(titleNow(), 'who leads', ({ incidentNotes }) => incidentNotes?.length === 1);
    await workbench.palette('Debrief: Change Start Time…');
    await asked(workbench, 'Change Start Time');
    await workbench.quickInput.type('2999-01-01 00:00');
    await workbench.quickInput.message.filter({ hasText: 'The start is in the future.' }).waitFor();
    const day = new Date(Date.now() - 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    await workbench.quickInput.enter(day);
    for (const window of [workbench, second]) await clock(window, /^\s*1 h( \d min)? · /).waitFor();
    await workbench.palette('Debrief: Hide Contents'); // in one window, for all
    for (const window of [workbench, second]) await clock(window, /^\s*1 h( \d min)?\s*$/).waitFor();
    await chord(second, 'r');
    await second.toast(/An incident is over\. It took 1 h/).waitFor();
    await second.palette('Debrief: Show Contents');
    for (const window of [workbench, second]) await clock(window, /./).waitFor({ state: 'detached' });
    await workbench.showSidebar();
    await new HistoryTree(workbench).row(titleNow()).waitFor(); // the window that is closed next has told this one
    await second.close();
  });

  it('comes back, and is called off', async () => {
    await workbench.palette('Debrief: Reopen…');
    await workbench.quickInput.row(titleNow()).waitFor();
    await answer(workbench, 'Reopen');
    await clock(workbench, /1 h/).waitFor();
    await workbench.palette('Debrief: Cancel (False Alarm)');
    await workbench.toast(/is called off: a false alarm\./).waitFor();
    await clock(workbench, /./).waitFor({ state: 'detached' });
    const [record] = journal.files().map((file) => JSON.parse(execFileSync('cat', [file], { encoding: 'utf8' })) as { incidentNotes: { text: string }[]; cancelled: string });
    assert.ok(record?.cancelled);
    const notes = record.incidentNotes.map(({ text }) => text);
    assert.match(notes[0] ?? '', /^Ana leads from \d\d:\d\d\.$/);
    assert.match(notes[1] ?? '', /^The start was changed from \d\d:\d\d to \d\d:\d\d\.$/);
    assert.match(notes[2] ?? '', /^It came back\. It had been over at \d\d:\d\d\.$/);
    assert.equal(notes.length, 3);
  });

  it('shows the last plan when it is declared; its moment that came is noted for it', async () => {
    journal.add(withPlan('An earlier one', 'two alerts at once', 'say who leads', daysAgo(10)));
    await workbench.showSidebar();
    await new HistoryTree(workbench).row('An earlier one').waitFor();
    await chord(workbench, 'd');
    await answer(workbench, '(1 of 2)', 'Checkout errors');
    await answer(workbench, '(2 of 2)', 'SEV-2');
    const toast = workbench.toast('Your plan: When I next see two alerts at once, I will say who leads.');
    await toast.getByRole('button', { name: 'Its Moment Came' }).click();
    await workbench.quickInput.pick('It came, and I did it');
    const declared = await journal.saved('Checkout errors', 'its severity', ({ severity }) => severity === 'sev2');
    const earlier = await journal.saved('An earlier one', 'the moment', ({ plan }) => plan?.ledger?.length === 1);
    assert.equal(earlier.plan?.ledger?.[0]?.incident, declared.id);
  });

  it('is counted where two run, and Resolve asks which; without one, commands say so', async () => {
    await chord(workbench, 'd');
    await answer(workbench, '(1 of 2)', 'Search lag');
    await answer(workbench, '(2 of 2)');
    await clock(workbench, /^\s*2 incidents open\s*$/).waitFor();
    for (const title of ['Search lag', 'Checkout errors']) {
      await chord(workbench, 'r');
      if (title === 'Search lag') await workbench.quickInput.pick(title);
      await journal.saved(title, 'the end', ({ window }) => window.end);
      if (title === 'Search lag') await clock(workbench, /· Checkout errors/).waitFor(); // else it would ask once more which
    }
    await clock(workbench, /./).waitFor({ state: 'detached' });
    await workbench.palette('Notifications: Clear All Notifications'); // the editor shows three at most
    await until('the answer', async () => { // of several within a second the editor shows none
      await chord(workbench, 'n');
      await workbench.toast('No incident is open.').getByRole('button', { name: 'Declare an Incident' }).first().waitFor({ timeout: 3_000 });
      return true;
    });
  });

  it('comes and goes by a link: said first, as plain text; leaving changes nothing, and what is over stays over', async () => {
    const title = 'R&D <b>down</b> [here](command:workbench.action.quit)';
    const open = `id=PD1&state=triggered&sev=P1&title=${encodeURIComponent(title.replace('&', '%26'))}&start=${new Date(Date.now() - 3_600_000).toISOString()}&url=https%3A%2F%2Fexample.com%2F1%3Fa%3D1%26b%3D2`;
    const before = journal.files().length;
    await followLink(workbench, open);
    await allowLinks(workbench);
    const adding = dialog(workbench).filter({ hasText: 'Add an incident from a link?' });
    for (const words of [`“${title}”`, 'Severity: SEV-1 critical (“P1”)', 'Source: pagerduty, there called PD1', 'Address: https://example.com/1?a=1&b=2']) await adding.getByText(words).waitFor();
    assert.equal(await adding.locator('b, a[href], a[data-href]').count(), 0);
    await workbench.pressInDialog('Escape');
    await adding.waitFor({ state: 'detached' });
    assert.equal(journal.files().length, before);

    await followLink(workbench, open);
    await adding.getByRole('button', { name: 'Add It' }).click();
    await clock(workbench, /^\s*1 h( \d min)? · R&D/).waitFor();
    const { claims } = await journal.saved(title, 'the claim', (record) => record.claims?.length === 1);
    assert.deepEqual([claims?.[0]?.source, claims?.[0]?.ref, claims?.[0]?.urls], ['pagerduty', 'PD1', ['https://example.com/1?a=1&b=2']]);

    await workbench.palette('Debrief: Hide Contents');
    await clock(workbench, /^\s*1 h( \d min)?\s*$/).waitFor();
    await followLink(workbench, 'id=PD1&state=resolved');
    await workbench.toast('Contents are hidden, and this would show some of them.').getByRole('button', { name: 'Show Contents' }).click();
    const closing = dialog(workbench).filter({ hasText: `A link says that “${title}” is over. Resolve it?` });
    await closing.getByRole('button', { name: 'Resolve It' }).click();
    await clock(workbench, /./).waitFor({ state: 'detached' });
    const { window } = await journal.saved(title, 'the end', (record) => record.window.end);
    assert.equal(window.endFrom, 'pagerduty');

    await workbench.palette('Notifications: Clear All Notifications');
    await followLink(workbench, open);
    await workbench.toast(/is there already .* The link changes nothing\./).waitFor();
    assert.deepEqual(journal.read(title).window, window);
    await followLink(workbench, 'state=open&title={{incident.title}}');
    await workbench.toast('The link was not followed. The link has a placeholder that was not filled in: {{incident.title}}').waitFor();
  });

  it('has a link to copy: its facts, or the placeholders of a tool', async () => {
    await workbench.palette('Debrief: Copy Incident Link…');
    await workbench.quickInput.pick('PagerDuty');
    await workbench.toast('Copied a link for PagerDuty.').getByRole('button', { name: 'Open the Recipes' }).click();
    await workbench.page.locator('.tab', { hasText: 'links.md' }).waitFor();
    await workbench.palette('Developer: Open URL');
    await workbench.quickInput.message.filter({ hasText: 'URL to open' }).waitFor();
    await until('the link that was copied', async () => {
      await workbench.quickInput.input.press('Control+v'); // the page that was opened may take the focus late
      return (await workbench.quickInput.input.inputValue()).startsWith('code-oss://lead-debrief.lead-debrief/incident?v=1&source=pagerduty&state={{incident.status}}');
    });
    await workbench.quickInput.cancel();
  });
});
