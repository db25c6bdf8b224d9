import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { JournalFiles } from './journalFiles';
import { daysAgo } from './journalFiles';
import { until } from './harness/until';
import { HistoryTree, openFromTree, ReflectionPage } from './reflection';
import { openSample } from './sample';
import type { Workbench } from './workbench';

const TITLE = 'Checkout answered with 502';
const FILE = 'docs/incidents/checkout-502.md';

/** A document as a team writes it, two days ago. */
function report(ended = '15:40'): string {
  const day = daysAgo(2).slice(0, 10);
  return `# ${TITLE}\n\n**Date:** ${day}\n**Severity:** SEV-2\n\n## Impact\n\nShops could not sell for an hour and a half.\n\n## Timeline\n\nAll times in UTC.\n\n- 14:05 The first alert fires\n- 14:20 The pool is found to be full\n- ${ended} Errors are gone, resolved\n\n## Root cause\n\nA pool that was too small.\n\n## Action items\n\n- [ ] Raise the pool\n`;
}

describe('incidents that documents tell of', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  let tree: HistoryTree;

  before(async () => {
    ({ workbench, journal } = await openSample({ settings: { 'leadDebrief.timeZone': 'UTC', 'leadDebrief.sources.documents': true } }));
    tree = new HistoryTree(workbench);
    await workbench.showSidebar();
  });
  after(() => workbench?.close());

  function write(file: string, text: string): void {
    const whole = path.join(journal.workspace, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  }

  it('lists a document within moments, with its source, and opens the panel with what it says', async () => {
    write(FILE, report());
    const row = tree.row(TITLE);
    await row.waitFor();
    assert.match((await row.getAttribute('aria-label')) ?? '', /document/);
    await row.click();
    const reflection = new ReflectionPage(workbench);
    await reflection.shows('facts');
    assert.equal(await reflection.field('From').inputValue(), `${daysAgo(2).slice(0, 10)}T14:05`);
    assert.equal(await reflection.field('To').inputValue(), `${daysAgo(2).slice(0, 10)}T15:40`);
    const record = journal.read(TITLE);
    assert.deepEqual([record.severity, record.window.startFrom, record.claims?.[0]?.source], ['sev2', 'document', 'document']);
  });

  it('says of each time which line it is from, and opens that; what the lead corrects stays', async () => {
    const reflection = new ReflectionPage(workbench);
    await reflection.button('Start: docs/incidents/checkout-502.md, line 14').waitFor();
    await reflection.button('End: docs/incidents/checkout-502.md, line 16').click();
    await workbench.page.locator('.editor-group-container .tab.active', { hasText: 'checkout-502.md' }).waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: 'Ln 16, Col 1' }).waitFor();
    await openFromTree(workbench, TITLE);
    await reflection.field('From').fill(`${daysAgo(2).slice(0, 10)}T14:01`);
    await journal.saved(TITLE, 'the corrected start', ({ window }) => window.startFrom === 'person');
    await reflection.button('Start: docs/incidents/checkout-502.md, line 14').waitFor({ state: 'detached' });
    write(FILE, report('16:10'));
    const record = await journal.saved(TITLE, 'the new end', ({ window }) => window.end?.endsWith('T16:10:00Z'));
    assert.equal(record.window.start, `${daysAgo(2).slice(0, 10)}T14:01:00Z`);
  });

  it('shows what the document tells among the evidence, each entry with its line', async () => {
    const reflection = new ReflectionPage(workbench);
    await reflection.tab('Guess').click();
    await reflection.shows('guess');
    await reflection.page.locator('footer').getByRole('button', { name: 'Skip' }).click();
    await reflection.shows('evidence');
    const row = reflection.page.locator('.timeline > li').filter({ has: reflection.page.getByText('The pool is found to be full') });
    await row.getByRole('button', { name: 'docs/incidents/checkout-502.md, line 15' }).waitFor();
  });

  it('a document that changes changes what is listed; what is no incident stays away, after a reload too', async () => {
    const other = 'docs/when-search-broke.md';
    write(other, report().replace(TITLE, 'Search outage'));
    await tree.row('Search outage').waitFor();
    write(other, report().replace(TITLE, 'Outage of the search'));
    await tree.row('Outage of the search').waitFor();
    await tree.menu('Outage of the search', 'Why Is This Here\\?');
    await workbench.quickInput.row('Outage of the search').waitFor();
    await workbench.quickInput.cancel();
    await tree.menu('Outage of the search', 'Not an Incident');
    await journal.saved('Outage of the search', 'that it was none', ({ cancelled }) => cancelled);
    await until('only the record', async () => (await tree.row('Outage of the search').count()) === 1);
    await workbench.reload();
    await workbench.showSidebar();
    await tree.row('Outage of the search').waitFor();
    await workbench.palette('Debrief: Show Sources');
    await workbench.page.locator('.quick-input-list-row', { hasText: 'Last looked:' }).first().waitFor();
    await workbench.quickInput.cancel();
    assert.equal(await tree.row('Outage of the search').count(), 1);
  });
});
