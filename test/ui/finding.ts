// What is found, as documents tell it, and as the looks remember it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { daysAgo } from './journalFiles';
import type { Workbench } from './workbench';

export const TITLE = 'Checkout answered with 502';

/** A document as a team writes it, two days ago. */
export function report(ended = '15:40'): string {
  const day = daysAgo(2).slice(0, 10);
  return `# ${TITLE}\n\n**Date:** ${day}\n**Severity:** SEV-2\n\n## Impact\n\nShops could not sell for an hour and a half.\n\n## Timeline\n\nAll times in UTC.\n\n- 14:05 The first alert fires\n- 14:20 The pool is found to be full\n- ${ended} Errors are gone, resolved\n\n## Root cause\n\nA pool that was too small.\n\n## Action items\n\n- [ ] Raise the pool\n`;
}

/** Where looks at documents remember, in the editor's own storage. */
function memoryOf({ data }: Workbench): string {
  const found = path.join(data, 'data', 'User', 'globalStorage', 'lead-debrief.lead-debrief', 'found');
  const folders = readdirSync(found).map((name) => path.join(found, name));
  return folders.find((folder) => existsSync(path.join(folder, 'memory.json'))) ?? '';
}

const parsed = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** How often it was looked at documents, in whatever window. */
export const looks = (workbench: Workbench): number => parsed<{ readonly looks: number }>(path.join(memoryOf(workbench), 'memory.json')).looks;

/** Which window looks. */
export const leaseOf = (workbench: Workbench): { readonly window: string } => parsed(path.join(memoryOf(workbench), 'lease', 'lease.json'));
