// @ts-check
// A .code-workspace file that a browser profile never opened may come up without its folders: the served editor reads the file again once
// it knows the file system, and when that comes too early, it is lost (seen in 1 of 6 starts, in 1.139 and 1.100). What was read then is
// remembered, so that the next opening has the folders.

const SOON = 5_000;
const TRIES = 6;
/** Seen once, it may be without its folders the next time still. */
const IN_A_ROW = 2;

/**
 * Opens the workspace file until its folders are listed; after that the page may go to any address with it.
 * @param {import('playwright-core').Page} page
 * @param {import('./server.mjs').Server} server
 * @param {string} file
 */
export async function learnFolders(page, server, file) {
  const folders = page.locator('.explorer-folders-view .monaco-list-row');
  await page.goto(server.address(file, [['skipWelcome', 'true']]));
  let seen = 0;
  for (let left = TRIES; left > 0; left -= 1) {
    await page.locator('.explorer-viewlet').waitFor();
    seen = (await isSoon(folders.first())) ? seen + 1 : 0;
    if (seen === IN_A_ROW) return;
    await page.reload();
  }
  throw new Error(`The editor lists no folder of ${file}.`);
}

/** @param {import('playwright-core').Locator} row */
async function isSoon(row) {
  try {
    await row.waitFor({ timeout: SOON });
    return true;
  } catch {
    return false;
  }
}
