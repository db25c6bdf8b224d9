import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Incident } from '../../src/core/journal/schema';
import type { PromptHistory } from '../../src/core/prompting/history';
import { ANY_TIME } from './anyTime';
import { leaveSettings } from './finding';
import { until } from './harness/until';
import { anId, daysAgo, type JournalFiles, waiting } from './journalFiles';
import { closeEditors, ReflectionPage } from './reflection';
import { openSample } from './sample';
import type { Workbench } from './workbench';

const HOURS = 1 / 24;

/** A record of an incident that ended some hours ago. */
const overSince = (hours: number, title: string, more: Partial<Incident> = {}): Incident =>
  waiting(title, { window: { start: daysAgo((hours + 1.2) * HOURS), end: daysAgo((hours + 0.2) * HOURS) }, ...more });
/** One that runs. */
const openSince = (hours: number, title: string): Incident => ({ format: 1, id: anId(), title, kind: 'real', window: { start: daysAgo((hours + 0.2) * HOURS) } });

/** The question about an incident, in one window. */
const question = (window: Workbench, title: string) => window.toast(new RegExp(`${title} ended .* ago\\. Five minutes to look back at it\\?`));
const press = (window: Workbench, title: string, button: string) => question(window, title).getByRole('button', { name: button, exact: true }).click();

/** *Why Did It Ask?*: the lines as they are read, by their labels. */
async function why(window: Workbench): Promise<ReadonlyMap<string, string>> {
  await window.page.bringToFront();
  await window.palette('Debrief: Why Did It Ask?');
  await window.quickInput.title.filter({ hasText: 'Why Did It Ask?' }).waitFor();
  await window.quickInput.rows.first().waitFor();
  const rows = await window.quickInput.rows.all();
  const lines = await Promise.all(rows.map(async (row) => [await row.locator('.label-name').first().textContent(), await row.locator('.quick-input-list-label-meta').textContent()] as const));
  return new Map(lines.map(([label, detail]) => [label ?? '', detail ?? '']));
}

/** Opens *Why Did It Ask?*, checks one line, and leaves it open. */
async function whyLine(window: Workbench, label: string, expected: RegExp): Promise<void> {
  const lines = await until(`the line ${label}`, async () => {
    const seen = await why(window);
    if (expected.test(seen.get(label) ?? '')) return seen;
    await window.quickInput.cancel();
    throw new Error(JSON.stringify([...seen]));
  });
  assert.match(lines.get(label) ?? '', expected);
}

async function clearToasts(window: Workbench): Promise<void> {
  await window.palette('Notifications: Clear All Notifications');
  await window.page.locator('.notification-toast').first().waitFor({ state: 'detached' });
}

/** What is stored for the one journal of an editor. */
function stored(window: Workbench): PromptHistory {
  const folder = path.join(window.data, 'data', 'User', 'globalStorage', 'lead-debrief.lead-debrief', 'prompts');
  const [file, ...others] = readdirSync(folder).filter((name) => name.endsWith('.json'));
  assert.deepEqual(others, []);
  return JSON.parse(readFileSync(path.join(folder, file ?? ''), 'utf8')) as PromptHistory;
}

const lastAnswer = (window: Workbench, { id }: Pick<Incident, 'id'>) => stored(window).asked.findLast(({ incident }) => incident === id)?.answer;

