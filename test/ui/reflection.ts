// Our page in the editor area, as somebody who looks at it sees it.
import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { PATIENCE, until } from './harness/until';
import type { Workbench } from './workbench';

/** The question of each screen: its heading. */
export const QUESTIONS = {
  lastPlan: 'Did the moment for your last plan come?',
  facts: 'Are these facts right?',
  guess: 'Before you look: what is your guess?',
  evidence: 'Pick one moment where your next step was not obvious',
  ratings: 'Two behaviours and one person',
  nextPlan: 'One plan for next time',
  summary: 'That is all for today',
} as const;
export type ScreenName = keyof typeof QUESTIONS;

/** As much of an element of a page as is used here: tests are compiled without the types of a page. */
interface PageElement {
  readonly tagName: string;
  readonly id: string;
  readonly name?: string;
  readonly textContent: string | null;
  closest(selector: string): PageElement | null;
}
declare const document: {
  readonly activeElement: PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement & { readonly tabIndex: number; checkVisibility(): boolean; matches(selector: string): boolean }>;
  hasFocus(): boolean;
};

/** The reflection that is in front. */
export class ReflectionPage {
  constructor(readonly workbench: Workbench) {}

  get page(): FrameLocator {
    return this.workbench.panel();
  }

  /** Waits until a screen is shown. */
  async shows(screen: ScreenName): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: QUESTIONS[screen], exact: true }).waitFor();
  }

  /** The word for the state of the save. */
  get saveWord(): Locator {
    return this.page.locator('header [role=status]');
  }

  /** Waits until the page says so. */
  async says(word: 'Saved' | 'Saving…' | 'Not saved' | `Not saved: ${string}`): Promise<void> {
    await this.saveWord.filter({ hasText: new RegExp(`^${word}$`) }).waitFor();
  }

  get alert(): Locator {
    return this.page.getByRole('alert');
  }

  /** The word or the number beside the incident: "4 of 6". */
  async count(): Promise<string> {
    return (await this.page.locator('header .row p:last-child > span').first().textContent()) ?? '';
  }

  tab(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  choice(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true });
  }

  /** What was looked at in the moment that is picked. Where none is, another field stands in its place, which goes once the pick is saved. */
  get momentBox(): Locator {
    return this.page.getByLabel(/^\d\d:\d\d\. What were you looking at\?$/);
  }

  async next(): Promise<void> {
    await this.page.locator('footer').getByRole('button', { name: /^(Next|Finish|Close)$/ }).click();
  }

  /** What has the focus in the page: its id, else the name of its group, else its words. */
  async focused(): Promise<string> {
    return this.page.locator(':root').evaluate(() => {
      const { activeElement: focused } = document;
      const words = (focused?.closest('label') ?? focused)?.textContent?.trim();
      return focused ? focused.id || focused.name || words || focused.tagName : '';
    });
  }

  /** Waits until keys go to the page: it takes the focus when it is loaded, which may be late. */
  async hasFocus(patience = PATIENCE): Promise<void> {
    await until('the page to have the focus', () => this.page.locator(':root').evaluate(() => document.hasFocus()), patience);
  }

  /** Whether Tab can come to what `focused` would call so: much is there only once a state says so. */
  private isThere(what: string): Promise<boolean> {
    return this.page.locator(':root').evaluate((_, wanted) => {
      const controls = [...document.querySelectorAll('*')].filter((each) => each.tabIndex >= 0 && each.checkVisibility() && !each.matches(':disabled'));
      return controls.some((each) => (each.id || each.name || (each.closest('label') ?? each).textContent?.trim()) === wanted);
    }, what);
  }

  /** Waits until something has the focus. */
  async focusIsOn(what: string): Promise<void> {
    await until(`the focus on ${what}`, async () => (await this.focused()) === what);
  }

  /** Presses Tab until something has the focus, as who has no mouse does. */
  async tabTo(what: string): Promise<void> {
    await until(`${what} to be there`, () => this.isThere(what));
    const seen: string[] = [];
    for (let left = 60; left > 0; left -= 1) {
      await this.workbench.page.keyboard.press('Tab');
      const now = await this.focused();
      if (now === what) return;
      seen.push(now);
    }
    assert.fail(`Tab does not come to ${what}, but to: ${seen.join(', ')}`);
  }
}

