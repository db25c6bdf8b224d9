import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { until } from './until';

/** How often the palette is opened anew: right after load, the editor overwrites what was typed into it while extensions still register. */
const TRIES = 8;
const SOON = 3_000;
/** One that hears Enter: an input box, or a list that has its rows. They come after a list is shown, and one without rows passes over the key. */
const HEARS_ENTER = '.quick-input-widget:is(:has(.quick-input-list[style*="display: none"]), .show-checkboxes:has(.monaco-list-row), :has(.monaco-list-row.focused))';

/** The editor's quick input: the palette, quick picks and input boxes. */
export class QuickInput {
  readonly widget: Locator;
  readonly input: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  readonly message: Locator;
  readonly title: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator('.quick-input-widget');
    this.input = this.widget.locator('input').first();
    this.list = this.widget.locator('.quick-input-list');
    this.rows = this.list.locator('.monaco-list-row');
    this.message = this.widget.locator('.quick-input-message');
    this.title = this.widget.locator('.quick-input-title');
  }

  /** The row whose label is exactly this. */
  row(label: string): Locator {
    const whole = new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    return this.rows.filter({ has: this.page.locator('.label-name', { hasText: whole }) }).first();
  }

  /** Types into an input box or a filter, and sees that it stays. */
  async type(text: string): Promise<void> {
    await this.input.waitFor();
    await until(`"${text}" to stay in the quick input`, async () => {
      if ((await this.input.inputValue()) === text) return true;
      await this.input.fill(text);
      return false;
    });
  }

  /** Types at the keys, into what has no text yet. */
  async typeByKeys(text: string): Promise<void> {
    await this.page.locator('.quick-input-widget:focus-within').waitFor();
    await this.page.keyboard.type(text);
  }

  /** Answers an input box. */
  async enter(text: string): Promise<void> {
    await this.type(text);
    await this.input.press('Enter');
  }

  /** Picks the row whose label is exactly this. */
  async pick(label: string): Promise<void> {
    await this.row(label).click();
  }

  /** The labels that are listed, and details. A row that was another one's before may still hold that one's detail, out of sight. */
  async labels(): Promise<string[]> {
    return this.rows.locator('.label-name').filter({ visible: true }).allTextContents();
  }

  async cancel(): Promise<void> {
    await until('the quick input to close', async () => {
      if (!(await this.widget.isVisible())) return true;
      await this.page.keyboard.press('Escape'); // lost where what it lists is just drawn anew
      return this.widget.waitFor({ state: 'hidden', timeout: SOON }).then(() => true, () => false);
    });
  }

  /** Runs the command whose line in the palette is exactly this, with its category: `Debrief: Show Growth`. */
  async palette(title: string): Promise<void> {
    const typed = `>${title}`;
    for (let left = TRIES; left > 0; left -= 1) {
      if (await this.tryPalette(title, typed)) return;
      await this.page.keyboard.press('Escape');
    }
    assert.fail(`the palette has no command "${title}"; it lists: ${(await this.labels().catch(() => [])).join(', ') || 'nothing'}`);
  }

  /** Presses a key in it, once it has the focus: one that is just closing may still be in sight, and would not hear it. */
  async press(key: string): Promise<void> {
    await this.page.locator(`${key === 'Enter' ? HEARS_ENTER : '.quick-input-widget'}:focus-within`).waitFor();
    await this.page.keyboard.press(key);
  }

  /**
   * Answers the editor's question for a file, which is a line to type a path into. It begins by looking into a folder, puts that (and the name
   * that was proposed) into the line when it has its files, whatever was typed meanwhile, and lists them only then.
   */
  async answerFile(file: string): Promise<void> {
    await until('the question for a file', async () => (await this.input.inputValue()).startsWith('/') && (await this.rows.first().isVisible()));
    await until(`the file ${file} to be taken`, async () => {
      if (!(await this.input.isVisible())) return true;
      await this.enter(file); // lost where it comes while the editor looks into the folder that was typed
      return this.input.waitFor({ state: 'hidden', timeout: SOON }).then(() => true, () => false);
    });
  }

  private async tryPalette(title: string, typed: string): Promise<boolean> {
    try {
      await this.page.keyboard.press('F1');
      await this.input.waitFor({ timeout: SOON });
      await this.input.fill(typed, { timeout: SOON }); // one that is just closing never takes it
      await this.row(title).click({ timeout: SOON });
      // The command may open a quick input of its own at once.
      await until('the palette to close', async () => !(await this.input.isVisible()) || (await this.input.inputValue()) !== typed, SOON);
      return true;
    } catch {
      return false;
    }
  }
}
