import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { JournalFiles } from './journalFiles';
import { daysAgo } from './journalFiles';
import { HistoryTree, ReflectionPage } from './reflection';
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
});
