// What a person without a mouse does in the editor itself.
import { until } from './harness/until';
import type { Workbench } from './workbench';

/** Runs a command from the palette, by typing its title and Enter. Right after load, the editor may overwrite what was typed. */
export async function paletteByKeys(workbench: Workbench, title: string): Promise<void> {
  const { page, quickInput } = workbench;
  await page.keyboard.press('F1');
  await until(`the line ${title}`, async () => {
    await quickInput.type(`>${title}`);
    return quickInput.row(title).isVisible();
  });
  await pickByKeys(workbench, title);
  // The command may open a quick input of its own, which is the same one: what is typed next must not go into the palette.
  await until('the palette to close', async () => !(await quickInput.input.isVisible()) || (await quickInput.input.inputValue()) !== `>${title}`);
}

/** Goes down to a row of the quick pick, and takes it. Its title is waited for before: a list that is on its way out may have the same row. */
export async function pickByKeys({ quickInput }: Workbench, label: string): Promise<void> {
  await quickInput.row(label).waitFor();
  await until(`the row ${label} to be chosen`, async () => {
    if (await quickInput.row(label).evaluate((row) => (row as { classList: { contains(name: string): boolean } }).classList.contains('focused'))) return true;
    await quickInput.press('ArrowDown');
    return false;
  });
  await quickInput.press('Enter');
}

/** Counts from now on how often a page of an extension takes the focus. Gives what reads the count. */
export async function countFocusOfPages({ page }: Workbench): Promise<() => Promise<number>> {
  const count = await page.evaluateHandle(() => {
    const { window, document } = globalThis as unknown as { window: { addEventListener(type: string, listen: () => void): void }; document: { activeElement: { tagName: string } } };
    const seen = { times: 0 };
    window.addEventListener('blur', () => {
      if (document.activeElement.tagName === 'IFRAME') seen.times += 1;
    });
    return seen;
  });
  return () => count.evaluate(({ times }) => times);
}
