// npm run evaluate -- documents FOLDER: one JSON line for each Markdown file below FOLDER.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { markdownFiles } from '../../src/sources/markdownFiles';
import { Refusal, enter } from '../refusal.mjs';

await enter(async () => {
  const folder = resolve(process.argv[2] ?? '');
  if (process.argv[2] === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal('npm run evaluate -- documents FOLDER: a folder is needed.');
  for await (const path of markdownFiles(folder, [])) console.log(JSON.stringify({ path }));
  return 0;
});
