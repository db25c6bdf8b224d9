import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workFolder } from '../../tools/places.mjs';
import { randomFrom } from '../../tools/sample/random.mjs';

export const COMMITS = 100_000;
/** What a change of the stream below makes another repository. */
const EDITION = 2;
/** A busy team: a landing about every half an hour, day and night. */
const SECONDS_BETWEEN = 1_800;
/** The newest commit, in seconds since 1970. */
export const NEWEST = Date.UTC(2026, 4, 15, 12) / 1000;
const AUTHORS = Array.from({ length: 40 }, (_, index) => `Person ${index} <person${index}@example.com>`);
const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** When the n-th of the commits was made, in seconds since 1970. */
const timeOf = (number: number): number => NEWEST - (COMMITS - number) * SECONDS_BETWEEN;

/** An incident whose evidence spans two days, some days before the newest commit. */
export function incidentWindow(): { start: string; end: string } {
  const end = NEWEST - 5 * 86_400;
  const time = (seconds: number): string => new Date(seconds * 1000).toISOString();
  return { start: time(end - 22 * 3_600), end: time(end) };
}

/** One commit of the stream; every tenth is a merge, every sixth has a co-author, every fiftieth is undone by the next, every hundredth is a tag. */
function commit(number: number, random: () => number): string {
  const who = `${AUTHORS[Math.floor(random() * AUTHORS.length)]} ${timeOf(number)} +0000`;
  const undoes = number % 50 === 1 && number > 1 ? number - 1 : undefined;
  const merges = number % 10 === 5;
  const subject =
    undoes === undefined
      ? `area ${number % 97}: change ${number} (#${number})`
      : `Revert "area ${undoes % 97}: change ${undoes} (#${undoes})" (#${number})`;
  const trailer = number % 6 === 0 ? `\n\nCo-authored-by: ${AUTHORS[number % AUTHORS.length]}` : '';
  const body = `Why it was needed, in a sentence of a usual length.${trailer}`;
  const branch = `commit refs/heads/topic\nmark :${COMMITS + number}\nauthor ${who}\ncommitter ${who}\n${data(`work on ${number}`)}from :${number - 1}\nM 100644 inline topic/${number % 211}.txt\n${data(`${number}`)}\n`;
  const main = [
    `commit refs/heads/main\nmark :${number}\nauthor ${who}\ncommitter ${who}\n${data(merges ? `Merge pull request #${number} from team/topic\n\n${subject}` : `${subject}\n\n${body}`)}`,
    number > 1 ? `from :${number - 1}\n` : '',
    merges ? `merge :${COMMITS + number}\n` : '',
    `M 100644 inline area-${number % 97}/file-${number % 13}.txt\n${data(`${number}`)}\n`,
  ].join('');
  const tag = number % 100 === 0 ? `reset refs/tags/release-${number}\nfrom :${number}\n\n` : '';
  return (merges ? branch : '') + main + tag;
}

/** A repository of 100,000 landings, made once and kept. */
export async function bigRepository(): Promise<string> {
  const folder = join(workFolder, 'bench', `commits-${COMMITS}-${EDITION}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}-${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  execFileSync('git', ['init', '--quiet', making]);
  execFileSync('git', ['-C', making, 'symbolic-ref', 'HEAD', 'refs/heads/main']);
  writeFileSync(
    join(making, '.mailmap'),
    AUTHORS.map((author) => `${author} old-${author.slice(author.indexOf('<') + 1)}`.replace(/ old-/, ' <old-')).join(
      '\n',
    ),
  );
  const random = randomFrom(1);
  const git = spawn('git', ['-C', making, 'fast-import', '--quiet', '--date-format=raw'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(git, 'close');
  for (let number = 1; number <= COMMITS; number++)
    if (!git.stdin.write(commit(number, random))) await once(git.stdin, 'drain');
  git.stdin.end();
  const [code] = (await ended) as [number];
  if (code !== 0) throw new Error(`git fast-import ended with ${code}.`);
  // Like a clone: its remote has said which branch is the default.
  execFileSync('git', ['-C', making, 'update-ref', 'refs/remotes/origin/main', 'refs/heads/main']);
  execFileSync('git', ['-C', making, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main']);
  renameSync(making, folder);
  return folder;
}
