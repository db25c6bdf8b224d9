// What a person without a mouse does in the editor itself.
import { until } from './harness/until';
import type { Workbench } from './workbench';

/** Runs a command from the palette, by typing its title and Enter. */
export async function paletteByKeys(workbench: Workbench, title: string): Promise<void> {
  const { page, quickInput } = workbench;
  await page.keyboard.press('F1');
  await quickInput.type(`>${title}`);
  await pickByKeys(workbench, title);
}

/** Goes down to a row of the quick pick, and takes it. */
export async function pickByKeys({ quickInput }: Workbench, label: string): Promise<void> {
  await quickInput.row(label).waitFor();
  await until(`the row ${label} to be chosen`, async () => {
    if (await quickInput.row(label).evaluate((row) => (row as { classList: { contains(name: string): boolean } }).classList.contains('focused'))) return true;
    await quickInput.press('ArrowDown');
    return false;
  });
  await quickInput.press('Enter');
}
