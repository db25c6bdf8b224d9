// @ts-check
// Which editor the tests inside the extension host run in: the desktop one where it can be downloaded and shown, else the served one.
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { hasDisplay } from '../host/desktop.mjs';
import { newest, provisionBrowser, provisionServer, versions, whyNotServed } from '../host/provision.mjs';
import { root, workFolder } from '../places.mjs';
import { Refusal } from '../refusal.mjs';

const desktopReleases = 'https://update.code.visualstudio.com/api/releases/stable';

/** @typedef {{ kind: 'desktop' | 'served', executable: string }} Editor */

/**
 * `TEST_HOST=desktop` or `TEST_HOST=served` forces one.
 * @param {import('../host/provision.mjs').Version} version
 * @returns {Promise<Editor>}
 */
export async function chooseEditor(version) {
  const wanted = process.env.TEST_HOST || 'either';
  if (!['desktop', 'served', 'either'].includes(wanted)) throw new Refusal(`TEST_HOST is ${wanted}; it can be desktop or served.`);
  if (wanted === 'served') return servedEditor(version);
  const reason = await whyNotDesktop();
  if (!reason) {
    try {
      return await desktopEditor(version);
    } catch (error) {
      if (wanted === 'desktop' || whyNotServed()) throw new Refusal(`Desktop VS Code could not be downloaded (${/** @type {Error} */ (error).message}).`);
    }
  }
  if (wanted === 'desktop') throw new Refusal(`Desktop VS Code cannot be used: ${reason}`);
  return servedEditor(version);
}

/** The newest release for the newest version: what people have. @param {import('../host/provision.mjs').Version} version @returns {Promise<Editor>} */
async function desktopEditor(version) {
  const release = version === newest ? 'stable' : versions[version];
  const cachePath = path.join(workFolder, 'desktop');
  return { kind: 'desktop', executable: await downloadAndUnzipVSCode({ version: release, cachePath, timeout: 15_000, extensionDevelopmentPath: root }) };
}

/** @param {import('../host/provision.mjs').Version} version @returns {Promise<Editor>} */
async function servedEditor(version) {
  await Promise.all([provisionServer(version), provisionBrowser()]);
  return { kind: 'served', executable: path.join(root, 'tools', 'host', 'code.mjs') };
}

/** Asked before a download is tried: on a network that drops packets that takes minutes to fail. */
async function whyNotDesktop() {
  if (!hasDisplay()) return 'there is no display.';
  try {
    await fetch(desktopReleases, { method: 'HEAD', signal: AbortSignal.timeout(3000) });
    return undefined;
  } catch {
    return 'its download server cannot be reached.';
  }
}
