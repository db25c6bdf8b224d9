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
  /** Files of its own that it loaded after its main one. */
  readonly rest: number;
  /** How often a file or folder of the journal was asked for while it was loaded and activated. */
  readonly journalCalls: number;
  /** How often anybody had asked for one when the rest was loaded. */
  readonly journalCallsBeforeRest: number;
}

export interface Activations {
  readonly byId: Readonly<Record<string, Activation>>;
  /** How often anybody asked for a file or folder of the journal since the extension host began. */
  readonly journalCalls: number;
}

interface Activating {
  activate?: (...given: unknown[]) => unknown;
}

/** Begins to watch; gives what was seen so far. */
export function watchActivations(): () => Activations {
  const byId: Record<string, Activation> = {};
  const journalCalls = countJournalCalls();
  const ownerOf = (file: string) => vscode.extensions.all.find(({ extensionPath }) => file.startsWith(`${extensionPath}${path.sep}`));
  const prototype = Module.prototype as unknown as { exports: Activating; load(file: string): void };
  const load = prototype.load;
  prototype.load = function (file) {
    const owner = ownerOf(file);
    const known = owner && byId[owner.id];
    const loaded = costOf(() => load.call(this, file), journalCalls);
    if (known) byId[owner.id] = { ...known, rest: known.rest + loaded.milliseconds, journalCallsBeforeRest: journalCalls() };
    else if (owner && file === mainOf(owner)) {
      this.exports = watched(this.exports, journalCalls, (activated) => {
        byId[owner.id] = activationOf(loaded, activated);
      });
    }
  };
  return () => ({ byId, journalCalls: journalCalls() });
}

function mainOf({ extensionPath, packageJSON }: vscode.Extension<unknown>): string {
  return path.join(extensionPath, (packageJSON as { main?: string }).main ?? '');
}

function activationOf(loaded: Cost, activated: Cost): Activation {
  const calls = loaded.journalCalls + activated.journalCalls;
  return { load: loaded.milliseconds, activate: activated.milliseconds, rest: 0, journalCalls: calls, journalCallsBeforeRest: 0 };
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
