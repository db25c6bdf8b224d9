import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundles } from '../../esbuild.mjs';
import type * as store from '../../src/store/journal';
import { root } from '../../tools/places.mjs';

/** The store as it ships: bundled and minified, as the extension is. (As tsx runs it, each function is given its name when it is made.) */
export async function shippedStore(): Promise<typeof store> {
  const folder = mkdtempSync(join(tmpdir(), 'lead-debrief-store-'));
  try {
    await build({ ...bundles[0], absWorkingDir: root, entryPoints: { journal: 'src/store/journal.ts' }, outdir: folder, minify: true, sourcemap: false });
    return createRequire(import.meta.url)(join(folder, 'journal.cjs')) as typeof store;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
