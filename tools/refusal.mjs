// @ts-check
// How the tools stop: one sentence for a person, an exit code for a machine, never a stack for something that was to be expected.
import { isStopping, stopAll } from './processes.mjs';

/** A reason to stop that is meant for the person at the keyboard. Its message is the whole of what is shown. */
export class Refusal extends Error {}

/** What the disk says, and what a person can do about it. */
const diskRefusals = {
  ENOSPC: 'The disk is full. Free some space and run the same command again.',
  EDQUOT: 'The disk quota is used up. Free some space and run the same command again.',
  EROFS: 'The disk can only be read. Run the command where files can be written.',
};

/**
 * The sentence for an error that anybody may meet, or undefined for one that is a fault of ours.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function sentenceFor(error) {
  if (error instanceof Refusal) return error.message;
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error ?? {});
  const sentence = Object.entries(diskRefusals).find(([name]) => name === code)?.[1];
  return sentence && path ? `${sentence} (${path})` : sentence;
}

/**
 * Runs an entry of tools/ and ends the process with the exit code that it returns. Everything that it started is stopped first.
 * @param {() => Promise<number>} main
 */
export async function enter(main) {
  let code = 1;
  try {
    code = await main();
  } catch (error) {
    if (isStopping()) return;
    const sentence = sentenceFor(error);
    console.error(sentence === undefined ? error : `\n${sentence}`);
  }
  if (isStopping()) return; // whoever caught the signal exits
  await stopAll();
  process.exit(code);
}
