import assert from 'node:assert/strict';
import { ANY_TIME } from './anyTime';
import { until } from './harness/until';
import type { JournalFiles } from './journalFiles';
import { daysAgo, withPlan } from './journalFiles';
import { closeEditors, ReflectionPage } from './reflection';
import { openSample } from './sample';
import type { Workbench } from './workbench';
import { Wire } from './wire/wire';

const TITLE = 'Checkout errors';

/** What reading git may ask it: nothing of these writes, or reaches a remote. */
const READS = ['cat-file', 'check-ignore', 'check-mailmap', 'config -z --get-regexp', 'diff-tree', 'for-each-ref', 'log', 'ls-files', 'ls-tree', 'remote', 'rev-list', 'rev-parse', 'show'];

/** From the first minute to the last question, in two windows that are open all the time. What they reach for meanwhile is recorded. */
describe('the whole life of an incident', () => {
  const wire = new Wire();
  let first: Workbench;
  let second: Workbench;
  let journal: JournalFiles;

  before(async () => {
    ({ workbench: first, journal } = await openSample({ settings: { ...ANY_TIME, 'leadDebrief.prompt.restMinutes': 90 }, ...wire.options }));
    journal.add(withPlan('Night job ran twice', 'two alerts at once', 'say who leads', daysAgo(20)));
    second = await first.openWindow(journal.workspace);
  });
  after(() => first?.close());

  const windows = () => [first, second];
  const clock = (window: Workbench) => window.page.locator('[id="lead-debrief.lead-debrief.leadDebrief.clock"]');
  const clocksRun = () => Promise.all(windows().map((window) => clock(window).filter({ hasText: `min · ${TITLE}` }).waitFor()));
  const clocksAreGone = () => Promise.all(windows().map((window) => clock(window).waitFor({ state: 'detached' })));

  async function run(window: Workbench, command: string, ...answers: readonly (readonly [step: string, text: string])[]): Promise<void> {
    await window.page.bringToFront();
    await window.palette(`Debrief: ${command}`);
    for (const [step, text] of answers) {
      await window.quickInput.title.filter({ hasText: step }).waitFor();
      await window.quickInput.typeByKeys(text);
      await window.quickInput.press('Enter');
    }
  }

  it('declared here, noted there, handed over, resolved there, back again, and over', async () => {
    await run(first, 'Declare an Incident', ['(1 of 2)', TITLE], ['(2 of 2)', 'SEV-2']);
    await first.toast('Your plan: When I next see two alerts at once, I will say who leads.').waitFor();
    await clocksRun();
    await run(second, 'Note What I Believe', ['(1 of 3)', 'The pool is too small'], ['(2 of 3)', '60'], ['(3 of 3)', 'It gets worse']);
    await journal.saved(TITLE, 'the note', ({ foresight }) => foresight?.length === 1);
    await run(first, 'Hand Over the Lead…', ['Hand Over', 'Ana']);
    await journal.saved(TITLE, 'the handover', ({ incidentNotes }) => incidentNotes?.length === 1);
    await run(second, 'Resolve the Incident…');
    await clocksAreGone();
    await run(first, 'Reopen…', ['Reopen', TITLE]);
    await clocksRun();
    await run(first, 'Resolve the Incident…');
    await clocksAreGone();
    const { window, incidentNotes } = journal.read(TITLE);
    assert.ok(window.end);
    assert.deepEqual(incidentNotes?.map(({ text }) => text.replaceAll(/\d\d:\d\d/g, 'hh:mm')), ['Ana leads from hh:mm.', 'It came back. It had been over at hh:mm.']);
  });

  it('waits for the rest, and then asks once, in one window', async () => {
    await run(second, 'Why Did It Ask?');
    await second.quickInput.rows.filter({ hasText: /the rest of 90 minutes lasts until .*\d\d:\d\d/ }).first().waitFor();
    await second.quickInput.cancel();
    // Hours go by: it began and ended that much earlier.
    journal.edit(TITLE, (record) => ({ ...record, window: { ...record.window, start: daysAgo(0.2), end: daysAgo(0.1) } }));
    const question = (window: Workbench) => window.toast(`${TITLE} ended`);
    const asking = await until('one window to ask', async () => {
      for (const window of windows()) if (await question(window).isVisible()) return window;
      return undefined;
    });
    await asking.page.bringToFront();
    await question(asking).hover(); // it stays for as long as the mouse is over it, else for ten seconds
    const other = asking === first ? second : first;
    await run(other, 'Why Did It Ask?');
    await other.quickInput.rows.filter({ hasText: TITLE }).filter({ hasText: /Waiting: it asked at .*\d\d:\d\d, and leaves you time for an answer until the next working day\./ }).waitFor();
    assert.equal(await question(other).count(), 0);
    await other.quickInput.cancel();
    await asking.page.bringToFront();
    await question(asking).getByRole('button', { name: 'Start', exact: true }).click();
    await new ReflectionPage(asking).shows('lastPlan');
    assert.equal(await question(other).count(), 0);
    [first, second] = [asking, other];
  });

  it('is looked back at: the plan is asked about, and the notes are open beside what happened', async () => {
    const reflection = new ReflectionPage(first);
    await reflection.choice('It came, and I did it').check();
    await reflection.next();
    await reflection.shows('facts');
    assert.equal(await reflection.choice('Led').isChecked(), true);
    await reflection.choice('Rough').check();
    await reflection.next();
    await reflection.shows('guess');
    for (const frame of first.page.frames()) assert.ok(!(await frame.content()).includes('The pool is too small'));
    await reflection.next();
    await reflection.shows('evidence');
    await reflection.page.getByText('The pool is too small It gets worse').waitFor();
    await reflection.page.getByText(/^Ana leads from \d\d:\d\d\.$/).waitFor();
    await reflection.page.getByText(/^It came back\./).waitFor();
    await reflection.page.getByRole('group', { name: 'Did it happen?' }).getByRole('radio', { name: 'Yes' }).check();
    await reflection.next();
    await reflection.shows('ratings');
    await reflection.next();
    await reflection.shows('nextPlan');
    await reflection.choice('It stays. No new one this time').check();
    await reflection.next();
    await reflection.shows('summary');
    const record = await journal.saved(TITLE, 'the end', ({ reflection: { finished } = {} as never }) => finished);
    assert.equal(record.foresight?.[0]?.judged, 'yes');
    const before = journal.read('Night job ran twice');
    assert.deepEqual(before.plan?.ledger?.map(({ did, incident }) => [did, incident]), [['acted', record.id]]);
  });

  it('is seen in the dashboard, found again, read, shared, and checked for who else can see it', async () => {
    await first.page.bringToFront();
    await closeEditors(first);
    await first.palette('Debrief: Show Growth in an Editor');
    await first.panel().getByRole('heading', { name: 'Behaviours' }).waitFor();
    await first.palette('Debrief: Search Reflections…');
    await first.quickInput.type('pool small');
    await first.quickInput.rows.filter({ hasText: TITLE }).waitFor();
    await first.quickInput.press('Enter');
    await first.panel().getByRole('heading', { name: TITLE }).waitFor();
    await first.palette('Debrief: Share…');
    await first.quickInput.pick('This reflection');
    await first.panel().locator('pre').filter({ hasText: 'The pool is too small' }).waitFor();
    await first.panel().getByRole('button', { name: 'Copy', exact: true }).click();
    await first.palette('Debrief: Check Privacy');
    const privacy = first.panel();
    await privacy.getByText('Git ignores all of its').waitFor();
    await privacy.getByText('The journal: only you.').waitFor();
    assert.deepEqual(await first.axe(privacy), []);
  });

  it('and nothing of it has left the machine, nor tried to', async () => {
    const kinds = (calls: readonly { readonly kind: string }[]) => [...new Set(calls.map(({ kind }) => kind))].sort();
    assert.equal(wire.hosts, 2);
    const ours = wire.ours();
    assert.deepEqual(kinds(ours), ['spawn']);
    const commands = ours.map(({ what }) => /^\S*git(?:\.exe)? \S*git(?:\.exe)? --no-pager (?:-c \S+ )+-C .+? ([a-z][a-z-]+(?: -z --get-regexp)?) /.exec(what)?.[1] ?? what);
    assert.deepEqual([...new Set(commands)].filter((command) => !READS.includes(command)), []);
    assert.deepEqual(wire.unknown(), [], 'whose stack names nobody');

    for (const { page, requests } of windows()) {
      const own = new URL(page.url()).origin;
      const outside = requests.filter((url) => !url.startsWith(own) && !/^(?:data|blob|about):/.test(url));
      assert.deepEqual(outside.filter((url) => !/\.vscode-resource\.vscode-cdn\.net$/.test(new URL(url).host)), []); // made up by the editor for its own files, and answered by it
    }

    // The same recorder, in the same process, sees an extension that calls out in every way.
    await first.palette('Control: Call Out');
    await first.toast('The control has called out.').waitFor();
    assert.deepEqual(kinds(wire.control()), ['dgram', 'dns', 'fetch', 'http', 'http2', 'https', 'net.connect', 'spawn', 'tls.connect', 'worker']);
  });
});
