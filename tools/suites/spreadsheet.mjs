// @ts-check
// LibreOffice for the test that opens an export as CSV in it. It is no part of `npm test`: some 150 MB are fetched from Debian.
import { capture, run } from '../processes.mjs';
import { Refusal } from '../refusal.mjs';

/** Calc alone, without a screen and what only a screen needs. */
const PACKAGE = 'libreoffice-calc-nogui';
const NAMES = ['soffice', 'libreoffice'];
const BY_HAND = `Install LibreOffice Calc by hand (on Debian and Ubuntu: sudo apt-get install --no-install-recommends ${PACKAGE}), then run npm run test:spreadsheet again.`;

/** The command that starts LibreOffice. Installs it with apt-get where it is missing and this account may; otherwise says what to do. @returns {Promise<string>} */
export async function provisionSpreadsheet() {
  const there = await find();
  if (there) return there;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (!(await works('apt-get', '--version')) || (sudo.length > 0 && !(await works('sudo', '-n', 'true')))) throw new Refusal(`LibreOffice is not here. ${BY_HAND}`);
  console.log(`LibreOffice is not here: apt-get installs ${PACKAGE}.`);
  const [apt, ...options] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y'];
  for (const wanted of [['update'], ['install', '--no-install-recommends', PACKAGE]]) {
    if ((await run(String(apt), [...options, ...wanted])) !== 0) throw new Refusal(`apt-get could not install ${PACKAGE}, for the reason above. ${BY_HAND}`);
  }
  const installed = await find();
  if (!installed) throw new Refusal(`${PACKAGE} is installed, and there is no command ${NAMES.join(' or ')}. ${BY_HAND}`);
  return installed;
}

async function find() {
  for (const name of NAMES) if (await works(name, '--version')) return name;
  return undefined;
}

/** @param {string} command @param {string[]} options */
async function works(command, ...options) {
  try {
    return (await capture(command, options)).code === 0;
  } catch {
    return false;
  }
}
