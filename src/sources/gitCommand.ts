import { spawn } from 'node:child_process';

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

/** Runs git in a folder and gathers what it says. Reads only: no network, no locks, nothing that the repository brings is run. */
export function runGit({ git, folder, signal }: GitPlace, args: readonly string[], input = ''): Promise<GitAnswer> {
  if (signal.aborted) return Promise.resolve({ kind: 'stopped' });
  return new Promise((resolve) => {
    const child = spawn(git, [...SAFE, '-C', folder, ...args], { env: environment(), detached: IN_A_GROUP, windowsHide: true, stdio: 'pipe' });
    const output = new Gathered(MOST_OUTPUT);
    const reason = new Gathered(MOST_REASON);
    const end = (answer: GitAnswer): void => {
      signal.removeEventListener('abort', stop);
      resolve(answer);
    };
    const kill = (): void => {
      stopGroup(child.pid);
      for (const stream of child.stdio) stream?.destroy();
    };
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
