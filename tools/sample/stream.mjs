// @ts-check
// The sample's history as input for `git fast-import`: the same bytes for the same day and seed, so the same hashes.
import { randomFrom } from './random.mjs';
import { firstFiles } from './service.mjs';
import { history } from './history.mjs';
import { aiCoAuthor, signature, team } from './team.mjs';

/** @typedef {import('./history.mjs').Change} Change */
/** @typedef {Map<string, string>} Tree path to content */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** @param {string} text */
const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;

/**
 * One change in the files; refuses (throws) a replacement whose words are not there, so that the table cannot rot.
 * @param {Tree} tree
 * @param {Change} change
 * @param {boolean} [backwards]
 */
function apply(tree, change, backwards = false) {
  for (const [path, edit] of Object.entries(change.files ?? {})) {
    if (typeof edit === 'string') {
      tree.set(path, edit);
      continue;
    }
    const [from, to] = backwards ? [edit[1], edit[0]] : edit;
    const content = tree.get(path) ?? '';
    if (!content.includes(from)) throw new Error(`${change.id}: "${from}" is not in ${path}`);
    tree.set(
      path,
      content.replace(from, () => to),
    );
  }
}

/** @param {Change} change @param {(id: string) => string} hashOf */
function message(change, hashOf) {
  const body = change.body?.replace(/\{\{([\w-]+)\}\}/g, (_, id) => hashOf(id));
  const trailers = change.with
    ?.map((who) => `Co-authored-by: ${who === 'ai' ? aiCoAuthor : signature(team[who])}`)
    .join('\n');
  return [change.subject, body, trailers].filter(Boolean).join('\n\n') + '\n';
}

/** @param {number} milliseconds @param {import('./team.mjs').Author} author */
const stamp = (milliseconds, author) => `${signature(author)} ${Math.floor(milliseconds / 1000)} ${author.zone}`;

/** One commit of the stream. @typedef {{ change: Change, mark: number, at: number, parents: number[], files: Tree }} Step */

/**
 * All commits with their times, parents and files, oldest first. Before the day of the incident the seed moves each by some minutes.
 * @param {number} day0 the beginning of the day of the incident, in milliseconds since 1970
 * @param {number} seed
 * @returns {Step[]}
 */
export function plan(day0, seed) {
  const random = randomFrom(seed);
  /** @type {Change} */
  const first = {
    id: 'first',
    day: -9,
    time: '08:40',
    by: 'priya',
    subject: 'Take payments out of the monolith',
    files: firstFiles,
  };
  /** @type {Map<string, { tip: number, tree: Tree, changes: Change[] }>} */
  const branches = new Map([['main', { tip: 0, tree: new Map(), changes: [] }]]);
  const byId = new Map([first, ...history].map((change) => [change.id, change]));
  return [first, ...history].map((change, index) => {
    const main = /** @type {{ tip: number, tree: Tree, changes: Change[] }} */ (branches.get('main'));
    const branch = branches.get(change.branch ?? 'main') ?? { tip: main.tip, tree: new Map(main.tree), changes: [] };
    branches.set(change.branch ?? 'main', branch);
    const merged = change.merges ? branches.get(change.merges) : undefined;
    const undone = change.undoes ? byId.get(change.undoes) : undefined;
    for (const each of merged?.changes ?? [change]) apply(branch.tree, each);
    if (undone) apply(branch.tree, undone, true);
    const parents = [branch.tip, merged?.tip].filter((tip) => tip !== undefined && tip > 0);
    branch.tip = index + 1;
    branch.changes.push(change);
    const jitter = Math.floor(random() * (change.day < 0 ? 4 * MINUTE : 50_000));
    const at = day0 + change.day * DAY + Date.parse(`1970-01-01T${change.time}:00Z`) + jitter;
    return { change, mark: index + 1, at, parents: /** @type {number[]} */ (parents), files: new Map(branch.tree) };
  });
}

/** @param {Step} step @param {(id: string) => string} hashOf */
function commitCommand(step, hashOf) {
  const { change, mark, at, parents, files } = step;
  const author = team[change.by];
  const [from, merge] = parents;
  return [
    `commit refs/heads/${change.branch ?? 'main'}\nmark :${mark}\n`,
    `author ${stamp(at, author)}\ncommitter ${stamp(at, author)}\n`,
    data(message(change, hashOf)),
    from ? `from :${from}\n` : '',
    merge ? `merge :${merge}\n` : '',
    'deleteall\n',
    ...[...files].map(([path, content]) => `M 100644 inline ${path}\n${data(content)}`),
  ].join('');
}

/** @param {Step} step */
function tagCommand({ change, mark, at }) {
  if (!change.tag) return '';
  const name = change.tag.name.replace('{{day}}', new Date(at).toISOString().slice(0, 10).replaceAll('-', '.'));
  if (change.tag.message === undefined) return `reset refs/tags/${name}\nfrom :${mark}\n\n`;
  const when = at + (change.tag.minutes ?? 0) * MINUTE;
  return `tag ${name}\nfrom :${mark}\ntagger ${stamp(when, team[change.by])}\n${data(`${change.tag.message}\n`)}`;
}

/**
 * The stream, in pieces. A message that names a hash begins a new piece: by then git has told the hashes of the pieces before.
 * @param {Step[]} steps
 * @param {(piece: string) => Map<number, string>} importPiece gives it to git; returns the hashes of all marks so far
 */
export function importAll(steps, importPiece) {
  let piece = '';
  /** @type {Map<number, string>} */
  let hashes = new Map();
  for (const step of steps) {
    if (step.change.body?.includes('{{')) {
      hashes = importPiece(piece);
      piece = '';
    }
    const hashOf = (/** @type {string} */ id) => {
      const hash = hashes.get(steps.find(({ change }) => change.id === id)?.mark ?? 0);
      if (!hash) throw new Error(`${step.change.id}: there is no commit ${id} before it`);
      return hash;
    };
    piece += commitCommand(step, hashOf) + tagCommand(step);
  }
  return importPiece(piece);
}
