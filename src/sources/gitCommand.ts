import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';

/** What became of one command. Nothing here throws: what git cannot do is to be expected. */
export type GitAnswer =
  /** `cut`: it had more to say than may be kept. */
  | { readonly kind: 'said'; readonly output: string; readonly cut: boolean }
  /** Git refused; `reason` is its standard error, in English. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** There is no program of that name that can be run. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'stopped' };

/** Where and how to run git. */
export interface GitPlace {
  /** The program, as the editor knows it. */
  readonly git: string;
  readonly folder: string;
  /** The folder in which git keeps what it knows, where there is no work tree; undefined: git finds it from `folder`. */
  readonly gitFolder?: string;
  /** Ends the command. */
  readonly signal: AbortSignal;
}

/** More than this is not kept of one answer, in bytes. */
const MOST_OUTPUT = 16_000_000;
const MOST_REASON = 4_000;

/**
 * Whatever a repository's own configuration could have git run is off: monitors, signature programs, pagers, hooks, helpers that
 * compare or convert, remotes. Bare repositories that lie inside a work tree are not read at all.
 */
const SAFE: readonly string[] = [
  '--no-pager',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'log.showSignature=false',
    'core.quotePath=false',
    'protocol.allow=never',
    'safe.bareRepository=explicit',
  ].flatMap((setting) => ['-c', setting]),
];

/** For every command that could compare files. */
export const NO_HELPERS: readonly string[] = ['--no-ext-diff', '--no-textconv'];

/** Which files were changed, in git's own order and from the root, whatever `diff.*` of a repository says about order, renames, folders and submodules. */
export const RAW_FILES: readonly string[] = ['--raw', '-O/dev/null', '--no-abbrev', '--no-renames', '--no-relative', '--ignore-submodules=none', ...NO_HELPERS];

/** What of git's own environment stays: the user's configuration. Not what points git to another repository, as inside a hook. */
const KEPT = /^GIT_(?:CONFIG|EXEC_PATH$|CEILING_DIRECTORIES$)/;

function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || KEPT.test(name));
  return {
    ...Object.fromEntries(inherited),
    GIT_NO_LAZY_FETCH: '1',
    // Git before 2.39.4 does not know the line above; with no protocol allowed it cannot fetch either.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  };
}

/** A group of its own, so that ending git ends what it may have started, and nothing can ask at the terminal. */
const IN_A_GROUP = process.platform !== 'win32';

function start({ git, folder, gitFolder }: GitPlace, args: readonly string[]): ChildProcessWithoutNullStreams {
  const there = gitFolder === undefined ? [] : [`--git-dir=${gitFolder}`];
  return spawn(git, [...SAFE, '-C', folder, ...there, ...args], { env: environment(), detached: IN_A_GROUP, windowsHide: true, stdio: 'pipe' });
}

function killWhole(child: ChildProcessWithoutNullStreams): void {
  stopGroup(child.pid);
  for (const stream of child.stdio) stream?.destroy();
}

/** Runs git in a folder and gathers what it says. Reads only: no network, no locks, nothing that the repository brings is run. */
export function runGit(place: GitPlace, args: readonly string[], input = ''): Promise<GitAnswer> {
  const { signal } = place;
  if (signal.aborted) return Promise.resolve({ kind: 'stopped' });
  return new Promise((resolve) => {
    const child = start(place, args);
    const output = new Gathered(MOST_OUTPUT);
    const reason = new Gathered(MOST_REASON);
    const end = (answer: GitAnswer): void => {
      signal.removeEventListener('abort', stop);
      resolve(answer);
    };
    const kill = (): void => killWhole(child);
    const stop = (): void => {
      kill();
      end({ kind: 'stopped' });
    };
    signal.addEventListener('abort', stop);
    child.stdout.on('data', (chunk: Buffer) => {
      if (output.isFullWith(chunk)) {
        kill();
        end({ kind: 'said', output: output.text(), cut: true });
      }
    });
    child.stderr.on('data', (chunk: Buffer) => reason.isFullWith(chunk));
    child.stdin.on('error', () => undefined); // It may end without reading: its exit code says more.
    child.stdin.end(input);
    child.on('error', () => end({ kind: 'missing' }));
    child.on('close', (code) => end(code === 0 ? { kind: 'said', output: output.text(), cut: false } : { kind: 'refused', reason: reason.text().trim() }));
  });
}

/**
 * Runs git as `runGit` does, and hands on what it says while it says it: git waits for `take`.
 * @returns as `runGit`, without output. What was taken before it was stopped is taken
 */
export async function streamGit(place: GitPlace, args: readonly string[], take: (text: string) => Promise<void>): Promise<GitAnswer> {
  const { signal } = place;
  if (signal.aborted) return { kind: 'stopped' };
  const child = start(place, args);
  const reason = new Gathered(MOST_REASON);
  child.stderr.on('data', (chunk: Buffer) => reason.isFullWith(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end();
  const ended = new Promise<GitAnswer>((resolve) => {
    child.on('error', () => resolve({ kind: 'missing' }));
    child.on('close', (code) => resolve(code === 0 ? { kind: 'said', output: '', cut: false } : { kind: 'refused', reason: reason.text().trim() }));
  });
  const kill = (): void => killWhole(child);
  signal.addEventListener('abort', kill);
  try {
    for await (const text of child.stdout.setEncoding('utf8') as AsyncIterable<string>) await take(text);
  } catch (error) {
    kill();
    // A stream that was closed before its end: git was stopped, or never began, and `ended` says which.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error;
  } finally {
    signal.removeEventListener('abort', kill);
  }
  return signal.aborted ? { kind: 'stopped' } : await ended;
}

function stopGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(IN_A_GROUP ? -pid : pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Bytes up to a limit. */
class Gathered {
  readonly #chunks: Buffer[] = [];
  #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  /** Keeps what fits; whether something did not. */
  isFullWith(chunk: Buffer): boolean {
    if (this.#room > 0) this.#chunks.push(chunk.subarray(0, this.#room));
    this.#room -= chunk.length;
    return this.#room < 0;
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}
