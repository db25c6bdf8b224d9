// @ts-check
// The browser's fonts. The packaged settings name folders that are on no machine, and without any font the whole browser dies when a
// page of an extension appears.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const families = {
  'sans-serif': 'DejaVu Sans',
  'system-ui': 'DejaVu Sans',
  monospace: 'DejaVu Sans Mono',
  serif: 'DejaVu Serif',
};

/**
 * Writes the font settings for the browser in `folder` and gives the file. They hold absolute folders, so they are made where they are used.
 * @param {string} folder
 */
export function fontSettings(folder) {
  const file = path.join(folder, 'fonts.conf');
  const text = settings(folder);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return file;
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, text);
  renameSync(aside, file);
  return file;
}

/** @param {string} folder */
function settings(folder) {
  const folders = [path.join(folder, 'chromium', 'fonts', 'fonts'), path.join(folder, 'node_modules', 'dejavu-fonts-ttf', 'ttf'), '/usr/share/fonts'];
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((name) => `  <dir>${escaped(name)}</dir>`),
    `  <cachedir>${escaped(path.join(folder, 'font-cache'))}</cachedir>`,
    ...Object.entries(families).map(([generic, family]) => `  <alias><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`),
    '</fontconfig>',
    '',
  ].join('\n');
}

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