/** The history in our side bar. */
export class HistoryTree {
  readonly rows: Locator;

  constructor(private readonly workbench: Workbench) {
    this.rows = workbench.page.locator('.part.sidebar .customview-tree .monaco-list-row');
  }

  /** The row of an incident, or of a heading. */
  row(label: string): Locator {
    return this.rows.filter({ has: this.workbench.page.locator('.label-name', { hasText: new RegExp(`^${escaped(label)}$`) }) });
  }

  /** Clicks a row until what it opens is there: a click is lost where the tree is drawn anew under it. */
  async open(label: string, opened: Locator): Promise<void> {
    let clicks = 0;
    await until(`what ${label} opens`, async () => {
      if (clicks > 0 && (await opened.isVisible())) return true;
      clicks += 1;
      await this.row(label).click({ timeout: 5_000 });
      await opened.waitFor({ timeout: 5_000 });
      return true;
    });
  }

  /** The labels that are in sight, from the top. */
  async labels(): Promise<string[]> {
    return this.rows.locator('.label-name').allTextContents();
  }

  /**
   * Chooses an entry of the menu of a row, until something comes of it: where the tree is drawn anew meanwhile, the editor tells us not whose
   * menu it was, and a command does nothing, or asks.
   * @param came waits for what comes of it, for some seconds; absent: nothing changes the tree now
   */
  async menu(label: string, entry: string, came: (soon: { readonly timeout: number }) => Promise<unknown> = async () => undefined): Promise<void> {
    await until(`what comes of ${entry} of ${label}`, async () => {
      await this.choose(label, entry);
      await came({ timeout: 5_000 }).catch(async (error: unknown) => {
        await this.workbench.quickInput.cancel();
        throw error;
      });
      return true;
    });
  }

  private async choose(label: string, entry: string): Promise<void> {
    const { page } = this.workbench;
    const action = page.locator('.context-view .action-label', { hasText: new RegExp(`^${escaped(entry)}$`) });
    // Where the tree is drawn anew under the mouse, there is no menu, or that of the row that came there, or that of before.
    await until(`the menu of ${label}`, async () => {
      if (await page.locator('.context-view .action-label').first().isVisible()) await page.keyboard.press('Escape');
      await this.row(label).click({ button: 'right', timeout: 5_000 });
      await action.waitFor({ timeout: 3_000 });
      return this.row(label).and(page.locator('.focused')).isVisible();
    });
    // A menu takes no click in its first moment.
    await until('the menu to close', async () => {
      if (await action.isVisible()) await action.click({ timeout: 1_000 });
      return !(await action.isVisible());
    });
  }
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Opens the reflection on an incident of the journal by its row in the history. */
export async function openFromTree(workbench: Workbench, title: string): Promise<ReflectionPage> {
  await workbench.showSidebar();
  const reflection = new ReflectionPage(workbench);
  await until(`the focus in the reflection on ${title}`, async () => {
    await new HistoryTree(workbench).open(title, reflection.page.locator('header .incident', { hasText: new RegExp(`^${escaped(title)}$`) }));
    await reflection.page.locator('#question').waitFor();
    await reflection.hasFocus(5_000); // where the tree is drawn anew in that moment, the editor gives it back to the tree: who types then clicks once more
    return true;
  });
  return reflection;
}

/** Closes all editors, so that the next test begins with none. */
export async function closeEditors(workbench: Workbench): Promise<void> {
  if ((await workbench.page.locator('.editor-group-container .tab').count()) === 0) return;
  await workbench.palette('View: Close All Editors'); // a page that opens late takes the focus, and with it the second key of a chord
  await until('all editors to close', async () => (await workbench.page.locator('.editor-group-container .tab').count()) === 0);
}
