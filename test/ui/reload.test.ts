import assert from 'node:assert/strict';
import { until } from './harness/until';
import type { JournalFiles } from './journalFiles';
import { daysAgo, draft, sampleWindow } from './journalFiles';
import { dashboardOf } from './dashboard';
import { openFromTree, ReflectionPage } from './reflection';
import { openSample } from './sample';
import type { Workbench } from './workbench';

describe('a reflection that is left and found again', () => {
  let workbench: Workbench;
  let journal: JournalFiles;

  before(async () => {
    ({ workbench, journal } = await openSample());
  });
  after(() => workbench?.close());

  const tabs = () => workbench.page.locator('.editor-group-container .tab');
  const tabOf = (title: string) => tabs().filter({ hasText: title });

  function add(title: string, screen: string): void {
    journal.add(draft(title, screen, { window: sampleWindow(journal.workspace), reflection: { path: 'short', started: daysAgo(0), guess: { best: 'C1', costly: 'C5' } } }));
  }

  it('is back at the same screen with all answers after a reload', async () => {
    const title = 'Reloaded';
    add(title, 'evidence');
    await workbench.palette('Debrief: Check Privacy');
    await workbench.panel().getByText(journal.folder).first().waitFor();
    const reflection = await openFromTree(workbench, title);
    await reflection.page.getByText('payments: halve the connection pool (#412)', { exact: true }).first().click();
    await reflection.page.getByLabel(/What were you looking at/).fill('The graph of the pool.');
    await reflection.next();
    await reflection.shows('ratings');
    await reflection.page.getByLabel('What did you do or say that shows it?').first().fill('Said it at the second alert.');
    await reflection.page.getByText('Said aloud what was broken').click();
    const { id } = await journal.saved(title, 'the rating', (record) => record.reflection?.ratings?.[0]?.anchor);

    await workbench.reload({ remembered: id });
    const again = new ReflectionPage(workbench);
    await again.shows('ratings');
    const [shows] = await again.page.getByLabel('What did you do or say that shows it?').all();
    assert.equal(await shows?.inputValue(), 'Said it at the second alert.');
    assert.equal(await again.choice('3 Said aloud what was broken and who was hit, and called it an incident.').isChecked(), true);
    await again.button('Back').click();
    await again.shows('evidence');
    const moment = again.page.getByRole('radio', { name: /halve the connection pool \(#412\)$/ });
    await moment.waitFor();
    assert.equal(await moment.isChecked(), true);
    assert.equal(await again.page.getByLabel(/What were you looking at/).inputValue(), 'The graph of the pool.');
    assert.equal(await tabOf(title).count(), 1);

    // The page of Check Privacy is back too, looks again, and is still the only one.
    await tabOf('Check Privacy').click();
    await workbench.panel().getByText(journal.folder).first().waitFor();
    await workbench.palette('Debrief: Check Privacy');
    await workbench.panel().getByText(journal.folder).first().waitFor();
    assert.equal(await tabOf('Check Privacy').count(), 1);
  });

  it('has one panel: the tree, the dashboard and the palette reveal it', async () => {
    const [title, other] = ['Opened again', 'In front'];
    add(title, 'facts');
    add(other, 'facts');
    await openFromTree(workbench, title);
    const inFront = async (wanted: string) => until(`${wanted} in front`, async () => (await tabOf(wanted).getAttribute('aria-selected')) === 'true');
    const ways = {
      tree: () => openFromTree(workbench, title),
      dashboard: async () => (await dashboardOf(workbench)).page.getByRole('button', { name: title, exact: true }).click(),
      palette: async () => {
        await workbench.palette('Debrief: Reflect on an Incident…');
        await workbench.quickInput.pick(title);
      },
    };
    for (const open of Object.values(ways)) {
      await (await openFromTree(workbench, other)).shows('facts'); // a page that still loads takes the focus, and closes the list of the palette
      await inFront(other);
      await open();
      await inFront(title);
      assert.equal(await tabOf(title).count(), 1);
    }
  });

  it('keeps what was typed right before its tab was closed by mouse', async () => {
    const title = 'Closed at once';
    add(title, 'facts');
    const reflection = await openFromTree(workbench, title);
    await tabOf(title).hover();
    const close = tabOf(title).getByRole('button', { name: /^Close/ });
    await close.waitFor();
    await reflection.field('What could have been lost?').pressSequentially('A night of sleep.');
    await close.click();
    await journal.saved(title, 'the text', ({ stakes }) => stakes === 'A night of sleep.');
    await tabOf(title).waitFor({ state: 'detached' });
  });

  it('keeps what was typed right before another tab was chosen, and shows it again', async () => {
    const [title, other] = ['Hidden at once', 'Chosen then'];
    add(title, 'facts');
    add(other, 'facts');
    await openFromTree(workbench, other);
    const reflection = await openFromTree(workbench, title);
    await reflection.field('What could have been lost?').pressSequentially('Trust.');
    await tabOf(other).click();
    await journal.saved(title, 'the text', ({ stakes }) => stakes === 'Trust.');
    await tabOf(title).click();
    await reflection.page.locator('header .incident', { hasText: title }).waitFor();
    await reflection.shows('facts');
    assert.equal(await reflection.field('What could have been lost?').inputValue(), 'Trust.');
  });
});
