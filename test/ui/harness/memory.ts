// What the served workbench remembers of its windows. It keeps that in the browser's databases, and writes it each five seconds.
import type { Page } from 'playwright-core';

/** As much of the browser's databases as is used here: tests are compiled without the types of a page. */
interface Request<Result> {
  result: Result;
  error: unknown;
  onsuccess: () => void;
  onerror: () => void;
}
interface Database {
  readonly objectStoreNames: Iterable<string>;
  transaction(store: string): { objectStore(name: string): { getAll(): Request<unknown[]> } };
  close(): void;
}
declare const indexedDB: { databases(): Promise<{ name?: string }[]>; open(name: string): Request<Database> };

/** Whether anything that the workbench remembers holds this text. What a page remembers is a text in a text: backslashes do not count. */
export function remembers(page: Page, text: string): Promise<boolean> {
  return page.evaluate(async (wanted) => {
    const answer = <Result>(request: Request<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('vscode-web-state-db')) continue;
      const database = await answer(indexedDB.open(name));
      const stores = [...database.objectStoreNames];
      const values = await Promise.all(stores.map((store) => answer(database.transaction(store).objectStore(store).getAll())));
      database.close();
      if (values.flat().some((value) => String(value).replaceAll('\\', '').includes(wanted))) return true;
    }
    return false;
  }, text);
}
