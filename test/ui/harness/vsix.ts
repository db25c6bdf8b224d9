import { existsSync } from 'node:fs';
import { build, packageExtension } from '../../../tools/package.mjs';
import { vsixFile } from '../../../tools/places.mjs';

let packaged: Promise<string> | undefined;

/** The packaged extension: made once by `npm test`; where a test is run by hand, made once for its process. */
export function vsix(): Promise<string> {
  packaged ??= given() ?? make();
  return packaged;
}

function given(): Promise<string> | undefined {
  const file = process.env.TEST_VSIX;
  return file && existsSync(file) ? Promise.resolve(file) : undefined;
}

async function make(): Promise<string> {
  await build();
  await packageExtension(vsixFile);
  return vsixFile;
}
