// The editor calls `run` inside its extension host; it runs the tests of one scene (tools/suites/host.mjs) with mocha.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { TallyReporter } from '../../tools/suites/reporter.mjs';

/** Starting the editor's other parts may take its time on a slow machine, in milliseconds. */
const TIMEOUT = 30_000;

/** Rejects when a test failed: the editor then ends with a code other than 0. */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const folder = path.join(__dirname, process.env.TEST_SCENE ?? '.');
  const mocha = new Mocha({ ui: 'bdd', timeout: TIMEOUT, reporter: TallyReporter, forbidOnly: process.env.TEST_GREP === '' });
  if (process.env.TEST_GREP) mocha.grep(process.env.TEST_GREP);
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.test.cjs')) mocha.addFile(path.join(folder, file));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the tests in the extension host failed.`);
}