describe('after an incident', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  before(async () => {
    ({ workbench, journal } = await openSample({ settings: ANY_TIME }));
  });
  after(() => workbench?.close());

  it('it asks once it is resolved; Start opens the reflection', async () => {
    await workbench.palette('Debrief: Declare an Incident');
    await workbench.quickInput.title.filter({ hasText: '(1 of 2)' }).waitFor();
    await workbench.quickInput.enter('Payment timeouts');
    await workbench.quickInput.title.filter({ hasText: '(2 of 2)' }).waitFor();
    await workbench.quickInput.press('Enter');
    await journal.saved('Payment timeouts', 'the record', () => true);
    await workbench.palette('Debrief: Resolve the Incident…');
    await journal.saved('Payment timeouts', 'the end', ({ window }) => window.end);
    await question(workbench, 'Payment timeouts').waitFor();
    await whyLine(workbench, 'Payment timeouts', /^Waiting: it asked at \d\d:\d\d, and leaves you time for an answer until the next working day\./);
    await workbench.quickInput.cancel();
    await press(workbench, 'Payment timeouts', 'Start');
    await new ReflectionPage(workbench).shows('facts');
    await until('the answer', () => lastAnswer(workbench, journal.read('Payment timeouts')) === 'start');
    assert.equal(stored(workbench).asked.length, 1);
    await clearToasts(workbench);
  });

  it('Later puts it off; Why Did It Ask? says until when, and takes it back', async () => {
    const record = overSince(5, 'Search lag');
    journal.add(record);
    const toast = question(workbench, 'Search lag');
    await toast.getByText('Search lag ended 5 h ago. Five minutes to look back at it?').waitFor();
    assert.deepEqual(await toast.locator('.monaco-button').allTextContents(), ['Start', 'Later', 'Not for Me']);
    await press(workbench, 'Search lag', 'Later');
    await until('the three times', async () => (await workbench.quickInput.labels()).join() === 'In 2 Hours,Tomorrow,Next Week'); // rows of the list before may be there still
    await workbench.quickInput.pick('Tomorrow');
    await until('the answer', () => lastAnswer(workbench, record) === 'later');
    await whyLine(workbench, 'Search lag', /^Waiting: you chose to be asked later, not before \w{3} \d+ \w{3}, 00:00\./);
    await workbench.quickInput.pick('Search lag');
    await workbench.quickInput.pick('Ask About It Again');
    await toast.waitFor();
  });

  it('closed without an answer, it leaves time until the next working day', async () => {
    await clearToasts(workbench);
    await whyLine(workbench, 'Search lag', /^Waiting: it asked at \d\d:\d\d, and leaves you time/);
    await workbench.quickInput.cancel();
    assert.equal(stored(workbench).asked.at(-1)?.answer, undefined);
  });

  it('Not for Me skips one, or never asks about a service; both can be taken back', async () => {
    const record = overSince(3, 'Checkout errors', { services: ['checkout-api'] });
    journal.add(record);
    await press(workbench, 'Checkout errors', 'Not for Me');
    await workbench.quickInput.row('Skip This One').waitFor();
    for (const label of ['Not an Incident', 'Never for checkout-api']) await workbench.quickInput.row(label).waitFor();
    await workbench.quickInput.pick('Skip This One');
    await until('the answer', () => lastAnswer(workbench, record) === 'skip');
    await whyLine(workbench, 'Checkout errors', /^In the list: you chose not to be asked about it\.$/);
    await workbench.quickInput.pick('Checkout errors');
    await workbench.quickInput.pick('Ask About It Again');
    await press(workbench, 'Checkout errors', 'Not for Me');
    await workbench.quickInput.pick('Never for checkout-api');
    await until('the answer', () => lastAnswer(workbench, record) === 'never');
    assert.deepEqual(stored(workbench).neverFor, [{ kind: 'service', name: 'checkout-api' }]);
    await whyLine(workbench, 'Checkout errors', /^In the list: you chose never to be asked about checkout-api\.$/);
    await workbench.quickInput.pick('checkout-api');
    await until('it to be taken back', () => stored(workbench).neverFor === undefined);
  });

  it('Not an Incident calls it off, which can be undone at once', async () => {
    journal.add(overSince(2, 'Wrong alarm'));
    await press(workbench, 'Wrong alarm', 'Not for Me');
    await workbench.quickInput.pick('Not an Incident');
    const { window } = await journal.saved('Wrong alarm', 'that it was called off', ({ cancelled }) => cancelled);
    await workbench.toast('Wrong alarm is called off: a false alarm.').getByRole('button', { name: 'Undo' }).click();
    const back = await journal.saved('Wrong alarm', 'that it was none', ({ cancelled }) => cancelled === undefined);
    assert.deepEqual(back.window, window);
    await question(workbench, 'Wrong alarm').waitFor();
    await clearToasts(workbench);
  });

  it('opens the setting that would change what a line says', async () => {
    journal.add(waiting('An old one', { window: { start: daysAgo(40), end: daysAgo(39.9) } }));
    await whyLine(workbench, 'An old one', /^In the list: it is more than 5 working days ago\.$/);
    await workbench.quickInput.pick('An old one');
    const setting = workbench.page.locator('.settings-editor .setting-item-label', { hasText: 'Closes After Workdays' });
    await setting.waitFor();
    await until('this setting alone', async () => (await workbench.page.locator('.settings-editor .setting-item-label').count()) === 1); // the editor begins with all of them
    await leaveSettings(workbench);
    await closeEditors(workbench);
  });

  it('asks nothing while one is open, but once whether it still is', async () => {
    await workbench.page.locator('.part.titlebar').click({ position: { x: 200, y: 10 } }); // nothing is asked in a window without the focus, which went with the editors
    journal.add(openSince(9, 'A long one'));
    const stillOpen = workbench.toast('A long one has been running for 9 h without a note. Is it still open?');
    await stillOpen.waitFor();
    assert.deepEqual(await stillOpen.locator('.monaco-button').allTextContents(), ['Still Open', 'Resolve…', 'Cancel (False Alarm)']);
    journal.add(overSince(1, 'Meanwhile'));
    await whyLine(workbench, 'Meanwhile', /^Waiting: "A long one" is still open\.$/);
    await workbench.quickInput.cancel();
    assert.equal(await question(workbench, 'Meanwhile').count(), 0);
    await stillOpen.getByRole('button', { name: 'Resolve…' }).click();
    await journal.saved('A long one', 'the end', ({ window }) => window.end);
    await question(workbench, 'A long one').waitFor();
    assert.deepEqual(stored(workbench).stillOpen?.length, 1);
  });
});

