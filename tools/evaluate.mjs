// @ts-check
// npm run evaluate -- SUBJECT …: what the product's own code makes of a folder or a repository, one JSON line for each finding on standard
// output, everything else on standard error. A subject is a file of tools/evaluate; what follows its name is handed to it.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';
import { run } from './processes.mjs';
import { Refusal, enter } from './refusal.mjs';
import { setUp } from './setup.mjs';

const folder = path.join(root, 'tools', 'evaluate');

await enter(async () => {
  const [asked = '', ...rest] = process.argv.slice(2);
  const subjects = readdirSync(folder).filter((name) => name.endsWith('.ts')).map((name) => path.basename(name, '.ts')).sort();
  if (!subjects.includes(asked)) throw new Refusal(`npm run evaluate -- SUBJECT …: the subjects are ${subjects.join(', ')}.`);
  await setUp();
  // In the folder that npm was called from, so that a relative path means what the person sees.
  const options = { cwd: process.env.INIT_CWD ?? process.cwd() };
  return run(process.execPath, [`--import=${import.meta.resolve('tsx')}`, path.join(folder, `${asked}.ts`), ...rest], options);
});
