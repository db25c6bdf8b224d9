import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readGitEvidence, type GitQuestion, type GitReading } from '../../../src/sources/git';

/** The incident of these tests: what is in the window lies between 12:02 and 15:37 of the next day. */
export const start = '2026-05-14T14:02:00Z';
export const end = '2026-05-14T15:37:00Z';

/** "14:18" on the day of the incident. */
export const at = (time: string): string => `2026-05-14T${time}:00Z`;

export interface CommitWords {
  readonly time: string;
  readonly author?: string;
  readonly message: string;
}

/** A folder of its own for each test file, without the configuration of whoever runs the tests. */
export class Sandbox {
  readonly folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'evidence-')));
  readonly #before = { ...process.env };

  constructor() {
    Object.assign(process.env, { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' });
  }

  /** Puts the environment back and removes everything. */
  dispose(): void {
    for (const name of ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM']) {
      const value = this.#before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  path(...parts: string[]): string {
    return path.join(this.folder, ...parts);
  }

  write(file: string, text: string): string {
    mkdirSync(path.dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
    return this.path(file);
  }

  /** A program for the shell. */
  program(file: string, ...lines: string[]): string {
    const written = this.write(file, ['#!/bin/sh', ...lines, ''].join('\n'));
    chmodSync(written, 0o755);
    return written;
  }

  repository(name: string): TestRepository {
    return new TestRepository(this.path(name));
  }
}

export class TestRepository {
  #files = 0;

  constructor(readonly root: string) {
    mkdirSync(root, { recursive: true });
    this.git('init', '--quiet');
    this.git('symbolic-ref', 'HEAD', 'refs/heads/main');
  }

  git(...args: string[]): string {
    return this.gitAt(at('12:00'), 'Priya Nair <priya.nair@example.com>', ...args);
  }

  /** Runs git with the clock and the name of somebody else. */
  gitAt(time: string, author: string, ...args: string[]): string {
    const [, name = '', mail = ''] = /^(.*) <(.*)>$/.exec(author) ?? [];
    const who = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: mail, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: mail };
    const env = { ...process.env, ...who, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time };
    return execFileSync('git', ['-C', this.root, ...args], {
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  }

  /** One commit with a file of its own; its hash. */
  commit({ time, author = 'Priya Nair <priya.nair@example.com>', message }: CommitWords): string {
    this.#files += 1;
    writeFileSync(path.join(this.root, `file-${this.#files}.txt`), message);
    this.git('add', '--all');
    this.gitAt(time.includes('T') ? time : at(time), author, 'commit', '--quiet', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** Merges a branch as a hosting service does. */
  merge(branch: string, { time, author = 'Jonas Weber <jonas.weber@example.com>', message }: CommitWords): string {
    this.gitAt(at(time), author, 'merge', '--quiet', '--no-ff', '--message', message, branch);
    return this.git('rev-parse', 'HEAD');
  }
}

/** Reads with the usual window. */
export function read(folders: readonly string[], more: Partial<GitQuestion> = {}): Promise<GitReading> {
  return readGitEvidence({ folders, git: 'git', start, end, signal: new AbortController().signal, ...more });
}
