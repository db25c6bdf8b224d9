// What to seek next and the load limit beside it, in a dashboard.
import assert from 'node:assert/strict';
import type { DashboardPage } from './dashboard';
import { daysAgo, type JournalFiles } from './journalFiles';
import { factsSaved, namedToday } from './record';

const SITUATION = 'Lead one with two teams';
const BACKED = 'Role: Lead. Backing: Mei, on the phone.';
/** Yesterday, so that it is due in any zone. */
const by = daysAgo(1).slice(0, 10);

/** Sets what is sought with all that belongs to it, says what came of it, and passes the limit; each is undone. */
export async function seeksNext(journal: JournalFiles, dashboard: DashboardPage): Promise<void> {
  for (const title of ['Today one', 'Today two']) journal.add(namedToday(title, `${title} made it possible.`));
  await dashboard.section('Exposure').getByText('Real: Led 2.').waitFor();
  await sets(journal, dashboard);
  await settles(dashboard);
  await passesTheLimit(dashboard);
  await takesBack(journal, dashboard);
  for (const theme of ['light', 'hc', 'hc-light', 'dark'] as const) {
    await dashboard.workbench.setTheme(theme);
    assert.deepEqual(await dashboard.workbench.axe(dashboard.page), [], theme);
  }
}

async function undo({ workbench }: DashboardPage, words: string): Promise<void> {
  await workbench.toast(words).getByRole('button', { name: 'Undo' }).click();
}

async function sets(journal: JournalFiles, dashboard: DashboardPage): Promise<void> {
  const { quickInput } = dashboard.workbench;
  const exposure = dashboard.section('Exposure');
  const step = (at: number) => quickInput.title.getByText(`To Seek Next (${at} of 4)`).waitFor();
  await dashboard.button('Set what to seek next…').press('Enter');
  await step(1);
  await quickInput.enter(SITUATION);
  await step(2);
  await quickInput.pick('Lead');
  await step(3);
  await quickInput.enter('Mei, on the phone');
  await step(4);
  await quickInput.pick('Another day…');
  await quickInput.message.getByText('By when?').waitFor();
  await quickInput.enter(by);
  await exposure.getByText(`To seek next: ${SITUATION}`).waitFor();
  await exposure.getByText(/^Role: Lead\. Backing: Mei, on the phone\. By .+\.$/).waitFor();
  await dashboard.section('Next').getByText('What you seek next, by').waitFor();
  await factsSaved(journal, 'all four in the file', ({ goal, seek }) => goal === SITUATION && seek?.role === 'commander' && seek.backing === 'Mei, on the phone' && seek.by === by);
}

async function settles(dashboard: DashboardPage): Promise<void> {
  const { quickInput } = dashboard.workbench;
  const [exposure, next] = [dashboard.section('Exposure'), dashboard.section('Next')];
  await next.getByRole('button', { name: /^Say what came of it…/ }).press('Enter');
  await quickInput.pick('I met it');
  await exposure.getByText(`: ${SITUATION}`).and(exposure.getByText(/^Met, noted on /)).waitFor();
  await next.getByText('What you seek next, by').waitFor({ state: 'detached' });
  await undo(dashboard, 'It was met.');
  await exposure.getByText(`To seek next: ${SITUATION}`).waitFor();
  await exposure.getByRole('button', { name: 'Say what came of it…' }).press('Enter');
  await quickInput.pick('It has not come: I seek it further');
  await quickInput.pick('No day');
  await exposure.getByText(BACKED, { exact: true }).waitFor();
  await undo(dashboard, 'It is sought further.');
  await next.getByText('What you seek next, by').waitFor();
}

async function passesTheLimit(dashboard: DashboardPage): Promise<void> {
  const { quickInput } = dashboard.workbench;
  const exposure = dashboard.section('Exposure');
  await dashboard.button('Set a load limit…').press('Enter');
  await quickInput.title.getByText('Load Limit').waitFor();
  await quickInput.type('0');
  await quickInput.message.getByText('A whole number from 1 to 999, or nothing.').waitFor();
  await quickInput.enter('1');
  await exposure.getByText(/^Past your limit: \d+ real this month, your limit is 1\.$/).waitFor();
  await exposure.getByText(`This can wait: ${SITUATION}`).waitFor();
  await exposure.getByText(BACKED, { exact: true }).waitFor();
  assert.equal(await dashboard.section('Next').getByText('What you seek next').count(), 0);
}

async function takesBack(journal: JournalFiles, dashboard: DashboardPage): Promise<void> {
  const { quickInput } = dashboard.workbench;
  const exposure = dashboard.section('Exposure');
  await dashboard.workbench.palette('Debrief: Set What to Seek Next…');
  await quickInput.message.getByText(/^Past your limit: .+ This can wait\. Leave it empty/).waitFor();
  await quickInput.enter('');
  await exposure.getByText('This can wait').waitFor({ state: 'detached' });
  assert.equal(await dashboard.button('Set what to seek next…').count(), 0, 'past the limit no button asks for more');
  await undo(dashboard, 'What to seek next was taken back.');
  await exposure.getByText(`This can wait: ${SITUATION}`).waitFor();
  await factsSaved(journal, 'all of it in the file', ({ goal, seek, loadLimit, clashes }) => goal === SITUATION && seek?.by === by && loadLimit === 1 && clashes === undefined);
}
