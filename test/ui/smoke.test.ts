import assert from 'node:assert/strict';
import { freshSample } from './harness/folders';
import { openWorkbench } from './workbench';

describe('the packaged extension in the workbench', () => {
  it('has a place in the activity bar, and opens its side bar', async () => {
    const workbench = await openWorkbench({ folder: await freshSample() });
    await workbench.showSidebar();
    const title = await workbench.page.locator('.part.sidebar .composite.title h2').textContent();
    assert.match(title ?? '', /Debrief/i);
    await workbench.close();
  });
});
