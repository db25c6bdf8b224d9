// Links to incidents, followed as the editor follows one that comes from outside.
import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** The editor's dialogs, and ours: there is one at a time. */
export const dialog = (workbench: Workbench): Locator => workbench.dialog;

/** Has the editor open a link to us. @param query what stands behind the question mark */
export async function followLink(workbench: Workbench, query: string): Promise<void> {
  await workbench.palette('Developer: Open URL');
  await workbench.quickInput.message.filter({ hasText: 'URL to open' }).waitFor();
  await workbench.quickInput.enter(`code-oss://lead-debrief.lead-debrief/incident?v=1&source=pagerduty&${query}`);
}

/** Answers the editor's own question before the first link, once for all. */
export async function allowLinks(workbench: Workbench): Promise<void> {
  const question = dialog(workbench).filter({ hasText: 'Allow \'Lead Debrief\' extension to open this URI?' });
  await question.getByText('Do not ask me again for this extension').click();
  await question.getByRole('button', { name: 'Open', exact: true }).click();
}
