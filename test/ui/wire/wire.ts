// What the processes of a served editor did that could reach the network, each with its stack.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { freshFolder } from '../harness/folders';
import type { WorkbenchOptions } from '../workbench';

/** One call: what was called, with what, and from where. */
export interface Call {
  readonly kind: string;
  readonly what: string;
  readonly stack: string;
}

/** Frames of our bundles, wherever they are installed. The folder of a checkout may be called like us. */
const OURS = /[\\/]lead-debrief\.lead-debrief-[^\\/]+[\\/]dist[\\/]/;
const CONTROL = /[\\/]wire-control[\\/]extension\.cjs/;
/** The editor's own files, and those of its other extensions. */
const EDITOR = /[\\/](?:out[\\/](?:vs|server-main|bootstrap)|extensions[\\/]|built-in[\\/])/;

/** Records an editor: what it is opened with, and what it did by now. */
export class Wire {
  readonly #folder = freshFolder();

  get options(): Pick<WorkbenchOptions, 'env' | 'beside'> {
    const recorder = path.join(import.meta.dirname, 'recorder.cjs');
    return {
      env: { NODE_OPTIONS: `--require=${JSON.stringify(recorder)}`, LEAD_DEBRIEF_WIRE: this.#folder },
      beside: [path.join(import.meta.dirname, 'wire-control')],
    };
  }

  /** How many extension hosts were recorded from their start. */
  get hosts(): number {
    return this.#files().length;
  }

  /** What extension hosts did on behalf of our extension. */
  ours(): readonly Call[] {
    return this.#calls().filter(({ stack }) => OURS.test(stack));
  }

  /** What they did on behalf of the extension that calls out on purpose. */
  control(): readonly Call[] {
    return this.#calls().filter(({ stack }) => CONTROL.test(stack));
  }

  /** What nobody is known to have done: of these, one could be ours. */
  unknown(): readonly Call[] {
    return this.#calls().filter(({ stack }) => !OURS.test(stack) && !CONTROL.test(stack) && !EDITOR.test(stack));
  }

  #files(): readonly string[] {
    return readdirSync(this.#folder).filter((name) => name.startsWith('extensionHost-')).map((name) => path.join(this.#folder, name));
  }

  #calls(): readonly Call[] {
    const lines = this.#files().flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
    return lines.map((line) => JSON.parse(line) as Call).filter(({ kind }) => kind !== 'start');
  }
}
