// Several groups of tests that share one window of the sample workspace: each window that is opened takes some seconds of a processor.
import { readFileSync } from 'node:fs';
import { isDeleted, remove } from '../../src/core/journal/deletion';
import type { Incident } from '../../src/core/journal/schema';
import { digest } from '../../src/store/digest';
import { until } from './harness/until';
import { daysAgo, put, type JournalFiles } from './journalFiles';
import { closeEditors } from './reflection';
import { openSample, type OpenSample, type SampleOptions } from './sample';
import type { Workbench } from './workbench';

const SIZE = { width: 1400, height: 900 };

/** Gives the window, with nothing open in it and a journal that lists the given records only. The first to call it finds the journal without a file of its own. */
export type Begin = (records?: SampleOptions['records']) => Promise<OpenSample>;

/** Describes tests, and begins with the window in their `before`. */
export type Group = (begin: Begin) => void;

/** Describes groups of tests that run one after the other in one window. */
export function inOneWindow(title: string, options: Omit<SampleOptions, 'records' | 'viewport'>, groups: readonly Group[]): void {
  describe(title, () => {
    let open: OpenSample | undefined;
    const begin: Begin = async (records) => {
      if (open === undefined) return (open = await openSample({ ...options, viewport: SIZE, ...(records && { records }) }));
      await open.workbench.page.setViewportSize(SIZE);
      await empty(open);
      for (const record of records?.(open.journal.workspace) ?? []) open.journal.add(record);
      return open;
    };
    after(() => open?.workbench.close());
    for (const group of groups) group(begin);
  });
}

/** Deletes each record as the lead does, which is all that lets a journal forget a file: one that vanishes is asked about. What a page that was just closed still saves brings its record back. */
async function empty({ workbench, journal }: { readonly workbench: Workbench; readonly journal: JournalFiles }): Promise<void> {
  await closeEditors(workbench);
  await workbench.palette('Notifications: Clear All Notifications');
  await workbench.showSidebar();
  await until('an empty history', async () => {
    for (const file of journal.files()) {
      const record = JSON.parse(readFileSync(file, 'utf8')) as Incident;
      if (!isDeleted(record, digest)) put(file, `${JSON.stringify(remove(record, daysAgo(0), digest), null, 2)}\n`);
    }
    return workbench.page.locator('.part.sidebar').getByText('Incidents that you look back at are listed here.').isVisible();
  });
}
