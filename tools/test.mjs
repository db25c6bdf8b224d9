// @ts-check
// npm test: installs, builds, checks types and lint, then unit, host and UI tests, and sums them up in one last line.
//   node tools/test.mjs [unit|host|ui|oldest|matrix|torture|spreadsheet] [files and options for mocha]
// TEST_HOST=desktop|served forces the editor for host tests.
import { Refusal, enter } from './refusal.mjs';
import { setUp } from './setup.mjs';

await enter(async () => {
  await setUp();
  const { plans, runPlan } = await import('./suites/plan.mjs');
  const { temporaryInMemory } = await import('./suites/temporary.mjs');
  const [first, ...more] = process.argv.slice(2);
  if (first !== 'torture') Object.assign(process.env, temporaryInMemory()); // that is about what a disk does
  if (first === undefined) return runPlan('all', []);
  if (!(first in plans)) throw new Refusal(`There is no suite called ${first}: ${Object.keys(plans).join(', ')}.`);
  return runPlan(/** @type {keyof typeof plans} */ (first), more);
});
