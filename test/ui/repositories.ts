// Two repositories in one folder, of which one is large: for what a reflection shows of several, and of the lead's paths.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Incident } from '../../src/core/journal/schema';
import { TestRepository } from '../unit/sources/testRepository';

/** When their incident was. */
export const window: Incident['window'] = { start: '2026-05-14T14:02:00Z', end: '2026-05-14T15:37:00Z' };

/** Makes `shop`, in which 24 changes landed of which CODEOWNERS gives 3 to the lead, and `web`, in which the lead wrote one of two. */
export function makeRepositories(folder: string): void {
  const shop = new TestRepository(path.join(folder, 'shop'));
  const web = new TestRepository(path.join(folder, 'web'));
  for (const each of [shop, web]) each.git('config', 'user.email', 'lead@example.com');
  const land = (repository: TestRepository, file: string, time: string, message: string, author = 'Mei Lin <mei.lin@example.com>'): void => {
    mkdirSync(path.dirname(path.join(repository.root, file)), { recursive: true });
    writeFileSync(path.join(repository.root, file), `${time} ${message}\n`);
    repository.git('add', '--', file);
    repository.gitAt(time, author, 'commit', '--quiet', '--message', message);
  };
  const day = (time: string): string => `2026-05-14T${time}:00Z`;
  land(shop, '.github/CODEOWNERS', '2026-05-10T09:00:00Z', 'Say who owns what');
  writeFileSync(path.join(shop.root, '.github/CODEOWNERS'), '* @shop\n/pay/ lead@example.com\n');
  land(shop, 'pay/pool.ts', '2026-05-13T18:20:00Z', 'pay: halve the pool');
  shop.git('add', '--all');
  land(shop, 'pay/wait.ts', day('13:20'), 'pay: wait 2 s');
  for (let minute = 10; minute < 31; minute += 1) land(shop, `ship/${minute}.ts`, day(`14:${minute}`), `ship: fix label ${minute}`, minute % 2 ? 'Jonas Weber <jonas.weber@example.com>' : undefined);
  land(shop, 'pay/retry.ts', day('14:40'), 'pay: cap retries', 'Lena Lead <lead@example.com>');
  land(shop, 'pay/note.md', day('15:10'), 'pay: fix the retry storm');
  land(web, 'banner.ts', day('14:20'), 'Show a banner');
  land(web, 'wait.ts', day('14:50'), 'Stop asking twice', 'Lena Lead <lead@example.com>');
}
