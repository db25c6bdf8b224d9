// @ts-check
// npm start: installs, builds, packages, and opens VS Code on a sample workspace with the package installed, in a profile of its own.
//   npm start                 the desktop editor where there is a display and `code`, the served one otherwise
//   npm start -- --desktop    the desktop editor, or a sentence why not       npm start -- --served    the served one
//   npm start -- --year       a workspace with a year of reflections          npm start -- --fresh     a new workspace and profile
//   npm start -- --prepare    a build to debug and the workspace, nothing is opened (F5 does this)
import { parseArgs } from 'node:util';
import { Refusal, enter } from './refusal.mjs';
import { setUp } from './setup.mjs';

const options = /** @type {const} */ ({
  desktop: { type: 'boolean', default: false },
  served: { type: 'boolean', default: false },
  year: { type: 'boolean', default: false },
  fresh: { type: 'boolean', default: false },
  prepare: { type: 'boolean', default: false },
});

function readOptions() {
  try {
    return parseArgs({ options, strict: true }).values;
  } catch {
    throw new Refusal(`npm start knows these options, after \`--\`: ${Object.keys(options).map((name) => `--${name}`).join(' ')}.`);
  }
}

await enter(async () => {
  const wanted = readOptions();
  await setUp();
  const { start } = await import('./opening.mjs');
  return start(wanted);
});
