// What it costs an extension host to load and to activate an extension, as the editor itself does both: the CPU time around the `require` of
// its bundle and around the call of its `activate`. Nothing else runs on that thread between, so it is the extension's own code.
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';

/** The journal's folder, as the extension names it. */
const JOURNAL = `${path.sep}.lead-debrief`;

/** Milliseconds of CPU, all threads of the process. */
export interface Activation {
  readonly load: number;
  readonly activate: number;
  /** How often a file or folder of the journal was asked for in both. */
  readonly journalCalls: number;
}

export interface Activations {
  readonly byId: Readonly<Record<string, Activation>>;
  /** Since the extension host began: shows that such calls are seen at all. */
  readonly journalCalls: number;
}

interface Activating {
  activate?: (...given: unknown[]) => unknown;
}

/** Begins to watch; gives what was seen so far. */
export function watchActivations(): () => Activations {
  const byId: Record<string, Activation> = {};
  const journalCalls = countJournalCalls();
  const mains = new Map(vscode.extensions.all.flatMap(({ id, extensionPath, packageJSON }) => mainOf(extensionPath, packageJSON).map((file) => [file, id] as const)));
  const prototype = Module.prototype as unknown as { exports: Activating; load(file: string): void };
  const load = prototype.load;
  prototype.load = function (file) {
    const id = mains.get(file);
    if (id === undefined) return load.call(this, file);
    const loaded = costOf(() => load.call(this, file), journalCalls);
    this.exports = watched(this.exports, journalCalls, (activated) => {
      byId[id] = { load: loaded.milliseconds, activate: activated.milliseconds, journalCalls: loaded.journalCalls + activated.journalCalls };
    });
  };
  return () => ({ byId, journalCalls: journalCalls() });
}

/** @param manifest of an extension; one without code has no `main` */
function mainOf(folder: string, manifest: { main?: string }): readonly string[] {
  return manifest.main === undefined ? [] : [path.join(folder, manifest.main)];
}

interface Cost {
  readonly milliseconds: number;
  readonly journalCalls: number;
}

function costOf(work: () => void, journalCalls: () => number): Cost {
  const [before, calls] = [cpu(), journalCalls()];
  work();
  return { milliseconds: cpu() - before, journalCalls: journalCalls() - calls };
}

/** The same exports, with an `activate` that says what it cost until it returned. */
function watched(exports: Activating, journalCalls: () => number, done: (cost: Cost) => void): Activating {
  const { activate } = exports;
  if (!activate) return exports;
  const timed = (...given: unknown[]): unknown => {
    let result: unknown;
    done(costOf(() => (result = activate(...given)), journalCalls));
    return result;
  };
  return { ...exports, activate: timed };
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Counts the calls of `fs` and `fs/promises` that name the journal, whoever makes them. */
function countJournalCalls(): () => number {
  let calls = 0;
  const counting: ProxyHandler<(...given: unknown[]) => unknown> = {
    apply(target, self, given) {
      if (String(given[0]).includes(JOURNAL)) calls += 1;
      return Reflect.apply(target, self, given) as unknown;
    },
  };
  for (const holder of [fs, fs.promises] as unknown as Record<string, unknown>[]) {
    for (const [name, value] of Object.entries(holder)) {
      if (typeof value === 'function' && /^[a-z]/.test(name)) holder[name] = new Proxy(value as (...given: unknown[]) => unknown, counting);
    }
  }
  return () => calls;
}
