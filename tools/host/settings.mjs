// @ts-check
// The user settings of a served editor, and its themes.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A quiet first screen: nothing welcomes, recommends, updates or reports. */
export const quiet = {
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.confirmBeforeClose': 'never',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** @typedef {Record<string, unknown>} Settings */

/** Where a served editor keeps user settings. @param {string} data The profile. */
export const servedSettings = (data) => path.join(data, 'data', 'User', 'settings.json');

/**
 * Where a served editor keeps the settings of its machine. They go before user settings, and a running editor follows them; changes of
 * the user settings on disk it does not notice (it watches them under another authority than the one that reports). Settings of the
 * application itself, like telemetry and trust, are read from the user settings only.
 * @param {string} data
 */
export const servedMachineSettings = (data) => path.join(data, 'data', 'Machine', 'settings.json');

/** Where a desktop editor keeps user settings. @param {string} data Its `--user-data-dir`. */
export const desktopSettings = (data) => path.join(data, 'User', 'settings.json');

/** @param {string} file @returns {Settings} nothing where there is no file */
export const readSettings = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

/**
 * Adds to a settings file; `undefined` takes a setting out.
 * @param {string} file
 * @param {Settings} changes
 */
export function changeSettings(file, changes) {
  mkdirSync(path.dirname(file), { recursive: true });
  // In place: the served editor watches this very file, and does not see one that takes its place.
  writeFileSync(file, `${JSON.stringify({ ...readSettings(file), ...changes }, null, 2)}\n`);
}

/** The four kinds of theme that the editor tells extensions apart, and the class of the body in a page of an extension. */
export const themeKinds = /** @type {const} */ ({
  dark: { base: 'vs-dark', body: 'vscode-dark', name: /^(Default )?Dark Modern$/ },
  light: { base: 'vs', body: 'vscode-light', name: /^(Default )?Light Modern$/ },
  hc: { base: 'hc-black', body: 'vscode-high-contrast', name: /^Default High Contrast$/ },
  'hc-light': { base: 'hc-light', body: 'vscode-high-contrast-light', name: /^Default High Contrast Light$/ },
});

/** @typedef {keyof typeof themeKinds} ThemeKind */

/**
 * What `workbench.colorTheme` must say for a kind of theme: names differ between versions.
 * @param {string} vscode VS Code's own folder.
 * @param {ThemeKind} kind
 * @returns {string}
 */
export function themeName(vscode, kind) {
  const manifest = JSON.parse(readFileSync(path.join(vscode, 'extensions', 'theme-defaults', 'package.json'), 'utf8'));
  /** @type {{ id: string }[]} */
  const themes = manifest.contributes.themes;
  const found = themes.find(({ id }) => themeKinds[kind].name.test(id));
  if (!found) throw new Error(`This VS Code brings no theme for ${kind}.`);
  return found.id;
}
