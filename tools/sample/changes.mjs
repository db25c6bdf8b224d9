// @ts-check
// Changes of the history that are made by a program, or take another one back: alike each time but for what they are about.

/** @typedef {import('./history.mjs').Change} Change */
/** @typedef {Pick<Change, 'id' | 'day' | 'time'>} When */

/**
 * The bot raises a dependency.
 * @param {When} when
 * @param {{ name: string, from: string, to: string, pull: number, dev?: boolean }} dependency pull: the number of its pull request
 * @returns {Change}
 */
export const bump = (when, { name, from, to, pull, dev = false }) => ({
  ...when,
  by: 'bot',
  subject: `chore(${dev ? 'deps-dev' : 'deps'}): bump ${name} from ${from} to ${to} (#${pull})`,
  body: 'Signed-off-by: dependabot[bot] <support@github.com>',
  files: { 'package.json': [from, to] },
});

/**
 * Somebody takes a change back.
 * @param {When & Pick<Change, 'by'>} when
 * @param {{ undoes: string, subject: string, pull?: number, why?: string }} revert subject: of what is taken back
 * @returns {Change}
 */
export const revert = (when, { undoes, subject, pull, why }) => ({
  ...when,
  undoes,
  subject: `Revert "${subject}"${pull === undefined ? '' : ` (#${pull})`}`,
  body: [`This reverts commit {{${undoes}}}.`, why].filter(Boolean).join('\n\n'),
});
