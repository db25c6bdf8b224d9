import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** One thing that a user can read, and where it is from. */
export interface Said {
  readonly from: string;
  readonly text: string;
}

/** What the program says: the texts that go through l10n, and those of the manifest. */
export function textsOfProgram(): readonly Said[] {
  const bundle = JSON.parse(read('l10n/bundle.l10n.json')) as Readonly<Record<string, unknown>>;
  const manifest = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
  return [
    ...Object.keys(bundle).map((text) => ({ from: 'l10n/bundle.l10n.json', text })),
    ...Object.values(manifest).map((text) => ({ from: 'package.nls.json', text })),
  ];
}

/**
 * What a page says, sentence by sentence, as a reader sees it: no code in blocks, and nothing below a heading "Sources", where the
 * titles of other people's papers stand.
 */
export function sentencesOf(page: string): readonly Said[] {
  const said: Said[] = [];
  let heading = false;
  let titles = false;
  for (const token of new MarkdownIt({ html: true, linkify: false }).parse(read(page), {})) {
    if (token.type === 'heading_open') heading = true;
    if (token.type !== 'inline') continue;
    const text = (token.children ?? []).map(({ type, content }) => (type === 'softbreak' ? ' ' : content)).join('');
    if (heading) titles = /^(?:the )?sources$/i.test(text);
    heading = false;
    if (!titles) said.push(...[...sentences.segment(text)].map(({ segment }) => ({ from: page, text: segment.trim() })));
  }
  return said;
}

/** Every text of a JSON file that ships for reading. */
function textsInside(value: unknown, from: string): readonly Said[] {
  if (typeof value === 'string') return [{ from, text: value }];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((item) => textsInside(item, from)) : [];
}

const inside = (folder: string, ends: string): readonly string[] =>
  existsSync(path.join(root, folder)) ? readdirSync(path.join(root, folder)).filter((name) => name.endsWith(ends)).map((name) => `${folder}/${name}`) : [];

/** Everything that a user can read: the program, its pages of documentation, its ready drills. */
export function everythingSaid(): readonly Said[] {
  return [
    ...textsOfProgram(),
    ...['README.md', 'CHANGELOG.md', ...inside('docs', '.md')].flatMap(sentencesOf),
    ...inside('drills', '.json').flatMap((file) => textsInside(JSON.parse(read(file)), file)),
  ];
}
