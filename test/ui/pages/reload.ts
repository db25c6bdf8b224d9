import assert from 'node:assert/strict';
import { until } from '../harness/until';
import type { JournalFiles } from '../journalFiles';
import { daysAgo, draft, sampleWindow } from '../journalFiles';
import { dashboardOf } from '../dashboard';
import type { Group } from '../oneWindow';
import { openFromTree } from '../reflection';
import type { Workbench } from '../workbench';

export const reload: Group = (begin) => describe('a reflection that is left and found again', () => {
  let workbench: Workbench;
  let journal: JournalFiles;

  before(async () => {
    ({ workbench, journal } = await begin());
  });

  const tabs = () => workbench.page.locator('.editor-group-container .tab');
  const tabOf = (title: string) => tabs().filter({ hasText: title });

  function add(title: string, screen: string): void {
    journal.add(draft(title, screen, { window: sampleWindow(journal.workspace), reflection: { path: 'short', started: daysAgo(0), guess: { best: 'C1', costly: 'C5' } } }));
  }

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