describe('after an incident, while the lead types', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  before(async () => {
    ({ workbench, journal } = await openSample({ settings: { ...ANY_TIME, 'leadDebrief.prompt.quietMinutes': 60, 'leadDebrief.prompt.maxPerWeek': 0 } }));
  });
  after(() => workbench?.close());

  it('it waits, and says so; a setting that cannot be used is named', async () => {
    await workbench.palette('Debrief: Declare an Incident');
    for (const step of ['(1 of 2)', '(2 of 2)']) {
      await workbench.quickInput.title.filter({ hasText: step }).waitFor();
      await workbench.quickInput.press('Enter');
    }
    await until('the record', () => journal.files().length === 1);
    await workbench.palette('File: New Untitled Text File');
    await workbench.page.locator('.editor-instance .monaco-editor.focused .view-lines').waitFor();
    await workbench.page.keyboard.type('a note');
    await workbench.page.locator('.view-line', { hasText: 'note' }).waitFor();
    await workbench.palette('Debrief: Resolve the Incident…');
    const label = /"title": "(Incident [^"]*)"/.exec(readFileSync(journal.files()[0] ?? '', 'utf8'))?.[1] ?? '';
    await journal.saved(label, 'the end', ({ window }) => window.end);
    await whyLine(workbench, label, /^Waiting: something was typed in the last minutes\. It asks after 60 without\.$/);
    assert.equal(await question(workbench, label).count(), 0);
    await workbench.quickInput.pick('leadDebrief.prompt.maxPerWeek');
    await workbench.page.locator('.settings-editor .setting-item-label', { hasText: 'Max Per Week' }).waitFor();
  });
});
