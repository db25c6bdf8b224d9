// The pictures of the README. Run by `npm run pictures`; mocha gives it the same harness as the tests.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshSample } from '../ui/harness/folders';
import { openWorkbench } from '../ui/workbench';

const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url));

describe('pictures', function () {
  this.timeout(180_000);
  for (const theme of ['dark', 'light'] as const) {
    it(`a reflection beside the growth view, ${theme}`, async () => {
      mkdirSync(folder, { recursive: true });
      const workbench = await openWorkbench({ folder: await freshSample({ year: true }), viewport: { width: 1280, height: 860 }, theme });
      await workbench.palette('Debrief: Show Growth');
      await workbench.sidebarView().getByRole('heading', { name: 'Behaviours', exact: true }).waitFor();
      await workbench.sidebarView().getByRole('button', { name: /Payment timeouts/ }).click();
      const page = workbench.panel();
      await page.getByRole('button', { name: 'Guess' }).click();
      await page.locator('#best').selectOption('C1');
      await page.locator('#costly').selectOption('C4');
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      const moment = page.locator('.timeline > li', { hasText: 'Revert "payments: raise' }).getByRole('radio');
      await moment.check();
      await page.locator('.answer #look').fill('The pool graph. Waiting went up while errors stayed flat.');
      await page.getByText('Saved', { exact: true }).waitFor();
      await workbench.page.mouse.move(0, 0);
      await workbench.page.screenshot({ path: path.join(folder, `reflection-${theme}.png`) });
      await workbench.close();
    });
  }
});
